import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUnitFinder } from '../../src/dictionary/find-units.ts';
import { countUnits, sumCounts } from '../../src/retrieve/unit-counts.ts';
import { aUnit } from '../support/asked.ts';

const units = [aUnit('陶土'), aUnit('ferry'), aUnit(['港口', '码头'])];
const find = createUnitFinder(units);
const shown = ({ counts, length }: { counts: Float64Array; length: number }) => ({ counts: [...counts], length });

/** Counts of the stretches between some places of a text. */
function countsBetween(text: string, cuts: readonly number[]) {
  const found = find(text);
  const bounds = [0, ...cuts.filter((cut) => cut <= found.canonical.length), found.canonical.length];
  const spans = bounds.slice(1).map((end, at) => ({ start: bounds[at] ?? 0, end }));
  return countUnits(found, units.length, spans);
}

describe('units counted in a text', () => {
  it('count as often as they stand there, other forms as likely as they are, in a text of so many words', () => {
    expect(countsBetween('陶土、陶土和码头；two ferries.', []).map(shown)).toEqual([
      { counts: [2, 1, 0.5], length: 16 },
    ]);
  });

  it('belong to the stretch in which they begin', () => {
    expect(countsBetween('陶土陶土陶土', [2, 4]).map(({ counts }) => counts[0])).toEqual([1, 1, 1]);
    expect(countsBetween('陶土陶土陶土', [4]).map(({ counts }) => counts[0])).toEqual([2, 1]);
  });

  it('are together those of the whole, wherever it is cut between sentences', () => {
    const sentences = fc.array(fc.constantFrom('陶土涨价。', '码头和港口。', 'The ferry left. ', '无。'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(sentences, (said) => {
        const cuts = said.map((_, at) => find(said.slice(0, at).join('')).canonical.length);
        const [whole] = countsBetween(said.join(''), []);
        expect(shown(sumCounts(countsBetween(said.join(''), cuts)))).toEqual(whole ? shown(whole) : undefined);
      }),
      { numRuns: 60 },
    );
  });
});

describe('counts of several texts', () => {
  it('are added up, in any order', () => {
    const counts = fc.record({
      counts: fc.tuple(fc.nat(9), fc.nat(9)).map((both) => Float64Array.from(both)),
      length: fc.nat(99),
    });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1 }), (all) => {
        expect(shown(sumCounts(all))).toEqual({
          counts: [0, 1].map((unit) => all.reduce((sum, each) => sum + (each.counts[unit] ?? 0), 0)),
          length: all.reduce((sum, { length }) => sum + length, 0),
        });
        expect(sumCounts(all.toReversed())).toEqual(sumCounts(all));
      }),
    );
  });

  it('of no text are none', () => {
    expect(shown(sumCounts([]))).toEqual({ counts: [], length: 0 });
  });
});
