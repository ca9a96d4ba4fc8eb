import { compareQuantities } from '../quantities/compare-quantities.ts';
import type { DateFound } from '../quantities/dates.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Operand } from './operands.ts';
import { timesDiffer } from './other-times.ts';
import type { ReadText } from './read-text.ts';

const YEAR_S = 365.2425 * 86_400;
const HELD: readonly string[] = ['same', 'compatible'];

/** The times that a claim names itself: of a stretch of years both ends, and no year that only another one names. */
export function datesOf({ dates }: Pick<ReadText, 'dates'>): DateFound[] {
  return dates
    .flatMap((date): DateFound[] => {
      const { year } = date;
      if (!year) return [date];
      if (year.start < date.start || year.end > date.end) return [withoutYear(date)];
      if (year.low === year.high) return [date];
      return [year.low, year.high].map((end, at) => ({
        ...date,
        start: date.start + at,
        year: { ...year, low: end, high: end },
      }));
    })
    .filter(({ year, months, day }) => year ?? months ?? day);
}

function withoutYear({ year: _year, ...date }: DateFound): DateFound {
  return date;
}

/** A figure is of a time that a claim names; of a part of the year only where the claim names that part. */
export function isAt(claimed: DateFound, { date }: Pick<Operand, 'date'>, all: readonly DateFound[]): boolean {
  if (date === undefined || timesDiffer(claimed, date)) return false;
  if (claimed.year && !date.year)
    return isWholeYear(date) || claimed.months !== undefined || all.some((other) => isOfMonths(other, date));
  if (claimed.months) return date.months !== undefined && isOfMonths(claimed, date);
  return isWholeYear(date) || all.some((other) => isOfMonths(other, date));
}

function isOfMonths({ months }: DateFound, { months: others }: DateFound): boolean {
  return months !== undefined && others !== undefined && months.low === others.low && months.high === others.high;
}

function isWholeYear({ months }: DateFound): boolean {
  return months === undefined || months.high - months.low >= 11;
}

/** Both name the same months, all of a year counting as none. */
export function areSameMonths(claimed: DateFound, held: DateFound | undefined): boolean {
  if (!held) return false;
  return isOfMonths(claimed, held) || (claimed.months !== undefined && isWholeYear(claimed) && isWholeYear(held));
}

/** The second is of the year before the first, and of the same part of it. */
export function isYearBefore({ date: later }: Operand, { date: earlier }: Operand): boolean {
  if (!later?.year || !earlier?.year || earlier.year.low !== later.year.low - 1) return false;
  return isOfMonths(later, earlier) || (!later.months && !earlier.months);
}

/** The first is of a part of the time of the second. */
export function isPartOf({ date: part }: Operand, { date: whole }: Operand): boolean {
  if (!part?.months || isWholeYear(part) || !whole || (whole.months && !isWider(whole.months, part.months)))
    return false;
  return !part.year || !whole.year || part.year.low === whole.year.low;
}

function isWider(whole: Quantity, part: Quantity): boolean {
  return whole.low <= part.low && whole.high >= part.high && whole.high - whole.low > part.high - part.low;
}

/** Every other figure of a claim stands beside the operands, or is how many they are. */
export function hasAll({ figures }: ReadText, figure: Quantity, operands: readonly Operand[]): boolean {
  const held = operands.flatMap(({ figure: own, read }) => [own, ...read.figures]);
  return figures.every(
    (one) =>
      one === figure ||
      one.kind === 'duration' ||
      (one.kind === 'count' && one.low === operands.length) ||
      held.some((other) => HELD.includes(compareQuantities(one, other))),
  );
}

/** Of the cells of a row those of the times that a claim names: each year of a stretch, each time, the last so many. */
export function timesNamed(
  cells: readonly Operand[],
  { dates: told, figures }: ReadText,
  figure: Quantity,
): Operand[][] {
  const stretch = told.find(({ year }) => year && year.low < year.high)?.year;
  if (stretch) {
    const inside = cells.filter(
      ({ date }) => date?.year && date.year.low >= stretch.low && date.year.low <= stretch.high,
    );
    return inside.length === stretch.high - stretch.low + 1 ? [inside] : [];
  }
  const dates = datesOf({ dates: told });
  const named = cells.filter((cell) => dates.some((date) => isAt(date, cell, dates)));
  if (dates.length > 1 && dates.every((date) => named.some((cell) => isAt(date, cell, dates)))) return [named];
  const counts = figures.flatMap((one) => {
    if (one === figure) return [];
    if (one.kind === 'duration') return [Math.round(one.low / YEAR_S)];
    return one.kind === 'count' ? [one.low] : [];
  });
  const latest = cells.toSorted((a, b) => latestOf(b) - latestOf(a));
  return counts.flatMap((count) => (count > 1 && count <= latest.length ? [latest.slice(0, count)] : []));
}

function latestOf({ date }: Operand): number {
  return (date?.year?.low ?? 0) * 100 + (date?.months?.high ?? 0);
}
