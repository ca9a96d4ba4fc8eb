import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Message } from '../support/fake-slack/world/things.ts';
import { pingsIn } from '../support/pings-in.ts';
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

  const said = (message: Message) =>
    slack.until(() => slack.threadOf(message).find(({ text }) => /已加入|没有变化|已替换|要用新文件/u.test(text)));

  it('directly or in a public channel is for everyone, and says so', async () => {
    const [general, direct] = [
      slack.channel('general', { members: [lib, rival] }),
      await lib.tells(slack.bot, '', { files: [aFile('plan.txt', PLAN)] }),
    ];
    const texts = [(await said(direct)).text];
    // Whoever is a librarian by their user group is one in channels, too.
    texts.push((await said(await rival.mentions(slack.bot, general, '', { files: [aFile('news.txt', NEWS)] }))).text);
    expect(texts.every((text) => text.includes('所有人都能看到它。要更改，请在我的主页'))).toBe(true);
    expect(await bot.held()).toEqual([
      ['news.txt', 'everyone'],
      ['plan.txt', 'everyone'],
    ]);
    await slack.until(
      () =>
        slack.messagesIn(slack.channel('news')).length === 2 && slack.messagesIn(slack.channel('board')).length === 2,
    );
  });

  it('in a private channel is for that channel, announced nowhere else, and seen by its members alone', async () => {
    const board = slack.channel('board');
    const message = await lib.mentions(slack.bot, board, '', { files: [aFile('plan.txt', PLAN)] });
    expect((await said(message)).text).toContain(`只有 <#${board.id}> 能看到它。要更改`);
    expect(await bot.held()).toEqual([
      ['plan.txt', { channels: [`${slack.team.id}/${board.id}`], userGroups: [], people: [] }],
    ]);
    await slack.until(() =>
      slack
        .messagesIn(board)
        .some(({ text, thread_ts: thread }) => thread === undefined && text.startsWith('资料库新增报告')),
    );
    expect(slack.messagesIn(slack.channel('news'))).toEqual([]);
    await lib.tells(slack.bot, '星野云以多少亿元收购东川电子？');
    expect((await slack.next(({ channel }) => channel.startsWith('D'))).text).toContain('47亿元');
    await rival.tells(slack.bot, '星野云以多少亿元收购东川电子？');
    expect((await slack.next(({ channel }) => channel === slack.directMessages(rival).id)).text).not.toContain(
      '47亿元',
    );
  });

  it('with a question is taken in, and the question is answered from it, in one thread, each once', async () => {
    const question = '星野云以多少亿元收购东川电子？';
    const message = await lib.mentions(slack.bot, slack.channel('general', { members: [lib] }), question, {
      files: [aFile('plan.txt', PLAN)],
    });
    await slack.until(() => slack.threadOf(message).length === 3);
    const texts = slack.threadOf(message).map(({ text }) => text);
    expect([texts.filter((text) => text.includes('已加入')).length, texts.at(-1)?.split('\n')[0]]).toEqual([
      1,
      '星野云将以47亿元收购东川电子的云计算业务。 [1] ≡',
    ]);
    const kept = async () =>
      (await bot.footnote.review.queue(10)).map(({ answer: { question: asked, place } }) => [
        asked,
        place.kind === 'slack' && place.message,
      ]);
    await expect.poll(kept).toEqual([[question, slack.threadOf(message).at(-1)?.ts]]);
  });

  it('that Slack does not give away is said so, and the question beside it answered', async () => {
    await said(await lib.tells(slack.bot, '', { files: [aFile('news.txt', NEWS)] }));
    slack.failNext('files.info', { error: 'internal_error' });
    const message = await lib.tells(slack.bot, '亚马逊云的市占率是多少？', { files: [aFile('plan.txt', PLAN)] });
    await slack.until(() => slack.threadOf(message).length === 2);
    expect(slack.threadOf(message).map(({ text }) => text.split('\n')[0])).toEqual([
      '文件没有读成，请稍后再发一次。',
      '亚马逊云的市占率为32%，比上季提高一个百分点。 [1] ≡',
    ]);
  });

  it('with words that ask nothing is taken in, and nothing else', async () => {
    const message = await lib.tells(slack.bot, '并购方案最新版', { files: [aFile('plan.txt', PLAN)] });
    await said(message);
    await slack.everythingDelivered();
    expect((await bot.steps.inbox.recent(slack.team.id, lib.id, 5)).map(({ text }) => text)).toEqual([
      '并购方案最新版',
    ]);
    expect(await bot.footnote.review.queue(10)).toEqual([]);
  });

  it('by somebody who is no librarian is declined in words, and their question answered', async () => {
    await said(await lib.tells(slack.bot, '', { files: [aFile('news.txt', NEWS)] }));
    const [ann, general] = [slack.person('ann'), slack.channel('general')];
    const alone = await ann.mentions(slack.bot, general, '', { files: [aFile('plan.txt', PLAN)] });
    expect((await slack.until(() => slack.threadOf(alone)[0])).text).toBe(
      '只有资料管理员可以添加或删除报告。请联系管理员把您加入 LIBRARIANS。',
    );
    const both = await ann.mentions(slack.bot, general, '亚马逊云的市占率是多少？', {
      files: [aFile('plan.txt', PLAN)],
    });
    await slack.until(() => slack.threadOf(both).length === 2);
    expect(slack.threadOf(both).map(({ text }) => text.slice(0, 8))).toEqual(['只有资料管理员可', '亚马逊云的市占率']);
    expect(await bot.held()).toEqual([['news.txt', 'everyone']]);
  });

  it('has a name that pings nobody and breaks nothing', async () => {
    for (const name of ['<!channel> <@ULIB>.txt', `${'长'.repeat(300)}<!here>.txt`, '<!everyone>.exe']) {
      const message = await rival.mentions(slack.bot, slack.channel('general', { members: [rival] }), '', {
        files: [aFile(name, PLAN)],
      });
      await slack.until(() =>
        slack.threadOf(message).some(({ text }) => /已|在库|没有加入|读不了|cannot read|already|library/u.test(text)),
      );
    }
    expect(slack.calls.flatMap((call) => pingsIn(call, [lib.id, rival.id]))).toEqual([]);
    expect((await bot.held()).map(([name]) => name.length < 130)).toEqual([true]);
  });

  it('in a direct message of several is for them alone', async () => {
    const group = slack.channel('mpdm', { kind: 'mpim', members: [lib] });
    expect((await said(await lib.mentions(slack.bot, group, '', { files: [aFile('plan.txt', PLAN)] }))).text).toContain(
      '只有这个群聊里的人能看到它。',
    );
    expect(await bot.held()).toEqual([
      ['plan.txt', { channels: [`${slack.team.id}/${group.id}`], userGroups: [], people: [] }],
    ]);
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
    const message = await lib.mentions(slack.bot, slack.channel('general', { members: [lib] }), '', {
      files: [aFile('plan.txt', PLAN)],
    });
    expect((await said(message)).text).toContain(`只有 <@${lib.id}> 能看到它。`);
    expect(await bot.held()).toEqual([
      ['plan.txt', { channels: [], userGroups: [], people: [`${slack.team.id}/${lib.id}`] }],
    ]);
  });

  it('taken from where the bot is not is asked for', async () => {
    const secret = slack.channel('secret', { kind: 'private', members: [lib], botIsMember: false });
    await lib.usesShortcut('Add to library', await lib.says(secret, '', { files: [aFile('plan.txt', PLAN)] }));
    expect((await slack.next(({ text }) => text.includes('没有把'))).text).toBe(
      'Slack 没有把“plan.txt”给我。请先邀请我进入那里，或者把文件直接发给我。',
    );
    expect(await bot.held()).toEqual([]);
  });

  it('is neither replaced nor given away by a file of the same name whose librarian does not see it', async () => {
    await said(await lib.mentions(slack.bot, slack.channel('board'), '', { files: [aFile('plan.txt', PLAN)] }));
    const same = await rival.tells(slack.bot, '', { files: [aFile('plan.txt', NEWS)] });
    expect((await said(same)).text).toMatch(/^《云市场月报》已加入资料库/u);
    const content = await rival.tells(slack.bot, '', { files: [aFile('copy.txt', PLAN)] });
    expect((await said(content)).text).toMatch(/^《并购方案》已加入资料库/u);
    expect((await bot.held()).map(([file, audience]) => `${file} ${audience === 'everyone'}`).toSorted()).toEqual([
      'copy.txt true',
      'plan.txt false',
      'plan.txt true',
    ]);
    await lib.mentions(slack.bot, slack.channel('board'), '星野云以多少亿元收购东川电子？');
    expect((await slack.next(({ text }) => text.includes('47亿元'))).channel).toBe(slack.channel('board').id);
  });

  it('that is a new edition keeps who sees it, or stands beside the old one, as its librarian chooses', async () => {
    await said(await lib.tells(slack.bot, '', { files: [aFile('plan.txt', NEWS)] }));
    const board = slack.channel('board');
    const ask = await said(await lib.mentions(slack.bot, board, '', { files: [aFile('plan.txt', PLAN)] }));
    expect(ask.text).toContain(
      `• 替换《云市场月报》：能看到新版的仍是所有人。\n• 两份都保留：能看到新文件的是<#${board.id}>。`,
    );
    await lib.presses('两份都保留', ask);
    await slack.until(() => slack.threadOf(ask).some(({ text }) => text.includes('已加入')));
    const again = await said(
      await lib.mentions(slack.bot, board, '', { files: [aFile('plan.txt', `${PLAN}\n双方已签约。\n`)] }),
    );
    await lib.presses('替换《并购方案》', again);
    await slack.until(() =>
      slack
        .threadOf(again)
        .some(({ text }) => text.includes(`已替换`) && text.includes(`只有 <#${board.id}> 能看到它。`)),
    );
    expect((await bot.held()).filter(([, audience]) => audience === 'everyone').length).toBe(1);
  });

  it('that is there already says who sees it, and changes nothing', async () => {
    await said(await lib.tells(slack.bot, '', { files: [aFile('news.txt', NEWS)] }));
    const again = await lib.mentions(slack.bot, slack.channel('board'), '', { files: [aFile('other.txt', NEWS)] });
    expect((await said(again)).text).toBe(
      '《云市场月报》早已在库中，内容相同，没有变化。\n所有人都能看到它。要更改，请在我的主页按它旁边的“谁能看到”。',
    );
    expect(await bot.held()).toEqual([['news.txt', 'everyone']]);
  });
});
