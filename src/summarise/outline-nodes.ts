import type { StoredReport } from '../domain/ports.ts';
import type { Span } from '../domain/report.ts';
import type { SectionRef } from '../domain/summary.ts';
import type { Scope } from './read-request.ts';

/** What a section is in its report's outline. */
export type Kind = Exclude<Scope, 'section'>;

/** A section with its place in the outline. */
export interface OutlineNode {
  stored: StoredReport;
  path: string[];
  span: Span;
  kind: Kind;
  ref: SectionRef;
}

/** Every section of a report in reading order, the report itself first. */
export function outlineNodes(stored: StoredReport): OutlineNode[] {
  const { report, text, sections } = stored;
  const depth = Math.max(0, ...sections.map(({ path }) => path.length));
  const whole: OutlineNode = {
    stored,
    path: [],
    span: { start: 0, end: text.length },
    kind: 'report',
    ref: spanRef(stored, { start: 0, end: text.length }, []),
  };
  const nodes = sections.map(({ path, span }) => ({
    stored,
    path,
    span,
    kind: kindOf(path.length, depth),
    ref: spanRef(stored, span, path),
  }));
  return report.pageCount === 0 && text === '' ? [] : [whole, ...nodes];
}

/** In an outline of three levels they are parts, articles and subsections; in a flatter one there are no parts. */
function kindOf(level: number, depth: number): Kind {
  if (level === 1) return depth > 2 ? 'part' : 'article';
  return level === 2 && depth > 2 ? 'article' : 'subsection';
}

/** The reference of a stretch of a report. */
export function spanRef({ report, pages }: StoredReport, span: Span, path: string[]): SectionRef {
  const at = (offset: number) =>
    pages.findLast((page) => page.span.start <= offset && page.span.start < page.span.end) ?? pages[0];
  const pageRef = (offset: number) => {
    const page = at(offset);
    return { number: page?.number ?? 1, ...(page?.label === undefined ? {} : { label: page.label }) };
  };
  return {
    reportId: report.id,
    reportTitle: report.title,
    path,
    span,
    firstPage: pageRef(span.start),
    lastPage: pageRef(Math.max(span.start, span.end - 1)),
  };
}
