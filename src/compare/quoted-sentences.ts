import type { Passage, Quote } from '../domain/answer.ts';
import type { Statement } from '../domain/statement.ts';
import { splitSentences } from '../text/sentences.ts';

/** A sentence of a passage with the part of it that a quote holds. */
export interface QuotedSentence {
  text: string;
  from: number;
  to: number;
}

/**
 * The whole sentences of which a quote holds at least a part: what stands before and after it may turn its meaning
 * round.
 */
export function quotedSentences({ chunk, statements }: Passage, { span }: Quote): QuotedSentence[] {
  const [start, end] = [span.start - chunk.span.start, span.end - chunk.span.start];
  const rows = saidRows(statements, start, end);
  if (rows.length > 0) return rows.map(({ text }) => ({ text, from: 0, to: text.length }));
  return splitSentences(chunk.text).flatMap(({ text, span: own }) => {
    if (own.end <= start || own.start >= end) return [];
    return [{ text, from: Math.max(0, start - own.start), to: Math.min(text.length, end - own.start) }];
  });
}

/** Rows that a quote holds whole, as they are said with their heads: a cell says nothing of when and of what it is. */
function saidRows(statements: readonly Statement[], start: number, end: number): Statement[] {
  return statements.filter(({ kind, quotes }) => {
    const [from, to] = [quotes[0]?.start ?? 0, quotes.at(-1)?.end ?? 0];
    return kind === 'row' && from >= start && to <= end;
  });
}
