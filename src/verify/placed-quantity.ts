import type { Quantity } from '../text/quantities.ts';

/** A quantity in its text. */
export interface PlacedQuantity {
  text: string;
  quantity: Pick<Quantity, 'start' | 'end' | 'kind'>;
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
