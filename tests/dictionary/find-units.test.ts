import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUnitFinder } from '../../src/dictionary/find-units.ts';
import type { QueryUnit } from '../../src/dictionary/query-unit.ts';
import { countUnits } from '../../src/retrieve/unit-counts.ts';
import { canonicalText } from '../../src/text/canonical-text.ts';
import { splitCanonical } from '../../src/text/sentences.ts';
import { aUnit } from '../support/asked.ts';

describe('a unit', () => {
  const found = (text: string, ...units: QueryUnit[]) =>
    createUnitFinder(units)(text).occurrences.map(({ unit, share }) => [unit, share]);

  it('is found under each of its forms, as likely as that form', () => {
    expect(found('Amazon Web Services 即亚马逊云', aUnit(['亚马逊云', 'Amazon Web Services']))).toEqual([
      [0, 0.5],
      [0, 1],
    ]);
  });

  it.each([
    ['5G SA', '5GSA'],
    ['2020Q3', '2020年第三季度'],
    ['76天', '七十六天'],
    ['2000亿', '2000 亿元'],
    ['云端', '雲端'],
  ])('%s stands in %s', (word, text) => {
    expect(found(text, aUnit(word)).length).toBeGreaterThan(0);
  });

  it.each([
    ['7月', '17月'],
    ['独立组网', '非独立组网'],
    ['intel', 'intelligence'],
    ['5亿', '1.5亿'],
  ])('%s does not stand in %s', (word, text) => {
    expect(found(text, aUnit(word))).toEqual([]);
  });

  it('stands where it is said to, whatever the text, and is counted in one sentence', () => {
    const units = [aUnit('云'), aUnit('市场份额'), aUnit('cloud market'), aUnit('2020')];
    const find = createUnitFinder(units);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('云', '市场', '份额', '。', ' cloud', ' markets', ' ', '2020', '年', '，', 'the'), {
          maxLength: 30,
        }),
        (pieces) => {
          const result = find(pieces.join(''));
          for (const { start, end } of result.occurrences)
            expect(canonicalText(result.canonical.slice(start, end)).trim()).not.toBe('');
          const sentences = splitCanonical(result.canonical).map(({ span }) => span);
          const counted = countUnits(result, units.length, sentences).reduce(
            (sum, { counts }) => sum + counts.reduce((all, count) => all + count, 0),
            0,
          );
          const all = result.occurrences.reduce((sum, { share }) => sum + share, 0);
          expect(sentences.length === 0 ? 0 : counted).toBeCloseTo(sentences.length === 0 ? 0 : all);
        },
      ),
    );
  });
});
