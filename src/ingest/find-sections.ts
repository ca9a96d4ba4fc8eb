import type { Page, Section } from '../domain/report.ts';
import type { Heading } from './find-headings.ts';
import { findHeadings } from './find-headings.ts';
import { areNumbered, headingLevels } from './heading-levels.ts';
import type { ReportText } from './lay-out-text.ts';
import { pageAt } from './lay-out-text.ts';

/** Finds the outline of a report: every heading with all that stands under it, in reading order. */
export function findSections({ text, paragraphs, pages }: ReportText): Section[] {
  const found = findHeadings(paragraphs);
  const headings = withoutTitle(found, paragraphs.length);
  const levels = headingLevels(headings, (from, to) => paragraphs.slice(from, to).map((paragraph) => paragraph.text).join('\n'), paragraphs.length);
  const starts = headings.map(({ from }) => paragraphs[from]?.span.start ?? 0);
  return headings.map((_, index) => {
    const next = levels.findIndex((level, later) => later > index && level <= (levels[index] ?? 1));
    const span = { start: starts[index] ?? 0, end: next < 0 ? text.length : Math.max((starts[next] ?? text.length) - 1, 0) };
    return { path: pathOf(headings, levels, index), span, ...pagesOf(pages, span) };
  });
}

function pagesOf(pages: Page[], span: { start: number; end: number }): { firstPage: number; lastPage: number } {
  return { firstPage: pageAt(pages, span.start), lastPage: pageAt(pages, Math.max(span.start, span.end - 1)) };
}

/**
 * The report's own title is no section of it: on a cover the largest type, once, before any other heading; in a
 * text the first line, when it alone is not numbered among numbered headings.
 */
function withoutTitle(headings: Heading[], paragraphCount: number): Heading[] {
  const [first, ...rest] = headings;
  if (!first || rest.length === 0 || first.from > paragraphCount * 0.05) return headings;
  const { typeSize } = first;
  if (typeSize !== undefined) return rest.every((heading) => (heading.typeSize ?? 0) < typeSize) ? rest : headings;
  return first.from === 0 && areNumbered(rest) && !areNumbered([first, first, first]) ? rest : headings;
}

function pathOf(headings: Heading[], levels: number[], index: number): string[] {
  const path: string[] = [];
  let below = Infinity;
  for (let at = index; at >= 0; at--) {
    const level = levels[at] ?? 1;
    if (level >= below) continue;
    path.unshift(headings[at]?.text ?? '');
    below = level;
  }
  return path;
}
