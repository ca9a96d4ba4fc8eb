import type { Span } from '../domain/report.ts';
import type { Order } from '../quantities/orders.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { lastJoin } from '../text/clauses.ts';
import type { ContentWord } from './content-words.ts';
import type { ReadText } from './read-text.ts';

/** Words that weigh this much are things; the others say what is done with them. */
const THING = 0.9;

/** Where each figure's part of a clause begins, and its end. */
export function partsOf(clause: Span, marks: readonly (Quantity | Order)[], { text, words }: ReadText): number[] {
  const starts = marks.map((mark, at) => {
    const previous = marks[at - 1];
    if (previous === undefined) return clause.start;
    const isFollowed = (place: number) =>
      words.some(({ start, end }) => start >= previous.end + place && end <= mark.start);
    const join = lastJoin(text.slice(previous.end, mark.start), isFollowed);
    return join === undefined ? endOfCounted(previous, words, text) : previous.end + join;
  });
  return [...starts, clause.end];
}

/** What stands between a figure and what it is of. */
const OF_WHAT = /^\s*(?:of(?: (?:the|all|other|its|their))?\s*)?$/u;

/**
 * What is counted stands right behind its number, things with nothing between, or what an amount is of: `24 geographic
 * regions`, `$3 million of other income`.
 */
function endOfCounted(mark: Quantity | Order, words: readonly ContentWord[], text: string): number {
  if ('rank' in mark) return mark.end;
  return words
    .filter(({ start, weight }) => start >= mark.end && weight >= THING)
    .reduce((end, word) => (isBeside(text.slice(end, word.start), end === mark.end) ? word.end : end), mark.end);
}

function isBeside(between: string, isFirst: boolean): boolean {
  return isFirst ? OF_WHAT.test(between) : between.trim() === '';
}
