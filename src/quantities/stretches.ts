import type { DateFound } from './dates.ts';
import { findQuantities } from './find-quantities.ts';

/** `Three months ended`: what stands before the day that a stretch of time ends on. */
const ENDED = /\b(?:ended|ending|to)\s*$/iu;
const QUARTER = /\bquarter\s+(?:ended|ending|to)\s*$/iu;
const OF_QUARTER = 3;
const YEAR = 12;
/** In seconds, as durations are counted; 13 weeks are three of them. */
const MONTH = 2_629_800;
/** Between how long it lasts and the day, in characters: `period ended`. */
const LEAD = 16;

/** A date with the months that end on it, where a text says so: `three months ended June 30, 2023` is April to June. */
export function stretchAt(text: string, date: DateFound): DateFound {
  const { months } = date;
  const before = text.slice(0, date.start);
  if (!months || months.low !== months.high || !ENDED.test(before)) return date;
  const lasting = findQuantities(before).findLast(
    ({ kind, end }) => kind === 'duration' && before.length - end <= LEAD,
  );
  const count = QUARTER.test(before) ? OF_QUARTER : Math.round((lasting?.low ?? 0) / MONTH);
  if (count <= 1) return date;
  // What lasts a year is of the year that it ends in.
  if (count >= YEAR) return { start: date.start, end: date.end, ...(date.year ? { year: date.year } : {}) };
  return { ...date, months: { ...months, low: Math.max(1, months.high - count + 1) } };
}
