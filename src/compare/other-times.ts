import { compareQuantities } from '../quantities/compare-quantities.ts';
import type { DateFound } from '../quantities/dates.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Zone } from './figure-zones.ts';
import type { ReadText } from './read-text.ts';
import type { Fault } from './fault.ts';
import { foundAs } from './fault.ts';
import type { ClausePair } from './pair-clauses.ts';

/** The parts of a time. */
export const TIME_PARTS = ['year', 'months', 'day'] as const;

/** True when two times name a part that is not the same. */
export function timesDiffer(one: DateFound, other: DateFound): boolean {
  return TIME_PARTS.some((part) => {
    const [own, theirs] = [one[part], other[part]];
    return own !== undefined && theirs !== undefined && compareQuantities(own, theirs) === 'different';
  });
}

/** True when two times are the same in each of their parts. */
export function isSameTime(one: DateFound | undefined, other: DateFound | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    TIME_PARTS.every((part) => one[part]?.low === other[part]?.low && one[part]?.high === other[part]?.high)
  );
}

/**
 * Times of a claim's clauses without figures (those of figures are bound to them) that the places where its quotes tell
 * the same do not have.
 */
export function otherTimes(
  claim: ReadText,
  pairs: readonly ClausePair[],
  sentences: readonly ReadText[],
  context: readonly DateFound[],
): Fault[] {
  const anywhere = [...sentences.flatMap(({ dates }) => dates), ...context];
  return pairs.flatMap(({ clause, places }) => {
    const isIn = ({ start }: { start: number }) => start >= clause.start && start < clause.end;
    if (claim.figures.some(isIn)) return [];
    return claim.dates.filter(isIn).flatMap((date) => {
      const told = places.flatMap(({ sentence, clause: other }) =>
        timesAt(sentence, other).map((time) => ({ time, text: sentence.text.slice(time.start, time.end) })),
      );
      const candidates = told.length > 0 ? told.map(({ time }) => time) : anywhere;
      if (candidates.some((other) => isNamedBy(date, other, context))) return [];
      const other = told.find(({ time }) => timesDiffer(date, time));
      return { fact: 'time' as const, claimed: claim.text.slice(date.start, date.end), ...foundAs(other?.text) };
    });
  });
}

/** The times of a clause, else the last one told before it. */
function timesAt({ dates }: ReadText, { start, end }: { start: number; end: number }): DateFound[] {
  const inside = dates.filter((date) => date.start < end && date.end > start);
  return inside.length > 0 ? inside : dates.filter((date) => date.end <= start).slice(-1);
}

/** Nothing of the time is another, and each of its parts stands there or around it. */
function isNamedBy(date: DateFound, other: DateFound, context: readonly DateFound[]): boolean {
  return (
    !timesDiffer(date, other) &&
    TIME_PARTS.every(
      (part) =>
        date[part] === undefined ||
        other[part] !== undefined ||
        context.some((each) => isSamePart(date[part], each[part])),
    )
  );
}

function isSamePart(one: Quantity | undefined, other: Quantity | undefined): boolean {
  return one !== undefined && other !== undefined && compareQuantities(one, other) !== 'different';
}

export type TimeCompared = 'same' | 'wider' | 'other' | 'unsaid';

/** How a time of a claim stands to that of a figure's zone: the same or none, a wider one, another, or not given. */
export function compareTimes(
  claimed: DateFound | undefined,
  { date: held, comparedWith }: Pick<Zone, 'date' | 'comparedWith'>,
  context: readonly DateFound[],
): TimeCompared {
  if (claimed === undefined) return 'same';
  if (held === undefined) {
    if (comparedWith.some((date) => !timesDiffer(claimed, date))) return 'other';
    return context.some((date) => !timesDiffer(claimed, date)) ? 'same' : 'unsaid';
  }
  if (timesDiffer(claimed, held)) return 'other';
  if (held.months === undefined || claimed.year === undefined) return 'same';
  if (claimed.months === undefined) return isPartOfYear(held.months) ? 'wider' : 'same';
  return claimed.months.high - claimed.months.low > held.months.high - held.months.low ? 'other' : 'same';
}

/** A month is when it was found to be so; more of them, and not all, are a part. */
function isPartOfYear({ low, high }: Quantity): boolean {
  return low < high && high - low < 11;
}
