import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/domain/ports.ts';
import type { Report } from '../../src/domain/report.ts';
import type { PassageFeatures, PassageWeights } from '../../src/retrieve/passage-weights.ts';
import { PASSAGE_FEATURES } from '../../src/retrieve/passage-weights.ts';
import type { FeaturedCandidate } from '../../src/retrieve/rank-candidates.ts';
import { featureCandidates, rankCandidates } from '../../src/retrieve/rank-candidates.ts';
import { anAnalysedQuestion, aUnit } from '../support/asked.ts';
import { aChunk, aReport } from '../support/builders.ts';

const NONE: PassageFeatures = {
  chunk: 0,
  sentence: 0,
  coverage: 0,
  figures: 0,
  heading: 0,
  report: 0,
  period: 0,
  answerShape: 0,
  length: 0,
  cosine: 0,
};
const EVEN: PassageWeights = {
  set: 'none',
  date: '2026-01-01',
  leftOut: { first: 0, firstTen: 0 },
  own: { ...NONE, coverage: 1, cosine: 1 },
  translated: { ...NONE, coverage: 1, cosine: 1 },
};

/** A chunk that an index found, in a report whose name says nothing. */
function aCandidate(text: string, over: { order?: number; cosine?: number; report?: Partial<Report> } = {}): Candidate {
  return {
    chunk: aChunk({ text, order: over.order ?? 0, path: [] }),
    report: aReport({ title: '甲', file: 'a.pdf', ...over.report }),
    lexical: 1,
    cosine: over.cosine ?? 0,
  };
}
const aFeatured = (order: number, features: Partial<PassageFeatures>, isOwn = true): FeaturedCandidate => ({
  candidate: aCandidate('…', { order }),
  features: { ...NONE, ...features },
  isOwn,
});

/** What a chunk is ordered by for a question about its units, one a word. */
function featuresOf(question: string, candidate: Candidate, words: readonly string[]): PassageFeatures {
  const units = words.map((word) => aUnit(word, { kind: /^[A-Z\d]/u.test(word) ? 'latin' : 'pair' }));
  const [featured] = featureCandidates(anAnalysedQuestion(question), { zh: units, en: units }, [candidate]);
  return featured?.features ?? NONE;
}

describe('candidates', () => {
  it('are ordered by the weighed sum of their features, best first', () => {
    const ranked = rankCandidates(
      [aFeatured(0, { coverage: 0.5 }), aFeatured(1, { coverage: 0.4, cosine: 0.3 }), aFeatured(2, { length: 99 })],
      EVEN,
    );
    expect(ranked.map(({ chunk, score }) => [chunk.order, score])).toEqual([
      [1, 0.7],
      [0, 0.5],
      [2, 0],
    ]);
  });

  it('in the other language are weighed by weights of their own and put back', () => {
    const weights = { ...EVEN, translated: { ...NONE, coverage: 9 } };
    expect(rankCandidates([aFeatured(0, { coverage: 1 }, false)], weights)[0]?.score).toBe(9 - 6);
  });

  it('come in the same order, in whatever order the indexes give them', () => {
    const some = fc.uniqueArray(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (values, randoms) => {
        const all = values.map((coverage, order) => aFeatured(order, { coverage }));
        const mixed = all
          .map((each) => ({ each, by: randoms.next().value ?? 0 }))
          .toSorted((a, b) => a.by - b.by)
          .map(({ each }) => each);
        const order = (of: FeaturedCandidate[]) => rankCandidates(of, EVEN).map(({ chunk }) => chunk.order);
        expect(order(mixed)).toEqual(order(all));
      }),
    );
  });

  it('do not fall when a feature that counts for them rises', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...PASSAGE_FEATURES), value, value, (feature, less, more) => {
        const weights = { ...EVEN, own: { ...NONE, [feature]: 1 } };
        const score = (at: number) =>
          rankCandidates([aFeatured(0, { [feature]: at })], weights)[0]?.score ?? Number.NaN;
        expect(score(less + more)).toBeGreaterThanOrEqual(score(less));
      }),
    );
  });
});

describe('what a candidate is ordered by', () => {
  it('is how much of the question its text holds, and its best sentences', () => {
    const both = featuresOf('陶土窑', aCandidate('陶土进窑。别的话。'), ['陶土', '窑']);
    const one = featuresOf('陶土窑', aCandidate('陶土。别的话。'), ['陶土', '窑']);
    expect([both.coverage, one.coverage]).toEqual([1, 0.5]);
    expect(both.chunk).toBeGreaterThan(one.chunk);
    expect(both.sentence).toBeGreaterThan(one.sentence);
  });

  it('is more where the words stand in one sentence than where they stand far apart', () => {
    const together = featuresOf('陶土窑', aCandidate('无关的话。陶土进窑。还有别的话。'), ['陶土', '窑']);
    const apart = featuresOf('陶土窑', aCandidate('陶土的话。无关的话。还有窑的话。'), ['陶土', '窑']);
    expect([together.coverage, apart.coverage]).toEqual([1, 1]);
    expect(together.sentence).toBeGreaterThan(apart.sentence);
  });

  it('is what its headings and its report are called', () => {
    const candidate = aCandidate('别的话。', { report: { title: '陶土年鉴', company: '北窑' } });
    const headed = { ...candidate, chunk: { ...candidate.chunk, path: ['港口'] } };
    const { report, heading, coverage } = featuresOf('陶土', headed, ['陶土', '北窑', '港口', '渡轮']);
    expect([report, heading, coverage]).toEqual([0.5, 0.75, 0]);
  });

  it('is the share of the times asked for that it, its headings or its report name', () => {
    const asked = (text: string, publishedOn?: string) =>
      featuresOf(
        '2019年和2020年的陶土',
        aCandidate(text, { report: publishedOn === undefined ? {} : { publishedOn } }),
        ['陶土'],
      ).period;
    expect([asked('2019年的陶土。'), asked('2019年和2020年的陶土。'), asked('陶土。')]).toEqual([0.5, 1, 0]);
    expect(featuresOf('陶土', aCandidate('2019年的陶土。'), ['陶土']).period).toBe(0);
  });

  it('is whether its best sentences hold something of the kind that is asked for', () => {
    const shape = (text: string) => featuresOf('陶土价格上涨了百分之几？', aCandidate(text), ['陶土']).answerShape;
    expect([shape('陶土上涨8%。'), shape('陶土上涨。')]).toEqual([1, 0]);
  });

  it('is its rows as they are said with their heads, which stand elsewhere', () => {
    const { chunk, ...candidate } = aCandidate('12\t34');
    const row = { span: { start: 0, end: 5 }, said: '陶土 北窑: 12' };
    const withTable = { ...candidate, chunk: { ...chunk, tables: { heads: '陶土\n北窑', rows: [row] } } };
    const [bare, read] = [{ ...candidate, chunk }, withTable].map((each) => featuresOf('陶土', each, ['陶土', '北窑']));
    expect([bare?.coverage, read?.coverage]).toEqual([0, 1]);
    expect(read?.sentence).toBeGreaterThan(bare?.sentence ?? 1);
  });

  it('is the nearness of the vectors as it was found, and the logarithm of its length', () => {
    const { cosine, length } = featuresOf('陶土', aCandidate('陶土'.repeat(50), { cosine: 0.7 }), ['陶土']);
    expect([cosine, length]).toEqual([0.7, Math.log(200)]);
  });
});
