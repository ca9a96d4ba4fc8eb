import { describe, expect, it } from 'vitest';
import { openModelSession } from '../../src/model/model-session.ts';
import { summariseWithModel } from '../../src/summarise/summarise-with-model.ts';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';
import { aPassage } from '../support/builders.ts';
import { prompts } from '../support/model-answers.ts';
import { prove } from '../support/prove.ts';
import type { Line } from '../support/scripted-model.ts';
import { aScriptedModel, createMemoryModelStore } from '../support/scripted-model.ts';

const filler = '关于市场的其他说明。'.repeat(350);
const passages = [
  aPassage({ text: `亚马逊市占率为32%。${filler}` }),
  aPassage({ ref: 'P2', text: `微软为19%。${filler}` }),
];
const point = (text: string, passage: string, quote: string) => ({ text, citations: [{ passage, quote }] });
const read = (model: ReturnType<typeof aScriptedModel>, points: number, over = passages) =>
  summariseWithModel(over, { language: 'zh', points }, { model, prompts, signal: new AbortController().signal, prove });
const said = ({ points, refused }: Awaited<ReturnType<typeof read>>) => [
  points.map(({ draft }) => draft.text),
  refused.map(({ text }) => text),
];

const FIRST: Line = { value: { claims: [point('亚马逊的市占率是32%。', 'P1', '亚马逊市占率为32%')] } };
const SECOND: Line = {
  value: { claims: [point('微软占19%。', 'P2', '微软为19%'), point('微软占29%。', 'P2', '微软为19%')] },
};

describe('the passages of a section', () => {
  it('are read part by part, and a quote that is cited already stands for no point', async () => {
    expect(said(await read(aScriptedModel(FIRST, SECOND), 5))).toEqual([['亚马逊的市占率是32%。', '微软占19%。'], []]);
  });

  it('give the quote of a point that is not proved, and hold back what has none', async () => {
    const other: Line = {
      value: { claims: [point('微软占29%。', 'P2', '微软为19%'), point('谷歌占7%。', 'P2', '谷歌为7%')] },
    };
    expect(said(await read(aScriptedModel(FIRST, other), 5))).toEqual([
      ['亚马逊的市占率是32%。', '微软为19%'],
      ['谷歌占7%。'],
    ]);
  });

  it('give the points that the model chooses of too many, in their own words', async () => {
    const model = aScriptedModel(FIRST, SECOND, { value: { numbers: [2, 7] } });
    expect(said(await read(model, 1))[0]).toEqual(['微软占19%。']);
    const more = aScriptedModel(
      {
        value: {
          claims: [
            point('亚马逊的市占率是32%。', 'P1', '亚马逊市占率为32%'),
            point('亚马逊占32%。', 'P1', '亚马逊市占率为32%'),
          ],
        },
      },
      SECOND,
      { value: { numbers: [2, 3] } },
    );
    expect(said(await read(more, 2))[0]).toEqual(['亚马逊占32%。', '微软占19%。']);
  });

  it('are too long when they need more calls than are made', async () => {
    const long = Array.from({ length: 9 }, (_, at) => aPassage({ ref: `P${at + 1}`, text: `第${at}段。${filler}` }));
    await expect(read(aScriptedModel(FIRST), 5, long)).rejects.toMatchObject({ failure: 'too_long' });
  });
});

it('reads no more parts than the tokens of the day allow', async () => {
  const store = createMemoryModelStore();
  const scripted = aScriptedModel(FIRST);
  const long = Array.from({ length: 4 }, (_, at) => aPassage({ ref: `P${at + 1}`, text: `第${at}段。${filler}` }));
  const { model } = openModelSession(scripted, store, { limits: { all: 5000 } });
  await expect(
    summariseWithModel(
      long,
      { language: 'zh', points: 5 },
      { model, prompts, signal: new AbortController().signal, prove },
    ),
  ).rejects.toMatchObject({ failure: 'over_budget' });
  expect(scripted.prompts).toHaveLength(2);
});

describe('a summary with a model', () => {
  const library = () =>
    aLibraryOf(
      aReportOf({
        云市场: [
          '2020年第三季度，云市场的规模为365亿美元，比去年同期增长33%。',
          '亚马逊云的份额为32%，仍然居首。微软的份额为19%，居第二位。',
        ],
        芯片: ['2020年第三季度，芯片的销售额为1100亿美元。'],
      }),
    );
  const ask = async (...lines: Line[]) =>
    (await library()).summarizeWith('Summarise the part about the cloud market', {
      model: aScriptedModel(...lines),
      prompts,
      store: createMemoryModelStore(),
      prove,
      report: () => undefined,
      use: { timeoutMs: 5000, limits: {}, ranks: false, writesQueries: false },
    });
  const TRUE = { text: 'AWS held a share of 32%.', quote: '亚马逊云的份额为32%，仍然居首。' };
  const FALSE = { text: 'Microsoft held a share of 32%.', quote: TRUE.quote };
  /** The model sees the chunks of the section behind the blocks that the program itself cites. */
  const says = (...points: (typeof TRUE)[]): Line => ({
    value: { claims: points.map(({ text, quote }) => point(text, 'P2', quote)) },
  });

  it('is in the words of the model, the language of the request, with the figures that the program finds', async () => {
    expect(await ask(says(TRUE))).toMatchObject({
      outcome: 'summarised',
      composer: 'test:scripted',
      points: [{ text: TRUE.text, quotes: [{ text: TRUE.quote }] }],
      coverage: { points: 1, coveredParagraphs: 1, paragraphs: 2 },
      withheld: [],
    });
  });

  it('is without what the section does not prove', async () => {
    expect(await ask(says(TRUE, FALSE))).toMatchObject({
      points: [{ text: TRUE.text }],
      withheld: [],
    });
  });

  it.each<[string, Line]>([
    ['nothing_verified', says(FALSE)],
    ['empty', says()],
    ['timeout', { fails: 'timeout' }],
  ])('is in the report’s own sentences when the model fails: %s', async (fallback, line) => {
    const summary = await ask(line);
    expect(summary).toMatchObject({ outcome: 'summarised', composer: 'extractive', fallback });
    expect(
      summary.outcome === 'summarised' && summary.points.every(({ text, quotes }) => quotes[0]?.text === text),
    ).toBe(true);
  });
});
