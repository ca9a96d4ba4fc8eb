import type { Bookmark } from '../domain/source.ts';
import type { Contents } from './find-contents.ts';
import { lastNumber } from './find-contents.ts';
import type { Heading } from './find-headings.ts';
import { headingKey, withoutNumber } from './heading-key.ts';
import { numberingLevels } from './heading-levels.ts';
import type { PlacedParagraph } from './lay-out-text.ts';
import { oneLine } from '../text/white-space.ts';

/** A heading that the report itself lists, with its level from 1. */
export interface ListedHeading extends Heading {
  level: number;
}

/** Headings as they are listed, and how many of them stand on the page that the list names. */
export interface Listed {
  headings: ListedHeading[];
  foundShare: number;
}

/** What is listed: a title and the pages, by index, on which it may begin, likeliest first. */
interface Entry {
  title: string;
  level: number;
  pages: number[];
}

/** Lines that one heading is printed on, at most. */
const HEADING_LINES = 4;
/** A paragraph may begin with a heading of at least so many letters and run on. */
const RUN_IN_LENGTH = 6;

/** Bookmarks as headings of the text. */
export function placeBookmarks(bookmarks: readonly Bookmark[], paragraphs: PlacedParagraph[]): Listed {
  return place(
    bookmarks.map(({ title, level, page }) => ({ title, level, pages: [page - 1, page] })),
    paragraphs,
  );
}

/**
 * The entries of a printed table of contents as headings of the text. Its page numbers lie at one distance from the
 * sheets of most reports: the one that most titles are found at.
 * @param labels what is printed on each page
 */
export function placeContents(
  { entries, pages: ownPages }: Contents,
  labels: readonly string[],
  paragraphs: PlacedParagraph[],
): Listed {
  const body = paragraphs.filter(({ pages }) => !ownPages.includes(pages[0]?.page ?? 0));
  const offset = commonOffset(entries, body);
  const levels = numberingLevels(entries.map(({ title }) => title));
  return place(
    entries.map(({ title, number }, at) => {
      const counted = offset === undefined ? undefined : (lastNumber(number) ?? NaN) + offset;
      const labelled = labels.flatMap((label, page) => (label === number && !ownPages.includes(page) ? [page] : []));
      const first = [counted, ...labelled].filter((page) => page !== undefined && page >= 0 && page < labels.length);
      const pages = first.flatMap((page) => (page === undefined ? [] : [page, page + 1, page - 1]));
      return { title, level: levels[at] ?? 1, pages: pages.filter((page) => !ownPages.includes(page)) };
    }),
    paragraphs,
  );
}

/** Sheet minus printed number that most titles agree on which stand on a sheet of their own words. */
function commonOffset(entries: Contents['entries'], body: PlacedParagraph[]): number | undefined {
  const byKey = Map.groupBy(body, ({ text }) => headingKey(text));
  const votes = new Map<number, number>();
  for (const { title, number } of entries) {
    const printed = lastNumber(number);
    const same = byKey.get(headingKey(title)) ?? byKey.get(headingKey(withoutNumber(title))) ?? [];
    for (const sheet of new Set(same.map(({ pages }) => pages[0]?.page ?? 0)))
      if (printed !== undefined) votes.set(sheet - printed, (votes.get(sheet - printed) ?? 0) + 1);
  }
  return [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/** Finds each title on its page, none before the one that is listed before it. */
function place(entries: Entry[], paragraphs: PlacedParagraph[]): Listed {
  const byPage = Map.groupBy(
    paragraphs.map((paragraph, index) => ({ paragraph, index })),
    ({ paragraph }) => paragraph.pages[0]?.page ?? 0,
  );
  const headings: ListedHeading[] = [];
  let standing = 0;
  let from = 0;
  for (const { title, level, pages } of entries) {
    const stand = pages.map((page) =>
      locate(
        title,
        (byPage.get(page) ?? []).filter(({ index }) => index >= from),
      ),
    );
    const at = stand.find((found) => found !== undefined);
    if (at) standing += 1;
    const placed = at ?? pageStart(byPage.get(pages[0] ?? -1)?.[0]?.index, from);
    if (!placed) continue;
    from = placed.to;
    headings.push({ text: oneLine(title), level, apart: false, ...placed });
  }
  return { headings, foundShare: entries.length === 0 ? 0 : standing / entries.length };
}

/** A title that is nowhere printed begins with its page, or where the one before it ends. */
function pageStart(first: number | undefined, from: number): { from: number; to: number } | undefined {
  if (first === undefined) return undefined;
  const at = Math.max(first, from);
  return { from: at, to: at };
}

/** Where a title stands among the paragraphs of a page: word for word, without its number, or at the head of one. */
function locate(
  title: string,
  page: readonly { paragraph: PlacedParagraph; index: number }[],
): { from: number; to: number } | undefined {
  const [whole, bare] = [headingKey(title), headingKey(withoutNumber(title))];
  if (whole === '') return undefined;
  const keys = page.map(({ paragraph: { text } }) => ({
    key: headingKey(text),
    bare: headingKey(withoutNumber(text)),
  }));
  for (const wanted of [whole, bare]) {
    for (const [at, { index }] of page.entries()) {
      const lines = linesFor(wanted, keys.slice(at, at + HEADING_LINES));
      if (lines > 0) return { from: index, to: index + lines };
    }
  }
  if (bare.length < RUN_IN_LENGTH) return undefined;
  const runIn = page.findIndex((_, at) => keys[at]?.key.startsWith(whole) || keys[at]?.bare.startsWith(bare));
  const index = page[runIn]?.index;
  return index === undefined ? undefined : { from: index, to: index + 1 };
}

/** How many lines make up a title, beginning with the first; 0 when they do not. */
function linesFor(wanted: string, lines: readonly { key: string; bare: string }[]): number {
  const [first] = lines;
  if (wanted === '' || !first) return 0;
  for (const start of [first.key, first.bare]) {
    let joined = start;
    for (let count = 1; count <= lines.length; count++) {
      if (joined === wanted) return count;
      if (joined === '' || !wanted.startsWith(joined)) break;
      joined += lines[count]?.key ?? '';
    }
  }
  return 0;
}
