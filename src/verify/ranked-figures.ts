import type { Reckoned } from '../domain/answer.ts';
import { printedNumber } from '../quantities/printed-number.ts';
import { holdsCells } from './holds-cells.ts';
import { endsWithFigure, isBelowZero } from './reckoned-cells.ts';
import { holdsDigit } from '../text/holds-letters.ts';

/** Letters beside what is shown and the result, and between a name and its figure in a sentence. */
const WORDS = 12;
const BETWEEN = 12;
/** Behind the label of a row, and between its cells. */
const PARTS = /：|: |；|; /u;
const OTHER = /[\d，,。；;、]/u;

/**
 * True when a claim is nothing but some of several figures, each as the quotes give it, and whose place among all of
 * them is which: rows of a table, each with its label and head, or names with their figures right behind them.
 * @param rows as they are said with their heads
 */
export function followsFromOrder(
  claim: string,
  { rows: told, result }: Reckoned,
  { rows, quotes }: { rows: readonly string[]; quotes: readonly string[] },
): boolean {
  const isHeld = ({ said, figures }: Reckoned['rows'][number]) =>
    (endsWith(said, figures[0] ?? '') && rows.some((row) => holdsCells(row, said))) ||
    quotes.some((quote) => holdsNamed(quote, said, figures[0] ?? ''));
  const values = told.map(({ figures }) => (figures.length === 1 ? printedNumber(figures[0] ?? '')?.value : undefined));
  const areInOrder = values.every((value, at) => value !== undefined && (at === 0 || value < (values[at - 1] ?? 0)));
  if (!told.every(isHeld) || !areInOrder || told.some(({ figures }) => figures.some(isBelowZero))) return false;
  const at = told.findIndex((one) => result.startsWith(labelOf(one)) && claim.includes(one.said));
  const own = told[at];
  const numbers =
    own &&
    result
      .slice(labelOf(own).length)
      .match(/\d+/gu)
      ?.map(Number)
      .toSorted((a, b) => a - b);
  if (!own || numbers?.length !== 2 || numbers[0] !== at + 1 || numbers[1] !== told.length) return false;
  const shown = told.filter(({ said }) => claim.includes(said));
  const rest = [result, ...shown.map(({ said }) => said)].reduce((left, part) => left.replace(part, ''), claim);
  return !holdsDigit(rest) && rest.length <= WORDS;
}

/** What stands before the figure of what is said, its head aside. */
function labelOf({ said, figures }: Reckoned['rows'][number]): string {
  const [label = ''] = said.split(PARTS);
  return label === said ? said.slice(0, said.length - (figures[0]?.length ?? 0)).trim() : label;
}

/** `2020年 36个`: one cell, and the figure is all that is printed in it. */
function endsWith(said: string, figure: string): boolean {
  const [, cell = '', ...others] = said.split(PARTS);
  return others.length === 0 && endsWithFigure(cell, figure);
}

/** A name, and right behind it its figure. */
function holdsNamed(quote: string, said: string, figure: string): boolean {
  const name = said.slice(0, said.length - figure.length).trim();
  if (name === '' || figure === '' || !said.endsWith(figure)) return false;
  for (let at = quote.indexOf(name); at >= 0; at = quote.indexOf(name, at + 1)) {
    const from = at + name.length;
    const to = quote.indexOf(figure, from);
    if (to >= 0 && to - from <= BETWEEN && !OTHER.test(quote.slice(from, to))) return true;
  }
  return false;
}
