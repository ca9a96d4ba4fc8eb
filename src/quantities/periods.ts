import { words } from '../lexicon/lexicon.ts';
import { canonicalText } from '../text/canonical-text.ts';
import { holdsHan } from '../text/holds-letters.ts';

/** One figure for each of what is listed before it, in order. */
const IN_ORDER = words('in order');
/** `2017年至2019年`, `2017-2019`, `2017 to 2019`. */
const SPAN_OF_YEARS =
  /(?<![\d.])(?<from>(?:19|20)\d{2})\s?年?度?\s?(?:[-–—~～至到]|to)\s?(?<to>(?:19|20)\d{2})(?![\d.])/gu;

/** Stretches of a year by the names that reports and people give them; a quarter is three months of it. */
const STRETCHES: readonly (readonly [Stretch, RegExp])[] = [
  ['Q1', /(?:第?一|1)季度|Q1(?!\s*[-–—])|first[- ]quarter|(?:three months|quarter) ended march/iu],
  ['Q2', /(?<![前头])(?:第?[二两]|(?<!\d)2)季度|Q2|second[- ]quarter|(?:three months|quarter) ended june/iu],
  [
    'Q3',
    /(?<![前头])(?:第?三|(?<!\d)3)季[度报]|(?<![-–—]\s*)Q3|third[- ]quarter|(?:three months|quarter) ended september/iu,
  ],
  ['Q4', /(?:第?四|4)季度|Q4|fourth[- ]quarter|(?:three months|quarter) ended december/iu],
  ['H1', /[上前头]半年|半年报|\bH1|first half|(?:six months|half[- ]year) ended june|(?<!\d)1\s*[-—–~至到]\s*6月/iu],
  ['H2', /下半年|\bH2|second half|six months ended december|(?<!\d)7\s*[-—–~至到]\s*12月/iu],
  [
    'Q1–Q3',
    /[前头]三个?季|三季报|nine months ended|first (?:nine month|three quarter)s|(?<!\d)1\s*[-–—~至到]\s*(?:9月|Q3)/iu,
  ],
];
type Stretch = 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'H1' | 'H2' | 'Q1–Q3';
/** Words for years that count from the report's own. */
const RELATIVE: readonly (readonly [number, RegExp])[] = [
  [0, /今年|本年|年内|年初以来|截至目前|目前|this year/iu],
  [-1, /去年|上年|last year|year before/iu],
  [1, /明年|来年|next year/iu],
];
/** The same in questions, where `目前` asks for no year. */
const ASKED_RELATIVE: readonly (readonly [number, RegExp])[] = [
  [0, /今年|本年度|\bthis year\b/iu],
  [-1, /去年(?!同期)|上年(?!同期)|\blast year\b/iu],
  [1, /明年|\bnext year\b/iu],
];
/** `FY21`, `FY 2021`, `’21`: a year in two digits or four. */
const SHORT_YEAR = /(?<![\p{L}\d])(?:FY\s?|[’'])(?<digits>\d{2})(?!\d)/giu;
const CENTURY = 2000;

/** The time that a question names. */
export interface Period {
  years: number[];
  quarter?: number;
  /** A stretch of the year; of a quarter its name. */
  stretch?: Stretch;
  /** Years from that of the report: `last year` is -1. */
  relative?: number;
}

/** The years and the stretch of a year that a question names. */
export function periodsOf(question: string): Period {
  const plain = question.normalize('NFKC');
  const years = [
    ...[...plain.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu)].map(([year]) => Number(year)),
    ...[...plain.matchAll(SHORT_YEAR)].map(({ groups }) => CENTURY + Number(groups?.['digits'])),
  ];
  // The longest name: 前三季度 is no third quarter.
  const stretch = STRETCHES.findLast(([, pattern]) => pattern.test(plain))?.[0];
  const quarter = stretch !== undefined && /^Q\d$/u.test(stretch) ? Number(stretch.slice(1)) : undefined;
  const relative = ASKED_RELATIVE.find(([, pattern]) => pattern.test(plain))?.[0];
  return {
    years: [...new Set(years)],
    ...(quarter === undefined ? {} : { quarter }),
    ...(stretch === undefined ? {} : { stretch }),
    ...(relative === undefined ? {} : { relative }),
  };
}

/** How many times a period is made of: each must be met. */
export function countPeriods({ years, stretch, relative }: Period): number {
  return years.length + Number(stretch !== undefined) + Number(relative !== undefined);
}

/**
 * What of a period a text does not speak of: `2021`, `Q1`.
 * @param reportYear the year in which the report was published: `今年` in it is that year
 */
export function unmetPeriods(
  { years, stretch, relative }: Period,
  text: string,
  reportYear: number | undefined,
): string[] {
  const plain = text.normalize('NFKC');
  const meant = relative === undefined || reportYear === undefined ? [] : [reportYear + relative];
  const missing = [...years, ...meant].filter((year) => !saysYear(plain, year, reportYear));
  const isSaid = stretch === undefined || STRETCHES.some(([name, pattern]) => name === stretch && pattern.test(plain));
  return [...new Set(missing.map(String)), ...(isSaid ? [] : [stretch])];
}

function saysYear(plain: string, year: number, reportYear: number | undefined): boolean {
  if (plain.includes(String(year))) return true;
  if ([...plain.matchAll(SHORT_YEAR)].some(({ groups }) => CENTURY + Number(groups?.['digits']) === year)) return true;
  if (listsYear(plain, year)) return true;
  // A report speaks of its own year without naming it.
  if (year === reportYear && !/(?<!\d)(?:19|20)\d{2}\s*年/u.test(plain)) return true;
  const said = reportYear === undefined ? undefined : RELATIVE.find(([offset]) => reportYear + offset === year)?.[1];
  return said?.test(plain) === true;
}

/** `2017年至2019年的收入分别为…`: a year in between has its own figure. */
export function listsYear(plain: string, year: number): boolean {
  return (
    IN_ORDER.isIn(plain) &&
    [...plain.matchAll(SPAN_OF_YEARS)].some(
      ({ groups }) => Number(groups?.['from']) <= year && year <= Number(groups?.['to']),
    )
  );
}

/** A text without the years and stretches of years that it names. */
export function withoutPeriods(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/(?<!\d)(?:19|20)\d{2}(?!\d)\s*年?/gu, ' ')
    .replaceAll(SHORT_YEAR, ' ');
  return [...STRETCHES, ...ASKED_RELATIVE].reduce((rest, [, pattern]) => rest.replace(pattern, ' '), plain);
}

/** The quarters of years that a text names, as `2020 Q3`, none twice. */
export function quartersIn(text: string): string[] {
  const named = [
    ...canonicalText(text).matchAll(
      /(?<year>(?:19|20)\d{2})年?\s*q(?<quarter>[1-4])|q(?<first>[1-4])\s*(?<then>(?:19|20)\d{2})/gu,
    ),
  ];
  return [
    ...new Set(
      named.map(({ groups }) => `${groups?.['year'] ?? groups?.['then']} Q${groups?.['quarter'] ?? groups?.['first']}`),
    ),
  ];
}

const YEAR = '(?:19|20)\\d{2}';
const PART = '(?:第?[前一二三四]{1,2}个?季度|[上下]半年|前\\S{1,2}个月)';
const CHINESE_PERIOD = new RegExp(
  `(?:预计)?[到在]?(?:${YEAR}\\s*年?${PART}?|[今去明前]年|第?[一二三四]季度|[上下]半年)`,
  'u',
);
const ENGLISH_PERIOD = new RegExp(`Q[1-4](?:\\s*${YEAR})?|\\b(?:in|by|for)?\\s*(?:Q[1-4]\\s*)?${YEAR}\\b`, 'iu');

/** The period that a question names first, with the word before it; undefined when it names none. */
export function periodIn(question: string): string | undefined {
  const isChinese = holdsHan(question);
  return (
    isChinese ? (CHINESE_PERIOD.exec(question) ?? ENGLISH_PERIOD.exec(question)) : ENGLISH_PERIOD.exec(question)
  )?.[0];
}
