import { stemPhrase } from './glosses.ts';

/** What a word is compared as: its stems, of a Latin one; empty for one that says nothing. */
export function termOf(word: string): string {
  return /^[\p{Script=Latin}]{2,}/u.test(word) ? stemPhrase(word) : word;
}
