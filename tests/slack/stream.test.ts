import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Claim } from '../../src/domain/answer.ts';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Message } from '../support/fake-slack/world/things.ts';
import type { WhileAnswering } from '../../src/slack/steps.ts';
import { aDraft, aVerifiedAnswer } from '../support/builders.ts';
import type { BotInSlack } from '../support/slack-bot.ts';
import { aBotInSlack } from '../support/slack-bot.ts';

const SENTENCES = ['2020年第三季度，亚马逊市占率为32%。', '微软为19%。'];

describe('an answer that is composed sentence by sentence', () => {
  let bot: BotInSlack;
  let slack: FakeSlack;
  let ann: Person;
  let meanwhile: WhileAnswering | undefined;
  let say: (claim: Claim) => void;
  let finish: () => void;
  let signal: AbortSignal;

  beforeEach(async () => {
    bot = await aBotInSlack({ world: { streamSeconds: 300 } });
    slack = bot.slack;
    ann = slack.person('ann');
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    bot.answerWith(async (question, _, given) => {
      meanwhile = given;
      ({ signal } = given);
      say = given.onClaim ?? (() => undefined);
      await finished;
      return aVerifiedAnswer({
        question,
        draft: {
          composer: 'slow',
          claims: SENTENCES.map((text) => ({ text, citations: [{ passage: 'P1', quote: text }] })),
        },
      });
    });
  });

  afterEach(() => bot.stop());

  async function ask(): Promise<Message> {
    const question = await ann.mentions(
      slack.bot,
      slack.channel('general', { members: [ann] }),
      '亚马逊云的市占率是多少？',
    );
    await slack.until(() => bot.asked.length > 0);
    return question;
  }

  const claim = (at: number): Claim => ({ text: SENTENCES[at] ?? '', quotes: [], degree: 'compared' });
  const inThread = (question: Message, text: string) =>
    slack.until(() => slack.threadOf(question).find((message) => message.text.includes(text)));

  it('appears as each sentence is verified, and gets its citations at the end, in one message', async () => {
    const question = await ask();
    say(claim(0));
    const reply = await inThread(question, '亚马逊市占率为32%。');
    const first = reply.text;
    say(claim(1));
    await slack.until(() => reply.text.includes('微软为19%。'));
    finish();
    await slack.until(() => reply.text.includes('[1] 云市场月报'));
    expect([first.includes('微软'), slack.threadOf(question).length]).toEqual([false, 1]);
    expect(slack.calls.find(({ method }) => method === 'chat.startStream')?.body).toMatchObject({
      recipient_user_id: ann.id,
      recipient_team_id: slack.team.id,
    });
  });

  it('is composed in the asker’s name, for as long as somebody waits', async () => {
    await ask();
    finish();
    expect(meanwhile).toMatchObject({ asker: { team: slack.team.id, user: ann.id }, signal: { aborted: false } });
  });

  it('says below when a model did not answer, or said the same before', async () => {
    bot.answerWith((question) =>
      Promise.resolve(aVerifiedAnswer({ question, draft: aDraft(SENTENCES[0], { fallback: 'timeout' }) })),
    );
    const away = await inThread(await ask(), '语言模型没有及时回答，这些是报告里的原句。');
    bot.answerWith((question) =>
      Promise.resolve(aVerifiedAnswer({ question, draft: aDraft(SENTENCES[0], { cached: true }) })),
    );
    const before = await inThread(await ask(), '语言模型对同一问题、同样的段落回答过');
    expect([away, before].every(({ text }) => text.includes(SENTENCES[0] ?? ''))).toBe(true);
  });

  it('is whole in the same message when the stream died meanwhile', async () => {
    const question = await ask();
    say(claim(0));
    const reply = await inThread(question, '亚马逊市占率为32%。');
    slack.advance(301);
    say(claim(1));
    finish();
    await slack.until(() => reply.text.includes('[1] 云市场月报'));
    expect([slack.threadOf(question).length, reply.text.includes('微软为19%。')]).toEqual([1, true]);
  });

  it('is posted in one piece when Slack refuses the stream', async () => {
    slack.failNext('chat.startStream', { error: 'method_not_supported_for_channel_type' });
    const question = await ask();
    say(claim(0));
    finish();
    await inThread(question, '[1] 云市场月报');
    expect(slack.threadOf(question)).toHaveLength(1);
  });

  it('stops when the person presses stop, and says how to go on', async () => {
    const question = await ask();
    say(claim(0));
    const reply = await inThread(question, '亚马逊市占率为32%。');
    await ann.stops(question);
    await slack.until(() => reply.text.includes('已停止'));
    finish();
    expect(slack.threadOf(question).map(({ text }) => text)).toEqual(['已停止。想继续时，请再问一次。']);
    expect(bot.log).toEqual([]);
  });

  it('stops composing, and does not say or keep what is composed all the same', async () => {
    const question = await ask();
    const first = signal;
    await ann.stops(question);
    await slack.until(() => slack.threadOf(question).length === 1);
    finish();
    await ann.tells(slack.bot, '微软呢？');
    await slack.next(({ text }) => text.includes('[1]'));
    expect([first.aborted, slack.threadOf(question).map(({ text }) => text)]).toEqual([
      true,
      ['已停止。想继续时，请再问一次。'],
    ]);
  });

  it('takes back what waits in the thread, and says so', async () => {
    const question = await ask();
    const follow = [];
    for (const text of ['微软呢？', '谷歌呢？', '阿里呢？', '腾讯呢？', '华为呢？'])
      follow.push(await ann.mentions(slack.bot, slack.channel('general'), text, { in: question }));
    await slack.until(() => bot.asked.length === 4);
    await ann.stops(question);
    await slack.until(() => slack.threadOf(question).filter(({ text }) => text.startsWith('已停止')).length === 6);
    finish();
    expect([bot.asked.length, bot.log]).toEqual([4, []]);
  });

  it('stops also when another process hears of it', async () => {
    const question = await ask();
    await bot.steps.inbox.stop(slack.team.id, question.channel, question.ts);
    await slack.until(() => slack.threadOf(question)[0]?.text.startsWith('已停止'));
    expect(signal.aborted).toBe(true);
    finish();
  });
});
