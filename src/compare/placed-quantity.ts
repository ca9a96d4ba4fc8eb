import { findNegations } from '../lexicon/negations.ts';
import type { Quantity } from '../quantities/quantity.ts';

/** A quantity in its text. */
export interface PlacedQuantity {
  text: string;
  quantity: Pick<Quantity, 'start' | 'end' | 'kind'>;
}

/** True for a figure that states something, which a date does not. */
export function isFigure({ kind }: Quantity): boolean {
  return kind !== 'year' && kind !== 'months' && kind !== 'day';
}

const CLAUSE_END = /[，。；;：:\n]|,(?!\d)|\.(?!\d)/u;

/** The clause around a quantity, and where it begins. */
export function clauseAround({ text, quantity: { start, end } }: PlacedQuantity): { start: number; end: number } {
  const before = text.slice(0, start);
  const from = lastEnd(before);
  const next = text.slice(end).search(CLAUSE_END);
  return { start: from, end: next < 0 ? text.length : end + next };
}

function lastEnd(before: string): number {
  const ends = [...before.matchAll(new RegExp(CLAUSE_END.source, 'gu'))];
  const last = ends.at(-1);
  return last ? last.index + last[0].length : 0;
}

/** True when the clause around a quantity denies something. */
export function isDenied(place: PlacedQuantity): boolean {
  const { start, end } = clauseAround(place);
  return findNegations(place.text.slice(start, end)).length > 0;
}
