import type { Span } from '../domain/report.ts';
import { words } from '../lexicon/lexicon.ts';

const MINUS = /(?:^|[^\dA-Za-z%）)])\s{0,3}[-−–－]\s{0,3}(?:US)?[$€£¥￥]?\s{0,3}$/u;
const SAYS_LESS = words('says less');
/** A figure may be of a whole of which the sentence then names a part: `31个省份中有26个`, `two of the three`. */
const BEFORE_ITS_PART = words('whole before its part');
const BEHIND_ITS_PART = words('whole behind its part');
const UP_TO = words('reaches up to');
/** So far behind the number of all the part is named, in characters. */
const COUNTED = 8;

/** A figure in its text. */
export interface FigureIn {
  text: string;
  figure: Span;
}

/** The one is below zero, and the other does not say so in any way. */
export function signsApart(own: FigureIn, held: FigureIn): boolean {
  return isBelowZero(held) ? !isBelowZero(own) && !saysLess(own.text) : isBelowZero(own) && !saysLess(held.text);
}

/** True for the most that something reaches: `up to 250`. */
export function isReached({ text, figure: { start } }: FigureIn): boolean {
  return UP_TO.isAtEnd(text.slice(0, start).trimEnd());
}

function isBelowZero({ text, figure: { start } }: FigureIn): boolean {
  return MINUS.test(text.slice(0, start));
}

/** True for the number of all, of which the text goes on to name a part. */
export function isWholeOfPart({ text, figure: { start, end } }: FigureIn): boolean {
  const behind = text.slice(end);
  const part = BEFORE_ITS_PART.first(behind);
  return (
    (part !== undefined && part.start <= COUNTED && !/[，。；,.;\d]/u.test(behind.slice(0, part.start))) ||
    BEHIND_ITS_PART.isAtEnd(text.slice(0, start).trimEnd())
  );
}

function saysLess(text: string): boolean {
  return SAYS_LESS.isIn(text);
}
