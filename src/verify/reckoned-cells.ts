import type { Reckoned } from '../domain/answer.ts';
import { compute } from '../quantities/compute.ts';
import { printedNumber } from '../quantities/printed-number.ts';
import { holdsCells } from './holds-cells.ts';
import { holdsDigit } from '../text/holds-letters.ts';

/** A figure below zero is printed in brackets or with a sign: what follows from it is not told by its digits. */
const BELOW_ZERO = /[(（]|^[$€£¥]?\s*[-–−]/u;
/** True for a figure below zero: it is printed in brackets or with a sign. */
export function isBelowZero(figure: string): boolean {
  return BELOW_ZERO.test(figure);
}

/** What a table counts in, said behind each figure. */
const UNIT = /^\s?[^\d\s.,;；，]{0,8}$/u;
/** Letters beside the rows and the result: words that say what was reckoned. */
const WORDS = 60;
/** Values are computed with binary fractions. */
const EPSILON = 1e-9;

/**
 * True when a claim is nothing but cells of quoted rows, each with its label and head, and what follows from their
 * figures.
 * @param rows as they are said with their heads
 */
export function followsFromCells(claim: string, reckoned: Reckoned, rows: readonly string[]): boolean {
  const { operation, rows: told, result } = reckoned;
  if (operation === 'rank') return false;
  const areHeld = told.every(({ said }) => rows.some((row) => holdsCells(row, said)));
  const figures = told.flatMap((row) => row.figures);
  const arePrinted = told.every(({ said, figures: own }) => endCells(said, own));
  if (!areHeld || !arePrinted || figures.some((figure) => BELOW_ZERO.test(figure))) return false;
  const value = compute(operation, figures.map(valueOf));
  const parts = [...told.map(({ said }) => said), result];
  const rest = parts.reduce((left, part) => left.replace(part, ''), claim);
  const isWhole = parts.every((part) => claim.includes(part)) && !holdsDigit(rest) && rest.length <= WORDS;
  return isWhole && value !== undefined && says(result, Math.abs(value));
}

/** How it follows, in figures: `35 − 31 = 4`. */
export function tellReckoned({ operation, rows, result }: Reckoned): string {
  const figures = rows.flatMap((row) => row.figures);
  const [one = '', other = ''] = figures;
  const [less, more] = valueOf(one) <= valueOf(other) ? [one, other] : [other, one];
  switch (operation) {
    case 'sum':
      return `${figures.join(' + ')} = ${result}`;
    case 'difference':
      return `${more} − ${less} = ${result}`;
    case 'growth':
      return `(${other} − ${one}) ÷ ${one} = ${result}`;
    case 'rank':
      return figures.join(' > ');
    case 'ratio':
    case 'share':
  }
  return `${one} ÷ ${other} = ${result}`;
}

/** `甲：2019年 3；2020年 4`: the figures are all that stand in its cells, behind their heads. */
function endCells(said: string, figures: readonly string[]): boolean {
  const cells = said.split(/；|; |：|: /u).slice(-figures.length);
  return figures.length > 0 && cells.every((cell, at) => endsWithFigure(cell, figures[at] ?? ''));
}

/** `2020年 36个`: the figure is the last of its cell, and nothing but its unit stands behind it. */
export function endsWithFigure(cell: string, figure: string): boolean {
  const at = ` ${cell}`.lastIndexOf(` ${figure}`);
  return figure !== '' && at >= 0 && UNIT.test(cell.slice(at + figure.length));
}

function valueOf(figure: string): number {
  return printedNumber(figure)?.value ?? Number.NaN;
}

/** As exactly as it is written. */
function says(result: string, value: number): boolean {
  const digits = printedNumber(result)?.text.split('.')[1]?.length ?? 0;
  return Math.abs(valueOf(result) - value) <= 10 ** -digits / 2 + EPSILON * value;
}
