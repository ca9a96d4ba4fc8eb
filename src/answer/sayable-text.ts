import type { ReadSentence } from './read-sentences.ts';
import { isJoined } from './sentence-features.ts';
import { isWithoutSpaces } from '../text/holds-letters.ts';

/**
 * What is said of a sentence: itself without the semicolon that ends it, and with the sentence before it when it cannot
 * be understood without.
 */
export function sayableText(sentence: ReadSentence): string {
  const start = isJoined(sentence) ? (sentence.previous?.span.start ?? sentence.span.start) : sentence.span.start;
  return onOneLine(sentence.passage.chunk.text.slice(start, sentence.span.end)).replace(/[；;]$/u, '');
}

/** A stretch of a report as it is read aloud: lines of it joined as its script wants it. */
export function onOneLine(text: string): string {
  const [first = '', ...others] = text.split('\n').map((line) => line.trim());
  return others.reduce(
    (joined, line) => joined + (isTight(joined.slice(-1)) || isTight(line.slice(0, 1)) ? '' : ' ') + line,
    first,
  );
}

/** A character of Chinese, or a quotation mark, beside which no space stands at the end of a line. */
function isTight(character: string): boolean {
  return isWithoutSpaces(character) || /[“”‘’]/u.test(character);
}
