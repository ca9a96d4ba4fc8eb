import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Channel } from '../support/fake-slack/world/things.ts';
import type { WholeFootnote } from '../support/whole-footnote.ts';
import { aWholeFootnote } from '../support/whole-footnote.ts';

const REPORT = '云市场月报\n\n亚马逊云的市占率为32%，比上季提高一个百分点。\n\n微软的市占率为19%。\n';
const QUESTION = '亚马逊云的市占率是多少？';

describe('where an answer stands', () => {
  let footnote: WholeFootnote;
  let slack: WholeFootnote['slack'];
  let ann: Person;
  let eve: Person;
  let general: Channel;

  beforeEach(async () => {
    footnote = await aWholeFootnote({ EDITORS: 'UEVE', LIBRARIANS: 'UFIRST' }, { report: REPORT });
    slack = footnote.slack;
    [ann, eve] = [slack.person('ann'), slack.person('eve', { locale: 'en-US' })];
    general = slack.channel('general', { members: [ann, eve] });
  });

  /** Where the only answer that is kept stands, once that is known. */
  async function placeKept() {
    const [item] = await footnote.footnote.review.queue(1);
    return item?.answer.place;
  }

  /** Says on the Home tab that the first citation is wrong, and gives what is told of it. */
  async function corrects() {
    await eve.opensHome();
    await eve.presses('Review', await slack.until(() => slack.homeOf(eve)));
    const below = await slack.until(() => slack.modalOf(eve));
    await eve.chooses('give_verdict', '✗ wrong page', below);
    await eve.submits(await slack.until(() => slack.modalOf(eve) !== below && slack.modalOf(eve)));
    return slack.until(() => slack.replies.find(({ text }) => text.includes('编辑核对了这句话的引用')));
  }

  it('is the conversation with the person, for a shortcut', async () => {
    await ann.usesShortcut('Ask the reports');
    await ann.submits(await slack.until(() => slack.modalOf(ann)), { question: QUESTION });
    const direct = slack.directMessages(ann).id;
    const answer = await slack.next(({ channel, text }) => channel === direct && text.includes('32%'));
    await expect.poll(placeKept).toEqual({ kind: 'slack', team: slack.team.id, channel: direct, message: answer.ts });
    const told = await corrects();
    expect([told.channel, told.thread_ts]).toEqual([direct, answer.ts]);
  });

  it('is the direct message to which it went, where the bot may not write', async () => {
    slack.failNext('chat.postMessage', { error: 'not_in_channel' });
    await ann.mentions(slack.bot, general, QUESTION);
    const direct = slack.directMessages(ann).id;
    const answer = await slack.next(({ channel, text }) => channel === direct && text.includes('32%'));
    await expect.poll(placeKept).toEqual({ kind: 'slack', team: slack.team.id, channel: direct, message: answer.ts });
  });

  it('is where only the asker saw it, for a command: a correction reaches them directly', async () => {
    await ann.runs(`/footnote ${QUESTION}`, general);
    const answer = await slack.until(() => slack.onlyVisibleTo(ann)[0]);
    expect([answer.text.split('\n')[0], await placeKept()]).toEqual([
      `<@${ann.id}> 问：${QUESTION}`,
      { kind: 'slack', team: slack.team.id, channel: general.id, isEphemeral: true },
    ]);
    const told = await corrects();
    expect([
      told.channel,
      told.visibleTo,
      slack.messagesIn(general).filter(({ bot_id: bot }) => bot !== undefined),
    ]).toEqual([slack.directMessages(ann).id, undefined, []]);
  });
});
