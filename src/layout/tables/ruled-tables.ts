import type { Glyph, PaintedPage } from '../painted-page.ts';
import { framesOf } from './ruled-frames.ts';
import { ruledGrid } from './ruled-grid.ts';
import type { BuiltTable } from './built-table.ts';
import { tableFrom } from './table-from-grid.ts';

/** A table that goes on from the page before begins in this share of the page. */
const TOP = 0.25;

/**
 * The tables of a page that stand in frames of rules, and the characters that are in none.
 * @param before the last table of the page before
 */
export function ruledTables(
  { glyphs, rules, height }: PaintedPage,
  before?: BuiltTable,
): { tables: BuiltTable[]; rest: Glyph[] } {
  const tables: BuiltTable[] = [];
  let rest = glyphs;
  // The largest first: a frame within a cell is part of that cell.
  for (const frame of framesOf(rules).toSorted((a, b) => areaOf(b) - areaOf(a))) {
    const grid = ruledGrid(frame, rest);
    const table = grid && tableFrom(grid, frame.top < TOP * height ? before : undefined);
    if (!table) continue;
    tables.push(table);
    const taken = new Set(
      table.rows.flatMap(({ cells }) =>
        cells.flatMap(({ lines }) => lines.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.glyphs))),
      ),
    );
    rest = rest.filter((glyph) => !taken.has(glyph));
  }
  return { tables, rest };
}

function areaOf({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }): number {
  return (right - left) * (bottom - top);
}
