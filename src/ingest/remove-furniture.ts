import type { SourceLine, SourcePage } from '../domain/source.ts';
import { fold } from '../text/fold-text.ts';

/** Lines this near to a page's top or bottom can be furniture. */
const EDGE_LINES = 5;
/**
 * A line that stands at the edge of this many pages, digits aside, is furniture: body text does not repeat itself
 * there.
 */
const REPEATED_PAGES = 3;
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

/** Takes running headers, footers and page numbers out; the printed numbers are kept. */
export function removeFurniture(pages: SourcePage[]): Body {
  const repeated = repeatedEdgeLines(pages);
  const offset = numberOffset(pages);
  const seen = new Map<string, number>();
  const body = pages.map((page, index) => {
    const edges = edgeIndexes(page);
    const bodyPage: BodyPage = { lines: [] };
    if (page.label !== undefined) bodyPage.label = page.label;
    page.lines.forEach((line, at) => {
      if (!edges.has(at)) return bodyPage.lines.push(line);
      const number = printedNumbers(line.text).find((value) => value - index === offset);
      const isFurniture = repeated.has(keyOf(line.text)) || (number !== undefined && !line.text.includes('\t'));
      if (!isFurniture) return bodyPage.lines.push(line);
      if (number !== undefined) bodyPage.printed = number;
      return seen.set(line.text.trim(), (seen.get(line.text.trim()) ?? 0) + 1);
    });
    return bodyPage;
  });
  return { pages: body, furniture: [...seen.keys()].toSorted((a, b) => (seen.get(b) ?? 0) - (seen.get(a) ?? 0)) };
}

function repeatedEdgeLines(pages: SourcePage[]): Set<string> {
  const pagesWith = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set([...edgeIndexes(page)].map((at) => keyOf(page.lines[at]?.text ?? '')));
    for (const key of keys) pagesWith.set(key, (pagesWith.get(key) ?? 0) + 1);
  }
  return new Set(
    [...pagesWith].filter(([key, count]) => /\p{L}|\d|#/u.test(key) && count >= REPEATED_PAGES).map(([key]) => key),
  );
}

function keyOf(line: string): string {
  const folded = fold(line);
  return folded.length > FURNITURE_LENGTH ? '' : folded.replace(/\d+/gu, '#');
}

/** Indexes of the lines at the top and bottom of a page; empty lines do not count. */
function edgeIndexes(page: SourcePage): Set<number> {
  const filled = page.lines.flatMap((line, at) => (line.text.trim() === '' ? [] : [at]));
  return new Set([...filled.slice(0, EDGE_LINES), ...filled.slice(-EDGE_LINES)]);
}

/** The numbers of a line, or of its cells, that hold a page number and nothing else. */
function printedNumbers(line: string): number[] {
  return line.split('\t').flatMap((cell) => {
    const match = /^(?:page|p\.?|第|[-–—·|])?(\d{1,4})(?:页|[-–—·|]|(?:\/|of|共)\d+页?)?$/u.exec(fold(cell));
    return match ? [Number(match[1])] : [];
  });
}

/** Printed number minus index that most pages agree on: a lone number elsewhere is a table cell. */
function numberOffset(pages: SourcePage[]): number | undefined {
  const votes = new Map<number, number>();
  pages.forEach((page, index) => {
    const numbers = [...edgeIndexes(page)].flatMap((at) => printedNumbers(page.lines[at]?.text ?? ''));
    for (const offset of new Set(numbers.map((number) => number - index)))
      votes.set(offset, (votes.get(offset) ?? 0) + 1);
  });
  const [best] = [...votes].toSorted((a, b) => b[1] - a[1]);
  return best && best[1] >= Math.min(REPEATED_PAGES, pages.length) ? best[0] : undefined;
}
