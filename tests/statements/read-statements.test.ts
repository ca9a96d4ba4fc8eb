import { describe, expect, it } from 'vitest';
import { createNames } from '../../src/lexicon/names.ts';
import { readStatement, readStatements } from '../../src/statements/read-statements.ts';

const resources = { names: createNames(), reportYear: 2020 };

function kindsIn(text: string): [string, string][] {
  return readStatements(text, resources).map((statement) => [statement.kind, statement.text]);
}

describe('a text', () => {
  it('is read as headings, sentences, items of lists, captions and rows, in its order', () => {
    const text = [
      '一、市场概况',
      '2020年云市场继续增长。各家份额变化不大。',
      '• 亚马逊居首；',
      '2. 微软居次。',
      '图 3 各家份额',
      '亚马逊 32% 31% 29%',
      '资料来源：自有调查',
    ].join('\n');
    expect(kindsIn(text)).toEqual([
      ['heading', '一、市场概况'],
      ['sentence', '2020年云市场继续增长。'],
      ['sentence', '各家份额变化不大。'],
      ['item', '亚马逊居首；'],
      ['item', '微软居次。'],
      ['caption', '图 3 各家份额'],
      ['row', '亚马逊 32% 31% 29%'],
      ['caption', '资料来源：自有调查'],
    ]);
  });

  it('is no table where a line without a stop has figures in it, and has an item wherever a bullet stands', () => {
    const text = [
      'Harbour Lines Reports 2022 Results',
      '▪ Revenues of $12.7 Million in 2022',
      '▪ Revenues Grew 5% in All Ports▪ Earnings of $0.41 Per Share',
      'Harbour dues 12.7 11.9 10.4',
    ].join('\n');
    expect(kindsIn(text)).toEqual([
      ['sentence', 'Harbour Lines Reports 2022 Results'],
      ['item', 'Revenues of $12.7 Million in 2022'],
      ['item', 'Revenues Grew 5% in All Ports'],
      ['item', 'Earnings of $0.41 Per Share'],
      ['row', 'Harbour dues 12.7 11.9 10.4'],
    ]);
  });

  it('keeps together a sentence that the end of a line broke, and a quotation with its speaker', () => {
    expect(
      kindsIn(
        '随着新型基础设施建设的推进，云计算在各行业的\n应用不断深入。\n' +
          'Revenue of the cloud division grew by a fifth and\nreached two billion. “市场还会增长。”李明说。',
      ),
    ).toEqual([
      ['sentence', '随着新型基础设施建设的推进，云计算在各行业的 应用不断深入。'],
      ['sentence', 'Revenue of the cloud division grew by a fifth and reached two billion.'],
      ['sentence', '“市场还会增长。”李明说。'],
    ]);
  });

  it('is quoted word for word by each of its statements', () => {
    const text = '随着新型基础设施建设的推进，云计算在各行业的\n应用不断深入。\n• 亚马逊居首；';
    const quoted = readStatements(text, resources, 7).map(({ id, quotes, paragraph }) => ({
      id,
      paragraph,
      quotes: quotes.map(({ start, end }) => text.slice(start, end)),
    }));
    expect(quoted).toEqual([
      { id: '7.0', paragraph: 0, quotes: ['随着新型基础设施建设的推进，云计算在各行业的\n应用不断深入。'] },
      { id: '7.1', paragraph: 2, quotes: ['亚马逊居首；'] },
    ]);
  });
});

describe('a clause', () => {
  const read = (text: string) =>
    readStatement(text, resources).clauses.map(({ span, quantities, names, terms, ...rest }) => ({
      text: text.slice(span.start, span.end),
      figures: quantities.map((quantity) => quantity.text),
      names: names.map(({ name, kind }) => `${name} ${kind}`),
      terms: terms.map(({ term }) => term),
      ...rest,
      ...(rest.attribution ? { attribution: text.slice(rest.attribution.start, rest.attribution.end) } : {}),
    }));

  it('says its figures, names and words, when and according to whom, and whether it denies or expects', () => {
    expect(read('据工信部统计，2020年第三季度青海收入增长5%，微软没有增长，预计明年回升。')).toEqual([
      {
        text: '据工信部统计',
        figures: [],
        names: [],
        terms: ['工信部', '统计'],
        stances: [],
        attribution: '工信部',
        negated: false,
      },
      {
        text: '2020年第三季度青海收入增长5%',
        figures: ['2020年', '第三季度', '5%'],
        names: ['青海 place'],
        terms: ['青海', '收入', '增长'],
        time: { year: 2020, months: [7, 9] },
        stances: [],
        attribution: '工信部',
        negated: false,
      },
      {
        text: '微软没有增长',
        figures: [],
        names: ['微软 company'],
        terms: ['微软', '没有', '增长'],
        time: { year: 2020, months: [7, 9] },
        stances: [],
        attribution: '工信部',
        negated: true,
      },
      {
        text: '预计明年回升',
        figures: ['明年'],
        names: [],
        terms: ['预计', '明年', '回升'],
        time: { year: 2021 },
        stances: ['planned'],
        attribution: '工信部',
        negated: false,
      },
    ]);
  });

  it('ends at commas, colons and dashes, and not inside a number, a time, a range or a name', () => {
    expect(
      read('C3.ai had 1,200 customers in 2019—2021, it opened at 10:30: U.S. sales rose.').map(({ text }) => text),
    ).toEqual(['C3.ai had 1,200 customers in 2019—2021', ' it opened at 10:30', ' U.S. sales rose']);
  });
});
