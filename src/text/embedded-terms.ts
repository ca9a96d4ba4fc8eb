import { tokenise } from './tokenise.ts';

/** Longest Chinese word that has a vector, in characters. */
export const WORD_LENGTH = 4;

/**
 * The terms of a text that may have vectors: Chinese characters, every stretch of them that is a word, stems of Latin words.
 * No figures: near numbers mean nothing.
 * @param isWord true for a Chinese word of two characters and more
 */
export function embeddedTerms(text: string, isWord: (word: string) => boolean): string[] {
  const terms = tokenise(text).filter(({ kind }) => kind === 'character' || kind === 'latin').map(({ term }) => term);
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let from = 0; from < run.length; from++) {
      for (let length = 2; length <= WORD_LENGTH && from + length <= run.length; length++) {
        const word = run.slice(from, from + length);
        if (isWord(word)) terms.push(word);
      }
    }
  }
  return terms;
}
