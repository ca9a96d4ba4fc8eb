import type { Passage, Quote } from '../domain/answer.ts';
import type { Statement } from '../domain/statement.ts';
import { findQuote } from '../verify/find-quote.ts';

/** A statement as it is printed. */
export function quoteOf({ passage, statement }: { passage: Passage; statement: Statement }): Quote | undefined {
  const [start, end] = [statement.quotes[0]?.start ?? 0, statement.quotes.at(-1)?.end ?? 0];
  return findQuote(passage, passage.chunk.text.slice(start, end));
}
