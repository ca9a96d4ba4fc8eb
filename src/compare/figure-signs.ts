import type { Span } from '../domain/report.ts';

const MINUS = /(?:^|[^\dA-Za-z%）)])\s{0,3}[-−–－]\s{0,3}(?:US)?[$€£¥￥]?\s{0,3}$/u;
const SAYS_LESS = [
  /下降|下滑|下跌|减少|降|跌|亏|负/u,
  /\b(?:fell|fall\w*|drop\w*|declin\w*|decreas\w*|down|shr[aiu]nk\w*|los[st]\w*|negative|minus)\b/iu,
];
/** A figure may be of a whole of which the sentence then names a part: `31个省份中有26个`, `two of the three`. */
const WHOLE_AFTER = /^[^，。；,.;\d]{0,8}?(?:之?中|里)(?:有|只有|仅有|的|，)/u;
const WHOLE_BEFORE = /\b(?:of|among)(?: (?:the|its|their|some|all))?\s*$/iu;

/** A figure in its text. */
export interface FigureIn {
  text: string;
  figure: Span;
}

/** The one is below zero, and the other does not say so in any way. */
export function signsApart(own: FigureIn, held: FigureIn): boolean {
  return isBelowZero(held) ? !isBelowZero(own) && !saysLess(own.text) : isBelowZero(own) && !saysLess(held.text);
}

function isBelowZero({ text, figure: { start } }: FigureIn): boolean {
  return MINUS.test(text.slice(0, start));
}

/** True for the number of all, of which the text goes on to name a part. */
export function isWholeOfPart({ text, figure: { start, end } }: FigureIn): boolean {
  return WHOLE_AFTER.test(text.slice(end)) || WHOLE_BEFORE.test(text.slice(0, start));
}

function saysLess(text: string): boolean {
  return SAYS_LESS.some((pattern) => pattern.test(text));
}
