import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Question, VerifiedAnswer } from '../../src/domain/answer.ts';
import type { Ledger } from '../../src/domain/ports.ts';
import { quoteSources } from '../../src/verify/quote-sources.ts';
import { createSlackApp } from '../../src/slack/slack-app.ts';
import type { SlackBot } from '../../src/slack/slack-app.ts';
import { aDraft, aPassage, aReport, aVerifiedAnswer } from '../support/builders.ts';
import { postSigned } from '../support/fake-slack/delivery.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { createMemoryLedger } from '../support/memory-ledger.ts';

const MODES = ['socket', 'http'] as const;

describe.each(MODES)('the bot in %s mode', (mode) => {
  let slack: FakeSlack;
  let bot: SlackBot;
  let ledger: Ledger;
  let server: ReturnType<typeof createServer>;
  let asked: Question[];
  let log: string[];
  let answer: (question: Question) => Promise<VerifiedAnswer>;

  beforeEach(async () => {
    [slack, ledger, asked, log] = [new FakeSlack(), createMemoryLedger(), [], []];
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
    const ts = await slack.mention('亚马逊云的市占率是多少？');
    await slack.until(({ replies }) => replies.length > 0);
    expect(asked).toEqual([{ text: '亚马逊云的市占率是多少？', earlier: [] }]);
    expect(slack.replies).toHaveLength(1);
    expect(slack.replies[0]).toMatchObject({ channel: 'C1', thread_ts: ts });
    expect(slack.replies[0]?.text).toBe(
      '2020年第三季度，亚马逊市占率为32%。 [1]\n[1] 云市场月报 · 海外借鉴 › 云服务市场 · 第 65 页 “2020年第三季度，亚马逊市占率为32%。”',
    );
  });

  it('answers an event once that Slack delivers four times, also after a restart', async () => {
    await slack.directMessage('亚马逊云的市占率是多少？');
    await slack.redeliver(2);
    await slack.until(({ replies }) => replies.length > 0);
    await bot.stop();
    await startBot(`${slack.origin}/api/`);
    await slack.redeliver(3);
    await slack.directMessage('微软呢？');
    await slack.until(({ replies }) => replies.length > 1);
    expect(asked.map(({ text }) => text)).toEqual(['亚马逊云的市占率是多少？', '微软呢？']);
    expect(slack.replies).toHaveLength(2);
  });

  it('gives a follow-up in a thread what was asked before', async () => {
    const ts = await slack.mention('亚马逊云的市占率是多少？');
    await slack.until(({ replies }) => replies.length > 0);
    await slack.mention('谷歌云呢？', { thread_ts: ts });
    await slack.until(({ replies }) => replies.length > 1);
    expect(asked[1]).toEqual({ text: '谷歌云呢？', earlier: ['亚马逊云的市占率是多少？'] });
    expect(slack.replies[1]).toMatchObject({ thread_ts: ts });
  });

  it('answers the slash command in the channel, and an empty one to its author alone', async () => {
    await slack.command('亚马逊云的市占率是多少？');
    await slack.command('');
    await slack.until(({ replies }) => replies.length > 1);
    expect(slack.replies.filter(({ ephemeral }) => ephemeral)).toHaveLength(1);
    expect(slack.replies.filter(({ ephemeral }) => !ephemeral)).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  it('opens each quote in a modal when the button is pressed', async () => {
    await slack.directMessage('亚马逊云的市占率是多少？');
    await slack.until(({ replies }) => replies.length > 0);
    const [reply] = slack.replies;
    if (!reply) throw new Error('no reply');
    await slack.pressButton(reply, 'show_sources');
    await slack.until(({ modals }) => modals.length > 0);
    const modal = JSON.stringify(slack.modals[0]);
    expect(modal).toContain('2020年第三季度，亚马逊市占率为32%。');
    expect(modal).toContain('海外借鉴 › 云服务市场 · 第 65 页');
    expect(modal).toContain('https://footnote.example/reports/a1b2c3d4e5f6/pages/65?quote=');
  });

  it('says in the modal that the sources are gone when they are', async () => {
    await slack.pressButton({ channel: 'C1', ts: '1', text: '', blocks: [{ action_id: 'show_sources', value: 'unknown' }] }, 'show_sources');
    await slack.until(({ modals }) => modals.length > 0);
    expect(JSON.stringify(slack.modals[0])).toContain('请重新提问');
  });

  it('keeps what a report says from pinging anybody', async () => {
    const text = '公告 <!channel> 与 <@U1>：*全部* 上涨5%。';
    answer = (question) => Promise.resolve(aVerifiedAnswer({ question, draft: aDraft(text), passages: [aPassage({ text, report: aReport({ title: '<!here> 报告' }) })] }));
    await slack.directMessage('公告说了什么');
    await slack.until(({ replies }) => replies.length > 0);
    const [reply] = slack.replies;
    expect(reply?.text).not.toMatch(/<[!@]/u);
    expect(JSON.stringify(reply?.blocks).match(/"type":"mrkdwn","text":"[^"]*<[!@]/u)).toBeNull();
  });

  it('tells the person once, and the log why, when there is no answer to be had', async () => {
    answer = () => Promise.reject(new Error('disk on fire'));
    await slack.directMessage('亚马逊云的市占率是多少？');
    await slack.until(({ replies }) => replies.length > 0);
    expect(slack.replies.map(({ text }) => text)).toEqual(['出了点问题，没能回答。请稍后再问一次；如果一直这样，请告诉管理员。']);
    expect(log.join('\n')).toContain('disk on fire');
  });

  it('shows that it is looking when an answer takes long, and puts the answer in the same message', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    answer = (question) => held.then(() => aVerifiedAnswer({ question }));
    await slack.directMessage('亚马逊云的市占率是多少？');
    await slack.until(({ replies }) => replies.length > 0);
    expect(slack.replies[0]?.text).toBe('正在查找报告……');
    release();
    await slack.until(({ calls }) => calls.includes('chat.update'));
    expect(slack.replies.map(({ text }) => text.slice(0, 11))).toEqual(['2020年第三季度，亚']);
  });

  it('tries again when Slack says that it is too much', async () => {
    slack.failNext('chat.postMessage', 429, 1);
    await slack.directMessage('亚马逊云的市占率是多少？');
    await slack.until(({ replies }) => replies.length > 0);
    expect(slack.calls.filter((method) => method === 'chat.postMessage')).toHaveLength(2);
    expect(slack.replies).toHaveLength(1);
  });

  it('pays no attention to bots, edits and deletions', async () => {
    await slack.directMessage('我是机器人', { user: undefined, bot_id: 'B2' });
    await slack.directMessage('改过的', { subtype: 'message_changed' });
    await slack.directMessage('亚马逊云的市占率是多少？');
    await slack.until(({ replies }) => replies.length > 0);
    expect(asked.map(({ text }) => text)).toEqual(['亚马逊云的市占率是多少？']);
  });

  it('takes nothing over HTTP that Slack did not sign, or signed too long ago', async () => {
    const body = JSON.stringify({ type: 'event_callback', event: { type: 'message', channel_type: 'im', channel: 'D1', ts: '1', user: 'U1', text: '?' } });
    const contentType = 'application/json';
    const wrong = await postSigned(eventsUrl(), body, { contentType, signingSecret: 'guess' });
    const old = await postSigned(eventsUrl(), body, { contentType, signingSecret: slack.signingSecret, ageSeconds: 600 });
    expect([wrong.status, old.status, asked.length]).toEqual(mode === 'http' ? [401, 401, 0] : [404, 404, 0]);
  });
});
