import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListedReport } from '../../src/slack/steps.ts';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Channel } from '../support/fake-slack/world/things.ts';
import type { BotInSlack } from '../support/slack-bot.ts';
import { aBotInSlack } from '../support/slack-bot.ts';

const CLOUD: ListedReport = {
  id: 'r1',
  title: '云市场月报',
  publishedOn: '2020-12-31',
  file: 'cloud.pdf',
  pageCount: 70,
};
const CHIPS: ListedReport = {
  id: 'r2',
  title: '芯片季报',
  publishedOn: '2019-06-30',
  file: 'chips.pdf',
  pageCount: 40,
};

describe('where people meet the bot', () => {
  let bot: BotInSlack;
  let slack: FakeSlack;
  let ann: Person;
  let general: Channel;

  beforeEach(async () => {
    bot = await aBotInSlack({
      world: { alsoDomains: ['footnote.example'] },
      steps: {
        reports: (viewer) => Promise.resolve(viewer.kind === 'everyone-only' ? [CLOUD] : [CHIPS, CLOUD]),
        sections: (id) => Promise.resolve(id === 'r1' ? [['海外借鉴'], ['海外借鉴', '云服务市场']] : [['存储芯片']]),
        summarize: (request) =>
          Promise.resolve(
            request === '存储'
              ? {
                  outcome: 'which' as const,
                  candidates: [
                    { label: '存储芯片 · p. 3', request: '存储芯片' },
                    { label: '存储市场 · p. 9', request: '存储市场' },
                  ],
                }
              : { outcome: 'not_found' as const, nearest: [`只有${request}`] },
          ),
        checkDraft: () =>
          Promise.resolve({
            claims: [
              {
                text: '亚马逊份额为50%。',
                verdict: 'contradicted',
                reason: '',
                quotes: [],
                differences: [{ claimed: '50%', found: '32%' }],
              },
            ],
          }),
      },
    });
    slack = bot.slack;
    ann = slack.person('ann', { locale: 'en-US' });
    general = slack.channel('general', { members: [ann] });
  });

  afterEach(() => bot.stop());

  it('suggests prompts from the reports that are really there when the agent pane opens', async () => {
    await bot.steps.preferences.set(slack.team.id, ann.id, { language: 'zh', where: 'direct' });
    await ann.opensMessages(general);
    const pane = await slack.until(() => [...slack.world.agentThreads.values()].find(({ prompts }) => prompts));
    expect(pane.prompts?.map(({ message }) => message)).toEqual([
      '总结《云市场月报》',
      '《云市场月报》里“云服务市场”讲了什么？',
      '《芯片季报》里“存储芯片”讲了什么？',
    ]);
  });

  it('does not ask what a person looks at beside the agent pane, nor read it', async () => {
    const board = slack.channel('board', { kind: 'private', members: [ann] });
    await ann.opensMessages(board);
    await ann.looksAt(board);
    await ann.tells(slack.bot, '这个频道在说什么？');
    await slack.next();
    expect([
      slack.world.events.has('app_context_changed'),
      slack.calls.filter(({ body }) => JSON.stringify(body).includes(board.id)),
    ]).toEqual([false, []]);
  });

  it('shows the library, the latest questions and the settings on the Home tab', async () => {
    await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    await slack.next();
    await ann.opensHome();
    const home = await slack.until(() => slack.homeOf(ann));
    const text = JSON.stringify(home.view);
    expect([
      text.indexOf('云市场月报 · 2020-12-31') < text.indexOf('芯片季报 · 2019-06-30'),
      text.includes('海外借鉴'),
      text.includes('亚马逊云的市占率是多少？'),
    ]).toEqual([true, true, true]);
  });

  it('answers in the language that a person chose on the Home tab', async () => {
    await ann.opensHome();
    await ann.chooses('set_language', 'Answer in Chinese', await slack.until(() => slack.homeOf(ann)));
    await slack.until(() => JSON.stringify(slack.homeOf(ann)?.view).includes('资料库'));
    await ann.tells(slack.bot, 'What is the share of AWS?');
    expect((await slack.next()).text).toContain('第 65 页');
  });

  it('checks the facts of a message for who asks alone', async () => {
    const message = await ann.says(general, '亚马逊份额为50%。');
    await ann.usesShortcut('Check facts', message);
    const [checked] = await slack.until(() =>
      slack.onlyVisibleTo(ann).length > 0 ? slack.onlyVisibleTo(ann) : undefined,
    );
    expect(checked?.text).toBe('核对了 1 句：1 句与报告不符。\n✗ 与报告不符 · 亚马逊份额为50%。\n稿中 50%，报告 32%');
    expect(slack.threadOf(message)).toEqual([]);
  });

  it('asks about a message in a modal, with the message as what was said before, and answers directly', async () => {
    const message = await ann.says(general, '亚马逊份额很高。');
    await ann.usesShortcut('Ask about this', message);
    await ann.submits(await slack.until(() => slack.modalOf(ann)), { Question: '高到多少？' });
    const answer = await slack.next();
    expect(bot.asked).toEqual([{ text: '高到多少？', earlier: ['亚马逊份额很高。'] }]);
    expect(answer.channel).not.toBe(general.id);
    expect(answer.text).toContain(`<@${ann.id}> 问：高到多少？`);
  });

  it('answers about a message in its thread for who chose that', async () => {
    await bot.steps.preferences.set(slack.team.id, ann.id, { language: 'auto', where: 'thread' });
    const message = await ann.says(general, '亚马逊份额很高。');
    await ann.usesShortcut('Ask about this', message);
    await ann.submits(await slack.until(() => slack.modalOf(ann)), { Question: '高到多少？' });
    expect((await slack.next()).thread_ts).toBe(message.ts);
  });

  it('greets back with what it can do, and asks no report about a greeting or a thank-you', async () => {
    await ann.tells(slack.bot, '你好');
    const greeted = await slack.next();
    await ann.tells(slack.bot, 'Thank you!');
    expect([greeted.text.split('\n')[0], (await slack.next()).text, bot.asked]).toEqual([
      '向我提问，我用报告里的原句回答，每句都有可以核对的出处。',
      'Any time.',
      [],
    ]);
  });

  it('is asked from anywhere', async () => {
    await ann.usesShortcut('Ask the reports');
    await ann.submits(await slack.until(() => slack.modalOf(ann)), { Question: '亚马逊云的市占率是多少？' });
    expect((await slack.next()).text).toContain('32%');
  });

  it('lists the reports that a person may see', async () => {
    await ann.runs('/footnote reports', general);
    const [list] = await slack.until(() =>
      slack.onlyVisibleTo(ann).length > 0 ? slack.onlyVisibleTo(ann) : undefined,
    );
    expect(list?.text).toBe('• 云市场月报 · 2020-12-31 · 70 pages\n• 芯片季报 · 2019-06-30 · 40 pages');
  });

  it('asks which section is meant, and summarises the one whose button is pressed', async () => {
    await ann.runs('/footnote summarize 存储', general);
    const asked = await slack.until(() => slack.onlyVisibleTo(ann)[0]);
    expect(JSON.stringify(asked.blocks)).not.toContain('分享到频道');
    await ann.presses('存储市场 · p. 9', asked);
    expect(
      (await slack.until(() => slack.onlyVisibleTo(ann).find(({ text }) => text.includes('只有存储市场')))).text,
    ).toContain('只有存储市场');
  });

  it('says below a link to a page which report it is, without its text; of one that is hidden nothing', async () => {
    const shared = slack.channel('shared', { members: [ann], sharedWith: [slack.workspace('Other')] });
    const url = (id: string) => `https://footnote.example/reports/${id}/pages/3?quote=1-2#quote`;
    const [open, hidden] = [
      await ann.says(general, `<${url('r2')}>`),
      await ann.says(shared, `<${url('r2')}> <${url('r1')}>`),
    ];
    await slack.until(() => open.unfurls && hidden.unfurls);
    expect([Object.keys(open.unfurls ?? {}), Object.keys(hidden.unfurls ?? {})]).toEqual([[url('r2')], [url('r1')]]);
    expect(JSON.stringify(open.unfurls)).toContain('芯片季报 · 2019-06-30 · 40 页 · 文件第 3 页');
  });

  it('titles a conversation in the agent pane by its question', async () => {
    const question = await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    const channel = slack.world.channels.get(question.channel);
    expect(await slack.until(() => channel && slack.agentThread(channel, question)?.title)).toBe(
      '亚马逊云的市占率是多少？',
    );
  });
});
