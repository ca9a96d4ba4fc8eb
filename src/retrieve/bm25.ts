import type { QueryUnit } from '../dictionary/query-unit.ts';
import type { UnitCounts } from './unit-counts.ts';

/** How strongly repetition counts, and how strongly length is held against a text. */
export interface Bm25Settings {
  k1: number;
  b: number;
  /** Tokens of an average text. */
  averageLength: number;
}

/** Okapi BM25 of a text for weighed units. */
export function bm25(
  units: QueryUnit[],
  { counts, length }: UnitCounts,
  { k1, b, averageLength }: Bm25Settings,
): number {
  const norm = k1 * (1 - b + (b * length) / averageLength);
  return units.reduce((score, { weight }, at) => {
    const count = counts[at] ?? 0;
    return count === 0 ? score : score + (weight * count * (k1 + 1)) / (count + norm);
  }, 0);
}

/** Share of the units' weight that occurs in a text, 0 to 1; an unlikely translation counts as its likelihood. */
export function coverage(
  units: QueryUnit[],
  { counts }: UnitCounts,
  isCounted: (unit: QueryUnit) => boolean = () => true,
): number {
  let [total, held] = [0, 0];
  units.forEach((unit, at) => {
    if (!isCounted(unit)) return;
    total += unit.weight;
    held += unit.weight * Math.min(1, counts[at] ?? 0);
  });
  return total === 0 ? 0 : held / total;
}
