import { isFigure } from '../tables/figures.ts';
import { cellsRange } from './cell-names.ts';
import type { DocumentBlock, DocumentCell } from './document-block.ts';
import { given } from '../../domain/given.ts';
import { holdsLetter } from '../../text/holds-letters.ts';

/** A cell with something in it; rows and columns count from 0. */
export interface SheetCell {
  row: number;
  column: number;
  rows: number;
  columns: number;
  text: string;
  isBold: boolean;
  /** How far its text is set in, in points. */
  indent: number;
}

/** A sheet: what is seen of it. */
export interface Sheet {
  /** None in a file that is one sheet. */
  name: string | undefined;
  cells: SheetCell[];
  /** Rows that are hidden: they part nothing. */
  hiddenRows?: ReadonlySet<number>;
}

/** Rows further apart than this are apart, whatever is hidden between them. */
const FAR = 2000;

/**
 * What a sheet says, from top to bottom: its tables, which stand apart by empty rows and columns, and the lines around
 * them.
 */
export function sheetBlocks({ name, cells, hiddenRows = new Set() }: Sheet): DocumentBlock[] {
  const isApart = (above: number, below: number) => {
    if (below - above > FAR) return true;
    for (let row = above + 1; row < below; row++) if (!hiddenRows.has(row)) return true;
    return false;
  };
  return regions(cells, isApart).flatMap((region) => regionBlocks(region, name));
}

/** Cells that stand together. */
function regions(cells: SheetCell[], isApart: (above: number, below: number) => boolean): SheetCell[][] {
  const byRows = parted(cells, (cell) => [cell.row, cell.row + cell.rows - 1], isApart);
  if (byRows.length > 1) return byRows.flatMap((part) => regions(part, isApart));
  const byColumns = parted(
    cells,
    (cell) => [cell.column, cell.column + cell.columns - 1],
    (left, right) => right - left > 1,
  );
  // Beside an empty column stands a table of its own where it has labels of its own.
  if (byColumns.length < 2 || !byColumns.every(hasLabels)) return cells.length === 0 ? [] : [cells];
  return byColumns.flatMap((part) => regions(part, isApart));
}

/** Cells in parts, between which there is nothing. */
function parted(
  cells: SheetCell[],
  reach: (cell: SheetCell) => [number, number],
  isApart: (before: number, after: number) => boolean,
): SheetCell[][] {
  const parts: SheetCell[][] = [];
  let end = -1;
  for (const cell of cells.toSorted((a, b) => reach(a)[0] - reach(b)[0])) {
    const [from, to] = reach(cell);
    const part = parts.at(-1);
    if (part && !isApart(end, from)) part.push(cell);
    else parts.push([cell]);
    end = Math.max(end, to);
  }
  return parts;
}

function hasLabels(cells: SheetCell[]): boolean {
  const left = cells.reduce((least, { column }) => Math.min(least, column), Infinity);
  const first = cells.filter(({ column }) => column === left).map(({ text }) => text);
  return first.filter((text) => holdsLetter(text) && !isFigure(text)).length * 2 > first.length && first.length > 1;
}

function regionBlocks(cells: SheetCell[], name: string | undefined): DocumentBlock[] {
  const rows = [...Map.groupBy(cells, ({ row }) => row).entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, own]) => own.toSorted((a, b) => a.column - b.column));
  // Single cells above a table name it, and below it they are notes; within it they are labels.
  const isLone = (row: SheetCell[]) => row.length === 1;
  const first = rows.findIndex((row) => !isLone(row));
  if (first < 0) return rows.flatMap((row) => lineBlocks(row, name));
  const last = rows.findLastIndex((row) => !isLone(row));
  return [
    ...rows.slice(0, first).flatMap((row) => lineBlocks(row, name)),
    tableOf(rows.slice(first, last + 1).flat(), name),
    ...rows.slice(last + 1).flatMap((row) => lineBlocks(row, name)),
  ];
}

function lineBlocks(row: SheetCell[], sheet: string | undefined): DocumentBlock[] {
  return row.map(({ text, row: at, column }) => ({
    kind: 'text',
    lines: text.split('\n'),
    cells: { ...given({ sheet }), range: cellsRange(at, column, column) },
  }));
}

function tableOf(cells: SheetCell[], name: string | undefined): DocumentBlock {
  const ascending = (all: number[]) => [...new Set(all)].toSorted((a, b) => a - b);
  const rows = ascending(cells.map(({ row }) => row));
  const columns = ascending(cells.map(({ column }) => column));
  const [rowAt, columnAt] = [rows, columns].map((list) => new Map(list.map((each, at) => [each, at])));
  const reach = (list: number[], from: number, count: number) => lastBefore(list, from + count);
  const placed = cells.map((cell): DocumentCell => {
    const [row, column] = [rowAt?.get(cell.row) ?? 0, columnAt?.get(cell.column) ?? 0];
    return {
      row,
      column,
      rows: Math.max(1, reach(rows, cell.row, cell.rows) - row + 1),
      columns: Math.max(1, reach(columns, cell.column, cell.columns) - column + 1),
      lines: cell.text.split('\n'),
      isBold: cell.isBold,
      indent: cell.indent,
    };
  });
  return { kind: 'table', cells: placed, caption: [], sheet: { name, rows, columns } };
}

/** Index of the last of ascending numbers that lies before a limit. */
function lastBefore(ascending: readonly number[], limit: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((ascending[middle] ?? Infinity) < limit) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
