import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { findElements } from '../support/fake-slack/people/find-elements.ts';
import type { FoundElement } from '../support/fake-slack/people/find-elements.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Surface } from '../support/fake-slack/people/payloads.ts';
import { blocksOf, isView } from '../support/fake-slack/people/payloads.ts';
import type { View } from '../support/fake-slack/world/things.ts';
import { aFile } from '../support/real-bot.ts';
import type { WholeFootnote } from '../support/whole-footnote.ts';
import { aWholeFootnote } from '../support/whole-footnote.ts';

const REPORT =
  '云市场月报\n\n亚马逊云的市占率为32%，比上季提高一个百分点。\n\n微软的市占率为19%。\n\n谷歌的市占率为7%。\n';
const QUESTION = '亚马逊云的市占率是多少？';
/** Nothing is heard from the bot for so long, in milliseconds: it has done what it was asked. */
const QUIET_MS = 100;
/** How long an answer is waited for, and how often it is looked for. */
const PATIENCE = { timeout: 20_000, interval: 50 };
/** Pressed last: it takes the report away. */
const LAST = 'remove_report';

/** Waits until the bot calls nothing any more. */
async function quiet({ slack }: WholeFootnote): Promise<void> {
  for (
    let calls = -1;
    calls !== slack.calls.length || slack.replies.some(({ stream }) => stream?.state === 'open');
    await delay(QUIET_MS)
  )
    calls = slack.calls.length;
}

/** Every message, tab and modal that a person has before them; the modal lies on top. */
function surfacesOf({ slack }: WholeFootnote, person: Person): Surface[] {
  const seen = slack.replies.filter(({ visibleTo }) => visibleTo === undefined || visibleTo === person.id);
  return [slack.modalOf(person), ...seen, slack.homeOf(person)].filter((surface) => surface !== undefined);
}

/** What can be done with an element: a menu has its options. */
function waysOf(found: FoundElement): (string | undefined)[] {
  if (found.type === 'button' || found.type === 'feedback_buttons') return [undefined];
  return found.type === 'static_select' && !found.input ? optionsOf(found) : [];
}

function optionsOf({ element }: FoundElement): string[] {
  return z
    .array(z.object({ text: z.object({ text: z.string() }) }))
    .parse(element['options'] ?? [])
    .map(({ text }) => text.text);
}

/**
 * Presses every button and chooses every option of whatever comes up, each kind of element once; gives what was
 * pressed.
 */
async function pressesEverything(
  footnote: WholeFootnote,
  person: Person,
  isMeant: (actionId: string) => boolean,
): Promise<string[]> {
  const done = new Set<string>();
  for (let next = find(); next; next = find()) {
    const { surface, found, way, name } = next;
    done.add(name);
    const wanted = {
      blockId: found.blockId,
      actionId: found.actionId,
      ...(found.value === undefined ? {} : { value: found.value }),
    };
    if (way === undefined) await person.presses(wanted, surface);
    else await person.chooses(wanted, way, surface);
    await quiet(footnote);
    const modal = footnote.slack.modalOf(person);
    if (modal && (!isView(surface) || modal !== surface)) await submits(modal);
  }
  return [...done];

  function find() {
    for (const surface of surfacesOf(footnote, person)) {
      for (const found of findElements(blocksOf(surface))) {
        for (const way of isMeant(found.actionId) ? waysOf(found) : []) {
          const name = [found.actionId, found.value?.split(' ')[0]?.slice(0, 4), way].filter(Boolean).join(' ');
          if (!done.has(name)) return { surface, found, way, name };
        }
      }
    }
    return undefined;
  }

  /** Fills what must be filled, and goes on with what is below. */
  async function submits(modal: View): Promise<void> {
    const inputs = findElements(modal.view['blocks']).filter(({ input }) => input && !input.isOptional);
    if (inputs.length === 0) return;
    const given = Object.fromEntries(
      inputs.map((found) => [
        found.blockId,
        found.type === 'plain_text_input' ? QUESTION : (optionsOf(found)[0] ?? ''),
      ]),
    );
    await person.submits(modal, given);
    await quiet(footnote);
  }
}

describe('every way to the bot', () => {
  it('works with a question that the reports answer, and leaves every page standing', async () => {
    const footnote = await aWholeFootnote({ EDITORS: 'UEVE', LIBRARIANS: 'UEVE,UFIRST' }, { report: REPORT });
    const { slack, log, opens } = footnote;
    const eve = slack.person('eve', { locale: 'en-US' });
    const general = slack.channel('general', { members: [eve] });
    const message = await eve.says(general, '亚马逊云的市占率为50%。');
    const file = await eve.says(general, '', { files: [aFile('chips.txt', '芯片季报\n\n东川电子出货140万片。\n')] });

    await eve.mentions(slack.bot, general, QUESTION);
    await eve.tells(slack.bot, QUESTION);
    for (const text of [
      QUESTION,
      `ask ${QUESTION}`,
      'summarize 云市场月报',
      'check 亚马逊云的市占率为50%。',
      'reports',
      'help',
      '',
    ])
      await eve.runs(`/footnote ${text}`, general);
    await quiet(footnote);
    for (const [shortcut, on] of [
      ['Check facts', message],
      ['Add to library', file],
      ['Ask about this', message],
      ['Ask the reports', undefined],
    ] as const) {
      await eve.usesShortcut(shortcut, on);
      await quiet(footnote);
      const modal = slack.modalOf(eve);
      if (modal) await eve.submits(modal, { question: QUESTION });
      await quiet(footnote);
    }
    // An answer that is being looked for calls nothing: quiet is no sign of it.
    await vi.waitFor(() => {
      const direct = slack.messagesIn(slack.directMessages(eve)).filter(({ text }) => text.includes('问：'));
      expect(direct.map(({ text }) => [text.includes(QUESTION), text.includes('32%')])).toEqual([
        [true, true],
        [true, true],
      ]);
    }, PATIENCE);
    const alone = await vi.waitFor(() => {
      const told = slack.onlyVisibleTo(eve).filter(({ text }) => text.includes('32%') && !text.includes('50%'));
      expect(told.length).toBeGreaterThanOrEqual(2);
      return told;
    }, PATIENCE);
    expect(alone.every(({ text }) => text.startsWith(`<@${eve.id}> 问：`))).toBe(true);

    await eve.opensMessages(general);
    await eve.opensHome();
    await quiet(footnote);
    const pressed = await pressesEverything(footnote, eve, (action) => action !== LAST);
    const kinds = new Set(pressed.map((name) => name.split(' ')[0]));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'feedback',
        'give_verdict',
        'report_wrong',
        'review_next',
        'set_audience',
        'set_language',
        'set_where',
        'share',
        'show_sources',
      ]),
    );

    const queue = await footnote.footnote.review.queue(100);
    const pages = [
      '/',
      '/review',
      '/reports',
      `/?q=${encodeURIComponent(QUESTION)}`,
      '/check',
      '/summary',
      ...new Set(JSON.stringify(slack.replies).match(/https:\/\/footnote\.example\/s\/[^\s|>"\\#]+/gu)),
    ];
    const statuses = await Promise.all(pages.map(async (path) => [path, (await opens(path)).status]));
    expect(statuses.filter(([, status]) => !['200', '303', '404'].includes(String(status)))).toEqual([]);
    expect([
      (await opens('/review')).status,
      queue.every(
        ({ answer: { place } }) =>
          place.kind === 'web' ||
          (place.kind === 'slack' &&
            place.channel !== '' &&
            (place.message !== undefined || place.isEphemeral === true)),
      ),
    ]).toEqual([200, true]);
    await eve.opensHome();
    await quiet(footnote);
    await pressesEverything(footnote, eve, (action) => action === LAST);
    expect([
      log,
      slack.calls.filter(({ error }) => error !== undefined).map(({ method, error }) => [method, error]),
    ]).toEqual([[], []]);
  });
});
