import type { Line } from '../block-lines.ts';
import type { Rule } from '../painted-page.ts';
import { alignedGrid } from './aligned-grid.ts';
import { bandsOf, cellRows } from './aligned-rows.ts';
import { barCharts } from './bar-charts.ts';
import type { BuiltTable } from './built-table.ts';
import { tableFrom } from './table-from-grid.ts';

/** A table that stands in the place of some lines: `from` to `to`, the latter included. */
export interface PlacedTable {
  table: BuiltTable;
  from: number;
  to: number;
}

/**
 * The tables that white space tells apart, and the charts of bars, among lines of a page in reading order that stand in
 * no table.
 */
export function alignedTables(lines: Line[], rules: Rule[]): PlacedTable[] {
  const rows = cellRows(lines);
  const charts = barCharts(rows).flatMap(({ grid, from, to }) => {
    const table = tableFrom(grid);
    return table ? [{ table, from, to }] : [];
  });
  const placed: PlacedTable[] = [];
  for (const band of bandsOf(rows)) {
    const found = alignedGrid(band, rows, rules);
    const table = found && tableFrom(found.grid);
    if (!found || !table || found.from <= (placed.at(-1)?.to ?? -1)) continue;
    if (charts.some(({ from, to }) => found.from <= to && from <= found.to)) continue;
    placed.push({ table, from: found.from, to: found.to });
  }
  return [...placed, ...charts].toSorted((a, b) => a.from - b.from);
}
