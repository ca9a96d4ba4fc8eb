import { simplify } from '../text/simplify.ts';
import { latinTokens } from '../text/tokenise.ts';
import type { QueryUnit } from './query-unit.ts';

/** How often each unit occurs in a text, and the text's length in tokens. */
export interface UnitCounts {
  counts: Float64Array;
  length: number;
}

/** Counts a question's units in texts: only what is asked for, so that a hundred passages take milliseconds. */
export type UnitCounter = (text: string) => UnitCounts;

/** Makes the counter for some units. An alternative of several terms occurs as often as its rarest term. */
export function createUnitCounter(units: QueryUnit[]): UnitCounter {
  const han = new Set<string>();
  const other = new Set<string>();
  for (const term of units.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms))) (/\p{Script=Han}/u.test(term) ? han : other).add(term);
  return (text) => {
    const folded = simplify(text.normalize('NFKC')).toLowerCase();
    const found = new Map<string, number>();
    for (const term of han) found.set(term, occurrences(folded, term));
    const latin = latinTokens(folded);
    for (const { term } of latin) if (other.has(term)) found.set(term, (found.get(term) ?? 0) + 1);
    const hanLength = folded.match(/\p{Script=Han}/gu)?.length ?? 0;
    return { counts: Float64Array.from(units, (unit) => countOf(unit, found)), length: latin.length + 2 * hanLength };
  };
}

/** Counts of several texts together. */
export function sumCounts(all: UnitCounts[]): UnitCounts {
  const [first, ...rest] = all;
  if (!first) return { counts: new Float64Array(), length: 0 };
  return rest.reduce((sum, { counts, length }) => ({ counts: sum.counts.map((count, at) => count + (counts[at] ?? 0)), length: sum.length + length }), first);
}

function countOf({ alternatives }: QueryUnit, found: Map<string, number>): number {
  const most = Math.max(...alternatives.map(({ weight }) => weight));
  return alternatives.reduce((sum, { terms, weight }) => sum + (Math.min(...terms.map((term) => found.get(term) ?? 0)) * weight) / most, 0);
}

function occurrences(text: string, term: string): number {
  let count = 0;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) count += 1;
  return count;
}
