import { isListedCaption } from '../text/captions.ts';
import { isPart } from '../text/numbering.ts';
import type { SourceLine } from '../domain/source.ts';
import { isNumbered, withoutNumber } from './heading-key.ts';
import { sectionKind } from './section-kind.ts';
import { oneLine } from '../text/white-space.ts';
import { holdsLetter } from '../text/holds-letters.ts';
import { startsLower } from '../text/starts-with.ts';

/** A line of a printed table of contents. */
export interface ContentsEntry {
  title: string;
  /** The page number beside it, as it is printed. */
  number: string;
}

/** A report's printed table of contents. */
export interface Contents {
  entries: ContentsEntry[];
  /** Indexes of the pages on which it stands. */
  pages: number[];
}

/** A table of contents begins on one of so many pages. */
const FIRST_PAGES = 15;
/** Fewer entries than this are a list of something else. */
const LEAST_ENTRIES = 5;
/**
 * Of the characters of a page of contents at least this share are entries, and of its numbers this share do not fall.
 */
const ENTRY_SHARE = 0.5;
const RISING_SHARE = 0.85;
/** A line this long, against the longest of its page, may run on in the next. */
const FULL_LINE = 0.7;
/** Longest title of an entry, in characters. */
const TITLE_LENGTH = 200;

const PAGE = String.raw`\d{1,5}|[ivxlc]{1,7}|[A-Z]{1,2}[-–.]\d{1,4}|\d{1,3}(?:[-–]\d{1,4}){1,3}`;
/** Dots between a title and its page. */
const DOTTED = new RegExp(
  String.raw`(?:[.．·•…‥・_]\s?){3,40}\s?[(（—–-]?\s?(?<number>${PAGE})(?![\d.])\s?[)）—–-]?`,
  'gu',
);
/** A gap between them; looked for at the end of a line. */
const GAPPED = new RegExp(String.raw`(?:\t|\s{2})[(（—–-]?\s?(?<number>${PAGE})\s?[)）—–-]?$`, 'u');
const LEADER = /[\s.．·•…‥・_]/u;
/** Longest entry, in characters: what is longer is no line of contents. */
const ENTRY_LENGTH = 400;

/** Finds the printed table of contents; undefined when there is none. */
export function findContents(pages: readonly { lines: SourceLine[] }[]): Contents | undefined {
  const found: Contents = { entries: [], pages: [] };
  for (const [index, { lines }] of pages.entries()) {
    const last = found.pages.at(-1);
    if (last === undefined ? index >= FIRST_PAGES : index > last + 1) break;
    const entries = entriesOf(lines, last === undefined ? LEAST_ENTRIES : 1, pages.length);
    if (!entries) continue;
    found.pages.push(index);
    found.entries = [...found.entries, ...entries.filter(({ title }) => !isListedCaption(title))];
  }
  return found.entries.length >= LEAST_ENTRIES ? found : undefined;
}

/** The entries of a page of contents; undefined when it is another page. */
function entriesOf(lines: SourceLine[], least: number, pageCount: number): ContentsEntry[] | undefined {
  const texts = lines.map(({ text }) => text.trim()).filter((text) => text !== '');
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 0);
  let entries: ContentsEntry[] = [];
  let spent = 0;
  let before: string | undefined;
  /** Numbers in a column of their own, whose titles follow: `Item 15.`, `Item 16.`. */
  let numbers: string[] = [];
  for (const text of texts) {
    const own = entriesIn(text);
    if (own.length === 0 && isNumbered(text) && withoutNumber(text) === '' && !isPart(text)) {
      numbers.push(text);
      spent += text.length;
      continue;
    }
    const [first] = own;
    const number = first && !isNumbered(first.title) ? numbers.shift() : undefined;
    if (first && number !== undefined) first.title = `${number} ${first.title}`;
    else if (first && before !== undefined && runsOn(before, first.title, longest)) {
      first.title = `${before} ${first.title}`;
      spent += before.length;
    }
    if (first && number === undefined) numbers = [];
    entries.push(...own);
    spent += own.length > 0 ? text.length : 0;
    before = own.length > 0 ? undefined : text;
  }
  if (entries.length === 0) entries = numberFirst(texts);
  if (spent === 0) spent = entries.reduce((sum, { title }) => sum + title.length, 0);
  const isContents =
    entries.length >= least && spent >= ENTRY_SHARE * texts.join('').length && isRising(entries, pageCount);
  return isContents ? entries : undefined;
}

/** A number before the title: `04 Letter to shareholders`. */
const NUMBER_FIRST = /^(?<number>\d{1,3})[\t ]+(?<title>\p{L}.*)$/u;

/** Contents whose page numbers stand before the titles; those that only count the titles are no page numbers. */
function numberFirst(texts: string[]): ContentsEntry[] {
  if (!texts.some((text) => sectionKind(text) === 'contents')) return [];
  const entries = texts.flatMap((text) => {
    const { number = '', title = '' } = NUMBER_FIRST.exec(text)?.groups ?? {};
    return number === '' || title.length > TITLE_LENGTH ? [] : [{ title: title.trim(), number }];
  });
  return entries.every(({ number }, at) => Number(number) === at + 1) ? [] : entries;
}

/** The entries of a line; of one into which many were run together, all. */
function entriesIn(text: string): ContentsEntry[] {
  const dotted = [...text.matchAll(DOTTED)];
  const gapped = dotted.length > 0 || text.length > ENTRY_LENGTH ? null : GAPPED.exec(text);
  let end = 0;
  return [...dotted, ...(gapped ? [gapped] : [])].flatMap((match) => {
    const title = oneLine(withoutLeaders(text.slice(end, match.index)));
    end = match.index + match[0].length;
    const number = match.groups?.['number'] ?? '';
    return holdsLetter(title) && title.length <= TITLE_LENGTH ? [{ title, number }] : [];
  });
}

/** A title without the dots before and after it. */
function withoutLeaders(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && LEADER.test(text.charAt(from))) from += 1;
  while (to > from && LEADER.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** Whether a line without a page number is the first of a title's two. */
function runsOn(first: string, second: string, longest: number): boolean {
  if (isNumbered(second)) return false;
  return isNumbered(first) || startsLower(second) || first.length >= FULL_LINE * longest;
}

/** The last number of `1-1-26`; undefined for a roman one. */
export function lastNumber(number: string): number | undefined {
  const digits = /(?<!\d)\d+$/u.exec(number)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** Page numbers do not fall, but where another list begins, and none is far beyond the report's last page. */
function isRising(entries: ContentsEntry[], pageCount: number): boolean {
  const numbers = entries.flatMap(({ number }) => lastNumber(number) ?? []);
  const rising = numbers.filter((number, at) => number >= (numbers[at - 1] ?? 0)).length;
  const within = numbers.filter((number) => number <= 2 * pageCount + 20).length;
  return rising >= RISING_SHARE * numbers.length && within >= RISING_SHARE * numbers.length;
}
