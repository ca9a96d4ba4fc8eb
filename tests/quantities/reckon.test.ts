import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../src/quantities/find-quantities.ts';
import { reckon } from '../../src/quantities/reckon.ts';

/** How the first figure of a claim follows from the figures of a quote. */
function reckoned(claim: string, quote: string): string | undefined {
  const [figure] = findQuantities(claim);
  const result = figure && reckon(figure, findQuantities(quote));
  return result && `${result.operation} of ${result.operands.map(({ text }) => text).join(', ')}`;
}

describe('a figure', () => {
  it.each([
    ['合计12万吨', '甲厂生产7万吨，乙厂生产5万吨。', 'sum of 7万吨, 5万吨'],
    ['rose by 3 percentage points', 'The share was 21% after 18% the year before.', 'points of 21%, 18%'],
    ['多出2亿元', '收入从5亿元增加到7亿元。', 'difference of 7亿元, 5亿元'],
    ['the other 36%', 'Exports took 64% of the harvest.', 'rest of 64%'],
    ['占总数的25%', '共有400家，其中100家盈利。', 'share of 100家, 400家'],
    [
      'grew by 50%',
      'Output was 20 million tonnes and is 30 million tonnes now.',
      'growth of 30 million tonnes, 20 million tonnes',
    ],
    ['约为3倍', '2019年有40家，2020年有120家。', 'ratio of 120家, 40家'],
    ['约2亿元', '收入为10亿元，其中海外占20%。', 'part of 10亿元, 20%'],
    ['近1000亿元', '市场规模为986.23亿元。', 'rounded of 986.23亿元'],
  ])('follows from others: %s', (claim, quote, expected) => {
    expect(reckoned(claim, quote)).toBe(expected);
  });

  it.each([
    ['percents have no percent between them', 'grew by 3%', 'The share was 21% after 18% the year before.'],
    ['another sum', '合计13万吨', '甲厂生产7万吨，乙厂生产5万吨。'],
    ['another unit', '合计12万元', '甲厂生产7万吨，乙厂生产5万吨。'],
    ['more than is there', '超过1000亿元', '市场规模为986.23亿元。'],
    ['a count of a few is not rounded', '5家', '共有6家。'],
  ])('does not follow where it does not: %s', (_, claim, quote) => {
    expect(reckoned(claim, quote)).toBeUndefined();
  });

  it('follows from the ends of a range', () => {
    expect(reckoned('grew by 50%', 'Output went from 20 million tonnes to 30 million tonnes.')).toMatch(/^growth of /u);
  });
});
