import { describe, expect, it } from 'vitest';
import { drawBarChart } from '../../src/adapters/bar-chart.ts';
import type { FigureSeries } from '../../src/domain/answer.ts';
import { findQuote } from '../../src/verify/find-quote.ts';
import { aPassage } from '../support/builders.ts';

const quote = findQuote(aPassage(), '微软为19%。');

function aSeries(kind: FigureSeries['kind'], labels: string[]): FigureSeries {
  if (!quote) throw new Error('the passage holds the quote');
  return { kind, title: '份额', unit: '%', values: labels.map((label, at) => ({ label, value: 10 + at, quote })) };
}

describe('a bar chart', () => {
  it.each(['shares', 'over_time', 'across'] as const)('is a PNG: %s', async (kind) => {
    const png = Buffer.from(await drawBarChart(aSeries(kind, ['甲', '乙', '丙']), '云市场份额'));
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16) > 800]).toEqual(['PNG', true]);
  });

  it('draws Chinese: other characters are another picture', async () => {
    const [one, other] = await Promise.all([
      drawBarChart(aSeries('shares', ['甲', '乙', '丙']), '云'),
      drawBarChart(aSeries('shares', ['甲', '乙', '丁']), '云'),
    ]);
    expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).not.toBe(0);
  });
});
