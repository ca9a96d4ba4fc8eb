import type { Claim, Quote } from '../../domain/answer.ts';
import type { Span } from '../../domain/report.ts';
import { splitSentences } from '../../text/sentences.ts';

/**
 * Characters of claims and their citations in one message: 13,000 are the limit, and figures, notes and buttons want
 * room.
 */
const MESSAGE_LENGTH = 10_000;
/** Claims of one message, and its citations; all blocks together are limited, too. */
const MESSAGE_CLAIMS = 20;
const MESSAGE_QUOTES = 25;
/** Longest piece of one claim, in characters, and its citations. */
const PIECE_LENGTH = 3000;
const PIECE_QUOTES = 8;
/** Messages of one answer; more are nobody's reading. */
const MESSAGES = 6;

/**
 * Claims cut into messages, never within a sentence that fits into one; `isCut` when there were too many.
 * @param lengthOf characters of the citation of a quote
 */
export function cutClaims(
  claims: readonly Claim[],
  lengthOf: (quote: Quote) => number,
): { messages: Claim[][]; isCut: boolean } {
  const messages: Claim[][] = [];
  let [length, quotes] = [Infinity, 0];
  for (const piece of claims.flatMap(cutClaim)) {
    const own = piece.text.length + piece.quotes.reduce((sum, quote) => sum + lengthOf(quote), 0);
    const last = messages.at(-1);
    if (
      last &&
      length + own <= MESSAGE_LENGTH &&
      last.length < MESSAGE_CLAIMS &&
      quotes + piece.quotes.length <= MESSAGE_QUOTES
    )
      last.push(piece);
    else {
      messages.push([piece]);
      [length, quotes] = [0, 0];
    }
    length += own;
    quotes += piece.quotes.length;
  }
  return { messages: messages.slice(0, MESSAGES), isCut: messages.length > MESSAGES };
}

/** A claim that is too long for a message in pieces, at the ends of sentences where there are any. */
function cutClaim({ text, quotes, ...known }: Claim): Claim[] {
  const shown = quotes.slice(0, PIECE_QUOTES);
  if (text.length <= PIECE_LENGTH) return [{ text, quotes: shown, ...known }];
  const pieces: Span[] = [];
  for (const { start, end } of splitSentences(text).flatMap(({ span }) => cutHard(text, span))) {
    const last = pieces.at(-1);
    if (last && end - last.start <= PIECE_LENGTH) last.end = end;
    else pieces.push({ start, end });
  }
  return pieces.map(({ start, end }) => ({ text: text.slice(start, end), quotes: shown, ...known }));
}

/** A sentence that is too long for a piece, cut anywhere but within a character. */
function cutHard(text: string, span: Span): Span[] {
  const pieces: Span[] = [];
  for (let start = span.start; start < span.end;) {
    const end = Math.min(span.end, start + PIECE_LENGTH);
    const isSplit = end < span.end && /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
    pieces.push({ start, end: isSplit ? end - 1 : end });
    start = isSplit ? end - 1 : end;
  }
  return pieces.filter((piece) => text.slice(piece.start, piece.end).trim() !== '');
}
