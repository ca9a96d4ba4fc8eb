import type { StoredReport } from '../domain/ports.ts';
import type { Page, Section, Span } from '../domain/report.ts';
import type { SectionRef } from '../domain/summary.ts';
import { spanRef } from './outline-nodes.ts';
import type { ReadRequest } from './read-request.ts';

/** A section that shares this much with a range of pages is what the range means, as a share of both together. */
const SAME = 0.75;

/**
 * The stretch of some pages, by their printed numbers: the section that takes them up, or the range itself; undefined
 * when the report has no such pages.
 */
export function findPages(
  stored: StoredReport,
  { from, to }: NonNullable<ReadRequest['pages']>,
): SectionRef | undefined {
  const [first, last] = [pageOf(stored, from), pageOf(stored, to)];
  if (!stored.report.paged || !first || !last || last.number < first.number) return undefined;
  const span = { start: first.span.start, end: last.span.end };
  const same = stored.sections
    .map((section) => ({ section, share: sharedBy(section.span, span) }))
    .filter(({ share }) => share >= SAME)
    .toSorted((a, b) => b.share - a.share)[0];
  return same
    ? spanRef(stored, same.section.span, same.section.path)
    : spanRef(stored, span, aroundPath(stored.sections, span));
}

function pageOf({ pages }: StoredReport, label: string): Page | undefined {
  return (
    pages.find((page) => page.label === label) ??
    pages.find((page) => page.label === undefined && String(page.number) === label)
  );
}

function sharedBy(one: Span, other: Span): number {
  const overlap = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return overlap <= 0 ? 0 : overlap / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

/** Headings of the smallest section that holds all of a span. */
function aroundPath(sections: readonly Section[], { start, end }: Span): string[] {
  return sections.findLast(({ span }) => span.start <= start && span.end >= end)?.path ?? [];
}
