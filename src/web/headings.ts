import type { Section, Span } from '../domain/report.ts';
import { fold } from '../text/fold-text.ts';

/** A heading in the text. */
export interface Heading {
  span: Span;
  /** Position of its section in the report. */
  section: number;
  /** 1 for an outermost heading. */
  depth: number;
}

/** No heading runs over more lines than this. */
const HEADING_LINES = 4;

/** The headings that stand on a page, whole, in order. */
export function headingsOf(text: string, sections: Section[], page: Span): Heading[] {
  return sections.flatMap(({ path, span }, section) => {
    if (span.start >= page.end || span.end <= page.start) return [];
    const end = headingEnd(text, span.start, path.at(-1) ?? '');
    return end !== undefined && end > page.start ? [{ span: { start: span.start, end }, section, depth: path.length }] : [];
  });
}

/** The section that an offset lies in, with the sections around it, outermost first. */
export function sectionsAt(sections: Section[], offset: number): { section: Section; index: number }[] {
  return sections
    .map((section, index) => ({ section, index }))
    .filter(({ section: { span } }) => span.start <= offset && offset < span.end)
    .toSorted((a, b) => a.section.path.length - b.section.path.length);
}

// A long heading is set on several lines, which are one title in the outline; a heading that opens a paragraph is none.
function headingEnd(text: string, start: number, title: string): number | undefined {
  const wanted = fold(title);
  let end = start;
  for (let line = 0; line < HEADING_LINES; line++) {
    const lineFeed = text.indexOf('\n', line === 0 ? start : end + 1);
    end = lineFeed < 0 ? text.length : lineFeed;
    const found = fold(text.slice(start, end));
    if (found === wanted) return end;
    if (!wanted.startsWith(found) || end === text.length) return undefined;
  }
  return undefined;
}
