import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Message } from '../support/fake-slack/world/things.ts';
import { aFile, aRealBot } from '../support/real-bot.ts';
import type { RealBot } from '../support/real-bot.ts';

const PLAN = '并购方案\n\n星野云将以47亿元收购东川电子的云计算业务。\n\n交易预计在2021年6月完成。\n';
const NEWS = '云市场月报\n\n亚马逊云的市占率为32%，比上季提高一个百分点。\n\n微软的市占率为19%。\n';

describe('a report that is dropped in Slack', () => {
  let bot: RealBot;
  let slack: FakeSlack;
  let lib: Person;
  let rival: Person;

  beforeEach(async () => {
    bot = await aRealBot({ LIBRARIANS: 'ULIB,SLIBRARIANS', ANNOUNCE_IN: 'CNEWS,CBOARD' });
    slack = bot.slack;
    [lib, rival] = [slack.person('lib'), slack.person('rival')];
    slack.group('librarians', [rival]);
    slack.channel('news');
    slack.channel('board', { kind: 'private', members: [lib] });
  });

  afterEach(() => bot.stop());

  const said = (message: Message) => slack.until(() => slack.threadOf(message).find(({ text }) => /已加入|没有变化|已替换|要用新文件/u.test(text)));

  it('directly or in a public channel is for everyone, and says so', async () => {
    const [general, direct] = [slack.channel('general', { members: [lib, rival] }), await lib.tells(slack.bot, '', { files: [aFile('plan.txt', PLAN)] })];
    const texts = [(await said(direct)).text];
    // Whoever is a librarian by their user group is one in channels, too.
    texts.push((await said(await rival.mentions(slack.bot, general, '', { files: [aFile('news.txt', NEWS)] }))).text);
    expect(texts.every((text) => text.includes('所有人都能看到它。要更改，请在我的主页'))).toBe(true);
    expect(await bot.held()).toEqual([['news.txt', 'everyone'], ['plan.txt', 'everyone']]);
    await slack.until(() => slack.messagesIn(slack.channel('news')).length === 2 && slack.messagesIn(slack.channel('board')).length === 2);
  });

  it('in a private channel is for that channel, is announced nowhere else, and is seen by its members alone', async () => {
    const board = slack.channel('board');
    const message = await lib.mentions(slack.bot, board, '', { files: [aFile('plan.txt', PLAN)] });
    expect((await said(message)).text).toContain(`只有 <#${board.id}> 能看到它。要更改`);
    expect(await bot.held()).toEqual([['plan.txt', { channels: [`${slack.team.id}/${board.id}`], userGroups: [], people: [] }]]);
    await slack.until(() => slack.messagesIn(board).some(({ text, thread_ts: thread }) => thread === undefined && text.startsWith('资料库新增报告')));
    expect(slack.messagesIn(slack.channel('news'))).toEqual([]);
    await lib.tells(slack.bot, '星野云以多少亿元收购东川电子？');
    expect((await slack.next(({ channel }) => channel.startsWith('D'))).text).toContain('47亿元');
    await rival.tells(slack.bot, '星野云以多少亿元收购东川电子？');
    expect((await slack.next(({ channel }) => channel === slack.directMessages(rival).id)).text).not.toContain('47亿元');
  });

  it('in a direct message of several is for them alone', async () => {
    const group = slack.channel('mpdm', { kind: 'mpim', members: [lib] });
    expect((await said(await lib.mentions(slack.bot, group, '', { files: [aFile('plan.txt', PLAN)] }))).text).toContain('只有这个群聊里的人能看到它。');
    expect(await bot.held()).toEqual([['plan.txt', { channels: [`${slack.team.id}/${group.id}`], userGroups: [], people: [] }]]);
  });

  it('in a channel shared with outsiders is for its members from here, and not said aloud there', async () => {
    const shared = slack.channel('shared', { members: [lib], sharedWith: [slack.workspace('Other')] });
    const message = await lib.mentions(slack.bot, shared, '', { files: [aFile('plan.txt', PLAN)] });
    expect((await said(message)).text).toContain('里有外部人员');
    await lib.mentions(slack.bot, shared, '星野云以多少亿元收购东川电子？');
    expect((await slack.next(({ thread_ts: thread }) => thread !== message.ts)).text).not.toContain('47亿元');
    expect(await bot.held()).toMatchObject([['plan.txt', { channels: [`${slack.team.id}/${shared.id}`] }]]);
  });

  it('where Slack does not tell who reads along is for the librarian alone', async () => {
    for (const _ of [1, 2]) slack.failNext('conversations.info', { error: 'internal_error' });
    const message = await lib.mentions(slack.bot, slack.channel('general', { members: [lib] }), '', { files: [aFile('plan.txt', PLAN)] });
    expect((await said(message)).text).toContain(`只有 <@${lib.id}> 能看到它。`);
    expect(await bot.held()).toEqual([['plan.txt', { channels: [], userGroups: [], people: [`${slack.team.id}/${lib.id}`] }]]);
  });

  it('taken from where the bot is not is asked for', async () => {
    const secret = slack.channel('secret', { kind: 'private', members: [lib], botIsMember: false });
    await lib.usesShortcut('Add to library', await lib.says(secret, '', { files: [aFile('plan.txt', PLAN)] }));
    expect((await slack.next(({ text }) => text.includes('没有把'))).text).toBe('Slack 没有把“plan.txt”给我。请先邀请我进入那里，或者把文件直接发给我。');
    expect(await bot.held()).toEqual([]);
  });

  it('is neither replaced by a file of the same name, nor given away by one, when its librarian does not see it', async () => {
    await said(await lib.mentions(slack.bot, slack.channel('board'), '', { files: [aFile('plan.txt', PLAN)] }));
    const same = await rival.tells(slack.bot, '', { files: [aFile('plan.txt', NEWS)] });
    expect((await said(same)).text).toMatch(/^《云市场月报》已加入资料库/u);
    const content = await rival.tells(slack.bot, '', { files: [aFile('copy.txt', PLAN)] });
    expect((await said(content)).text).toMatch(/^《并购方案》已加入资料库/u);
    expect((await bot.held()).map(([file, audience]) => `${file} ${audience === 'everyone'}`).toSorted()).toEqual(['copy.txt true', 'plan.txt false', 'plan.txt true']);
    await lib.mentions(slack.bot, slack.channel('board'), '星野云以多少亿元收购东川电子？');
    expect((await slack.next(({ text }) => text.includes('47亿元'))).channel).toBe(slack.channel('board').id);
  });

  it('that is a new edition keeps who sees it, or stands beside the old one, as its librarian chooses', async () => {
    await said(await lib.tells(slack.bot, '', { files: [aFile('plan.txt', NEWS)] }));
    const board = slack.channel('board');
    const ask = await said(await lib.mentions(slack.bot, board, '', { files: [aFile('plan.txt', PLAN)] }));
    expect(ask.text).toContain(`• 替换《云市场月报》：能看到新版的仍是所有人。\n• 两份都保留：能看到新文件的是<#${board.id}>。`);
    await lib.presses('两份都保留', ask);
    await slack.until(() => slack.threadOf(ask).some(({ text }) => text.includes('已加入')));
    const again = await said(await lib.mentions(slack.bot, board, '', { files: [aFile('plan.txt', `${PLAN}\n双方已签约。\n`)] }));
    await lib.presses('替换《并购方案》', again);
    await slack.until(() => slack.threadOf(again).some(({ text }) => text.includes(`已替换`) && text.includes(`只有 <#${board.id}> 能看到它。`)));
    expect((await bot.held()).filter(([, audience]) => audience === 'everyone').length).toBe(1);
  });

  it('that is there already says who sees it, and changes nothing', async () => {
    await said(await lib.tells(slack.bot, '', { files: [aFile('news.txt', NEWS)] }));
    const again = await lib.mentions(slack.bot, slack.channel('board'), '', { files: [aFile('other.txt', NEWS)] });
    expect((await said(again)).text).toBe('《云市场月报》早已在库中，内容相同，没有变化。\n所有人都能看到它。要更改，请在我的主页按它旁边的“谁能看到”。');
    expect(await bot.held()).toEqual([['news.txt', 'everyone']]);
  });
});
