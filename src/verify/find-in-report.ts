import type { Passage, Quote } from '../domain/answer.ts';
import { pageMarks } from '../domain/page-marks.ts';
import type { StoredReport } from '../domain/ports.ts';
import type { PlaceMark, Section, Span } from '../domain/report.ts';
import { findQuote } from './find-quote.ts';

/** A report with where its cells stand, when it is of a format of sheets. */
export interface PlacedReport extends StoredReport {
  cells?: PlaceMark[];
}

/**
 * Finds a quote anywhere in a report, first where it stood before.
 * @param path headings of the section in which it stood in an earlier version
 * @returns the report's own words with their place; undefined when the report no longer holds them
 */
export function findInReport(stored: PlacedReport, quoteText: string, path: string[]): Quote | undefined {
  const same = stored.sections.find((section) => section.path.join('\n') === path.join('\n'));
  const near = same && findQuote(passageOf(stored, same.span, same), quoteText);
  if (near) return near;
  const found = findQuote(passageOf(stored, { start: 0, end: stored.text.length }, undefined), quoteText);
  const section =
    found && stored.sections.findLast(({ span }) => span.start <= found.span.start && found.span.start < span.end);
  return section ? findQuote(passageOf(stored, found.span, section), quoteText) : found;
}

function passageOf(stored: PlacedReport, span: Span, section: Section | undefined): Pick<Passage, 'chunk' | 'report'> {
  const { report, text, pages } = stored;
  const places = report.paged ? pageMarks(pages, report) : (stored.cells ?? paragraphMarks(stored, section));
  return {
    report,
    chunk: {
      reportId: report.id,
      order: 0,
      path: section?.path ?? [],
      span,
      text: text.slice(span.start, span.end),
      places,
    },
  };
}

/** Paragraphs counted within the section, its heading aside. */
function paragraphMarks({ text, pages }: StoredReport, section: Section | undefined): PlaceMark[] {
  const { start, end } = section?.span ?? { start: 0, end: text.length };
  const marks: PlaceMark[] = [];
  let at = start;
  for (const paragraph of text.slice(start, end).split('\n')) {
    const isHeading = at === start && section !== undefined;
    const screen = pages.findLast(({ span }) => span.start <= at)?.number ?? 1;
    marks.push({
      start: at,
      place: {
        kind: 'paragraph',
        number: Math.max(1, marks.length + (isHeading || section === undefined ? 1 : 0)),
        screen,
      },
    });
    at += paragraph.length + 1;
  }
  return marks;
}
