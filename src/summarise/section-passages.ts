import type { Passage } from '../domain/answer.ts';
import type { Chunk, Report, Span } from '../domain/report.ts';

/**
 * The chunks of a stretch of a report as passages, cut at its ends.
 * @param after passages that have their references already
 */
export function sectionPassages(report: Report, chunks: readonly Chunk[], within: Span, after: number): Passage[] {
  const inside = chunks.filter(({ span }) => span.start < within.end && span.end > within.start);
  return inside.map((chunk, at) => ({ ref: `P${after + at + 1}`, chunk: cutTo(chunk, within), report, score: 0 }));
}

function cutTo(chunk: Chunk, within: Span): Chunk {
  const span = { start: Math.max(chunk.span.start, within.start), end: Math.min(chunk.span.end, within.end) };
  return { ...chunk, span, text: chunk.text.slice(span.start - chunk.span.start, span.end - chunk.span.start) };
}
