import { App, LogLevel } from '@slack/bolt';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { aFakeSlack, aListeningBot, call, eventsOf } from './a-fake-slack.ts';
import type { Heard } from './a-fake-slack.ts';

const QUICK = [0, 1, 1];

function questions(heard: Heard[]): string[] {
  return eventsOf(heard)
    .filter(({ type, subtype }) => type === 'message' && subtype === undefined)
    .map(({ text }) => String(text));
}

describe('over HTTP', () => {
  it('a mention comes as mention and as message, with one time stamp', async () => {
    const slack = await aFakeSlack();
    const heard = await aListeningBot(slack);
    const { ts } = await slack.person('ann').mentions(slack.bot, slack.channel('general'), 'Who leads?');
    expect(eventsOf(heard).map(({ type, ts: at, text }) => [type, at, text])).toEqual([
      ['app_mention', ts, '<@UBOT> Who leads?'],
      ['message', ts, '<@UBOT> Who leads?'],
    ]);
    expect(heard[0]?.body).toMatchObject({
      type: 'event_callback',
      team_id: 'T1',
      api_app_id: 'A1',
      authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
      is_ext_shared_channel: false,
    });
  });

  it('an event comes four times when nobody acknowledges it, with the number of the try', async () => {
    const slack = await aFakeSlack({ retryDelaysMs: QUICK });
    const heard = await aListeningBot(slack, () => 500);
    await slack.person('ann').tells(slack.bot, 'Who leads?');
    await expect.poll(() => heard.map(({ retry }) => retry)).toEqual([undefined, '1', '2', '3']);
    expect(new Set(heard.map(({ body }) => body['event_id'])).size).toBe(1);
    expect(slack.deliveries.map(({ failure }) => failure)).toEqual(
      Array.from({ length: 4 }, () => 'the bot answered events_api with 500'),
    );
  });

  it('an acknowledgement later than the time for it is none', async () => {
    const slack = await aFakeSlack({ ackMs: 300, retryDelaysMs: QUICK });
    const heard = await aListeningBot(slack, ({ retry }) =>
      retry === undefined ? new Promise((resolve) => setTimeout(resolve, 1000, {})) : {},
    );
    await slack.person('ann').tells(slack.bot, 'Who leads?');
    await slack.everythingDelivered();
    expect(heard.map(({ retry }) => retry).slice(0, 2)).toEqual([undefined, '1']);
  });

  it('a share of the events comes twice, or late, the same ones for the same seed', async () => {
    const runs = [];
    for (const seed of [7, 7, 8]) {
      const slack = await aFakeSlack({ retryDelaysMs: QUICK });
      const heard = await aListeningBot(slack);
      slack.setFaults({ redeliver: 0.3, reorder: 0.2, loseAcks: 0.1, seed });
      for (let at = 0; at < 60; at++) await slack.person('ann').tells(slack.bot, `Question ${at}`);
      await slack.everythingDelivered();
      expect(new Set(questions(heard)).size).toBe(60);
      runs.push({
        repeated: heard.filter(({ retry }) => retry !== undefined).length,
        isInOrder: questions(heard.filter(({ retry }) => retry === undefined)).every(
          (text, at) => text === `Question ${at}`,
        ),
      });
    }
    expect(runs[0]).toEqual(runs[1]);
    expect(runs.every(({ repeated, isInOrder }) => repeated > 10 && repeated < 45 && !isInOrder)).toBe(true);
  });

  it('edits, deletions, files, links, new members and what the bot itself writes are told as well', async () => {
    const slack = await aFakeSlack();
    const heard = await aListeningBot(slack);
    const ann = slack.person('ann');
    const general = slack.channel('general');
    const message = await ann.says(general, 'See <https://footnote.example/reports/1>', {
      files: [{ name: 'cloud.pdf', content: Buffer.from('%PDF') }],
    });
    await ann.edits(message, 'See above');
    await ann.deletes(message);
    await ann.invites(slack.bot, general);
    await call(slack, 'chat.postMessage', { channel: general.id, text: 'Thank you' });
    await expect
      .poll(() =>
        eventsOf(heard).map(({ type, subtype, bot_id: bot }) => [type, subtype ?? bot].filter(Boolean).join(' ')),
      )
      .toEqual([
        'file_shared',
        'message file_share',
        'link_shared',
        'message message_changed',
        'message message_deleted',
        'member_joined_channel',
        'message BBOT',
      ]);
  });

  it('nothing is told that the app did not subscribe to', async () => {
    const slack = await aFakeSlack();
    slack.world.events.delete('message.im');
    const heard = await aListeningBot(slack);
    await slack.person('ann').tells(slack.bot, 'Who leads?');
    expect(heard).toEqual([]);
  });
});

/** A Bolt app in Socket Mode that keeps the questions it hears. */
async function aBoltApp(slack: FakeSlack): Promise<{ asked: string[]; app: App }> {
  const asked: string[] = [];
  const app = new App({
    token: slack.token,
    appToken: slack.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${slack.origin}/api/` },
  });
  app.event('message', ({ event }) => Promise.resolve(void asked.push('text' in event ? (event.text ?? '') : '')));
  await app.start();
  onTestFinished(() => app.stop().then(() => undefined));
  return { asked, app };
}

describe('over sockets', () => {
  it('each event goes to one of the connections', async () => {
    const slack = await aFakeSlack();
    const [first, second] = [await aBoltApp(slack), await aBoltApp(slack)];
    expect(slack.connections).toBe(2);
    for (let at = 0; at < 6; at++) await slack.person('ann').tells(slack.bot, `Question ${at}`);
    expect([first.asked.length, second.asked.length]).toEqual([3, 3]);
  });

  it('what nobody was there to take is taken by the next connection', async () => {
    const slack = await aFakeSlack();
    await slack.person('ann').tells(slack.bot, 'Who leads?');
    const { asked } = await aBoltApp(slack);
    await expect.poll(() => asked).toEqual(['Who leads?']);
    expect(slack.deliveries.map(({ retry, failure }) => [retry, failure])).toEqual([
      [0, 'no connection is open'],
      [1, undefined],
    ]);
  });

  it('the app connects anew when it is asked to, and hears what came meanwhile', async () => {
    const slack = await aFakeSlack();
    const { asked } = await aBoltApp(slack);
    slack.refreshConnections();
    await slack.person('ann').tells(slack.bot, 'Who leads?');
    expect([slack.connections, asked]).toEqual([0, []]);
    // Bolt waits five seconds before it connects again.
    await expect.poll(() => asked, { timeout: 12_000 }).toEqual(['Who leads?']);
  });

  it('an event can be delivered again while the first delivery waits for an acknowledgement in vain', async () => {
    const slack = await aFakeSlack({ ackMs: 300, retryDelaysMs: [] });
    const socket = new WebSocket(new URL('/link', slack.origin.replace('http', 'ws')));
    onTestFinished(() => socket.close());
    let heard = 0;
    socket.addEventListener('message', ({ data }) => {
      const envelope: unknown = JSON.parse(String(data));
      const isRepeated =
        typeof envelope === 'object' &&
        envelope !== null &&
        'retry_attempt' in envelope &&
        envelope.retry_attempt === 2;
      heard += 1;
      if (isRepeated && 'envelope_id' in envelope) socket.send(JSON.stringify({ envelope_id: envelope.envelope_id }));
    });
    await slack.until(() => slack.connections > 0);
    const ann = slack.person('ann');
    const told = ann.tells(slack.bot, 'Who leads?');
    const [message] = slack.messagesIn(slack.directMessages(ann));
    if (message) await slack.redeliver(message, 2);
    await told;
    expect([heard, slack.deliveries.map(({ retry, failure }) => [retry, failure === undefined])]).toEqual([
      4,
      [
        [0, false],
        [1, false],
        [2, true],
      ],
    ]);
  });

  it('an envelope that was not acknowledged before the connection broke comes again, with its id', async () => {
    const slack = await aFakeSlack();
    const url = new URL('/link', slack.origin.replace('http', 'ws'));
    const socket = new WebSocket(url);
    const envelopes: unknown[] = [];
    socket.addEventListener('message', ({ data }) => envelopes.push(JSON.parse(String(data))));
    await slack.until(() => slack.connections > 0);
    const told = slack.person('ann').tells(slack.bot, 'Who leads?');
    await expect.poll(() => envelopes.length).toBe(2);
    slack.cutConnections();
    await told;
    const again = new WebSocket(url);
    again.addEventListener('message', ({ data }) => envelopes.push(JSON.parse(String(data))));
    onTestFinished(() => again.close());
    await expect
      .poll(() => envelopes)
      .toMatchObject([
        { type: 'hello' },
        { type: 'events_api', retry_attempt: 0 },
        { type: 'hello' },
        { type: 'events_api', retry_attempt: 1 },
      ]);
    const ids = envelopes.flatMap((envelope) =>
      typeof envelope === 'object' && envelope !== null && 'envelope_id' in envelope ? [envelope.envelope_id] : [],
    );
    expect(new Set(ids).size).toBe(1);
  });
});
