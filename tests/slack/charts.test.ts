import { afterEach, describe, expect, it } from 'vitest';
import type { Chart } from '../../src/slack/delivery/message.ts';
import type { Summary } from '../../src/slack/steps.ts';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Message } from '../support/fake-slack/world/things.ts';
import { aVerifiedAnswer } from '../support/builders.ts';
import type { BotInSlack } from '../support/slack-bot.ts';
import { aBotInSlack } from '../support/slack-bot.ts';
import { claimsOf } from '../../src/domain/answer.ts';

const SHARES: Chart = {
  title: '市占率',
  unit: '%',
  values: [
    { label: '亚马逊', value: 32 },
    { label: '微软', value: 19 },
  ],
};
const PNG = Buffer.from('the bytes of a picture');

describe('the key figures of a summary', () => {
  let bot: BotInSlack;
  let slack: FakeSlack;
  let chart: Chart | undefined = SHARES;

  afterEach(() => bot.stop());

  async function summarised({
    charts = false,
    refused,
    canDraw = true,
  }: { charts?: boolean; refused?: string; canDraw?: boolean } = {}): Promise<Message> {
    chart = SHARES;
    const answer = aVerifiedAnswer();
    const summarize = (): Promise<Summary> =>
      Promise.resolve({
        outcome: 'summarised',
        heading: '云市场',
        points: claimsOf(answer),
        notes: [],
        ...(chart ? { chart } : {}),
      });
    bot = await aBotInSlack({
      world: { charts },
      steps: { summarize, ...(canDraw ? { drawChart: () => Promise.resolve(PNG) } : {}) },
    });
    slack = bot.slack;
    if (refused !== undefined) slack.failNext(refused, { error: 'missing_scope' });
    const question = await slack.person('ann').mentions(slack.bot, slack.channel('general'), '总结云市场');
    await slack.until(() => slack.threadOf(question).some(({ text }) => text.startsWith('云市场')));
    return question;
  }

  const shown = (question: Message) =>
    slack
      .threadOf(question)
      .map(({ blocks, files }) =>
        files ? files.map(({ title }) => title) : Array.isArray(blocks) ? blocks.map(({ type }) => type) : [],
      );
  const uploads = () =>
    [...slack.world.files.values()]
      .filter(({ state }) => state === 'shared')
      .map(({ content, channels }) => [content.toString(), channels]);

  it('are a chart where the workspace has charts', async () => {
    const question = await summarised({ charts: true });
    expect([shown(question), uploads()]).toEqual([
      [['context', 'data_visualization', 'rich_text', 'context', 'context']],
      [],
    ]);
  });

  it('are a picture in the thread where it has none, uploaded once', async () => {
    const question = await summarised();
    expect([shown(question), uploads()]).toEqual([
      [['市占率'], ['context', 'rich_text', 'context', 'context']],
      [[PNG.toString(), [question.channel]]],
    ]);
  });

  it.each(['files.getUploadURLExternal', 'files.completeUploadExternal'])(
    'are a table where %s is refused',
    async (method) => {
      const question = await summarised({ refused: method });
      expect([shown(question), uploads()]).toEqual([[['context', 'table', 'rich_text', 'context', 'context']], []]);
      expect(bot.log.join()).toContain('missing_scope');
    },
  );

  it('are a table where nothing draws', async () => {
    const question = await summarised({ canDraw: false });
    expect(shown(question)).toEqual([['context', 'table', 'rich_text', 'context', 'context']]);
  });

  it('follow an edited question: a new picture takes the place of the old one, or none without figures', async () => {
    const question = await summarised();
    chart = { ...SHARES, title: '增速' };
    await slack.person('ann').edits(question, `<@${slack.bot.userId}> 总结云市场的增速`);
    await slack.until(() => shown(question).some((each) => each.includes('增速')));
    const edited = shown(question);
    chart = undefined;
    await slack.person('ann').edits(question, `<@${slack.bot.userId}> 总结云市场的客户`);
    await slack.until(() => slack.threadOf(question).length === 1);
    expect([edited, shown(question)]).toEqual([
      expect.arrayContaining([['context', 'rich_text', 'context', 'context'], ['增速']]),
      [['context', 'rich_text', 'context', 'context']],
    ]);
  });

  it('go with a question that is deleted', async () => {
    const question = await summarised();
    await slack.person('ann').deletes(question);
    await slack.until(() => slack.threadOf(question).length === 0);
    expect(slack.replies).toEqual([]);
  });
});
