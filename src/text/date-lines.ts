const YEAR = String.raw`(?:19|20)\d{2}`;
const YEAR_ALONE = new RegExp(`^${YEAR}\\s*年?$`, 'u');
const OPENING = String.raw`^[（(]?(?:\p{L}+,?\s+)?`;
const CLOSING = '[）)]?$';
/** Lines of a cover that are a date, with a place or a weekday before it: `北京 2021年3月`, `(12th March 2021)`. */
const ONLY_DATES: readonly RegExp[] = [
  String.raw`${YEAR}\s?[年./-]\s?\d{1,2}\s?(?:月|[./-]\s?\d{1,2})?(?:\s?\d{1,2}\s?日)?`,
  String.raw`\d{1,2}(?:st|nd|rd|th)?\s\p{L}{3,9},?\s${YEAR}`,
  String.raw`\p{L}{3,9}\.?\s(?:\d{1,2},\s?)?${YEAR}`,
].map((date) => new RegExp(OPENING + date + CLOSING, 'u'));
const DATE_AT_END = new RegExp(String.raw`\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?$|\b${YEAR}$`, 'u');

/** True for a year and nothing else: `2020`, `2020 年`. */
export function isYear(text: string): boolean {
  return YEAR_ALONE.test(text);
}

/** True for a year that may stand in brackets: `（2020年）`. */
export function isYearLine(text: string): boolean {
  return isYear(text.replace(/^[（(]/u, '').replace(/[）)]$/u, ''));
}

/** True for a line that is a date. */
export function isDateLine(text: string): boolean {
  return ONLY_DATES.some((pattern) => pattern.test(text));
}

/** True for a line that ends with a year, or with a date in Chinese: who published it, and when. */
export function endsWithDate(text: string): boolean {
  return DATE_AT_END.test(text);
}
