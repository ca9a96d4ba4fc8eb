import type { Claim } from '../../domain/answer.ts';
import { splitSentences } from '../../text/sentences.ts';

/** Characters of claims in one message, with room for the citations of all of them: 13,000 are the limit. */
const MESSAGE_LENGTH = 3400;
/** Claims of one message: each brings a citation or two of about 500 characters with its signed link. */
const MESSAGE_CLAIMS = 10;
const MESSAGE_QUOTES = 12;
/** Messages of one answer; more are nobody's reading. */
const MESSAGES = 6;

/** Claims cut into messages, never within a sentence that fits into one; `isCut` when there were too many. */
export function cutClaims(claims: readonly Claim[]): { messages: Claim[][]; isCut: boolean } {
  const messages: Claim[][] = [];
  let [length, quotes] = [Infinity, 0];
  for (const piece of claims.flatMap(cutClaim)) {
    const last = messages.at(-1);
    if (last && length + piece.text.length <= MESSAGE_LENGTH && last.length < MESSAGE_CLAIMS && quotes + piece.quotes.length <= MESSAGE_QUOTES) last.push(piece);
    else {
      messages.push([piece]);
      [length, quotes] = [0, 0];
    }
    length += piece.text.length;
    quotes += piece.quotes.length;
  }
  return { messages: messages.slice(0, MESSAGES), isCut: messages.length > MESSAGES };
}

/** A claim that is too long for a message in pieces, at the ends of sentences where there are any. */
function cutClaim({ text, quotes }: Claim): Claim[] {
  const shown = quotes.slice(0, MESSAGE_QUOTES);
  if (text.length <= MESSAGE_LENGTH) return [{ text, quotes: shown }];
  const pieces: string[] = [];
  for (const sentence of splitSentences(text).flatMap(({ text: each }) => cutHard(each))) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + sentence.length < MESSAGE_LENGTH) pieces[pieces.length - 1] = `${last} ${sentence}`;
    else pieces.push(sentence);
  }
  return pieces.map((piece) => ({ text: piece, quotes: shown }));
}

function cutHard(text: string): string[] {
  const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
  const pieces = [''];
  for (const character of characters) {
    if ((pieces.at(-1) ?? '').length + character.length > MESSAGE_LENGTH) pieces.push('');
    pieces[pieces.length - 1] += character.slice(0, MESSAGE_LENGTH);
  }
  return pieces.filter((piece) => piece.trim() !== '');
}
