import type { ReadSentence } from './read-sentences.ts';
import { isJoined } from './sentence-features.ts';

/**
 * What is said of a sentence: itself without the semicolon that ends it, and with the sentence before it when it cannot
 * be understood without.
 */
export function sayableText(sentence: ReadSentence): string {
  const start = isJoined(sentence) ? (sentence.previous?.span.start ?? sentence.span.start) : sentence.span.start;
  return sentence.passage.chunk.text.slice(start, sentence.span.end).replace(/[；;]$/u, '');
}
