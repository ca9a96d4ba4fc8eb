import { canonicalText } from '../text/canonical-text.ts';
import { latinTokens } from '../text/tokenise.ts';
import { hanRuns } from '../text/holds-letters.ts';

/** Longest Chinese word that has a vector, in characters. */
export const WORD_LENGTH = 4;

/**
 * The terms of a text that may have vectors: Chinese characters, every stretch of them that is a word, stems of Latin
 * words.
 * No figures: near numbers mean nothing.
 * @param isWord true for a Chinese word of two characters and more
 */
export function embeddedTerms(text: string, isWord: (word: string) => boolean): string[] {
  const canonical = canonicalText(text);
  const terms = latinTokens(canonical)
    .filter(({ kind }) => kind === 'latin')
    .map(({ term }) => term);
  for (const { run } of hanRuns(canonical)) {
    for (let from = 0; from < run.length; from++) {
      terms.push(run.charAt(from));
      for (let to = from + 2; to <= run.length && to <= from + WORD_LENGTH; to++) {
        const word = run.slice(from, to);
        if (isWord(word)) terms.push(word);
      }
    }
  }
  return terms;
}
