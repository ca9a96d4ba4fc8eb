import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Channel } from '../support/fake-slack/world/things.ts';
import { aReportOf } from '../support/answer-from.ts';
import type { RealBot } from '../support/real-bot.ts';
import { aRealBot } from '../support/real-bot.ts';

const OLD = aReportOf({ 内存: ['高带宽内存的价格在上半年上涨了5%。'] }, { file: 'old.txt', title: '内存周报' });
const NEW = aReportOf({ 内存: ['高带宽内存的价格在下半年上涨了12%。'] }, { file: 'new.txt', title: '芯片行业展望' });
const OTHER = aReportOf({ 云: ['亚马逊云的市占率为32%。'] }, { file: 'other.txt', title: '云市场月报 12月' });
/** So often the bot looks, in milliseconds; and so long nothing is waited for. */
const LOOK_MS = 20;
const QUIET_MS = 300;

/** Runs a command, and waits for what is said to it. */
async function runs(line: string, person: Person, slack: FakeSlack, channel: Channel): Promise<void> {
  const before = slack.replies.length;
  await person.runs(line, channel);
  await slack.until(() => slack.replies.length > before);
}

describe('a topic that is followed', () => {
  let bot: RealBot;
  let slack: FakeSlack;
  let ann: Person;
  let general: Channel;

  beforeEach(async () => {
    bot = await aRealBot({}, { lookMs: LOOK_MS });
    slack = bot.slack;
    ann = slack.person('ann', { locale: 'zh-CN' });
    general = slack.channel('general', { members: [ann] });
    await bot.footnote.library.add([OLD]);
  });
  afterEach(() => bot.stop());

  const said = (channel: Channel) => slack.messagesIn(channel).map(({ text }) => text);

  it('is told of once in the channel, with its source, when a new report speaks of it, and of no other', async () => {
    await runs('/footnote follow 高带宽内存', ann, slack, general);
    await bot.footnote.library.add([NEW, OTHER]);
    await slack.until(() => said(general).length === 2);
    await delay(QUIET_MS);
    const [begun = '', brief = '', ...more] = said(general);
    expect([begun.startsWith('已关注“高带宽内存”'), more, bot.log]).toEqual([true, [], []]);
    expect(brief.split('\n').slice(0, 2)).toEqual([
      '新报告《芯片行业展望》谈到了这里关注的“高带宽内存”：',
      expect.stringContaining('高带宽内存的价格在下半年上涨了12%。'),
    ]);
    expect(brief).toContain('[1] 芯片行业展望');
    await bot.restart();
    await delay(QUIET_MS);
    expect([said(general).length, (await bot.footnote.feedback.questions()).length]).toEqual([2, 0]);
  });

  it('may be a series of reports: each new issue comes with its points', async () => {
    await runs('/footnote follow 云市场月报', ann, slack, general);
    await bot.footnote.library.add([OTHER]);
    const brief = await slack.until(() =>
      said(general).find((text) => text.startsWith('这里关注的“云市场月报”有新一期')),
    );
    expect(brief).toContain('亚马逊云的市占率为32%。');
  });

  it('is told to a person directly, who may see what the channel may not', async () => {
    await runs('/footnote follow 高带宽内存', ann, slack, slack.directMessages(ann));
    await runs('/footnote follow 高带宽内存', ann, slack, general);
    await bot.footnote.library.add([NEW], { channels: [], userGroups: [], people: ['T1/UANN'] });
    const brief = await slack.until(() => slack.replies.find(({ text }) => text.startsWith('新报告《芯片行业展望》')));
    await delay(QUIET_MS);
    expect([slack.directMessages(ann).id === brief.channel, said(general).length]).toEqual([true, 1]);
  });

  it('ends when it is not wanted any more, and can be listed', async () => {
    await runs('/footnote follow 高带宽内存', ann, slack, general);
    await runs('/footnote follow 云', ann, slack, general);
    await runs('/footnote follow 云', ann, slack, general);
    await runs('/footnote unfollow 高带宽内存', ann, slack, general);
    await runs('/footnote unfollow 高带宽内存', ann, slack, general);
    await runs('/footnote 关注', ann, slack, general);
    await bot.footnote.library.add([NEW]);
    await delay(QUIET_MS);
    expect([slack.onlyVisibleTo(ann).map(({ text }) => text), said(general).at(-1)]).toEqual([
      ['这里已经关注“云”。', '这里没有关注“高带宽内存”。', '这里关注的主题：“云”。'],
      '不再关注“高带宽内存”。',
    ]);
  });

  it('is not begun where the bot may not write', async () => {
    const elsewhere = slack.channel('elsewhere', { members: [ann], botIsMember: false });
    await runs('/footnote follow 云', ann, slack, elsewhere);
    expect([slack.onlyVisibleTo(ann)[0]?.text, await bot.steps.preferences.followed()]).toEqual([
      '我不在这个频道里。请先输入 /invite @Footnote，或者在私信里关注。',
      [],
    ]);
  });

  it('is told of the newest when a whole archive comes in, and the rest is counted', async () => {
    await runs('/footnote follow 高带宽内存', ann, slack, general);
    const archive = Array.from({ length: 7 }, (_, at) =>
      aReportOf({ 内存: [`高带宽内存的价格上涨了${at + 1}%。`] }, { file: `${at}.txt`, title: `第${at}号` }),
    );
    await bot.footnote.library.add(archive);
    await slack.until(() => said(general).some((text) => text.includes('另有 2 份新报告')));
    expect(said(general).filter((text) => text.startsWith('新报告')).length).toBe(5);
  });
});

describe('the reports of a channel', () => {
  let bot: RealBot;
  let slack: FakeSlack;
  let ann: Person;
  let general: Channel;

  beforeEach(async () => {
    bot = await aRealBot({});
    slack = bot.slack;
    ann = slack.person('ann', { locale: 'zh-CN' });
    general = slack.channel('general', { members: [ann] });
    await bot.footnote.library.add([OLD, OTHER]);
  });
  afterEach(() => bot.stop());

  it('are the only ones that are asked there, which each answer says, until all are wanted again', async () => {
    const answer = async () => {
      const asked = await ann.mentions(slack.bot, general, '亚马逊云的市占率是多少？');
      return slack.until(() => slack.threadOf(asked)[0]?.text);
    };
    await runs('/footnote scope 内存', ann, slack, general);
    const narrow = await answer();
    const direct = await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    const whole = await slack.until(() => slack.threadOf(direct)[0]?.text);
    await runs('/footnote scope all', ann, slack, general);
    expect([
      narrow.startsWith('报告里没有找到答案'),
      narrow.includes('这个频道只查标题含“内存”的 1 份报告；要查全部，请私信我。'),
      whole.startsWith('亚马逊云的市占率为32%。'),
      (await answer()).startsWith('亚马逊云的市占率为32%。'),
    ]).toEqual([true, true, true, true]);
  });

  it('are refused when no title holds these words, and told when nothing is said', async () => {
    await runs('/footnote scope 汽车', ann, slack, general);
    await runs('/footnote 范围', ann, slack, general);
    expect(slack.onlyVisibleTo(ann).map(({ text }) => text)).toEqual([
      '这里能看到的报告里，没有标题含“汽车”的。',
      '这个频道里的提问查所有报告。用 /footnote 范围 标题中的字 限定。',
    ]);
  });
});
