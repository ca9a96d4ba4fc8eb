import type { Span } from '../domain/report.ts';
import { words as wordsOf } from '../lexicon/lexicon.ts';
import type { DateFound } from '../quantities/dates.ts';
import type { Order } from '../quantities/orders.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { rememberFor } from '../text/remember.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Stretch } from '../text/clauses.ts';
import { lastJoin } from '../text/clauses.ts';
import type { ContentWord } from './content-words.ts';
import { partsOf } from './figure-parts.ts';
import { comparesAt, isRelative } from './comparing-words.ts';
import { kindOf } from './same-marks.ts';
import type { ReadText } from './read-text.ts';
import { clausesOf } from './read-text.ts';

/** What stands beside a figure or a rank. */
export interface Zone {
  /** Its clause. */
  clause: Span;
  /** Its own part of the clause. */
  part: Span;
  /** The stretch of time that stands before it in its part: `12个月` of `术后12个月5.9%`. */
  label: Quantity | undefined;
  /** Words of its own part of the clause, and of what the clause says before its first figure where it has none. */
  own: readonly ContentWord[];
  /** The names of whom it is: its own, else the last ones named before it. */
  names: readonly ContentWord[];
  /** Words of the clause before. */
  before: readonly ContentWord[];
  /** When it was; undefined where the text says no time before it or beside it. */
  date: DateFound | undefined;
  /** Times that it is compared with. */
  comparedWith: readonly DateFound[];
}

/** A time right after it is what something is compared with, unless a figure of that time follows. */
const COMPARED_WITH = wordsOf('measured against');
const OF_THAT_TIME = 4;
/** So far back a time's preposition is looked for, in characters. */
const PREPOSITION = 20;
/** A time told by another one: nothing that could be compared. */
const RELATIVE = wordsOf('told by another time');
/** One figure for each of what is listed before it, in order. */
const IN_ORDER = wordsOf('in order');
const LISTED = wordsOf('lists');
/** `同期净亏损分别为…`: the times of what was listed before. */
const SAME_TIME = wordsOf('told by the same time');

const CLAUSE_END = /[，。；;]/u;

/** True for a text that gives one figure for each of what it lists, in order. */
export function tellsInOrder(text: string): boolean {
  return IN_ORDER.isIn(text);
}

/** The zone of each figure and rank of a text, by where it begins. */
export const zonesOf = rememberFor((read: ReadText): ReadonlyMap<number, Zone> => {
  const zones = new Map<number, Zone>();
  const clauses = clausesOf(read);
  const marks = [...read.figures, ...read.orders].toSorted((a, b) => a.start - b.start);
  const items = itemsByMark(read, marks);
  clauses.forEach((clause, at) => {
    const inClause = marks.filter(({ start }) => start >= clause.start && start < clause.end);
    const bounds = partsOf(clause, inClause, read);
    const head = within(read.words, { start: clause.start, end: inClause[0]?.start ?? clause.start });
    const before = wordsBefore(clauses[at - 1], marks, read.words);
    const goesOn = goesOnWith(clause, clauses[at - 1], read.words);
    const compared = comparedIn(clause, inClause, read.words);
    inClause.forEach((mark, index) => {
      const item = items.get(mark.start);
      // `Nearly half (47 %)`: one figure, told twice.
      const next = inClause[index + 1];
      const isTwice =
        next !== undefined &&
        kindOf(next) === kindOf(mark) &&
        /^[(（]$/u.test(read.text.slice(mark.end, next.start).trim());
      const part = { start: bounds[index] ?? clause.start, end: bounds[index + (isTwice ? 2 : 1)] ?? clause.end };
      // `Profit at 27 million registered a growth of 20%`: nothing between the two begins anew.
      const ownPart = within(read.words, part);
      const previous = inClause[index - 1];
      const isJoined =
        previous !== undefined &&
        lastJoin(read.text.slice(previous.end, mark.start)) === undefined &&
        !ownPart.some((word) => namesThing(word) || word.start >= mark.end);
      const beside = isJoined
        ? within(read.words, { start: bounds[index - 1] ?? clause.start, end: part.end })
        : ownPart;
      const isHeadless = index > 0 && !beside.some(({ end }) => end <= mark.start);
      const own = item ? item.words : beside;
      const words = [...goesOn, ...(isHeadless && !item ? [...head, ...own] : own)].filter(
        (word) => !compared.includes(word),
      );
      zones.set(mark.start, {
        clause,
        part: { start: (isJoined ? bounds[index - 1] : undefined) ?? part.start, end: part.end },
        label: labelOf(mark, inClause),
        own:
          [words, within(read.words, clause), within(read.words, clauses[at - 1] ?? clause)].find(
            ({ length }) => length > 0,
          ) ?? [],
        names: namesOf(words, read.words, mark.start),
        before,
        date: item?.date ?? dateOf(mark, part, clause, read),
        comparedWith: read.dates.filter((date) => isComparedWith(date, mark, read.text)),
      });
    });
  });
  return zones;
});

/** `…, where it is 30`: what a clause goes on with is named last in the one before. */
function goesOnWith(clause: Stretch, before: Span | undefined, words: readonly ContentWord[]): ContentWord[] {
  return before && isRelative(clause.text) ? within(words, before).slice(-1) : [];
}

/** The last stretch of time before a figure that none of its own kind parts from it. */
function labelOf(mark: Quantity | Order, marks: readonly (Quantity | Order)[]): Quantity | undefined {
  const before = marks.findLast((one) => one.end <= mark.start && (isStretch(one) || kindOf(one) === kindOf(mark)));
  return before && isStretch(before) && !isStretch(mark) ? before : undefined;
}

function isStretch(mark: Quantity | Order): mark is Quantity {
  return !('rank' in mark) && mark.kind === 'duration';
}

/** Whom one is compared with behind its last figure has none of its figures: `with 40 tonnes A lies behind B`. */
function comparedIn(clause: Stretch, marks: readonly Span[], words: readonly ContentWord[]): ContentWord[] {
  const at = clause.start + (comparesAt(clause.text) ?? clause.text.length);
  const isBehind = marks.every(({ end }) => end <= at);
  return isBehind ? within(words, clause).filter(({ start, isName }) => isName && start >= at) : [];
}

/** English words may all be what is done with a thing. */
function namesThing({ isName, language, weight }: ContentWord): boolean {
  return isName || (language === 'zh' && weight >= 1);
}

/** What a clause says goes on in the next one, unless it has a figure of its own: then only of whom it is. */
function wordsBefore(
  clause: Span | undefined,
  marks: readonly Span[],
  words: readonly ContentWord[],
): readonly ContentWord[] {
  if (clause === undefined) return [];
  const all = within(words, clause);
  const hasFigure = marks.some(({ start }) => start >= clause.start && start < clause.end);
  return hasFigure ? all.filter(({ isName }) => isName) : all;
}

interface Item {
  words: readonly ContentWord[];
  date: DateFound | undefined;
}

/** What each figure of a list is of, by where it begins. */
function itemsByMark(read: ReadText, marks: readonly Span[]): ReadonlyMap<number, Item> {
  const listed = [...splitSentences(read.text).map(({ span }) => span), ...clausesOf(read)].flatMap((span) => {
    const inside = marks.filter(({ start }) => start >= span.start && start < span.end);
    // `三类依次为…`: what is counted before the list is none of it.
    const from = span.start + (IN_ORDER.first(read.text.slice(span.start, span.end))?.start ?? 0);
    const behind = inside.filter(({ start }) => start >= from);
    const own = behind.length > 1 ? behind : inside;
    const items = itemsOf(span, own, read);
    return items.flatMap((item, at) => {
      const mark = own[at];
      return mark === undefined ? [] : [[mark.start, item] as const];
    });
  });
  // What a clause lists alone is told more surely than what a sentence does.
  return new Map(listed);
}

/** `A、B和C分别为1%、2%和3%`: what each figure is of, when there are as many of the one as of the other. */
function itemsOf(clause: Span, marks: readonly Span[], read: ReadText): readonly Item[] {
  const { text, words, dates } = read;
  const [first, second] = marks;
  const last = marks.at(-1);
  if (!first || !second || !last || !IN_ORDER.isIn(text.slice(clause.start, clause.end))) return [];
  const head = IN_ORDER.blank(text.slice(clause.start, first.start));
  const own = dates.filter(({ start, end }) => start >= clause.start && end <= first.start);
  const times = own.length === 0 && SAME_TIME.isIn(head) ? timesBefore(clause.start, dates, text) : own;
  const cuts = cutsIn(head).map((at) => clause.start + at);
  const bounds = [clause.start, ...cuts, first.start];
  if (times.length === marks.length)
    return times.map((date) => ({ words: within(words, { start: clause.start, end: first.start }), date }));
  const years = yearsOf(times, marks.length);
  if (years.length > 0)
    return years.map((date) => ({ words: within(words, { start: clause.start, end: first.start }), date }));
  if (within(words, { start: clause.start, end: first.start }).length === 0)
    return listedBefore(clause.start, marks, read);
  if (cuts.length + 1 !== marks.length) return [];
  const items = marks.map((_, at) =>
    within(words, { start: bounds[at] ?? clause.start, end: bounds[at + 1] ?? first.start }),
  );
  // What stands behind the last one is said of all: `A、B和C的产量分别为…`.
  const longest = Math.max(1, ...items.slice(0, -1).map(({ length }) => length));
  const common = [...(items.at(-1)?.slice(longest) ?? []), ...within(words, { start: last.end, end: clause.end })];
  return items.map((item) => ({ words: [...item.slice(0, longest), ...common], date: times[0] }));
}

/** `A有3吨，B有4吨，分别增长一成和两成`: what as many clauses before are of, each with a figure. */
function listedBefore(start: number, marks: readonly Span[], read: ReadText): Item[] {
  const before = clausesOf(read)
    .filter(({ end }) => end <= start)
    .slice(-marks.length);
  const areAll =
    before.length === marks.length &&
    before.every((clause) => read.figures.some((one) => one.start >= clause.start && one.end <= clause.end));
  return areAll
    ? before.map((clause) => ({
        words: within(read.words, clause),
        date: read.dates.findLast(({ end }) => end <= clause.end),
      }))
    : [];
}

/** The times of the nearest clause before that tells any. */
function timesBefore(start: number, dates: readonly DateFound[], text: string): readonly DateFound[] {
  const before = dates.filter(({ end }) => end <= start);
  const last = before.at(-1);
  return last ? before.filter(({ end }) => !CLAUSE_END.test(text.slice(end, last.start))) : [];
}

/** Where what stands in a list is parted. */
function cutsIn(list: string): number[] {
  const marks = [...list.matchAll(/[、,，]/gu)].map(({ index }) => index);
  return [...marks, ...LISTED.find(list).map(({ start }) => start)].toSorted((a, b) => a - b);
}

/** `2017年至2019年分别为…`: as many years as there are figures, or the first so many of them. */
function yearsOf([time, ...others]: readonly DateFound[], most: number): DateFound[] {
  const year = time?.year;
  if (!year || others.length > 0 || year.high <= year.low || year.high - year.low >= most) return [];
  return Array.from({ length: year.high - year.low + 1 }, (_, at) => ({
    ...time,
    year: { ...year, low: year.low + at, high: year.low + at },
  }));
}

function namesOf(own: readonly ContentWord[], all: readonly ContentWord[], before: number): readonly ContentWord[] {
  const named = own.filter(({ isName }) => isName);
  if (named.length > 0) return named;
  const last = all.findLast(({ isName, end }) => isName && end <= before);
  return last === undefined ? [] : [last];
}

function dateOf(mark: Span, part: Span, clause: Span, { text, dates }: ReadText): DateFound | undefined {
  const relative = RELATIVE.first(text.slice(part.start, part.end));
  const at = part.start + (relative?.start ?? 0);
  // `去年` is a year where that of the report is known.
  if (relative && !dates.some(({ start, end }) => start <= at && at < end)) return undefined;
  const told = dates.filter((date) => !isComparedWith(date, mark, text));
  const beside = told.filter(({ start, end }) => start >= part.start && end <= part.end);
  return (
    beside.findLast(({ end }) => end <= mark.start) ??
    beside[0] ??
    told.findLast(({ start, end }) => start >= clause.start && end <= mark.start) ??
    told.find(({ start, end }) => start >= clause.start && end <= clause.end) ??
    told.findLast(({ end }) => end <= mark.start)
  );
}

function isComparedWith({ start, end }: Span, mark: Span, text: string): boolean {
  const isOfMark = end <= mark.start && mark.start - end <= OF_THAT_TIME;
  return !isOfMark && COMPARED_WITH.isAtEnd(text.slice(Math.max(0, start - PREPOSITION), start).trimEnd());
}

function within(words: readonly ContentWord[], { start, end }: Span): ContentWord[] {
  return words.filter((word) => word.start >= start && word.end <= end);
}
