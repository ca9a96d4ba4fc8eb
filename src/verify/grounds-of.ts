import type { Grounds } from '../compare/compare-statements.ts';
import { quotedSentences } from '../compare/quoted-sentences.ts';
import type { Passage, Quote } from '../domain/answer.ts';
import { plainLetters } from '../text/plain-letters.ts';

/** So much of what stands before a quote tells of whom and what it speaks, in characters. */
const BEFORE = 160;

/** What a claim with these quotes rests on: they, their whole sentences, and what stands above and before them. */
export function groundsOf(quotes: readonly Quote[], passages: readonly Passage[]): Grounds {
  const held = quotes.flatMap((quote) => holdersOf(quote, passages).map((passage) => ({ quote, passage })));
  const sentences = held.flatMap(({ quote, passage }) => quotedSentences(passage, quote));
  const context = held.flatMap(({ quote: { span }, passage: { chunk, report } }) => {
    const start = span.start - chunk.span.start;
    const before = chunk.text.slice(Math.max(0, start - BEFORE), start);
    return [report.title, report.publishedOn ?? '', ...chunk.path, before];
  });
  return {
    quotes: quotes.map(({ text }) => plainLetters(text)),
    sentences,
    // A row is said with its heads.
    context: [...new Set([...context, ...sentences.map(({ text }) => text)])].join('\n'),
  };
}

/** The passages in which a quote stands. */
export function holdersOf({ reportId, span, text }: Quote, passages: readonly Passage[]): Passage[] {
  return passages.filter(
    ({ chunk, report }) =>
      report.id === reportId && chunk.text.slice(span.start - chunk.span.start, span.end - chunk.span.start) === text,
  );
}
