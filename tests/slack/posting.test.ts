import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Work } from '../../src/domain/inbox.ts';
import { createViewers } from '../../src/slack/handling/viewer.ts';
import { createPace } from '../../src/slack/delivery/pace.ts';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Channel } from '../support/fake-slack/world/things.ts';
import type { BotInSlack } from '../support/slack-bot.ts';
import { aBotInSlack } from '../support/slack-bot.ts';
import { aDraft, aPassage, aVerifiedAnswer } from '../support/builders.ts';

const YEAR_MS = 365 * 86_400_000;

describe('posting', () => {
  let bot: BotInSlack;
  let slack: FakeSlack;
  let ann: Person;

  beforeEach(async () => {
    bot = await aBotInSlack();
    slack = bot.slack;
    ann = slack.person('ann');
  });

  afterEach(() => bot.stop());

  it('says in plain text what Slack does not take as blocks', async () => {
    slack.failNext('chat.postMessage', { error: 'invalid_blocks' });
    await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    const reply = await slack.next();
    expect([reply.text.slice(0, 11), reply.blocks]).toEqual(['2020年第三季度，亚', undefined]);
  });

  it('answers directly, and says why, where it may not write', async () => {
    const general = slack.channel('general', { members: [ann] });
    slack.failNext('chat.postMessage', { error: 'not_in_channel' });
    await ann.mentions(slack.bot, general, '亚马逊云的市占率是多少？');
    const [why, answer] = [await slack.next(), await slack.next()];
    expect([why.channel === slack.directMessages(ann).id, why.text, answer.text.slice(0, 11)]).toEqual([
      true,
      `我不能在 <#${general.id}> 里回复，所以在这里回答。要让我在那里回答，请在频道里输入 /invite @Footnote。`,
      '2020年第三季度，亚',
    ]);
  });

  it('logs what it can tell nobody', async () => {
    slack.failNext('chat.postMessage', { error: 'is_archived' });
    slack.failNext('chat.postMessage', { error: 'channel_not_found' });
    await ann.mentions(slack.bot, slack.channel('general', { members: [ann] }), '亚马逊云的市占率是多少？');
    await vi.waitFor(() => expect(bot.log.join('\n')).toContain('channel_not_found'));
  });

  it('tries again after a failure of Slack, and posts once when the first try had arrived', async () => {
    slack.failNext('chat.postMessage', { error: 'internal_error', status: 500 });
    const question = await ann.mentions(
      slack.bot,
      slack.channel('general', { members: [ann] }),
      '亚马逊云的市占率是多少？',
    );
    await slack.next();
    expect([
      slack.threadOf(question).length,
      slack.calls.map(({ method }) => method).includes('conversations.replies'),
    ]).toEqual([1, true]);
  });

  it('continues a long answer in the thread, cut at a sentence', async () => {
    const text = '公司收入增长三成。'.repeat(1500);
    bot.answerWith((question) =>
      Promise.resolve(aVerifiedAnswer({ question, draft: aDraft(text), passages: [aPassage({ text })] })),
    );
    const question = await ann.mentions(slack.bot, slack.channel('general', { members: [ann] }), '公司怎么样？');
    await slack.until(() => slack.threadOf(question).length === 2);
    await slack.until(() => JSON.stringify(slack.threadOf(question)[1]?.blocks).includes('出处'));
    const [first, second] = slack.threadOf(question);
    expect([
      first?.text.includes('增长三成。 [1]'),
      second?.text.startsWith('（接上一条）\n公司收入'),
      JSON.stringify(first?.blocks).includes('show_sources'),
    ]).toEqual([true, true, false]);
  });

  describe('while four other questions are being answered', () => {
    let release: () => void = () => undefined;
    let general: Channel;
    let ben: Person;

    beforeEach(async () => {
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      bot.answerWith((question) => held.then(() => aVerifiedAnswer({ question })));
      ben = slack.person('ben');
      general = slack.channel('general', { members: [ann, ben] });
      for (let at = 0; at < 5; at++)
        await slack.person(`early ${at}`).mentions(slack.bot, general, `第 ${at} 个问题是什么？`);
    });
    // Else the bot would wait for the answers at its end.
    afterEach(() => release());

    const seenByBen = (text: string) =>
      slack.until(() => slack.onlyVisibleTo(ben).find((message) => message.text === text));

    it('tells whoever waits in a thread how many go before them, as a status', async () => {
      const last = await ben.mentions(slack.bot, general, '最后一个问题是什么？');
      const status = await slack.until(() => slack.agentThread(general, last)?.status);
      release();
      await slack.until(() => slack.replies.length === 6);
      expect(status).toBe('正在排队，前面还有 1 个问题……');
    });

    it('tells them alone where Slack shows no status: in a channel, in a thread, and directly', async () => {
      for (let at = 0; at < 12; at++) slack.failNext('assistant.threads.setStatus', { error: 'access_denied' });
      const thread = await ann.says(general, '看看这个');
      await ben.mentions(slack.bot, general, '最后一个问题是什么？');
      await ben.mentions(slack.bot, general, '这里呢？', { in: thread });
      await ben.tells(slack.bot, 'Who leads?');
      const places = [
        await seenByBen('正在排队，前面还有 1 个问题。'),
        await seenByBen('正在排队，前面还有 2 个问题。'),
        await seenByBen('3 questions go before yours; the answer will follow.'),
      ];
      expect(places.map(({ channel, thread_ts: ts }) => [channel, ts])).toEqual([
        [general.id, undefined],
        [general.id, thread.ts],
        [slack.directMessages(ben).id, undefined],
      ]);
    });

    it('tells them after a command, a question from a form and a share', async () => {
      await ben.runs('/footnote 亚马逊云的市占率是多少？', general);
      await seenByBen('正在排队，前面还有 1 个问题。');
      await ben.usesShortcut('Ask the reports');
      await ben.submits(await slack.until(() => slack.modalOf(ben)), { question: '微软呢？' });
      expect((await seenByBen('正在排队，前面还有 2 个问题。')).channel).toBe(slack.directMessages(ben).id);
    });
  });

  it('leaves an answer alone that whoever had the work before had posted', async () => {
    const general = slack.channel('general', { members: [ann] });
    const mention = await ann.mentions(slack.bot, general, '亚马逊云的市占率是多少？');
    const reply = await slack.next();
    const place = {
      kind: 'message' as const,
      channel: general.id,
      ts: mention.ts,
      thread: mention.ts,
      isDirect: false,
    };
    const work = Work.parse({
      team: slack.team.id,
      askerTeam: slack.team.id,
      user: ann.id,
      intent: 'ask',
      text: '亚马逊云的市占率是多少？',
      place,
    });
    const { take } = bot.steps.inbox;
    const lost = [
      {
        id: 99,
        subject: `${slack.team.id} ${general.id} ${mention.ts}`,
        work,
        attempt: 2,
        isRepeated: false,
        mayBeSaid: false,
      },
    ];
    bot.steps.inbox.take = (owner, limit) => (lost.length > 0 ? Promise.resolve(lost.splice(0)) : take(owner, limit));
    await ann.tells(slack.bot, '微软呢？');
    await slack.next();
    await ann.tells(slack.bot, '谷歌呢？');
    await slack.next();
    expect(slack.threadOf(mention)).toEqual([reply]);
    expect(bot.asked.map(({ text }) => text)).toEqual(['亚马逊云的市占率是多少？', '微软呢？', '谷歌呢？']);
  });
});

describe('the pace of posting', () => {
  it('posts a burst at once, then a message a second in a channel, in order; other channels do not wait', async () => {
    let now = 0;
    const pace = createPace({
      now: () => now,
      sleep(ms) {
        now += ms;
        return Promise.resolve();
      },
    });
    const posted: [string, number, number][] = [];
    const post = (channel: string, at: number) =>
      pace(channel, () => Promise.resolve(void posted.push([channel, at, now])));
    await Promise.all([1, 2, 3, 4, 5, 6].map((at) => post('C1', at)));
    await post('C2', 1);
    expect(posted).toEqual([
      ['C1', 1, 0],
      ['C1', 2, 0],
      ['C1', 3, 0],
      ['C1', 4, 0],
      ['C1', 5, 1000],
      ['C1', 6, 2000],
      ['C2', 1, 2000],
    ]);
  });

  it('is the same when the clock is set back by a year', async () => {
    let [now, slept] = [YEAR_MS, 0];
    const pace = createPace({ now: () => now, sleep: (ms) => Promise.resolve(void (slept += ms)) });
    for (let at = 0; at < 4; at++) await pace('C1', () => Promise.resolve());
    now = 0;
    await pace('C1', () => Promise.resolve());
    expect(slept).toBe(1000);
  });
});

describe('what Slack says of a person', () => {
  it('is believed for minutes, and no longer because the clock is set back by a year', async () => {
    let now = YEAR_MS;
    const viewers = createViewers({ now: () => now, log: () => undefined });
    const bot = await aBotInSlack();
    onTestFinished(() => bot.stop());
    const { slack } = bot;
    const ann = slack.person('ann');
    const client = new webApi.WebClient(slack.token, { slackApiUrl: `${slack.origin}/api/` });
    const asked = async () => {
      await viewers.ofPerson(slack.team.id, ann.id, client);
      return slack.calls.filter(({ method }) => method === 'users.info').length;
    };
    const counts = [await asked(), await asked()];
    now = 0;
    expect([...counts, await asked()]).toEqual([1, 1, 2]);
  });
});
