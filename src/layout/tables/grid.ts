import type { Line } from '../block-lines.ts';
import type { Rect } from '../painted-page.ts';

/** A cell that reaches over columns `from` to `to`, the latter included. */
export interface GridCell extends Rect {
  text: string;
  from: number;
  to: number;
  lines: Line[];
  /** It began in a row above and reaches down to this one. */
  isRepeated: boolean;
}

/** A row of cells; columns without a cell are empty. */
export interface GridRow {
  cells: GridCell[];
}

/** Cells in rows and columns. */
export interface Grid extends Rect {
  columns: number;
  /** Where columns begin and end, one more than columns. */
  edges: number[];
  rows: GridRow[];
  by: 'rules' | 'head_rules' | 'space' | 'format';
  /** How many rows are heads, where the geometry told. */
  headRows?: number;
}

/** The cell of a row that stands in a column. */
export function cellAt({ cells }: GridRow, column: number): GridCell | undefined {
  return cells.find(({ from, to }) => from <= column && column <= to);
}
