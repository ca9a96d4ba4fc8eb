import { z } from 'zod';
import { readNumeral } from '../text/numerals.ts';
import { monthNumber } from './months.ts';
import { isDigits } from '../text/holds-letters.ts';

/** A date as a text gives it: to the day, or to the month. */
export interface PrintedDate {
  /** `2020-12-31` or `2020-12`. */
  date: string;
  start: number;
  end: number;
}

/** A word that may be a month's name. */
const MONTH = String.raw`(?<name>[a-z]{3,9})\.?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
const DAY = String.raw`(?<day>\d{1,2})`;

const HAN_DIGIT = '[〇零○一二三四五六七八九]';
const HAN_NUMERAL = '[一二三四五六七八九十]{1,3}';

/** Longest first: what an earlier one has taken the later ones leave alone. */
const PATTERNS = [
  new RegExp(`(?<!\\d)${YEAR}\\s*年\\s*(?<month>\\d{1,2})\\s*月\\s*${DAY}\\s*[日号]`, 'gu'),
  new RegExp(`(?<![\\d.])${YEAR}(?<mark>[-./])(?<month>\\d{1,2})\\k<mark>${DAY}(?![\\d.])`, 'gu'),
  new RegExp(`\\b${MONTH}\\s+${DAY}(?:st|nd|rd|th)?,?\\s+${YEAR}(?!\\d)`, 'giu'),
  new RegExp(`(?<!\\d)${DAY}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+${YEAR}(?!\\d)`, 'giu'),
  new RegExp(`(?<!\\d)${YEAR}\\s*年\\s*(?<month>\\d{1,2})\\s*月`, 'gu'),
  new RegExp(`\\b${MONTH},?\\s+${YEAR}(?!\\d)`, 'giu'),
  new RegExp(`(?<![\\d.])${YEAR}[-./](?<month>0[1-9]|1[0-2])(?![\\d./-])`, 'gu'),
  // As covers of Chinese papers print it: 二〇二一年三月, 二○二〇年十二月三十一日.
  new RegExp(
    `(?<year>${HAN_DIGIT}{4})\\s?年\\s?(?<month>${HAN_NUMERAL})\\s?月(?:\\s?(?<day>${HAN_NUMERAL})\\s?日)?`,
    'gu',
  ),
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
  const number = month === undefined ? monthNumber(name ?? '').toFixed(0) : digitsOf(month);
  const first = `${digitsOf(year ?? '')}-${number.padStart(2, '0')}`;
  const full = z.iso.date().safeParse(`${first}-${digitsOf(day ?? '01').padStart(2, '0')}`);
  if (!full.success) return undefined;
  return day === undefined ? first : full.data;
}

/** A year digit by digit, or a number up to 31, in digits. */
function digitsOf(numeral: string): string {
  if (isDigits(numeral)) return numeral;
  if (numeral.length === YEAR_LENGTH)
    return [...numeral].map((digit) => Math.max(0, '〇一二三四五六七八九'.indexOf(digit))).join('');
  return String(readNumeral(numeral));
}

const YEAR_LENGTH = 4;
