import type { Page, PlaceMark, Report } from './report.ts';

/** One mark a page, for citing by page or by slide. */
export function pageMarks(pages: readonly Page[], { slides }: Pick<Report, 'slides'>): PlaceMark[] {
  return pages
    .filter(({ span }) => span.start < span.end)
    .map(({ number, label, span }) => ({
      start: span.start,
      place: slides ? { kind: 'slide', number } : { kind: 'page', number, label: label ?? String(number) },
    }));
}
