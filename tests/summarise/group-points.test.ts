import { describe, expect, it } from 'vitest';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';

const PORTS = {
  东港: [
    '东港2021年吞吐量为18亿吨，同比增长6%。东港新建四个深水泊位，投资82亿元。',
    '东港的自动化码头已经启用，每小时装卸效率提高30%。东港的职工为2400人。',
  ],
  西港: ['西港2021年吞吐量为9亿吨，同比下降2%。西港的营业收入为30亿元。', '西港计划投资15亿元扩建航道。'],
  南港: ['南港2021年吞吐量为4亿吨。南港的净利润为1.2亿元。', '南港的船舶平均在港时间为36小时。'],
};

describe('the points of a summary', () => {
  const points = async (request: string) => {
    const { summarize } = await aLibraryOf(aReportOf(PORTS, { title: '港口年报' }));
    const summary = await summarize(request);
    return summary.outcome === 'summarised' ? summary.points : [];
  };

  it('are five, each of what stands together, each piece with its own citation', async () => {
    const all = await points('整份报告');
    expect(all.length).toBeLessThanOrEqual(5);
    for (const { text, quotes } of all) {
      expect(text).toBe(quotes.map((quote) => quote.text).join(''));
      expect(new Set(quotes.map(({ path }) => path.join())).size).toBe(1);
    }
    expect(new Set(all.flatMap(({ quotes }) => quotes.map(({ path }) => path.join())))).toEqual(
      new Set(['东港', '西港', '南港']),
    );
  });

  it('are up to twelve in a detailed summary', async () => {
    const [standard, detailed] = [await points('整份报告'), await points('详细总结整份报告')];
    expect(detailed.length).toBeGreaterThan(standard.length);
    expect(detailed.length).toBeLessThanOrEqual(12);
  });

  it('hold no half of a sentence', async () => {
    const { summarize } = await aLibraryOf(
      aReportOf({
        Ports: [
          'and recent damage to the berths at East Port of $12 million in 2021.',
          'East Port earned $30 million.',
        ],
      }),
    );
    const summary = await summarize('the whole report');
    const texts = summary.outcome === 'summarised' ? summary.points.map(({ text }) => text) : [];
    expect(texts).toEqual(['East Port earned $30 million.']);
  });

  const textsOf = async (sections: Record<string, string[]>, request: string) => {
    const { summarize } = await aLibraryOf(aReportOf(sections));
    const summary = await summarize(request);
    return summary.outcome === 'summarised' ? summary.points.map(({ text }) => text) : [];
  };

  it('hold the sentence below a heading in the text and each item of a list, without a stop before', async () => {
    const heading = 'Outlook for the harbours in 2024';
    const [first, second] = [
      'Berths at East Port for $12 million in 2023',
      'Cranes at West Port for $7 million in 2023.',
    ];
    const below = 'East Port expects a throughput of 18 million containers.';
    expect(await textsOf({ Ports: [heading, below, `• ${first}`, `• ${second}`] }, 'the whole report')).toEqual([
      below,
      first,
      second,
    ]);
  });

  it('hold sentences that are built alike and give other figures, and none that adds nothing', async () => {
    const alike = ['东港位居第一，吞吐量为18亿吨。', '西港位居第二，吞吐量为9亿吨。', '南港位居第三，吞吐量为4亿吨。'];
    expect(await textsOf({ 港口: [`${alike.join('')}${alike[0]}`] }, '整份报告')).toEqual(alike);
  });
});
