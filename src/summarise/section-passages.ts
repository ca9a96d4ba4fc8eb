import type { Passage } from '../domain/answer.ts';
import type { Report, Span } from '../domain/report.ts';
import type { ReadChunk } from './read-blocks.ts';

/**
 * The chunks of a stretch of a report as passages, cut at its ends.
 * @param after passages that have their references already
 */
export function sectionPassages(report: Report, chunks: readonly ReadChunk[], within: Span, after: number): Passage[] {
  return chunks.map((read, at) => ({ ref: `P${after + at + 1}`, ...cutTo(read, within), report, score: 0 }));
}

function cutTo({ chunk, statements }: ReadChunk, within: Span): ReadChunk {
  const span = { start: Math.max(chunk.span.start, within.start), end: Math.min(chunk.span.end, within.end) };
  const [from, to] = [span.start - chunk.span.start, span.end - chunk.span.start];
  return {
    chunk: { ...chunk, span, text: chunk.text.slice(from, to) },
    statements: statements
      .filter(({ quotes }) => quotes.every(({ start, end }) => start >= from && end <= to))
      .map((statement) => ({
        ...statement,
        quotes: statement.quotes.map(({ start, end }) => ({ start: start - from, end: end - from })),
      })),
  };
}
