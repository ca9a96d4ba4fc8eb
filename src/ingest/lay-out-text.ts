import type { Page, Span } from '../domain/report.ts';
import type { Paragraph } from './join-lines.ts';

/** A paragraph and where it stands in the report's text. */
export interface PlacedParagraph extends Paragraph {
  span: Span;
}

/** A report's text in one piece. */
export interface ReportText {
  text: string;
  paragraphs: PlacedParagraph[];
  pages: Page[];
}

/** A screenful of a report without pages, in characters: about what a printed page holds. */
const SCREEN_LENGTH = 2000;

/**
 * Joins paragraphs into one text and maps its offsets to pages.
 * @param labels one label a page; absent for a format without pages, which is cut into screenfuls instead
 */
export function layOutText(paragraphs: Paragraph[], labels: string[] | undefined): ReportText {
  let at = 0;
  const placed = paragraphs.map((paragraph) => {
    const span = { start: at, end: at + paragraph.text.length };
    at = span.end + 1;
    return { ...paragraph, span };
  });
  const text = placed.map((paragraph) => paragraph.text).join('\n');
  const starts = labels ? pageStarts(placed, labels.length, text.length) : screenStarts(placed);
  const pages = starts.map((start, index) => ({
    number: index + 1,
    span: { start, end: starts[index + 1] ?? text.length },
    ...(labels?.[index] === undefined ? {} : { label: labels[index] }),
  }));
  return { text, paragraphs: placed, pages };
}

/** Physical number of the page that an offset lies on. */
export function pageAt(pages: Page[], offset: number): number {
  let at = lastAtOrBefore(pages, offset, ({ span }) => span.start);
  while (at >= 0 && isEmpty(pages[at])) at -= 1;
  return pages[at]?.number ?? 1;
}

function isEmpty(page: Page | undefined): boolean {
  return page !== undefined && page.span.start === page.span.end;
}

/** Index of the last of ascending places that lies at or before an offset; -1 when all lie after it. */
export function lastAtOrBefore<T>(places: readonly T[], offset: number, startOf: (place: T) => number): number {
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const place = places[middle];
    if (place !== undefined && startOf(place) <= offset) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

function pageStarts(paragraphs: PlacedParagraph[], count: number, length: number): number[] {
  const starts: (number | undefined)[] = Array.from({ length: count }, () => undefined);
  for (const { pages, span } of paragraphs) {
    for (const { offset, page } of pages) starts[page] ??= span.start + offset;
  }
  // A page without text begins, and ends, where the next one begins.
  for (let page = count - 1; page >= 0; page--) starts[page] ??= starts[page + 1] ?? length;
  return starts.map((start) => start ?? length);
}

function screenStarts(paragraphs: PlacedParagraph[]): number[] {
  const starts: number[] = [0];
  for (const { span } of paragraphs) {
    if (span.end - (starts.at(-1) ?? 0) > SCREEN_LENGTH && span.start > (starts.at(-1) ?? 0)) starts.push(span.start);
  }
  return starts;
}
