const ORDINAL = '[一二三四五六七八九十百\\d]+';

/** What a heading may begin with besides its words: `第三章`, `（二）`, `三、`, `Item 7A.`, `B.1`, `4.2`. */
const NUMBERS: readonly RegExp[] = [
  new RegExp(`^第${ORDINAL}[章节部篇编]\\s*`, 'u'),
  /^[（(](?:[一二三四五六七八九十]+|\d+|[a-z])[）)]\s*/iu,
  /^[一二三四五六七八九十]+[、.．]\s*/u,
  /^(?:item|part|chapter|section|appendix|annex)\s+[\dIVXA-Z]+[.:—–-]?\s*/iu,
  /^(?:[A-Z][.-])?\d+(?:[.-]\d+)*[.．、)]?(?=\s|\p{L})\s*/iu,
];

/** Kinds of numbers, each with how a heading of it begins; what fits several is of the first. */
const KINDS = {
  part: /^第[一二三四五六七八九十\d]+[章部篇编]|^(?:part|chapter)\s+[\dIVX]+/iu,
  section: /^第[一二三四五六七八九十\d]+节|^(?:item|section)\s+\d/iu,
  ordinal: /^[一二三四五六七八九十]+[、.．]/u,
  bracketed: /^[（(][一二三四五六七八九十]+[）)]/u,
  bracketedDigit: /^[（(]\d{1,2}[）)]/u,
  decimal3: /^(?:\d+|[A-Z])\.\d+\.\d+/u,
  decimal2: /^(?:\d+|[A-Z])\.\d+(?!\d*[%％])/u,
  decimal1: /^\d{1,2}(?:[.、．]\s?|\s+)(?=\p{L})/u,
};

/** A part has a line of its own in contents, and no page. */
const PART = /^(?:part|第.{1,3}[篇编部])/iu;
/** A line of a list, not of a heading that goes on. */
const ITEM = /^(?:part|section|item|chapter)\s|^第.{1,3}[章节部]|^[一二三四五六七八九十]+、|^\d{1,2}[.、]/iu;
/** Marks and numbers before the items of a list. */
const MARK = /^(?:[—–\-•●·*]|[（(][一二三四五六七八九十\d]+[)）]|[①-⑳])/u;

/** Numbers before the items of a list that somebody typed: `1.`, `(2)`, `三、`. */
const LIST_NUMBERS: readonly RegExp[] = [
  /^\(?\d{1,2}[.)、](?!\d)\s*/u,
  /^[（(][一二三四五六七八九十\d]{1,2}[）)]\s*/u,
  /^[一二三四五六七八九十]{1,2}、\s*/u,
];

/** Marks by which lists are numbered or dotted: items of one list have marks of one kind. */
const LIST_MARKS = [
  /^[(（]\p{Script=Han}{1,3}[)）]/u,
  /^\p{Script=Han}{1,3}[、.．]/u,
  /^[(（]\d{1,2}[)）]/u,
  /^\d{1,2}[、.．)）](?!\d)/u,
  /^[①-⑳]/u,
  /^[(（][a-z][)）]/u,
  /^[–—-]{1,2}/u,
  /^[•●◼■◆▪*·➢✓]/u,
];

/** The marks of lists that a text may be said to begin with, each with its kind. */
export function listMarksAt(text: string): { kind: string; mark: string }[] {
  return LIST_MARKS.flatMap((pattern, kind) => {
    const [mark] = pattern.exec(text) ?? [];
    return mark === undefined ? [] : [{ kind: String(kind), mark }];
  });
}

/** The number that an item of a list begins with, with the white space behind it; empty without one. */
export function listNumberAtStart(text: string): string {
  return LIST_NUMBERS.map((pattern) => pattern.exec(text)?.[0]).find((number) => number !== undefined) ?? '';
}

/** The number that a heading begins with, with the white space behind it; empty without one. */
export function numberAtStart(text: string): string {
  return NUMBERS.map((pattern) => pattern.exec(text)?.[0]).find((number) => number !== undefined) ?? '';
}

/** What kind of number a heading begins with. */
export function numberingOf(text: string): string | undefined {
  return Object.entries(KINDS).find(([, pattern]) => pattern.test(text))?.[0];
}

/** True for the heading of a part: `Part II`, `第三篇`. */
export function isPart(text: string): boolean {
  return PART.test(text);
}

/** True for a line that begins with a number as the headings and items of a list do. */
export function beginsNumbered(text: string): boolean {
  return ITEM.test(text);
}

/** True for a line that begins with the mark or the bracketed number of a list. */
export function beginsWithMark(text: string): boolean {
  return MARK.test(text);
}
