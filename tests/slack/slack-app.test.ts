import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aDraft, aPassage, aReport, aVerifiedAnswer } from '../support/builders.ts';
import { postSigned } from '../support/fake-slack/delivery/post-signed.ts';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Channel } from '../support/fake-slack/world/things.ts';
import type { BotInSlack } from '../support/slack-bot.ts';
import { aBotInSlack } from '../support/slack-bot.ts';

const MODES = ['socket', 'http'] as const;

describe.each(MODES)('the bot in %s mode', (mode) => {
  let bot: BotInSlack;
  let slack: FakeSlack;
  let ann: Person;
  let general: Channel;

  beforeEach(async () => {
    bot = await aBotInSlack({ mode });
    slack = bot.slack;
    ann = slack.person('ann');
    general = slack.channel('general', { members: [ann] });
  });

  afterEach(() => bot.stop());

  it('answers a mention once, in its thread, with a numbered citation', async () => {
    const mention = await ann.mentions(slack.bot, general, '亚马逊云的市占率是多少？');
    const reply = await slack.next();
    expect(bot.asked).toEqual([{ text: '亚马逊云的市占率是多少？', earlier: [] }]);
    expect(slack.threadOf(mention)).toEqual([reply]);
    expect(reply.text).toBe(
      '2020年第三季度，亚马逊市占率为32%。 [1] ≡\n[1] 云市场月报 · 海外借鉴 › 云服务市场 · 第 65 页 ' +
        '“2020年第三季度，亚马逊市占率为32%。”\n≡ 报告原话',
    );
  });

  it('answers an event once that Slack delivers four times, also after a restart', async () => {
    const question = await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    await slack.redeliver(question, 2);
    await slack.next();
    await bot.restart();
    await slack.redeliver(question, 3);
    await ann.tells(slack.bot, '微软呢？');
    await slack.next();
    expect(bot.asked.map(({ text }) => text)).toEqual(['亚马逊云的市占率是多少？', '微软呢？']);
    expect(slack.replies).toHaveLength(2);
  });

  it('answers an event that it could not keep at first, when Slack delivers it again', async () => {
    const { accept } = bot.steps.inbox;
    let failures = 1;
    bot.steps.inbox.accept = (work) => (failures-- > 0 ? Promise.reject(new Error('disk full')) : accept(work));
    await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    await slack.next();
    expect(slack.deliveries.filter(({ failure }) => failure !== undefined).length).toBeGreaterThan(0);
    expect(slack.replies).toHaveLength(1);
  });

  it('gives a follow-up in a thread what was asked before', async () => {
    const mention = await ann.mentions(slack.bot, general, '亚马逊云的市占率是多少？');
    await slack.next();
    await ann.mentions(slack.bot, general, '谷歌云呢？', { in: mention });
    const reply = await slack.next();
    expect(bot.asked[1]).toEqual({ text: '谷歌云呢？', earlier: ['亚马逊云的市占率是多少？'] });
    expect(reply.thread_ts).toBe(mention.ts);
  });

  it('says of too long a question what may be, and asks the reports nothing; a follow-up goes without it', async () => {
    const long = await ann.mentions(slack.bot, general, '亚马逊云的市占率。'.repeat(300));
    expect((await slack.next()).text).toBe(
      '问题太长了：有 2700 个字符，最多 2000 个。请缩短；要核对一段文字，请用“核对事实”。',
    );
    await ann.mentions(slack.bot, general, '谷歌云呢？', { in: long });
    await slack.next();
    expect(bot.asked).toEqual([{ text: '谷歌云呢？', earlier: [] }]);
  });

  it('answers the slash command to its author alone, until it is shared', async () => {
    await ann.runs('/footnote 亚马逊云的市占率是多少？', general);
    const [alone] = await slack.until(() =>
      slack.onlyVisibleTo(ann).length > 0 ? slack.onlyVisibleTo(ann) : undefined,
    );
    expect(slack.messagesIn(general)).toEqual([]);
    if (alone) await ann.presses('分享到频道', alone);
    const shared = await slack.until(() => slack.messagesIn(general)[0]);
    expect(shared.text).toContain(`<@${ann.id}> 问：亚马逊云的市占率是多少？`);
    expect(bot.viewers).toEqual([
      { kind: 'person', team: slack.team.id, user: ann.id, userGroups: [], channels: [general.id] },
      { kind: 'channel', team: slack.team.id, channel: general.id },
    ]);
  });

  it('tells how to ask when the slash command is empty or asks for help', async () => {
    await ann.runs('/footnote', general);
    await ann.runs('/footnote help', general);
    await slack.until(() => slack.onlyVisibleTo(ann).length > 1);
    expect(slack.onlyVisibleTo(ann).map(({ text }) => text.slice(0, 5))).toEqual(['想问什么？', '向我提问，']);
    expect(bot.asked).toEqual([]);
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
    bot.steps.ledger.sources = () => Promise.resolve(undefined);
    await ann.presses('出处', reply);
    expect(JSON.stringify(await slack.until(() => slack.modalOf(ann)))).toContain('请重新提问');
  });

  it('keeps what a report says from pinging anybody', async () => {
    const text = '公告 <!channel> 与 <@U1>：*全部* 上涨5%。';
    bot.answerWith((question) =>
      Promise.resolve(
        aVerifiedAnswer({
          question,
          draft: aDraft(text),
          passages: [aPassage({ text, report: aReport({ title: '<!here> 报告' }) })],
        }),
      ),
    );
    await ann.tells(slack.bot, '公告说了什么');
    const reply = await slack.next();
    expect(reply.text).not.toMatch(/<[!@]/u);
    expect(JSON.stringify(reply.blocks).match(/"type":"mrkdwn","text":"[^"]*<[!@]/u)).toBeNull();
  });

  it('tells the person once, and the log why, when there is no answer to be had', async () => {
    bot.answerWith(() => Promise.reject(new Error('disk on fire')));
    await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    await slack.next();
    expect(slack.replies.map(({ text }) => text)).toEqual([
      '出了点问题，没能回答。请稍后再问一次；如果一直这样，请告诉管理员。',
    ]);
    expect(bot.log.join('\n')).toContain('disk on fire');
  });

  it('shows that it is looking when an answer takes long', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    bot.answerWith((question) => held.then(() => aVerifiedAnswer({ question })));
    const question = await ann.mentions(slack.bot, general, '亚马逊云的市占率是多少？');
    const shown = await slack.until(() => slack.agentThread(general, question)?.status);
    release();
    const reply = await slack.next();
    expect([shown, reply.text.slice(0, 11)]).toEqual(['正在查找报告……', '2020年第三季度，亚']);
  });

  it('says so in a message where Slack shows no status, and puts the answer in the same message', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    slack.failNext('assistant.threads.setStatus', { error: 'access_denied' });
    bot.answerWith((question) => held.then(() => aVerifiedAnswer({ question })));
    await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    const reply = await slack.next();
    expect(reply.text).toBe('正在查找报告……');
    release();
    await slack.until(() => reply.text !== '正在查找报告……');
    expect(slack.replies.map(({ text }) => text.slice(0, 11))).toEqual(['2020年第三季度，亚']);
  });

  it('tries again when Slack says that it is too much', async () => {
    slack.failNext('chat.postMessage', { retryAfter: 1 });
    await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    await slack.next();
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ error }) => error)).toEqual([
      'ratelimited',
      undefined,
    ]);
    expect(slack.replies).toHaveLength(1);
  });

  it('answers an edited question anew, in the same message', async () => {
    const question = await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    const reply = await slack.next();
    bot.answerWith((asked) => Promise.resolve(aVerifiedAnswer({ question: asked, draft: aDraft('微软为19%。') })));
    await ann.edits(question, '微软云呢？');
    await slack.until(() => reply.text.startsWith('微软为19%'));
    expect([bot.asked.map(({ text }) => text), slack.replies.length]).toEqual([
      ['亚马逊云的市占率是多少？', '微软云呢？'],
      1,
    ]);
  });

  it('takes its answer away with a question that is deleted', async () => {
    const mention = await ann.mentions(slack.bot, general, '亚马逊云的市占率是多少？');
    await slack.next();
    await ann.deletes(mention);
    await slack.until(() => slack.replies.length === 0);
    expect(slack.messagesIn(general).map(({ subtype }) => subtype)).toEqual(['tombstone']);
  });

  it('follows a thread in which it answered unmentioned, but not what people say to each other', async () => {
    const ben = slack.person('ben');
    const mention = await ann.mentions(slack.bot, general, '亚马逊云的市占率是多少？');
    await slack.next();
    await ann.says(general, '谢谢', { in: mention });
    await ann.says(general, `<@${ben.id}> 你怎么看？`, { in: mention });
    await ben.says(general, '微软云呢？', { in: mention });
    await slack.next();
    await ann.says(general, '今天几点开会？');
    expect(bot.asked.map(({ text }) => text)).toEqual(['亚马逊云的市占率是多少？', '微软云呢？']);
  });

  it('takes nothing over HTTP that Slack did not sign, or signed too long ago', async () => {
    const body = JSON.stringify({
      type: 'event_callback',
      event: { type: 'message', channel_type: 'im', channel: 'D1', ts: '1', user: 'U1', text: '?' },
    });
    const contentType = 'application/json';
    const wrong = await postSigned(bot.eventsUrl(), body, { contentType, signingSecret: 'guess' });
    const old = await postSigned(bot.eventsUrl(), body, {
      contentType,
      signingSecret: slack.signingSecret,
      ageSeconds: 600,
    });
    expect([wrong.status, old.status, bot.asked.length]).toEqual(mode === 'http' ? [401, 401, 0] : [404, 404, 0]);
  });
});
