import type { Quote } from '../domain/answer.ts';
import type { Span } from '../domain/report.ts';
import { pagePath } from '../text/place-label.ts';

/** The address that shows a quote marked on its page, scrolled to. */
export function quoteLink({ reportId, place, span }: Pick<Quote, 'reportId' | 'place' | 'span'>): string {
  return `${pagePath(reportId, place)}?quote=${span.start}-${span.end}#quote`;
}

/** Reads `quote=START-END`; undefined when it is not a range of a text of this length. */
export function readQuoteSpan(value: string | null, textLength: number): Span | undefined {
  const match = /^(\d{1,12})-(\d{1,12})$/.exec(value ?? '');
  if (!match) return undefined;
  const span = { start: Number(match[1]), end: Number(match[2]) };
  return span.start < span.end && span.end <= textLength ? span : undefined;
}
