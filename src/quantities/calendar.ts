import { words } from '../lexicon/lexicon.ts';
import { readNumeral } from '../text/numerals.ts';
import { monthNumber } from './months.ts';
import type { Quantity } from './quantity.ts';
import { isDigits } from '../text/holds-letters.ts';

const NUMERAL = '[一二三四五六七八九十]+|\\d{1,2}';
/** Behind a number these say that it is no year. */
const COUNTED = words('behind no year');
const QUARTERS = ['first', 'second', 'third', 'fourth'];
const CARDINALS = 'one two three four five six seven eight nine ten eleven'.split(' ');

/** 第三季度, 三季报. */
export const QUARTER = /(?<![前头个])(?:第\s*|(?<!\s)\s+)?(?<digit>[一二三四1-4])\s*季(?:度|(?=报))/gu;

/** A pattern with what it says: years, months as a stretch, days. */
type Reading = readonly [
  RegExp,
  (
    groups: Record<string, string | undefined>,
  ) => { kind: 'year' | 'months' | 'day'; low: number; high?: number } | undefined,
];

const months = (low: number, high = low) =>
  low >= 1 && high <= 12 ? { kind: 'months' as const, low, high } : undefined;
const quarter = (number: number) => months(3 * number - 2, 3 * number);
const year = (low: number, high = low) => ({ kind: 'year' as const, low, high });

/** Longest first: what an earlier one has taken the later ones leave alone. */
const READINGS: readonly Reading[] = [
  [
    /(?<!\d|\d[.,])(?<from>(?:19|20)\d{2})\s*年?\s*(?:-|—|–|~|至|到)+\s*(?<to>(?:19|20)\d{2})(?!\d)\s*年?/gu,
    ({ from, to }) => year(Number(from), Number(to)),
  ],
  [
    /(?<!\d|\d[.,])(?<year>(?:19|20)\d{2})(?:\s*财?年(?![代级])|(?=\s*Q[1-4]))/gu,
    ({ year: value }) => year(Number(value)),
  ],
  [
    /(?<!\d|\d[.,]|[$€£¥])(?<year>(?:19|20)\d{2})(?![\d%]|[.,-]\d|\s*[A-Za-z]{0,2}\d)(?=\s*(?<next>.{0,12}))/gsu,
    ({ year: value, next = '' }) => (COUNTED.atStart(next) ? undefined : year(Number(value))),
  ],
  [
    new RegExp(
      `(?<![\\d.一二三四五六七八九十])(?<from>${NUMERAL})月?\\s*(?:-|—|–|~|至|到)+\\s*(?<to>${NUMERAL})月份?`,
      'gu',
    ),
    ({ from, to }) => months(readNumeral(from ?? ''), readNumeral(to ?? '')),
  ],
  [new RegExp(`[前头](?<count>${NUMERAL})个?月`, 'gu'), ({ count }) => months(1, readNumeral(count ?? ''))],
  [/[前头](?<count>[一二两三1-3])个?季度?/gu, ({ count }) => months(1, 3 * readNumeral(count ?? ''))],
  [/\bfirst (?<word>[a-z]+|\d{1,2}) months/giu, ({ word }) => months(1, cardinal(word))],
  [/\bfirst (?<word>two|three|2|3) quarters/giu, ({ word }) => months(1, 3 * cardinal(word))],
  [/上半年|前半年|头半年|\bfirst half(?: of(?: the)? year)?\b|\bH1(?= (?:19|20)\d{2})/giu, () => months(1, 6)],
  [/全年(?!龄)|\b(?:full|whole)[- ]year\b/giu, () => months(1, 12)],
  [/下半年|\bsecond half(?: of(?: the)? year)?\b/giu, () => months(7, 12)],
  // The end of a quarter is that of its last month.
  [new RegExp(`${QUARTER.source}末`, 'gu'), ({ digit }) => months(3 * readNumeral(digit ?? ''))],
  [QUARTER, ({ digit }) => quarter(readNumeral(digit ?? ''))],
  [/\bQ(?<digit>[1-4])(?=\b|(?:19|20)\d{2})/gu, ({ digit }) => quarter(Number(digit))],
  [
    /\b(?<name>first|second|third|fourth)[\s-]quarter\b(?!s)/giu,
    ({ name }) => quarter(QUARTERS.indexOf((name ?? '').toLowerCase()) + 1),
  ],
  [/\b(?<digit>[1-4])(?:st|nd|rd|th)[\s-]quarter\b/giu, ({ digit }) => quarter(Number(digit))],
  [/(?<=月\s*)(?<day>\d{1,2})(?:\s*[日号]|(?=\s*(?:至|-|—|～)))/gu, ({ day }) => ({ kind: 'day', low: Number(day) })],
  [
    /(?<=\b(?<name>[A-Z][a-z]{2,8})\.?\s+)(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|[.,]\d{3}|%)/gu,
    ({ name, day }) => dayOf(name, day),
  ],
  [
    /(?<!\d|\d[.,])(?<day>\d{1,2})(?:st|nd|rd|th)?(?=\s+(?:of\s+)?(?<name>[A-Z][a-z]{2,8})\b)/gu,
    ({ name, day }) => dayOf(name, day),
  ],
  [
    new RegExp(`(?<![\\d.个零〇一二三四五六七八九十])(?<month>${NUMERAL})\\s*月(?:份|(?![球亮饼薪]))`, 'gu'),
    ({ month }) => months(readNumeral(month ?? '')),
  ],
  [
    /\b(?<name>[A-Z][a-z]{2,8})\b(?!\s+(?:be|have|not|also|become|well|take|need)\b)/gu,
    ({ name }) => months(monthNumber(name ?? '')),
  ],
];

/** Years that count from the report's own. `上年同期` is only what something is compared with. */
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/今年|本年度?(?!度)|\bthis year\b/giu, 0],
  [/(?<![比较])去年(?!同期|同比|底)|\blast year\b/giu, -1],
  [/明年|\bnext year\b/giu, 1],
];

/** The years, months, quarters and days that a text names. */
export function findCalendar(text: string, reportYear: number | undefined): Quantity[] {
  const found: Quantity[] = [];
  for (const [pattern, read] of READINGS) {
    for (const { 0: raw, index, groups } of text.matchAll(pattern)) {
      const value = read(groups ?? {});
      const [start, end] = [index, index + raw.length];
      if (value && !found.some((other) => start < other.end && other.start < end))
        found.push(dated(raw, start, value.kind, value.low, value.high));
    }
  }
  if (reportYear === undefined) return found;
  const relative = RELATIVE.flatMap(([pattern, offset]) =>
    [...text.matchAll(pattern)].map(({ 0: raw, index }) => dated(raw, index, 'year', reportYear + offset)),
  );
  return [...found, ...relative];
}

function dated(text: string, start: number, kind: Quantity['kind'], low: number, high = low): Quantity {
  return { text, start, end: start + text.length, low, high, kind, unit: kind, qualifier: 'exact', precision: 0 };
}

function cardinal(word = ''): number {
  return isDigits(word) ? Number(word) : CARDINALS.indexOf(word.toLowerCase()) + 1;
}

function dayOf(month = '', day = ''): ReturnType<Reading[1]> {
  return monthNumber(month) > 0 ? { kind: 'day', low: Number(day) } : undefined;
}
