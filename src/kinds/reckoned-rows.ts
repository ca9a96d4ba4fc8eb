import type { CitedAnswer } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { printedNumber } from '../quantities/printed-number.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { tableUnit } from '../quantities/table-unit.ts';
import type { Cell } from './figures-beside.ts';
import type { FoundFigure } from './find-operands.ts';
import type { Picked } from './pick-operands.ts';
import { isSameStatement } from './pick-operands.ts';
import type { Reckoned } from './reckoned-claim.ts';
import { computedAs, resultOf, resultWords } from './reckoned-claim.ts';

/** A sentence that is reckoned from rows. */
export type RowsClaim = Pick<CitedAnswer['claims'][number], 'text' | 'reckoned'>;

/** A figure with the cell that it stands in. */
interface OfCell {
  figure: FoundFigure;
  cell: Cell;
  quantity: Quantity;
}

const END: Record<Language, string> = { zh: '。', en: '.' };

/**
 * Cells of rows as the rows say them, with what follows from their figures: `Asia: 2019 31; 2020 35; 66 together.`
 * Undefined where a column is not certain, or tables count in different units.
 */
export function reckonedRows(picked: Picked, operation: Reckoned, language: Language): RowsClaim | undefined {
  const cells = picked.flatMap((figure): OfCell[] => {
    const { cell, quantity } = figure;
    return cell ? [{ figure, cell, quantity: asPrinted(quantity, cell.printed) }] : [];
  });
  const units = new Set(cells.map(({ cell }) => tableUnit([cell.notes])));
  const [first] = cells;
  const suffixes = new Set(cells.map(suffixOf));
  if (!first || cells.length < picked.length || units.size > 1 || suffixes.size > 1) return undefined;
  const quantities = cells.map(({ quantity }) => quantity);
  const result = resultOf(quantities, operation, language);
  if (result === undefined) return undefined;
  const rows = [
    ...Map.groupBy(cells, ({ figure }) => cells.find((other) => isSameStatement(other.figure, figure))).values(),
  ].map(sayRow);
  const [unit] = units;
  const isAmount = operation !== 'ratio' && operation !== 'share' && operation !== 'growth';
  const [suffix = ''] = suffixes;
  // Of percents the result says that it is in points.
  const isBare = quantities.every(({ kind }) => kind === 'count');
  const ofTable = unit !== undefined && suffix === '' ? ` (${unit})` : suffix;
  const counted = isAmount && isBare ? ofTable : '';
  const { marks } = first.cell;
  const text = [...rows.map(({ said }) => said), resultWords(quantities, operation, result, language) + counted];
  return { text: text.join(marks.cell) + END[language], reckoned: { operation: computedAs(operation), rows, result } };
}

/** The unit that is said behind the figure of a cell. */
function suffixOf({ cell: { said, printed } }: OfCell): string {
  return said.slice(said.lastIndexOf(printed) + printed.length).trim();
}

/** The number that the cell prints: what its table counts in stands behind all of them. */
function asPrinted(quantity: Quantity, printed: string): Quantity {
  const value = printedNumber(printed)?.value ?? Number.NaN;
  const kind = quantity.kind === 'percent' ? 'percent' : 'count';
  return { ...quantity, kind, unit: '', text: printed, low: value, high: value };
}

function sayRow(cells: readonly OfCell[]): { said: string; figures: string[] } {
  const [first] = cells;
  const { label = '', marks } = first?.cell ?? {};
  return {
    said: label + (marks?.label ?? '') + cells.map(({ cell }) => cell.said).join(marks?.cell ?? ''),
    figures: cells.map(({ cell }) => cell.printed),
  };
}
