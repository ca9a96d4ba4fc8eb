import type { ReadSentence } from './read-sentences.ts';

/** The part of a sentence that is said: without the semicolon that ends it. */
export function trimSentence({ text }: ReadSentence): string {
  return text.replace(/[；;]$/u, '');
}
