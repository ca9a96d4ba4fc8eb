const NAME = String.raw`(?<name>page|pg\.?|p\.|第)? ?`;
const [OPENING, CLOSING] = [String.raw`[-–—·|(（]{0,3} ?`, String.raw` ?[-–—·|)）]{0,3} ?[页頁]?`];
/** A number as a page may bear it: `12`, `1-1-12`; `xii`, `A-12`. */
const ALONE: readonly RegExp[] = [
  String.raw`\d{1,5}|\d{1,3}(?:[-–]\d{1,4}){1,3}`,
  String.raw`[ivxl]{1,8}|[A-Z]{1,3}[-–.]?\d{1,4}`,
].map((numeral) => new RegExp(`^${NAME}${OPENING}(?<numeral>${numeral})${CLOSING}$`, 'iu'));
/** How many pages there are: `of 40`, `共40页`. */
const TOTAL = / ?(?:\/|of|共|,) ?共? ?\d{1,5} ?[页頁]?$/iu;
const INSIDE =
  /(?:^(?<first>\d{1,5})\s+(?=\p{L})|(?<=\p{L}[.:,]?\s)(?<last>\d{1,5})$|(?:page|第)\s?(?<named>\d{1,5}))/iu;
/** In folded text, without blanks. */
const FOLDED = /^(?:page|p\.?|第|[-–—·|])?(?<number>\d{1,4})(?:页|[-–—·|]|(?:\/|of|共)\d+页?)?$/u;

/** The number of a page, and whether a word says that it is one. */
export interface PageLabel {
  numeral: string;
  isNamed: boolean;
}

/** The page number that a line, or a cell of it, is: with dashes around it and how many pages there are behind. */
export function pageLabel(cell: string): PageLabel | undefined {
  for (const text of [cell, cell.replace(TOTAL, '')]) {
    for (const pattern of ALONE) {
      const { numeral, name } = pattern.exec(text)?.groups ?? {};
      if (numeral !== undefined) return { numeral, isNamed: name !== undefined };
    }
  }
  return undefined;
}

/** The number in a line of other words that may be the page's: at its beginning or end, or where a word says so. */
export function pageNumberIn(line: string): PageLabel | undefined {
  const { first, last, named } = INSIDE.exec(line)?.groups ?? {};
  const numeral = named ?? last ?? first;
  return numeral === undefined ? undefined : { numeral, isNamed: named !== undefined };
}

/**
 * The page number that a cell is, and nothing else.
 * @param folded without blanks and in one form
 */
export function foldedPageNumber(folded: string): number | undefined {
  const number = FOLDED.exec(folded)?.groups?.['number'];
  return number === undefined ? undefined : Number(number);
}
