import { z } from 'zod';

/** A date as a text gives it: to the day, or to the month. */
export interface PrintedDate {
  /** `2020-12-31` or `2020-12`. */
  date: string;
  start: number;
  end: number;
}

/** Month names with their numbers, full and short. */
const MONTHS = new Map(
  (['long', 'short'] as const).flatMap((month) => {
    const name = new Intl.DateTimeFormat('en', { month, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, at) => [name.format(Date.UTC(2020, at, 1)).toLowerCase(), at + 1] as const);
  }),
).set('sept', 9);
const MONTH = `(?<name>${[...MONTHS.keys()].toSorted((a, b) => b.length - a.length).join('|')})\\.?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
const DAY = String.raw`(?<day>\d{1,2})`;

/** Longest first: what an earlier one has taken the later ones leave alone. */
const PATTERNS = [
  new RegExp(`(?<!\\d)${YEAR}\\s*年\\s*(?<month>\\d{1,2})\\s*月\\s*${DAY}\\s*[日号]`, 'gu'),
  new RegExp(`(?<![\\d.])${YEAR}(?<mark>[-./])(?<month>\\d{1,2})\\k<mark>${DAY}(?![\\d.])`, 'gu'),
  new RegExp(`\\b${MONTH}\\s+${DAY}(?:st|nd|rd|th)?,?\\s+${YEAR}(?!\\d)`, 'giu'),
  new RegExp(`(?<!\\d)${DAY}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+${YEAR}(?!\\d)`, 'giu'),
  new RegExp(`(?<!\\d)${YEAR}\\s*年\\s*(?<month>\\d{1,2})\\s*月`, 'gu'),
  new RegExp(`\\b${MONTH},?\\s+${YEAR}(?!\\d)`, 'giu'),
];

/** The dates that a text gives to the day or the month, in order. */
export function readDates(text: string): PrintedDate[] {
  const found: PrintedDate[] = [];
  for (const pattern of PATTERNS) {
    for (const { 0: raw, index, groups = {} } of text.matchAll(pattern)) {
      const [start, end] = [index, index + raw.length];
      const date = dateOf(groups);
      if (date !== undefined && !found.some((other) => start < other.end && other.start < end))
        found.push({ date, start, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function dateOf({ year, month, name, day }: Record<string, string | undefined>): string | undefined {
  const number = month ?? String(MONTHS.get((name ?? '').toLowerCase()) ?? '');
  const first = `${year}-${number.padStart(2, '0')}`;
  const full = z.iso.date().safeParse(`${first}-${(day ?? '01').padStart(2, '0')}`);
  if (!full.success) return undefined;
  return day === undefined ? first : full.data;
}
