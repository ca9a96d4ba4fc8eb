import { fold } from '../text/fold-text.ts';

/** What a heading may begin with besides its words: `第三章`, `（二）`, `4.2`, `Item 7A.`, `B.1`. */
const NUMBERING =
  /^(?:第[一二三四五六七八九十百\d]+[章节部篇编]|[（(](?:[一二三四五六七八九十]+|\d+|[a-z])[）)]|[一二三四五六七八九十]+[、.．]|(?:item|part|chapter|section|appendix|annex)\s+[\dIVXA-Z]+[.:—–-]?|(?:[A-Z][.-])?\d+(?:[.-]\d+)*[.．、)]?(?=\s|\p{L}))\s*/iu;

/** A heading as it is compared: letters and digits, in one form of each. */
export function headingKey(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** True when a heading begins with a number of its own. */
export function isNumbered(text: string): boolean {
  return NUMBERING.test(text.trim());
}

/** A heading without its number. */
export function withoutNumber(text: string): string {
  return text.trim().replace(NUMBERING, '');
}
