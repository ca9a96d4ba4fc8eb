import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceSigns } from '../../src/answer/confidence-signs.ts';
import { findQuantities } from '../../src/quantities/find-quantities.ts';
import { aRankedSentence, aReadSentence } from '../support/a-ranked-sentence.ts';

const ranked = (...scores: number[]) => scores.map((score, at) => aRankedSentence(`窑厂${at}。`, score));

describe('the signs that the best sentence answers', () => {
  it('are none where there is no sentence', () => {
    expect(confidenceSigns([], 1)).toBeUndefined();
  });

  it('are how likely it is among all, and how far it lies before the second and the sixth', () => {
    expect(confidenceSigns(ranked(2, 2), 1)).toMatchObject({ likelihood: 0.5, leadOverSecond: 0, leadOverSixth: 6 });
    expect(confidenceSigns(ranked(5, 3, 2, 2, 2, 1), 1)).toMatchObject({ leadOverSecond: 2, leadOverSixth: 4 });
    expect(confidenceSigns(ranked(5), 1)).toMatchObject({ likelihood: 1, leadOverSecond: 6, leadOverSixth: 6 });
    expect(confidenceSigns(ranked(50, 3), 1)).toMatchObject({ leadOverSecond: 6 });
  });

  it('are whether it holds nearly every word, or most of them far before every other, and lacks nothing', () => {
    const saysAll = (words: number, lead: number, unmet: string[] = []) => {
      const best = aRankedSentence('窑厂。', lead, { features: { words }, unmet });
      return confidenceSigns([best, ...ranked(0)], 1)?.saysAll;
    };
    expect([saysAll(0.96, 1), saysAll(0.7, 1), saysAll(0.7, 5), saysAll(0.5, 5)]).toEqual([1, 0, 1, 0]);
    expect(saysAll(1, 5, ['2019'])).toBe(0);
  });

  it('are what is asked besides, and what is lacking up to two', () => {
    const best = aRankedSentence('窑厂。', 1, { features: { unknownNames: 5 }, unmet: ['a', 'b', 'c'] });
    expect(confidenceSigns([best], 3)).toMatchObject({ furtherParts: 2, unmet: 2, unknownNames: 2 });
  });

  it('take what gives the same figure for no rival, but not of another time, nor by what is asked', () => {
    const saying = (text: string, score: number, features = {}, unmet: string[] = []) =>
      aRankedSentence(text, score, {
        features,
        unmet,
        sentence: aReadSentence(text, { quantities: findQuantities(text) }),
      });
    const signs = (second: string, asked = '', features = {}, unmet: string[] = []) => {
      const best = saying('产量为312吨。', 3, { shape: 1, ...features }, unmet);
      return confidenceSigns([best, saying(second, 3), saying('用工18人。', 1)], 1, asked);
    };
    const alone = { likelihood: signs('产量为290吨。')?.likelihood, leadOverSecond: 0 };
    expect(signs('当年共产312吨。')).toMatchObject({ leadOverSecond: 2 });
    expect(signs('当年共产312吨。')?.likelihood).toBeGreaterThan(0.9);
    expect(signs('当年共产312吨。', '哪家产了312吨')).toMatchObject(alone);
    expect(signs('当年共产312吨。', '', { otherYearHere: 1 })).toMatchObject(alone);
    expect(signs('当年共产312吨。', '', { shape: 0 })).toMatchObject(alone);
    expect(signs('当年共产312吨。', '', {}, ['2019'])).toMatchObject(alone);
  });

  it('take what lacks something for no rival of what lacks nothing', () => {
    const [met, lacking] = [
      aRankedSentence('渡轮有12艘。', 3),
      aRankedSentence('火车有12列。', 4, { unmet: ['渡轮'] }),
    ];
    expect(confidenceSigns([met, lacking, ...ranked(1)], 1)).toMatchObject({ leadOverSecond: 2 });
    expect(confidenceSigns([lacking, met, ...ranked(1)], 1)).toMatchObject({ leadOverSecond: 1 });
  });

  it('take what gives the same name, where one is asked for, for no rival', () => {
    const naming = (text: string, score: number, ...named: string[]) => aRankedSentence(text, score, { named });
    const leadOver = (...second: string[]) =>
      confidenceSigns([naming('渡轮归北河公司。', 3, '北河公司'), naming('也有渡轮。', 3, ...second), ...ranked(1)], 1)
        ?.leadOverSecond;
    expect([leadOver('北河公司', '南河公司'), leadOver('南河公司'), leadOver()]).toEqual([2, 0, 0]);
  });

  it('do not change when all scores rise alike, and are no likelier with more rivals', () => {
    const scores = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(scores, fc.integer({ min: -20, max: 20 }), (of, shift) => {
        const sorted = of.toSorted((a, b) => b - a);
        const [signs, shifted] = [sorted, sorted.map((score) => score + shift)].map((each) =>
          confidenceSigns(ranked(...each), 1),
        );
        expect(shifted).toEqual(signs);
        const rival = confidenceSigns(ranked(...sorted, -9), 1);
        expect(rival?.likelihood).toBeLessThan(signs?.likelihood ?? 0);
        expect(rival?.leadOverSecond).toBeLessThanOrEqual(signs?.leadOverSecond ?? 0);
      }),
    );
  });
});
