import type { Passage, Quote } from '../domain/answer.ts';
import type { Statement } from '../domain/statement.ts';

/** A statement of a report with the part of it that a quote holds. */
export interface QuotedStatement {
  statement: Statement;
  /** As it stands in the report: a row without its heads. */
  printed: string;
  from: number;
  to: number;
}

/**
 * The whole statements of which a quote holds at least a part: what stands before and after it may turn its meaning
 * round.
 */
export function quotedStatements({ chunk, statements }: Passage, { span }: Quote): QuotedStatement[] {
  const [start, end] = [span.start - chunk.span.start, span.end - chunk.span.start];
  return statements.flatMap((statement) => {
    const [first, last] = [statement.quotes[0]?.start ?? 0, statement.quotes.at(-1)?.end ?? 0];
    if (last <= start || first >= end) return [];
    const printed = chunk.text.slice(first, last);
    // Where the printed line of a row begins among its heads is not known: all of it counts.
    if (statement.text.length !== last - first) return [{ statement, printed, from: 0, to: statement.text.length }];
    return [{ statement, printed, from: Math.max(0, start - first), to: Math.min(last, end) - first }];
  });
}

/** What the report of a passage, and its sections, are about. */
export function titleOf({ chunk, report }: Pick<Passage, 'chunk' | 'report'>): string[] {
  return [report.title, report.company ?? '', ...chunk.path];
}

/**
 * What tells of whom and what a place of a passage speaks: title, date, headings, the sentences before it.
 * @param reach characters before the place that count
 */
export function contextOf(
  { chunk, report }: Pick<Passage, 'chunk' | 'report'>,
  start: number,
  reach: number,
): string[] {
  const year = report.publishedOn === undefined ? '' : `${report.publishedOn.slice(0, 4)}年`;
  const [title, company, ...path] = titleOf({ chunk, report });
  return [title ?? '', company ?? '', year, ...path, chunk.text.slice(Math.max(0, start - reach), start)];
}
