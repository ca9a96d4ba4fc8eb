import { isYear } from '../../text/date-lines.ts';

/**
 * A figure of a table: a number with its signs, in brackets where it is negative, or a sign that stands for one that is
 * not there.
 */
const FIGURE = /^[\s\p{Sc}+\-−–—~≈<>±(（]*\d[\d.,，\s]*[%％‰]?[)）]?[%％*†]*$/u;
const NOTHING = /^(?:[\p{Sc}~\s]*[-−–—‐*]{1,3}|n\/?a|nm)$/iu;

/** Whether a cell holds a figure, or a sign for none. */
export function isFigure(text: string): boolean {
  return FIGURE.test(text) || NOTHING.test(text);
}

/** Whether a cell holds a figure that is no year. */
export function isValue(text: string): boolean {
  return isFigure(text) && !isYear(text);
}
