import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueryUnit } from '../../src/dictionary/query-unit.ts';
import { bm25, coverage } from '../../src/retrieve/bm25.ts';
import type { UnitCounts } from '../../src/retrieve/unit-counts.ts';
import { aUnit } from '../support/asked.ts';

const SETTINGS = { k1: 1.2, b: 0.75, averageLength: 100 };
const counted = (counts: number[], length = 100): UnitCounts => ({ counts: Float64Array.from(counts), length });
const units = (...weights: number[]): QueryUnit[] => weights.map((weight) => aUnit('陶土', { weight }));

/** Some units, how often each occurs, and how long the text is. */
const texts = fc
  .array(fc.record({ weight: fc.double({ min: 0.1, max: 9, noNaN: true }), count: fc.nat(20) }), {
    minLength: 1,
    maxLength: 6,
  })
  .chain((of) => fc.record({ of: fc.constant(of), length: fc.integer({ min: 1, max: 2000 }) }));
const scoreOf = (of: readonly { weight: number; count: number }[], length: number) =>
  bm25(
    units(...of.map(({ weight }) => weight)),
    counted(
      of.map(({ count }) => count),
      length,
    ),
    SETTINGS,
  );

describe('BM25', () => {
  it('is the formula of Okapi: for an average text tf (k1 + 1) / (tf + k1) times the weight', () => {
    expect(bm25(units(2), counted([1]), SETTINGS)).toBeCloseTo(2, 12);
    expect(bm25(units(2), counted([3]), SETTINGS)).toBeCloseTo((2 * 3 * 2.2) / 4.2, 12);
    expect(bm25(units(1), counted([1], 200), SETTINGS)).toBeCloseTo(2.2 / (1 + 1.2 * 1.75), 12);
  });

  it('is nothing for a text that holds none of the units', () => {
    fc.assert(
      fc.property(texts, ({ of, length }) => {
        expect(
          scoreOf(
            of.map(({ weight }) => ({ weight, count: 0 })),
            length,
          ),
        ).toBe(0);
      }),
    );
  });

  it('rises with each further occurrence, by less each time, and never to more than k1 + 1 times the weight', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 1, max: 2000 }), (count, length) => {
        const [none, one, two] = [count, count + 1, count + 2].map((times) =>
          scoreOf([{ weight: 1, count: times }], length),
        );
        expect((one ?? 0) - (none ?? 0)).toBeGreaterThan((two ?? 0) - (one ?? 0));
        expect(two ?? 0).toBeGreaterThan(one ?? 0);
        expect(two).toBeLessThan(SETTINGS.k1 + 1);
      }),
    );
  });

  it('is held against a longer text', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 900 }), ({ of, length }, longer) => {
        fc.pre(of.some(({ count }) => count > 0));
        expect(scoreOf(of, length + longer)).toBeLessThan(scoreOf(of, length));
      }),
    );
  });

  it('is what the units say one by one, in any order', () => {
    fc.assert(
      fc.property(texts, ({ of, length }) => {
        const each = of.map((one) => scoreOf([one], length)).reduce((sum, score) => sum + score, 0);
        expect(scoreOf(of, length)).toBeCloseTo(each, 9);
        expect(scoreOf(of.toReversed(), length)).toBeCloseTo(each, 9);
      }),
    );
  });
});

describe('coverage', () => {
  it('is the share of the weight that occurs; an unlikely translation counts as likely as it is', () => {
    expect(coverage(units(3, 1), counted([1, 0]))).toBe(0.75);
    expect(coverage(units(3, 1), counted([5, 0]))).toBe(0.75);
    expect(coverage(units(3, 1), counted([0.5, 1]))).toBe(0.625);
    expect(coverage([], counted([]))).toBe(0);
  });

  it('may be of some units only', () => {
    const all = [aUnit('Kotka', { kind: 'latin' }), aUnit('陶土', { weight: 3 })];
    expect(coverage(all, counted([1, 0]), ({ kind }) => kind === 'latin')).toBe(1);
    expect(coverage(all, counted([1, 0]), ({ kind }) => kind === 'number')).toBe(0);
  });

  it('lies between nothing and all, and never falls when more of the question stands there', () => {
    fc.assert(
      fc.property(texts, fc.nat(5), ({ of }, place) => {
        const at = place % of.length;
        const weights = units(...of.map(({ weight }) => weight));
        const before = coverage(weights, counted(of.map(({ count }) => count)));
        const after = coverage(weights, counted(of.map(({ count }, index) => count + (index === at ? 1 : 0))));
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
