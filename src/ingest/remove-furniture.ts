import type { SourceLine, SourcePage } from '../domain/source.ts';
import { tableUnit } from '../quantities/table-unit.ts';
import { fold } from '../text/fold-text.ts';
import { foldedPageNumber } from '../text/page-labels.ts';

/** Lines this near to a page's top or bottom can be furniture. */
const EDGE_LINES = 5;
/**
 * A line that stands at the edge of this many pages, the page's number aside, is furniture: body text does not repeat
 * itself there.
 */
const REPEATED_PAGES = 3;
/** And of this share of the pages; lines of cells, of the second. */
const REPEATED_SHARE = 0.05;
const CELLS_SHARE = 0.5;
/** Lines that name a table stand at most so far above it, empty ones too. */
const NAMING_LINES = 4;
/** Longer lines are body text, whatever they repeat. */
const FURNITURE_LENGTH = 80;

/** A page without its furniture. */
export interface BodyPage {
  lines: SourceLine[];
  /** The page label that the file itself carries. */
  label?: string;
  /** The page number printed on it. */
  printed?: number;
}

/** The body of a report and what its furniture said. */
export interface Body {
  pages: BodyPage[];
  /** The different furniture lines, most frequent first. */
  furniture: string[];
}

/**
 * Takes running headers, footers and page numbers out. They stand outside of the body, on each page at one height as
 * far as the format knows it, and are the same there but for the number of the page; what stands in a table is none.
 */
export function removeFurniture(pages: SourcePage[]): Body {
  const offset = numberOffset(pages);
  const repeated = repeatedKeys(pages);
  const seen = new Map<string, number>();
  const body = pages.map((page, index) => {
    const isFurniture = (line: SourceLine): boolean => {
      const isNumber = printedNumbers(line.text).includes(index + (offset ?? Infinity)) && !line.text.includes('\t');
      return !line.table && !saysUnit(line, page) && (isNumber || keysOf(line, index).some((key) => repeated.has(key)));
    };
    const removed = new Set(
      edgesOf(page).flatMap((edge) => (isPlaced(page) ? whileTrue(edge, isFurniture) : edge.filter(isFurniture))),
    );
    const bodyPage: BodyPage = { lines: page.lines.filter((line) => !removed.has(line)) };
    if (page.label !== undefined) bodyPage.label = page.label;
    for (const { text } of removed) seen.set(text.trim(), (seen.get(text.trim()) ?? 0) + 1);
    const number = [...removed].flatMap(({ text }) => printedNumbers(text)).find((value) => value - index === offset);
    if (number !== undefined) bodyPage.printed = number;
    return bodyPage;
  });
  return { pages: body, furniture: [...seen.keys()].toSorted((a, b) => (seen.get(b) ?? 0) - (seen.get(a) ?? 0)) };
}

/** What the figures of the table below are counted in stands above it on each of its pages, and is no running head. */
function saysUnit(line: SourceLine, { lines }: SourcePage): boolean {
  if (tableUnit([line.text]) === undefined) return false;
  const table = lines.slice(lines.indexOf(line) + 1, lines.indexOf(line) + 1 + NAMING_LINES).find((each) => each.table);
  return table?.table?.above.includes(line.text.trim()) === true;
}

/** The first ones that something holds of. */
function whileTrue<T>(all: T[], holds: (one: T) => boolean): T[] {
  const end = all.findIndex((one) => !holds(one));
  return end < 0 ? all : all.slice(0, end);
}

/** What stands on several pages at their edges, each page counted once. */
function repeatedKeys(pages: SourcePage[]): Set<string> {
  const pagesWith = new Map<string, number>();
  pages.forEach((page, index) => {
    const lines = edgesOf(page).flat();
    for (const key of new Set(lines.flatMap((line) => keysOf(line, index))))
      pagesWith.set(key, (pagesWith.get(key) ?? 0) + 1);
  });
  // Cells at the top of a page may be the head of a table that runs over some pages.
  const share = (key: string) => (key.includes('\t') ? CELLS_SHARE : REPEATED_SHARE);
  const least = (key: string) => Math.max(REPEATED_PAGES, share(key) * pages.length);
  return new Set(
    [...pagesWith].filter(([key, count]) => /\p{L}|\d|#/u.test(key) && count >= least(key)).map(([key]) => key),
  );
}

/** Lines at one height stand in the same or in neighbouring strips of so many points. */
const STRIP = 4;

/**
 * A line as it can be found again on other pages: its words, and its height on the page. A number in it that counts
 * with the pages is known by how far it is ahead of them; other numbers are its own: labels with other figures are no
 * furniture.
 */
function keysOf({ text, box, table }: SourceLine, index: number): string[] {
  const folded = text.split('\t').map(fold).join('\t');
  if (table || folded.length > FURNITURE_LENGTH) return [];
  const counted = [...text.matchAll(/(?<!\d)\d{1,5}(?!\d)/gu)].map(
    ({ 0: number, index: at }) =>
      `${fold(text.slice(0, at))}#${Number(number) - index}#${fold(text.slice(at + number.length))}`,
  );
  const forms = [folded, ...counted];
  if (!box) return forms;
  const strip = Math.round(box.top / STRIP);
  return [strip - 1, strip, strip + 1].flatMap((height) => forms.map((form) => `${height} ${form}`));
}

/** True where the format says where lines stand. */
function isPlaced({ lines }: SourcePage): boolean {
  return lines.every(({ box }) => box !== undefined);
}

/** Lines at the top of a page from above, and at its bottom from below; empty ones do not count. */
function edgesOf(page: SourcePage): [SourceLine[], SourceLine[]] {
  const filled = page.lines.filter(({ text }) => text.trim() !== '');
  const lines = isPlaced(page) ? filled.toSorted((a, b) => (a.box?.top ?? 0) - (b.box?.top ?? 0)) : filled;
  return [lines.slice(0, EDGE_LINES), lines.slice(-EDGE_LINES).toReversed()];
}

/** The numbers of a line, or of its cells, that hold a page number and nothing else. */
function printedNumbers(line: string): number[] {
  return line.split('\t').flatMap((cell) => foldedPageNumber(fold(cell)) ?? []);
}

/** Printed number minus index that most pages agree on: a lone number elsewhere is a table cell. */
function numberOffset(pages: SourcePage[]): number | undefined {
  const votes = new Map<number, number>();
  pages.forEach((page, index) => {
    const numbers = edgesOf(page)
      .flat()
      .flatMap(({ text, table }) => (table ? [] : printedNumbers(text)));
    for (const offset of new Set(numbers.map((number) => number - index)))
      votes.set(offset, (votes.get(offset) ?? 0) + 1);
  });
  const [best] = [...votes].toSorted((a, b) => b[1] - a[1]);
  return best && best[1] >= Math.min(REPEATED_PAGES, pages.length) ? best[0] : undefined;
}
