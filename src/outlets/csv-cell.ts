import { visibleText } from './visible-text.ts';

/** What spreadsheets take for the beginning of a formula, in either width. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A cell that no spreadsheet runs as a formula and no terminal obeys, whatever an editor or a report wrote. */
export function csvCell(text: string): string {
  const seen = visibleText(text, 'lines');
  const harmless = FORMULA.test(text) || FORMULA.test(seen) ? `'${seen}` : seen;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
