import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { postSigned } from '../support/fake-slack/delivery/post-signed.ts';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { issueResponseUrl } from '../support/fake-slack/http/respond.ts';
import type { Json } from '../support/fake-slack/world/json.ts';
import { fuzzRuns, pick, seeded } from '../support/fuzz-runs.ts';
import { pingsIn } from '../support/pings-in.ts';
import type { BotInSlack } from '../support/slack-bot.ts';
import { aBotInSlack } from '../support/slack-bot.ts';
import { aReview } from '../support/a-review.ts';
import type { Cast, Sent } from '../support/slack-payloads.ts';
import { aPayload } from '../support/slack-payloads.ts';

const RUNS = fuzzRuns({ short: 80, long: 1000 });
/** Channels among which they are spread: Slack takes a message a second in each. */
const CHANNELS = 40;
/** So long an acknowledgement is waited for, in milliseconds; what nobody hears gets none. */
const ACK_MS = 150;
/** Things sent at a time. */
const AT_ONCE = 10;
const QUESTION = '亚马逊云的市占率是多少？';
/** Slack's words for a message that it does not take for its form: what we send always has one. */
const OF_FORM = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_too_long',
  'msg_blocks_too_long',
  'no_text',
  'invalid_arguments',
  'invalid_metadata_format',
]);
/** What Slack may answer to any call. */
type Failure = Parameters<FakeSlack['failNext']>[1];
const FAILURES: readonly [Failure, ...Failure[]] = [
  { error: 'internal_error', status: 500 },
  { error: 'service_unavailable', status: 503 },
  { retryAfter: 1 },
  { error: 'ratelimited', status: 200 },
  { error: 'x'.repeat(10_000), status: 200 },
];
const METHODS = [
  'chat.postMessage',
  'views.open',
  'views.publish',
  'users.info',
  'conversations.info',
  'conversations.open',
  'conversations.replies',
  'chat.startStream',
  'assistant.threads.setStatus',
  'files.info',
] as const;
const Answer = z.object({
  channel: z.string(),
  metadata: z.object({ event_payload: z.object({ id: z.string(), part: z.number() }) }),
});

describe.each(['socket', 'http'] as const)(
  'whatever Slack sends in %s mode',
  { timeout: fuzzRuns({ short: 240_000, long: 14_400_000 }) },
  (mode) => {
    let bot: BotInSlack;
    let slack: FakeSlack;
    let casts: [Cast, ...Cast[]];
    let foreign: string;

    beforeEach(async () => {
      bot = await aBotInSlack({
        mode,
        world: { alsoDomains: ['footnote.example'], ackMs: ACK_MS },
        steps: { review: aReview(['UPERSON1']) },
      });
      slack = bot.slack;
      const other = slack.workspace('Other');
      foreign = slack.channel('foreign', { sharedWith: [other], botIsMember: false }).id;
      const cast = (at: number): Cast => {
        const person = slack.person(`person${at}`);
        const channel = slack.channel(`channel${at}`, { members: [person] }).id;
        return {
          team: slack.team.id,
          otherTeam: other.id,
          user: person.id,
          bot: slack.bot.userId,
          channel,
          direct: slack.directMessages(person).id,
          responseUrl: issueResponseUrl(slack.world, { channel, userId: person.id, teamId: slack.team.id }),
        };
      };
      casts = [cast(0), ...Array.from({ length: CHANNELS - 1 }, (_, at) => cast(at + 1))];
    });

    afterEach(() => bot.stop());

    /** Sends something as it is; what became of it. */
    async function send({ type, payload }: Sent): Promise<unknown> {
      if (mode === 'socket') return slack.sends(type, payload).catch(String);
      const [contentType, body] =
        type === 'events_api'
          ? ['application/json', JSON.stringify(payload)]
          : ['application/x-www-form-urlencoded', form(type, payload)];
      return (await postSigned(bot.eventsUrl(), body, { contentType, signingSecret: slack.signingSecret })).status;
    }

    async function answersAtLast(): Promise<number> {
      const ann = slack.person('ann');
      const question = await ann.mentions(slack.bot, slack.channel('quiet', { members: [ann] }), QUESTION);
      await slack.until(() => slack.threadOf(question).length > 0);
      return slack.threadOf(question).length;
    }

    it('leaves it standing, answers a healthy question once, and makes it call nobody', async () => {
      const random = seeded(mode === 'socket' ? 11 : 12);
      const [sent, unanswered]: [Sent[], Promise<unknown>[]] = [[], []];
      for (let at = 0; at < RUNS; at += AT_ONCE) {
        const some = Array.from({ length: AT_ONCE }, (_, offset) =>
          aPayload(
            pick(casts, () => ((at + offset) % CHANNELS) / CHANNELS),
            random,
          ),
        );
        // Some come again, and later than what followed them.
        const again = sent.filter(() => random() < 0.02).slice(0, 3);
        if (random() < 0.3) slack.failNext(pick(METHODS, random), pick(FAILURES, random));
        sent.push(...some);
        const sending = [...some, ...again].map(send);
        unanswered.push(...sending);
        await Promise.race([Promise.all(sending), delay(ACK_MS)]);
      }
      await Promise.all(unanswered);
      await settled(slack);
      expect(await answersAtLast()).toBe(1);
      const answers = slack.calls
        .filter(({ method, error }) => method === 'chat.postMessage' && error === undefined)
        .flatMap(({ body }) => Answer.safeParse(body).data ?? []);
      const marks = answers.map(
        ({
          channel,
          metadata: {
            event_payload: { id, part },
          },
        }) => `${channel} ${id} ${part}`,
      );
      expect(marks.filter((mark, index) => marks.indexOf(mark) !== index)).toEqual([]);
      expect(
        slack.calls
          .filter(({ method, error }) => method.startsWith('chat.') && OF_FORM.has(error ?? ''))
          .map(({ method, error, body }) => [method, error, JSON.stringify(body).slice(0, 500)]),
      ).toEqual([]);
      expect(
        slack.calls.flatMap((call) =>
          pingsIn(call, [...casts.map(({ user }) => user), 'UNOBODY', slack.person('ann').id, slack.bot.userId]),
        ),
      ).toEqual([]);
      expect(slack.calls.filter(({ body }) => body['channel'] === foreign)).toEqual([]);
      expect(answers.every(({ channel }) => /^[CD]/u.test(channel))).toBe(true);
    });
  },
);

describe('what comes over HTTP', () => {
  it('is heard when it is signed, lately, and answered once however often it comes', async () => {
    const bot = await aBotInSlack({ mode: 'http' });
    onTestFinished(() => bot.stop());
    const { slack } = bot;
    const ann = slack.person('ann');
    const event = {
      type: 'message',
      channel_type: 'im',
      channel: slack.directMessages(ann).id,
      user: ann.id,
      ts: `${Date.now() / 1000}`,
      text: QUESTION,
    };
    const body = JSON.stringify({ type: 'event_callback', team_id: slack.team.id, event_id: 'Ev1', event });
    const signed = (over: { signingSecret?: string; ageSeconds?: number }) =>
      postSigned(bot.eventsUrl(), body, {
        contentType: 'application/json',
        signingSecret: slack.signingSecret,
        ...over,
      });
    const refused = [
      await signed({ signingSecret: 'wrong' }),
      await signed({ signingSecret: `${slack.signingSecret}x` }),
      await signed({ ageSeconds: 301 }),
      await signed({ ageSeconds: 86_400 }),
      await fetch(bot.eventsUrl(), { method: 'POST', body }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    await settled(slack);
    expect([bot.asked, slack.replies]).toEqual([[], []]);
    // A clock that is five minutes wrong at most, in either direction; and replays within that time.
    const taken = [
      await signed({ ageSeconds: 280 }),
      await signed({ ageSeconds: -280 }),
      ...(await Promise.all(Array.from({ length: 10 }, () => signed({})))),
    ];
    await settled(slack);
    expect([new Set(taken.map(({ status }) => status)), bot.asked.length, slack.replies.length]).toEqual([
      new Set([200]),
      1,
      1,
    ]);
  });
});

function form(type: Sent['type'], payload: Json): string {
  const fields =
    type === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(
          Object.entries(payload).map(([name, value]) => [
            name,
            typeof value === 'string' ? value.toWellFormed() : (JSON.stringify(value) ?? ''),
          ]),
        );
  return new URLSearchParams(fields).toString();
}

/** Waits until the bot calls nothing any more. */
async function settled({ calls }: FakeSlack): Promise<void> {
  for (let before = -1; before !== calls.length; await delay(1200)) before = calls.length;
}
