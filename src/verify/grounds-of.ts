import { contextOf, quotedStatements, titleOf } from '../compare/quoted-statements.ts';
import type { Grounds } from '../compare/read-grounds.ts';
import type { Passage, Quote } from '../domain/answer.ts';
import { plainLetters } from '../text/plain-letters.ts';

/** So much of what stands before a quote tells of whom and what it speaks, in characters. */
const BEFORE = 160;

/** What a claim with these quotes rests on: they, their whole sentences, and what stands above and before them. */
export function groundsOf(quotes: readonly Quote[], passages: readonly Passage[]): Grounds {
  const held = quotes.flatMap((quote) => holdersOf(quote, passages).map((passage) => ({ quote, passage })));
  const statements = held.flatMap(({ quote, passage }) => quotedStatements(passage, quote));
  const context = held.flatMap(({ quote, passage }) =>
    contextOf(passage, quote.span.start - passage.chunk.span.start, BEFORE),
  );
  // A row is said with its heads.
  const rows = statements.flatMap(({ statement }) => (statement.kind === 'row' ? [statement.text] : []));
  return {
    quotes: quotes.map(({ text }) => plainLetters(text)),
    statements,
    context: [...new Set([...context, ...rows])].join('\n'),
    title: [...new Set(held.flatMap(({ passage }) => titleOf(passage)))].join('\n'),
  };
}

/** The passages in which a quote stands. */
export function holdersOf({ reportId, span, text }: Quote, passages: readonly Passage[]): Passage[] {
  return passages.filter(
    ({ chunk, report }) =>
      report.id === reportId && chunk.text.slice(span.start - chunk.span.start, span.end - chunk.span.start) === text,
  );
}
