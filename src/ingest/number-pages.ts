import type { SourcePage } from '../domain/source.ts';
import { pageLabel, pageNumberIn } from '../text/page-labels.ts';
import { holdsLetter } from '../text/holds-letters.ts';
import { oneLine } from '../text/white-space.ts';

/** Lines this near to a page's top or bottom can hold its number. */
const EDGE_LINES = 5;
/** Numbers that count with the pages on so many of them are page numbers; with letters before, on fewer. */
const LEAST_PAGES = 3;
const LEAST_LETTERED = 2;
/** A number at the end of a line of other words must count on more: figures stand there too. */
const LEAST_INSIDE = 4;
/**
 * Pages without a number, one after the other, within one range, and the least share of a range that has one: a number
 * that a word calls a page's stands for itself (`Page 41`), others may be cells that chance to fit.
 */
const LONGEST_GAP = 4;
const LEAST_SHARE = 0.25;

/** A number that a page may bear. */
interface Candidate {
  page: number;
  /** What stands before the part that counts on: `A-`, `1-1-`. */
  prefix: string;
  style: 'digits' | 'lower' | 'upper';
  value: number;
  /** Nothing else stands in its line or cell, or a word says that it is a page's. */
  isAlone: boolean;
  isNamed: boolean;
}

/** Pages whose numbers count on. */
interface Range extends Pick<Candidate, 'prefix' | 'style'> {
  first: number;
  last: number;
  /** Value minus index of the page. */
  offset: number;
  /** The pages that bear one of its numbers. */
  on: ReadonlySet<number>;
  support: number;
}

/**
 * The label of every page: what the file says, else what is printed on it, else counted on within its range or from the
 * one before; a page before the first number has its physical number in brackets, as a bibliography has it: that number
 * is nowhere printed. Front matter, body and annex may each count from 1.
 */
export function numberPages(pages: readonly SourcePage[]): string[] {
  const ranges = claim(
    rangesOf(pages).map((range) => extend(range, pages)),
    pages.length,
  );
  return pages.map((page, index) => page.label ?? labelAt(index, ranges));
}

function labelAt(index: number, ranges: Range[]): string {
  const own = ranges.find(({ first, last }) => first <= index && index <= last);
  if (own) return print(own, index);
  const before = ranges.findLast(({ last }) => last < index);
  const after = ranges.find(({ first }) => index < first);
  // What counts from 1 begins with the page that would be 1.
  const reachesOne = after && index + after.offset >= 1 && (!before || before.last + 1 + after.offset <= 1);
  const nearest = reachesOne ? after : before;
  if (nearest) return print(nearest, index);
  if (after) return `[${index + 1}]`;
  return String(index + 1);
}

function print({ prefix, style, offset }: Range, index: number): string {
  const value = index + offset;
  if (style === 'digits') return `${prefix}${value}`;
  return style === 'lower' ? romanOf(value).toLowerCase() : romanOf(value);
}

/**
 * The number of a page of columns may stand between them: alone in a line, and the very one that the range would give.
 */
function extend(range: Range, pages: readonly SourcePage[]): Range {
  const on = new Set(range.on);
  for (const [page, { lines }] of pages.entries()) {
    const isNear = page >= range.first - LONGEST_GAP && page <= range.last + LONGEST_GAP;
    if (isNear && lines.some(({ text }) => text.trim() === print(range, page))) on.add(page);
  }
  return { ...range, on, first: Math.min(...on), last: Math.max(...on) };
}

/** A page belongs to the best supported of the ranges that count on it; one without a number to the range around it. */
function claim(ranges: Range[], count: number): Range[] {
  const best = ranges.toSorted((a, b) => b.support - a.support);
  const owner: (Range | undefined)[] = Array.from({ length: count }, (_, page) => best.find(({ on }) => on.has(page)));
  for (const range of best)
    for (let page = range.first; page <= range.last; page++) if (owner[page - 1] === range) owner[page] ??= range;
  return owner.flatMap((range, page) => {
    if (!range || owner[page - 1] === range) return [];
    const end = owner.findIndex((other, at) => at > page && other !== range);
    return [{ ...range, first: page, last: end < 0 ? count - 1 : end - 1 }];
  });
}

function rangesOf(pages: readonly SourcePage[]): Range[] {
  const candidates = pages.flatMap((page, index) => candidatesOf(page, index, pages.length));
  const counting = Map.groupBy(candidates, ({ prefix, style, value, page }) => `${style} ${prefix} ${value - page}`);
  return [...counting.values()].flatMap((same) => stretches(same).flatMap((stretch) => rangeOf(stretch, pages.length)));
}

/** Cuts where too many pages lie between. */
function stretches(candidates: Candidate[]): Candidate[][] {
  const cut: Candidate[][] = [];
  for (const candidate of candidates) {
    const last = cut.at(-1)?.at(-1);
    if (last && (candidate.page - last.page <= LONGEST_GAP || (candidate.isNamed && last.isNamed)))
      cut.at(-1)?.push(candidate);
    else cut.push([candidate]);
  }
  return cut;
}

function rangeOf(stretch: Candidate[], pageCount: number): Range[] {
  const [start, end] = [stretch[0], stretch.at(-1)];
  if (!start || !end) return [];
  const on = new Set(stretch.map(({ page }) => page));
  const alone = new Set(stretch.filter(({ isAlone }) => isAlone).map(({ page }) => page)).size;
  const least = Math.min(holdsLetter(start.prefix) ? LEAST_LETTERED : LEAST_PAGES, pageCount);
  const isCounting = alone >= least || on.size >= LEAST_INSIDE;
  const isSparse = on.size < LEAST_SHARE * (end.page - start.page + 1) && !stretch.every(({ isNamed }) => isNamed);
  if (!isCounting || isSparse) return [];
  const { prefix, style, value, page } = start;
  return [{ prefix, style, offset: value - page, first: page, last: end.page, on, support: alone + on.size }];
}

/** The numbers at a page's top and bottom that could be its own. */
function candidatesOf({ lines }: SourcePage, page: number, pageCount: number): Candidate[] {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const edges =
    filled.length <= 2 * EDGE_LINES ? filled : [...filled.slice(0, EDGE_LINES), ...filled.slice(-EDGE_LINES)];
  return edges.flatMap(({ text }) => {
    const line = text.normalize('NFKC').trim();
    if (line.length > LINE_LENGTH) return [];
    const cells = line.split(/\t|\s{2,}|\s[|·•]\s/u).map((cell) => oneLine(cell.trim()));
    // Of a report of a page or two, no second number tells a page number from a cell.
    const whole = pageCount < LEAST_PAGES && cells.length > 1 ? [] : cells;
    const alone = whole.flatMap((cell) => {
      const { numeral, isNamed = false } = pageLabel(cell) ?? {};
      return readNumeral(numeral, { page, isAlone: true, isNamed });
    });
    if (alone.length > 0) return alone;
    const { numeral, isNamed = false } = pageNumberIn(line) ?? {};
    return readNumeral(numeral, { page, isAlone: isNamed, isNamed });
  });
}

/** A longer line is body text. */
const LINE_LENGTH = 200;

function readNumeral(numeral: string | undefined, found: Pick<Candidate, 'page' | 'isAlone' | 'isNamed'>): Candidate[] {
  if (numeral === undefined) return [];
  if (/^[ivxl]+$/iu.test(numeral)) {
    const value = romanValue(numeral.toUpperCase());
    if (romanOf(value) !== numeral.toUpperCase()) return [];
    return [{ ...found, prefix: '', style: numeral === numeral.toUpperCase() ? 'upper' : 'lower', value }];
  }
  const digits = /(?<!\d)\d+$/u.exec(numeral)?.[0] ?? '';
  const prefix = numeral.slice(0, -digits.length).replaceAll('–', '-');
  return [{ ...found, prefix, style: 'digits', value: Number(digits) }];
}

const ROMAN: readonly (readonly [string, number])[] = [
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

function romanOf(value: number): string {
  let [left, numeral] = [value, ''];
  for (const [sign, worth] of ROMAN) {
    for (; left >= worth; left -= worth) numeral += sign;
  }
  return numeral;
}

function romanValue(numeral: string): number {
  const worths = [...numeral].map((sign) => ROMAN.find(([one]) => one === sign)?.[1] ?? 0);
  return worths.reduce((sum, worth, at) => sum + (worth < (worths[at + 1] ?? 0) ? -worth : worth), 0);
}
