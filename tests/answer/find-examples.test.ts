import { describe, expect, it } from 'vitest';
import { findExamples } from '../../src/answer/find-examples.ts';
import { suggestQuestions } from '../../src/answer/suggest-questions.ts';
import type { Language } from '../../src/domain/report.ts';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';

const suggested = (language: Language, ...sentences: string[]) =>
  suggestQuestions(aReportOf({ 概况: sentences }).chunks, language).map(({ text, figure }) => [text, figure]);

describe('a question after a figure', () => {
  it('asks in Chinese for what a sentence says outright, in its words', () => {
    expect(
      suggested(
        'zh',
        '2020年第三季度，东川云的市占率约为32%，比去年高。',
        '招股书显示，星野云2019年营业收入为4.44亿元，净亏损11.79亿元。',
      ),
    ).toEqual([
      ['2020年第三季度，东川云的市占率是多少？', '32%'],
      ['星野云2019年营业收入是多少？', '4.44亿元'],
    ]);
  });

  it('asks in English for a value and for a share', () => {
    expect(
      suggested(
        'en',
        'In 2024, the revenue of Acme was 28.3 billion euros.',
        'In 2024, The price of a wafer was about 40 dollars.',
        'Northwind Labs held 67.1% of foundry revenue in the fourth quarter of 2024, up from 64%.',
      ),
    ).toEqual([
      ['What was the price of a wafer in 2024?', '40 dollars'],
      ['What share of foundry revenue did Northwind Labs hold in the fourth quarter of 2024?', '67.1%'],
    ]);
  });

  it('is not made of a sentence that leans on another, says several things, or has only a date', () => {
    expect(
      suggested(
        'zh',
        '其中云业务的收入为12亿元。',
        '该公司同期的净亏损为3亿元。',
        '甲和乙的收入分别为3亿元和4亿元。',
        '星野云成立的年份为2016年。',
      ),
    ).toEqual([]);
    expect(suggested('en', 'It was about 5 billion dollars.', 'This market, they say, was 3 billion dollars.')).toEqual(
      [],
    );
  });
});

describe('the examples of a library', () => {
  const older = aReportOf(
    { 概况: ['2019年东川云的营业收入为4.44亿元。', '2019年东川云的研发费用为1.2亿元。'] },
    { file: 'older.txt', publishedOn: '2019-12-31' },
  );
  const newer = aReportOf({ 概况: ['2020年星野云的市占率为32%。'] }, { file: 'newer.txt', publishedOn: '2020-12-31' });

  it('come from every report in turn, the latest first, and each finds the figure that it was made after', async () => {
    const { library, ask } = await aLibraryOf(older, newer);
    const examples = await findExamples({ library, extract: ({ text }) => ask(text) });
    expect(examples).toEqual([
      '2020年星野云的市占率是多少？',
      '2019年东川云的营业收入是多少？',
      '2019年东川云的研发费用是多少？',
    ]);
  });

  it('are none where nothing is found, or another figure than the one asked for', async () => {
    const { library, ask } = await aLibraryOf(older, newer);
    expect(await findExamples({ library, extract: () => ask('南溪数据的员工人数是多少？') })).toEqual([]);
    expect(await findExamples({ library, extract: () => ask('2020年星野云的市占率是多少？') })).toEqual([
      '2020年星野云的市占率是多少？',
    ]);
  });

  it('of one report come from it alone, each found in it; of one that is not there there are none', async () => {
    const { library, ask } = await aLibraryOf(older, newer);
    const steps = { library, extract: ({ text }: { text: string }) => ask(text) };
    expect([await findExamples(steps, older.report.id), await findExamples(steps, 'nothing')]).toEqual([
      ['2019年东川云的营业收入是多少？', '2019年东川云的研发费用是多少？'],
      [],
    ]);
  });

  it('are none of an empty one', async () => {
    const { library, ask } = await aLibraryOf();
    expect(await findExamples({ library, extract: ({ text }) => ask(text) })).toEqual([]);
  });
});
