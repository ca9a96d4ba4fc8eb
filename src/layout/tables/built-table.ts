import type { Table, TableRow } from '../../domain/table.ts';
import type { Rect } from '../painted-page.ts';
import type { GridRow } from './grid.ts';

/** A table with the rows of cells that it was made from. */
export interface BuiltTable extends Rect {
  table: Table;
  /** All its rows from top to bottom, titles and heads too. */
  rows: GridRow[];
  /** Which row of the table each of these is; undefined for titles, heads and labels of groups. */
  rowOf: (TableRow | undefined)[];
  edges: number[];
  hasOwnHead: boolean;
  /** What names the part of it on the page before: this one too, where nothing else does. */
  namedBefore?: readonly string[];
}
