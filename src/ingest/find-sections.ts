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
  const levels = headingLevels(
    headings,
    (from, to) =>
      paragraphs
        .slice(from, to)
        .map((paragraph) => paragraph.text)
        .join('\n'),
    paragraphs.length,
  );
  const starts = headings.map(({ from }) => paragraphs[from]?.span.start ?? 0);
  const paths = pathsOf(headings, levels);
  const ends = endsOf(levels);
  return headings.map((_, index) => {
    const end = starts[ends[index] ?? headings.length];
    const span = { start: starts[index] ?? 0, end: end === undefined ? text.length : Math.max(end - 1, 0) };
    return { path: paths[index] ?? [], span, ...pagesOf(pages, span) };
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

/** For each heading those above it and itself, outermost first. */
function pathsOf(headings: Heading[], levels: number[]): string[][] {
  const open: { level: number; text: string }[] = [];
  return headings.map(({ text }, index) => {
    const level = levels[index] ?? 1;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    open.push({ level, text });
    return open.map((heading) => heading.text);
  });
}

/** For each heading the index of the next one of its level or a higher one; as many as there are when there is none. */
function endsOf(levels: number[]): number[] {
  const ends = levels.map(() => levels.length);
  const open: number[] = [];
  levels.forEach((level, index) => {
    for (let last = open.at(-1); last !== undefined && (levels[last] ?? 1) >= level; last = open.at(-1)) {
      ends[last] = index;
      open.pop();
    }
    open.push(index);
  });
  return ends;
}
