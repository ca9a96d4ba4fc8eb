import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TranslatedSpan } from '../../src/dictionary/query-unit.ts';
import { alternativeOf } from '../../src/dictionary/query-unit.ts';
import { buildConcepts } from '../../src/retrieve/build-concepts.ts';
import { frequenciesIn } from '../support/asked.ts';

const HELD = frequenciesIn(['kiln', 'loom and mill', 'barn', 'barn']);

/** A stretch of a question with the words for it. */
function aSpan(label: string, from: number, to: number, over: Partial<TranslatedSpan> = {}): TranslatedSpan {
  return { label, from, to, length: 1, isName: false, alternatives: [alternativeOf(label)], ...over };
}
const labelsOf = (...spans: TranslatedSpan[]) => buildConcepts(spans, HELD).map(({ label }) => label);

describe('what a question speaks of', () => {
  it('is each stretch of it once, in the order of the question', () => {
    expect(labelsOf(aSpan('mill', 10, 14), aSpan('kiln', 0, 4))).toEqual(['kiln', 'mill']);
    expect(labelsOf(aSpan('kiln', 0, 4), aSpan('loom', 2, 6), aSpan('mill', 6, 9))).toEqual(['kiln', 'mill']);
  });

  it('is of two that overlap the one that some report holds', () => {
    expect(labelsOf(aSpan('dock', 0, 4), aSpan('loom', 2, 6))).toEqual(['loom']);
  });

  it('is also what no report holds, for it may be why there is no answer', () => {
    const [dock] = buildConcepts([aSpan('dock', 0, 4)], HELD);
    expect(dock).toMatchObject({ label: 'dock', documentFrequency: 0, alternatives: [{ form: 'dock', weight: 1 }] });
  });

  it('goes by the words that some report holds and that are not far less likely than the best of them', () => {
    const alternatives = [
      alternativeOf('dock', 1),
      alternativeOf('kiln', 0.9),
      alternativeOf('loom', 0.5),
      alternativeOf('mill', 0.1),
    ];
    const [concept] = buildConcepts([aSpan('窑', 0, 1, { alternatives })], HELD);
    expect(concept?.alternatives.map(({ form }) => form)).toEqual(['kiln', 'loom']);
  });

  it('counts more as a name, less where a word carries less, and more the rarer it is', () => {
    const weigh = (label: string, over: Partial<TranslatedSpan> = {}) =>
      buildConcepts([aSpan(label, 0, 4, over)], HELD)[0]?.weight ?? Number.NaN;
    expect(weigh('kiln', { isName: true })).toBeCloseTo(1.3 * weigh('kiln'), 12);
    expect(weigh('kiln', { content: 0.5 })).toBeCloseTo(weigh('kiln') / 2, 12);
    expect(weigh('kiln')).toBeGreaterThan(weigh('barn'));
  });

  it('covers no character twice, and leaves out no stretch that it could take', () => {
    const spans = fc.array(
      fc
        .record({
          label: fc.constantFrom('kiln', 'loom', 'mill', 'barn', 'dock', 'port'),
          from: fc.nat(30),
          length: fc.integer({ min: 1, max: 6 }),
        })
        .map(({ label, from, length }) => aSpan(`${label} ${from} ${length}`, from, from + length)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(spans, (all) => {
        const taken = buildConcepts(all, HELD).flatMap(({ label }) => all.find((span) => span.label === label) ?? []);
        const overlap = (one: TranslatedSpan, other: TranslatedSpan) => one.from < other.to && other.from < one.to;
        expect(taken.filter((one) => taken.some((other) => other.label !== one.label && overlap(one, other)))).toEqual(
          [],
        );
        expect(all.filter((span) => !taken.some((other) => overlap(span, other)))).toEqual([]);
      }),
    );
  });
});
