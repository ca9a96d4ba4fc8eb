import type { SheetCells } from '../../domain/report.ts';
import type { SourceLine } from '../../domain/source.ts';
import type { Table, TableRow } from '../../domain/table.ts';
import type { Grid, GridRow } from '../tables/grid.ts';
import type { BuiltTable } from '../tables/built-table.ts';
import { tableFrom } from '../tables/table-from-grid.ts';
import { cellsRange } from './cell-names.ts';
import { gridOf } from './cells-grid.ts';
import type { DocumentTable } from './document-block.ts';

/** A table of more rows is kept in parts of so many: with each row goes the part that it stands in. */
const PART_ROWS = 200;

/**
 * The lines of a table: its rows as they are read, cells with tabs between them, each with the table and the row that
 * it is. What is no table (a frame, a lone column) is lines.
 * @param above what stands right above it
 */
export function tableSourceLines(table: DocumentTable, above: readonly string[]): SourceLine[] {
  const grid = withoutEmptyRows(gridOf(table));
  const built = tableFrom(grid.grid);
  const parts = built ? partsOf(built, [...above, ...table.caption]) : undefined;
  return grid.grid.rows.map((row, at) => {
    const own = built?.rowOf[at];
    const read = parts?.ofRow(own);
    const cells = cellsOf(table, row, grid.rowNumbers[at] ?? 0);
    return {
      text: textOf(row),
      endsParagraph: true,
      ...(read ? { table: read.table } : {}),
      ...(read?.row ? { row: read.row } : {}),
      ...(cells ? { cells } : {}),
    };
  });
}

function withoutEmptyRows(grid: Grid): { grid: Grid; rowNumbers: number[] } {
  const filled = grid.rows.flatMap((row, at) => (row.cells.some(({ isRepeated }) => !isRepeated) ? [{ row, at }] : []));
  return { grid: { ...grid, rows: filled.map(({ row }) => row) }, rowNumbers: filled.map(({ at }) => at) };
}

function textOf({ cells }: GridRow): string {
  return cells
    .filter(({ isRepeated }) => !isRepeated)
    .map(({ text }) => text)
    .join('\t');
}

/** A table in parts of some rows, without the places that its cells have on no page. */
function partsOf({ table }: BuiltTable, above: readonly string[]) {
  const whole = { ...table, above: [...above, ...table.above] };
  const rows = table.rows.map(withoutBoxes);
  const parts: Table[] = [];
  for (let from = 0; from === 0 || from < rows.length; from += PART_ROWS)
    parts.push({ ...whole, rows: rows.slice(from, from + PART_ROWS) });
  const indexOf = new Map(table.rows.map((row, at) => [row, at]));
  let last = 0;
  return {
    /** The part that a row stands in; what is no row stands with the row before it. */
    ofRow(row: TableRow | undefined): { table: Table; row?: TableRow } | undefined {
      const at = row ? indexOf.get(row) : undefined;
      if (at !== undefined) last = Math.floor(at / PART_ROWS);
      const part = parts[last];
      const own = at === undefined ? undefined : rows[at];
      return part && { table: part, ...(own ? { row: own } : {}) };
    },
  };
}

function withoutBoxes(row: TableRow): TableRow {
  return { ...row, cells: row.cells.map(({ text }) => ({ text })) };
}

/** Where a row stands in its sheet. */
function cellsOf({ sheet }: DocumentTable, { cells }: GridRow, row: number): SheetCells | undefined {
  if (!sheet) return undefined;
  const own = cells.filter(({ isRepeated }) => !isRepeated);
  const columns = own.flatMap(({ from, to }) => [sheet.columns[from] ?? 0, sheet.columns[to] ?? 0]);
  const range = cellsRange(sheet.rows[row] ?? 0, Math.min(...columns), Math.max(...columns));
  return { ...(sheet.name === undefined ? {} : { sheet: sheet.name }), range };
}
