import type { Line } from '../block-lines.ts';
import { isValue } from '../tables/figures.ts';
import type { Grid, GridCell } from '../tables/grid.ts';
import type { DocumentCell, DocumentTable } from './document-block.ts';
import { endsHan, startsHan } from '../../text/starts-with.ts';
import { oneLine } from '../../text/white-space.ts';

/** Width and height of a cell, in points: what is told apart by place has a place, though nothing is printed. */
const CELL = { width: 100, height: 20 };
const TYPE_SIZE = 10;

/** The cells of a table as a grid, for telling heads, groups, labels and values apart. Empty cells are none. */
export function gridOf({ cells, headRows }: DocumentTable): Grid {
  const filled = cells.filter(({ lines }) => lines.some((line) => line.trim() !== ''));
  const columns = Math.max(0, ...filled.map(({ column, columns: width }) => column + width));
  const height = Math.max(0, ...filled.map(({ row, rows }) => row + rows));
  const rows: GridCell[][] = Array.from({ length: height }, () => []);
  for (const cell of filled)
    for (let row = cell.row; row < cell.row + cell.rows; row++) rows[row]?.push(gridCell(cell, row));
  return {
    left: 0,
    top: 0,
    right: columns * CELL.width,
    bottom: height * CELL.height,
    columns,
    edges: Array.from({ length: columns + 1 }, (_, at) => at * CELL.width),
    rows: rows.map((own) => ({ cells: own.toSorted((a, b) => a.from - b.from) })),
    by: 'format',
    ...(headRows === undefined ? {} : { headRows: headRows + moreHeads(rows.slice(headRows)) }),
  };
}

/** Formats that know of one row of heads only have the rest below it: rows without a label and without a value. */
function moreHeads(rows: GridCell[][]): number {
  const isHead = (row: GridCell[]) =>
    row.length > 0 && row.every(({ from, isRepeated, text }) => (from > 0 || isRepeated) && !isValue(text));
  const end = rows.findIndex((row) => !isHead(row));
  return Math.max(0, end);
}

function gridCell({ row: first, column, columns, lines, isBold, indent }: DocumentCell, row: number): GridCell {
  const left = column * CELL.width + indent + leadingSpace(lines[0] ?? '');
  const rect = { left, right: left + CELL.width / 4, top: row * CELL.height, bottom: (row + 1) * CELL.height };
  const filled = lines.map((line) => oneLine(line).trim()).filter((line) => line !== '');
  const asLine = (text: string, at: number): Line => ({
    ...rect,
    pieces: [],
    text,
    base: rect.top + (at + 1) * TYPE_SIZE,
    size: TYPE_SIZE,
    isBold,
  });
  return {
    ...rect,
    from: column,
    to: column + columns - 1,
    isRepeated: row > first,
    lines: filled.map(asLine),
    text: filled.reduce(joined, ''),
  };
}

/** White space before a label sets it in, too, in points; that of a tab or a Han character is wider. */
function leadingSpace(line: string): number {
  const [space = ''] = /^\s*/u.exec(line) ?? [];
  return [...space].reduce((sum, character) => sum + (/[\t\u3000]/u.test(character) ? TYPE_SIZE : TYPE_SIZE / 3), 0);
}

/** Chinese runs on without a space. */
function joined(text: string, line: string): string {
  const isTight = text === '' || endsHan(text) || startsHan(line);
  return isTight ? text + line : `${text} ${line}`;
}
