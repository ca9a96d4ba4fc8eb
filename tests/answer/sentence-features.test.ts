import { describe, expect, it } from 'vitest';
import type { SentenceFeatures } from '../../src/answer/sentence-features.ts';
import { readParts } from '../../src/answer/compose-extract.ts';
import { retrieveForAnswer } from '../../src/retrieve/retrieve-passages.ts';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';

const PORTS = aReportOf(
  {
    港口: [
      '2021年，东港的货物吞吐量达到1310万吨。',
      '2019年，东港的货物吞吐量为1100万吨。',
      '该港还计划新建两座码头。',
      '东港风景很好。',
    ],
    航线: ['1 港口……………………12', '西港有77条航线。'],
    吞吐量统计: ['港口\t2020年\t2021年', '东港\t1,250\t1,310', '西港\t860\t905', '南港\t停用\t停用'],
  },
  { title: '港口年报' },
);

const EASTPORT = aReportOf(
  {
    Cranes: [
      'At the end of the year the harbour, the largest in the U.S., operated 18 cranes for all its terminals.',
      'Of its engineers twelve of the oldest repair the cranes.',
      'The harbour is quiet at night, and cranes rest.',
    ],
  },
  { title: 'Eastport Harbour Trust, annual review', file: 'eastport.txt' },
);

/** Some features of the sentences that hold a stretch of text, for a question. */
async function featuresOf(
  question: string,
  stretch: string,
  names: readonly (keyof SentenceFeatures)[],
  report = PORTS,
) {
  const { parts, embed } = await aLibraryOf(report);
  const retrieval = await retrieveForAnswer({ text: question, earlier: [] }, parts);
  const [part] = await readParts(retrieval, embed);
  const found = part?.featured.find(({ sentence }) => sentence.text.includes(stretch))?.features;
  return Object.fromEntries(names.map((name) => [name, Math.round(100 * (found?.[name] ?? Number.NaN)) / 100]));
}

describe('what a sentence is ranked by', () => {
  const question = '2021年东港的货物吞吐量是多少万吨？';

  it('is where the time that is asked for stands', async () => {
    const names = ['periodHere', 'periodInHead', 'periodNear', 'periodNowhere', 'otherYearHere'] as const;
    expect(await featuresOf(question, '1310万吨', names)).toEqual({
      periodHere: 1,
      periodInHead: 0,
      periodNear: 0,
      periodNowhere: 0,
      otherYearHere: 0,
    });
    expect(await featuresOf(question, '1100万吨', names)).toMatchObject({ periodHere: 0, otherYearHere: 1 });
    expect(await featuresOf(question, '东港\t1,250', names)).toMatchObject({ periodHere: 0, periodInHead: 1 });
    expect(await featuresOf(question, '77条航线', names)).toMatchObject({ periodNowhere: 1 });
    expect(await featuresOf('东港的货物吞吐量是多少？', '77条航线', names)).toMatchObject({ periodNowhere: 0 });
    const years = aReportOf({ 收入: ['西港2018年至2020年的收入分别为3亿元、4亿元和5亿元。'] }, { file: 'years.txt' });
    const ofYear = (year: number) => featuresOf(`西港${year}年收入多少`, '3亿元', names, years);
    expect(await ofYear(2019)).toMatchObject({ periodHere: 1, otherYearHere: 0 });
    expect(await ofYear(2017)).toMatchObject({ periodHere: 0, otherYearHere: 1 });
  });

  it('is whether the month that the part names stands in it, or another one', async () => {
    const names = ['monthHere', 'otherMonthHere'] as const;
    const months = aReportOf({ 渡轮: ['4月起东港渡轮免费。', '6月东港渡轮停航。', '1—5月东港渡轮运客3万人。'] });
    const of = (text: string, stretch: string) => featuresOf(text, stretch, names, months);
    const asked = '东港渡轮4月怎么了？';
    expect([await of(asked, '免费'), await of(asked, '停航'), await of(asked, '3万人')]).toEqual([
      { monthHere: 1, otherMonthHere: 0 },
      { monthHere: 0, otherMonthHere: 1 },
      { monthHere: 0, otherMonthHere: 0 },
    ]);
    expect(await of('东港渡轮怎么了？', '停航')).toEqual({ monthHere: 0, otherMonthHere: 0 });
  });

  it('is of no line that is the head of a table', async () => {
    const { parts, embed } = await aLibraryOf(PORTS);
    const retrieval = await retrieveForAnswer({ text: '港口2020年和2021年的统计', earlier: [] }, parts);
    const [part] = await readParts(retrieval, embed);
    const rows = part?.featured.map(({ sentence }) => sentence.text).filter((text) => text.includes('\t'));
    expect(rows?.toSorted()).toEqual(['东港\t1,250\t1,310', '南港\t停用\t停用', '西港\t860\t905']);
  });

  it('is what each place around adds to its words, and what none of them holds', async () => {
    const names = ['words', 'headAdds', 'pathAdds', 'uncovered', 'rowLabel'] as const;
    const row = await featuresOf('东港的吞吐量是多少？', '东港\t1,250', names);
    expect(row).toMatchObject({ headAdds: 0, uncovered: 0 });
    expect(row['words']).toBeGreaterThan(0);
    expect(row['pathAdds']).toBeGreaterThan(0);
    expect(row['rowLabel']).toBe(row['words']);
    const elsewhere = await featuresOf('东港的滑雪场有多少个？', '东港风景', names);
    expect(elsewhere['uncovered']).toBeGreaterThan(0.3);
  });

  it('is what kind of line it is', async () => {
    const names = ['row', 'rowWithoutFigure', 'contents', 'fragment'] as const;
    const none = { row: 0, rowWithoutFigure: 0, contents: 0, fragment: 0 };
    expect(await featuresOf(question, '1310万吨', names)).toEqual(none);
    expect(await featuresOf(question, '东港\t1,250', names)).toEqual({ ...none, row: 1, fragment: 1 });
    expect(await featuresOf(question, '南港\t停用', names)).toEqual({
      ...none,
      row: 1,
      rowWithoutFigure: 1,
      fragment: 1,
    });
    expect(await featuresOf(question, '……12', names)).toMatchObject({ contents: 1 });
  });

  it('is whether its figures are of the kind that is asked for', async () => {
    const names = ['unit', 'anyFigure', 'noFigure', 'figureClause'] as const;
    expect(await featuresOf('东港的货物吞吐量是多少？', '东港风景', names)).toMatchObject({
      noFigure: 1,
      figureClause: 0,
    });
    expect(await featuresOf('西港有多少条航线？', '77条航线', names)).toMatchObject({ unit: 1, noFigure: 0 });
    expect(await featuresOf('谁建了东港？', '1310万吨', names)).toMatchObject({ noFigure: 0, figureClause: 0 });
  });

  it('is a figure before an English word, or in words, as any other', async () => {
    const names = ['anyFigure', 'noFigure', 'quantity'] as const;
    const asked = 'How many cranes does the harbour of Eastport have?';
    expect(await featuresOf(asked, '18 cranes', names, EASTPORT)).toEqual({ anyFigure: 1, noFigure: 0, quantity: 1 });
    expect(await featuresOf(asked, 'twelve of', names, EASTPORT)).toMatchObject({ noFigure: 0, quantity: 1 });
    expect(await featuresOf(asked, 'quiet', names, EASTPORT)).toEqual({ anyFigure: 0, noFigure: 1, quantity: 0 });
  });

  it('is whether it meets the names: without points, spelled out, or by the name of the report', async () => {
    const unmet = async (asked: string) =>
      (await featuresOf(asked, '18 cranes', ['unmetNames'], EASTPORT))['unmetNames'];
    expect([
      await unmet('How many cranes does the harbour have in the US in FY2021?'),
      await unmet('How many cranes did Eastport Harbour Trust (EHT) count?'),
      await unmet('How many cranes does the harbour of Westhaven have?'),
    ]).toEqual([0, 0, 1]);
  });
});
