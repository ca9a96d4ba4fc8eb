import { describe, expect, it } from 'vitest';
import { aLibraryOf, aReportOf, saidBy } from '../support/answer-from.ts';

const ORCHARDS = aReportOf(
  {
    Highlights: [
      'The board met eleven times.',
      '• Revenues increased 7% to $412 million, driven by pears.',
      '• Juice segment revenues increased 31% to $20 million.',
      '• Net income decreased 4% to $51 million, compared to $53 million in 2021.',
      '• Nine new presses were opened.',
    ],
    Outlook: ['We expect revenues to grow 9% in 2023.'],
    Glossary: ['Revenues of orchards in 2020 rose 90% to $3 million.'],
  },
  { title: 'Quince Orchards annual report', file: 'quince.txt', company: 'Quince Orchards Inc.', period: '2022' },
);

const KILNS = aReportOf(
  {
    经营情况: [
      '砖瓦行业竞争激烈。',
      '报告期内，公司实现营业收入8.2亿元，同比增长12.5%。',
      '公司实现净利润0.9亿元，同比下降3.1%。',
      '子公司南窑建材实现营业收入0.4亿元，同比增长40%。',
    ],
    展望: ['预计2023年营业收入增长两成。'],
  },
  { title: '北岭窑业2022年年度报告', file: '北岭窑业.txt', company: '北岭窑业股份有限公司', period: '2022' },
);

const MARKET = aReportOf(
  { Market: ['Sales of pears rose 5% to $2 billion in 2022.', 'Profits of growers fell 2% to $90 million.'] },
  { title: 'Pears 2022', file: 'pears.txt', period: '2022' },
);

describe('how a company did', () => {
  it.each(['How did Quince Orchards do in 2022?', "how was Quince's 2022", 'Quince Orchards 2022 results'])(
    'is told by revenue and profit of the whole where its report sums up: %s',
    async (question) => {
      const { askByKind } = await aLibraryOf(ORCHARDS, KILNS, MARKET);
      expect(saidBy(await askByKind(question))).toEqual([
        'Revenues increased 7% to $412 million, driven by pears.',
        'Net income decreased 4% to $51 million, compared to $53 million in 2021.',
        'Juice segment revenues increased 31% to $20 million.',
      ]);
    },
  );

  it.each(['北岭窑业2022年业绩怎么样', '北岭窑业2022年经营情况如何？'])(
    'is told in Chinese, too: %s',
    async (question) => {
      const { askByKind } = await aLibraryOf(ORCHARDS, KILNS, MARKET);
      expect(saidBy(await askByKind(question))).toEqual([
        '报告期内，公司实现营业收入8.2亿元，同比增长12.5%。',
        '公司实现净利润0.9亿元，同比下降3.1%。',
        '子公司南窑建材实现营业收入0.4亿元，同比增长40%。',
      ]);
    },
  );

  it.each([
    ['of a year that no report covers', 'How did Quince Orchards do in 2019?'],
    ['of a company that no report is about', 'How did Medlar Orchards do in 2022?'],
    ['of a market', 'How did pears do in 2022?'],
    ['where one thing is asked', 'How many presses did Quince Orchards open in 2022?'],
  ])('is not told %s', async (_, question) => {
    const { askByKind } = await aLibraryOf(ORCHARDS, KILNS, MARKET);
    expect(saidBy(await askByKind(question))).not.toContain(
      'Net income decreased 4% to $51 million, compared to $53 million in 2021.',
    );
  });
});
