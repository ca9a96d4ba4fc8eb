import type { ReadSentence } from '../answer/read-sentences.ts';
import { words } from '../lexicon/lexicon.ts';
import type { DateFound } from '../quantities/dates.ts';
import { findDates } from '../quantities/dates.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { stretchAt } from '../quantities/stretches.ts';
import type { Beside } from './figures-beside.ts';
import { isOfTable } from './figures-beside.ts';
import type { Operand } from './read-comparison.ts';
import { timeOfDate } from './read-comparison.ts';
import { aroundOf } from './surroundings.ts';

/** What the time beside a figure is worth, in units of a statement's score, which are log likelihoods. */
const TIME = 2;
/** What a year counts where none is asked for: less than a word. */
const LATEST = 1e-4;
const EARLIER = words('compare/earlier');

/** A time that is another's rules a figure out; one that is not told leaves it open. */
export function timeFit(operand: Operand, others: readonly Operand[], beside: Beside, sentence: ReadSentence): number {
  const time = operand.time ?? timeAsked(operand.ask);
  const isEarlier = EARLIER.isIn(beside.text);
  if (time === 'before') return isEarlier ? TIME : 0;
  if (others.some((other) => other.time === 'before') && isEarlier) return Number.NEGATIVE_INFINITY;
  if (time === undefined) return latestFit(timeOf(beside)?.year?.high, sentence);
  const found = timeOf(beside);
  const year = found?.year;
  // What is of a stretch of years is of none of them.
  if (year !== undefined && (time.year !== year.low || year.high > year.low)) return Number.NEGATIVE_INFINITY;
  if (!areSameMonths(time.months, found?.months)) return Number.NEGATIVE_INFINITY;
  if (year === undefined && !isOfTable(sentence) && tellsOtherYears(sentence.text, time.year))
    return Number.NEGATIVE_INFINITY;
  const isTold = year !== undefined || isOfYear(sentence, time.year);
  return isTold ? TIME : -TIME;
}

/** Without a time that is asked for, the latest is meant that the report may know of. */
function latestFit(year: number | undefined, { passage }: ReadSentence): number {
  const known = passage.report.publishedOn === undefined ? undefined : Number(passage.report.publishedOn.slice(0, 4));
  return year === undefined || (known !== undefined && year > known) ? 0 : year * LATEST;
}

/** Which of its times a figure is of, a sentence of several leaves open. */
function tellsOtherYears(text: string, wanted: number): boolean {
  const years = findDates(text).flatMap(({ year }) => year ?? []);
  const others = new Set(years.filter(({ low }) => low !== wanted).map(({ low }) => low));
  return others.size > 1 || years.some(({ low, high }) => low !== high);
}

/** The year stands in its headings, above it or before it, or its report is of that year. */
function isOfYear(sentence: ReadSentence, year: number): boolean {
  const { title, file, period } = sentence.passage.report;
  return [title, file, period ?? '', aroundOf(sentence)].join('\n').includes(String(year));
}

/** What is compared of things may be of one time. */
function timeAsked(ask: string): Operand['time'] {
  const date = findDates(ask).find(({ year }) => year !== undefined && year.low === year.high);
  return date && timeOfDate(stretchAt(ask, date));
}

/** Of a row the head's, else that of what it is called; of a sentence the clause's. */
export function timeOf({ head, named, date }: Beside): DateFound | undefined {
  return timeIn(head) ?? date ?? (head === '' ? undefined : timeIn(named ?? ''));
}

function timeIn(text: string): DateFound | undefined {
  const [date] = findDates(text);
  return date && stretchAt(text, date);
}

/** A quarter is no year, nor another quarter; one that is not told leaves it open. */
function areSameMonths(wanted: readonly [number, number] | undefined, found: Quantity | undefined): boolean {
  if (found === undefined) return true;
  if (wanted === undefined) return found.low === found.high;
  return found.low === wanted[0] && found.high === wanted[1];
}
