import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RankedPart } from '../../src/answer/choose-sentences.ts';
import { choose } from '../../src/answer/choose-sentences.ts';
import type { RankedSentence } from '../../src/answer/rank-sentences.ts';
import { createNames } from '../../src/lexicon/names.ts';
import { aRankedSentence, aReadSentence } from '../support/a-ranked-sentence.ts';
import { aPassage, aReport } from '../support/builders.ts';

const NAMES = createNames();
const SURE = { words: 1, figure: 1 };

function aPart(
  text: string,
  ranked: RankedSentence[],
  over: Partial<RankedPart> & { member?: string } = {},
): RankedPart {
  const { member, ...rest } = over;
  const ask = { text, whole: text, others: [], leans: false, ...(member === undefined ? {} : { member }) };
  return { ask, ranked, confidence: 0.9, ...rest };
}
const chosen = (parts: RankedPart[], threshold = 0.5) => {
  const { sentences, differing } = choose(parts, NAMES, threshold);
  return { said: sentences.map(({ sentence }) => sentence.text), differing };
};
const figured = (text: string, score: number, figure: string) =>
  aRankedSentence(text, score, {
    features: SURE,
    sentence: aReadSentence(text, { figures: [{ text: figure, clauses: text, before: '', presence: [] }] }),
  });

describe('the sentences that are said', () => {
  it('are the best for each part, in the order of the parts', () => {
    const parts = [
      aPart('渡轮有几艘？', [aRankedSentence('渡轮有12艘。', 5), aRankedSentence('渡轮很旧。', 1)]),
      aPart('票价多少？', [aRankedSentence('票价为14元。', 4)]),
    ];
    expect(chosen(parts)).toEqual({ said: ['渡轮有12艘。', '票价为14元。'], differing: false });
  });

  it('are none where nothing is sure enough, and those of a further part where it is nearly so', () => {
    const parts = (first: number, second: number) => [
      aPart('渡轮有几艘？', [aRankedSentence('渡轮有12艘。', 5)], { confidence: first }),
      aPart('票价多少？', [aRankedSentence('票价为14元。', 4)], { confidence: second }),
    ];
    expect(chosen(parts(0.4, 0.3)).said).toEqual([]);
    expect(chosen(parts(0.9, 0.4)).said).toEqual(['渡轮有12艘。', '票价为14元。']);
    expect(chosen(parts(0.9, 0.2)).said).toEqual(['渡轮有12艘。']);
  });

  it('are also the runner-up of an only part, where it comes as near', () => {
    const ranked = (score: number) => [
      aRankedSentence('渡轮有12艘。', 5),
      aRankedSentence('渡轮共12艘，都很旧。', score),
    ];
    expect(chosen([aPart('渡轮有几艘？', ranked(4.5))]).said).toEqual(['渡轮有12艘。', '渡轮共12艘，都很旧。']);
    expect(chosen([aPart('渡轮有几艘？', ranked(3))]).said).toEqual(['渡轮有12艘。']);
  });

  it('are no runner-up of another language: its score stands on other words', () => {
    const english = aReadSentence('There are 12 ferries.', {
      passage: aPassage({ report: aReport({ language: 'en' }) }),
    });
    const ranked = [aRankedSentence('渡轮有12艘。', 5), aRankedSentence('', 4.9, { sentence: english })];
    expect(chosen([aPart('渡轮有几艘？', ranked)]).said).toEqual(['渡轮有12艘。']);
  });

  it('are never a runner-up that lacks what the part insists on', () => {
    const other = aRankedSentence('火车有12列。', 4.9, { unmet: ['渡轮'] });
    expect(chosen([aPart('渡轮有几艘？', [aRankedSentence('渡轮有12艘。', 5), other])]).said).toEqual(['渡轮有12艘。']);
  });

  it('are also what goes on where the best ends', () => {
    const best = aRankedSentence('渡轮有12艘。', 5);
    const next = aRankedSentence('其中两艘是新的。', 3.5, {
      sentence: aReadSentence('其中两艘是新的。', { previous: best.sentence }),
    });
    expect(chosen([aPart('渡轮有几艘？', [best, next])]).said).toEqual(['渡轮有12艘。', '其中两艘是新的。']);
  });

  it('are one sentence where it answers two parts', () => {
    const both = aRankedSentence('渡轮有12艘，票价为14元。', 5);
    expect(chosen([aPart('渡轮有几艘？', [both]), aPart('票价多少？', [both])]).said).toEqual([
      '渡轮有12艘，票价为14元。',
    ]);
  });

  it('are both values where two sections give different ones, and then they differ', () => {
    const ranked = [figured('渡轮有12艘。', 5, '12'), figured('渡轮有15艘。', 4, '15')];
    expect(chosen([aPart('渡轮有几艘？', ranked)])).toEqual({
      said: ['渡轮有12艘。', '渡轮有15艘。'],
      differing: true,
    });
    const same = [figured('渡轮有12艘。', 5, '12'), figured('渡轮是12艘。', 3.5, '12')];
    expect(chosen([aPart('渡轮有几艘？', same)])).toEqual({ said: ['渡轮有12艘。'], differing: false });
  });

  it('are at most four, each one of the ranked, none twice, whatever was ranked', () => {
    const texts = ['渡轮有12艘。', '票价为14元。', '窑厂在河边。', '其中两艘是新的。', '船员共81人。', '火车有9列。'];
    const part = fc
      .record({
        said: fc.shuffledSubarray(texts, { minLength: 1 }),
        scores: fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 6, maxLength: 6 }),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ said, scores, confidence }) => {
        const sorted = scores.toSorted((a, b) => b - a);
        return aPart(
          '有几个？',
          said.map((text, at) => aRankedSentence(text, sorted[at] ?? -9)),
          { confidence },
        );
      });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const { said } = chosen(parts);
        expect(said).toEqual([...new Set(said)]);
        expect(said.length).toBeLessThanOrEqual(4);
        expect(said.filter((text) => !texts.includes(text))).toEqual([]);
        const isSure = parts.some(({ confidence }) => confidence >= 0.5);
        expect(said.length > 0).toBe(isSure);
      }),
      { numRuns: 60 },
    );
  });
});
