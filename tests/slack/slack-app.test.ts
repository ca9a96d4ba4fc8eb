import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Question, VerifiedAnswer } from '../../src/domain/answer.ts';
import type { Ledger } from '../../src/domain/ports.ts';
import { quoteSources } from '../../src/verify/quote-sources.ts';
import { createSlackApp } from '../../src/slack/slack-app.ts';
import type { SlackBot } from '../../src/slack/slack-app.ts';
import { aDraft, aPassage, aReport, aVerifiedAnswer } from '../support/builders.ts';
import { postSigned } from '../support/fake-slack/delivery/post-signed.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Channel } from '../support/fake-slack/world/things.ts';
import { createMemoryLedger } from '../support/memory-ledger.ts';

const MODES = ['socket', 'http'] as const;

describe.each(MODES)('the bot in %s mode', (mode) => {
  let slack: FakeSlack;
  let ann: Person;
  let general: Channel;
  let bot: SlackBot;
  let ledger: Ledger;
  let server: ReturnType<typeof createServer>;
  let asked: Question[];
  let log: string[];
  let answer: (question: Question) => Promise<VerifiedAnswer>;

  beforeEach(async () => {
    [slack, ledger, asked, log] = [new FakeSlack({ alsoEvents: ['message.channels'] }), createMemoryLedger(), [], []];
    ann = slack.person('ann');
    general = slack.channel('general', { members: [ann] });
    answer = (question) => Promise.resolve(aVerifiedAnswer({ question }));
    server = createServer((request, response) => (bot.requestListener ? bot.requestListener(request, response) : response.writeHead(404).end()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const apiUrl = await slack.start();
    await startBot(apiUrl);
    if (mode === 'http') slack.deliverBy({ kind: 'http', url: eventsUrl() });
  });

  afterEach(async () => {
    await bot.stop();
    await slack.stop();
    server.close();
    server.closeAllConnections();
  });

  async function startBot(apiUrl: string): Promise<void> {
    const secrets = mode === 'socket' ? { mode, appToken: slack.appToken } : { mode, signingSecret: slack.signingSecret };
    bot = createSlackApp(
      { ...secrets, botToken: slack.token, apiUrl },
      {
        answerQuestion(question) {
          asked.push(question);
          return answer(question);
        },
        sourcesOf: (verified) => quoteSources(verified, () => Promise.resolve(undefined)),
        ledger,
        log: (line) => log.push(line),
        baseUrl: 'https://footnote.example',
      },
    );
    await bot.start();
  }

  function eventsUrl(): string {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/slack/events`;
  }

  it('answers a mention once, in its thread, with a numbered citation', async () => {
    const mention = await ann.mentions(slack.bot, general, '亚马逊云的市占率是多少？');
    const reply = await slack.next();
    expect(asked).toEqual([{ text: '亚马逊云的市占率是多少？', earlier: [] }]);
    expect(slack.threadOf(mention)).toEqual([reply]);
    expect(reply.text).toBe(
      '2020年第三季度，亚马逊市占率为32%。 [1]\n[1] 云市场月报 · 海外借鉴 › 云服务市场 · 第 65 页 “2020年第三季度，亚马逊市占率为32%。”',
    );
  });

  it('answers an event once that Slack delivers four times, also after a restart', async () => {
    const question = await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    await slack.redeliver(question, 2);
    await slack.next();
    await bot.stop();
    await startBot(`${slack.origin}/api/`);
    await slack.redeliver(question, 3);
    await ann.tells(slack.bot, '微软呢？');
    await slack.next();
    expect(asked.map(({ text }) => text)).toEqual(['亚马逊云的市占率是多少？', '微软呢？']);
    expect(slack.replies).toHaveLength(2);
  });

  it('gives a follow-up in a thread what was asked before', async () => {
    const mention = await ann.mentions(slack.bot, general, '亚马逊云的市占率是多少？');
    await slack.next();
    await ann.mentions(slack.bot, general, '谷歌云呢？', { in: mention });
    const reply = await slack.next();
    expect(asked[1]).toEqual({ text: '谷歌云呢？', earlier: ['亚马逊云的市占率是多少？'] });
    expect(reply.thread_ts).toBe(mention.ts);
  });

  it('answers the slash command in the channel, and an empty one to its author alone', async () => {
    await ann.runs('/footnote 亚马逊云的市占率是多少？', general);
    await ann.runs('/footnote', general);
    await slack.until(() => slack.replies.length > 1);
    expect(slack.onlyVisibleTo(ann)).toHaveLength(1);
    expect(slack.messagesIn(general)).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  it('opens each quote in a modal when the button is pressed', async () => {
    await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    await ann.presses('出处', await slack.next());
    const modal = JSON.stringify(await slack.until(() => slack.modalOf(ann)));
    expect(modal).toContain('2020年第三季度，亚马逊市占率为32%。');
    expect(modal).toContain('海外借鉴 › 云服务市场 · 第 65 页');
    expect(modal).toContain('https://footnote.example/reports/a1b2c3d4e5f6/pages/65?quote=');
  });

  it('says in the modal that the sources are gone when they are', async () => {
    await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    const reply = await slack.next();
    ledger.sources = () => Promise.resolve(undefined);
    await ann.presses('出处', reply);
    expect(JSON.stringify(await slack.until(() => slack.modalOf(ann)))).toContain('请重新提问');
  });

  it('keeps what a report says from pinging anybody', async () => {
    const text = '公告 <!channel> 与 <@U1>：*全部* 上涨5%。';
    answer = (question) => Promise.resolve(aVerifiedAnswer({ question, draft: aDraft(text), passages: [aPassage({ text, report: aReport({ title: '<!here> 报告' }) })] }));
    await ann.tells(slack.bot, '公告说了什么');
    const reply = await slack.next();
    expect(reply.text).not.toMatch(/<[!@]/u);
    expect(JSON.stringify(reply.blocks).match(/"type":"mrkdwn","text":"[^"]*<[!@]/u)).toBeNull();
  });

  it('tells the person once, and the log why, when there is no answer to be had', async () => {
    answer = () => Promise.reject(new Error('disk on fire'));
    await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    await slack.next();
    expect(slack.replies.map(({ text }) => text)).toEqual(['出了点问题，没能回答。请稍后再问一次；如果一直这样，请告诉管理员。']);
    expect(log.join('\n')).toContain('disk on fire');
  });

  it('shows that it is looking when an answer takes long, and puts the answer in the same message', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    answer = (question) => held.then(() => aVerifiedAnswer({ question }));
    await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    const reply = await slack.next();
    expect(reply.text).toBe('正在查找报告……');
    release();
    await slack.until(() => reply.edited);
    expect(slack.replies.map(({ text }) => text.slice(0, 11))).toEqual(['2020年第三季度，亚']);
  });

  it('tries again when Slack says that it is too much', async () => {
    slack.failNext('chat.postMessage', { retryAfter: 1 });
    await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    await slack.next();
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ error }) => error)).toEqual(['ratelimited', undefined]);
    expect(slack.replies).toHaveLength(1);
  });

  it('pays no attention to bots, itself among them, edits and deletions', async () => {
    const question = await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    await slack.next();
    await ann.edits(question, '微软云呢？');
    await ann.deletes(question);
    await ann.tells(slack.bot, '谷歌云呢？');
    await slack.next();
    expect(asked.map(({ text }) => text)).toEqual(['亚马逊云的市占率是多少？', '谷歌云呢？']);
  });

  it('takes nothing over HTTP that Slack did not sign, or signed too long ago', async () => {
    const body = JSON.stringify({ type: 'event_callback', event: { type: 'message', channel_type: 'im', channel: 'D1', ts: '1', user: 'U1', text: '?' } });
    const contentType = 'application/json';
    const wrong = await postSigned(eventsUrl(), body, { contentType, signingSecret: 'guess' });
    const old = await postSigned(eventsUrl(), body, { contentType, signingSecret: slack.signingSecret, ageSeconds: 600 });
    expect([wrong.status, old.status, asked.length]).toEqual(mode === 'http' ? [401, 401, 0] : [404, 404, 0]);
  });
});
