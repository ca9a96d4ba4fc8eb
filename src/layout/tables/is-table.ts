import type { Table } from '../../domain/table.ts';
import type { BuiltTable } from './built-table.ts';
import { isFigure } from './figures.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';

/** Tables without rules are told from other text by how many of their cells are filled, and columns have a head. */
const LEAST = { filled: 0.5, headed: 0.5, rows: 2 };
const DOT_LEADER = /(?:[.．…·]\s?){5,}/u;
const MOST_LEADERS = 0.3;

/** Whether what was built of a grid is a table: no list of contents, and no text between rules of something else. */
export function isTable(built: BuiltTable, by: Grid['by']): boolean {
  const { table, hasOwnHead } = built;
  const { rows, heads } = table;
  if (rows.length === 0 || heads.length === 0) return false;
  // The format says that it is one.
  if (by === 'format') return true;
  if (rows.filter(({ label }) => DOT_LEADER.test(label)).length >= MOST_LEADERS * rows.length) return false;
  if (isContents(table)) return false;
  const cells = rows.flatMap((row) => row.cells);
  const filled = cells.filter(({ text }) => text !== '').length / cells.length;
  if (by === 'rules') return (rows.length > 1 || hasOwnHead) && crowded(built.rows) <= MOST_CROWDED;
  const headed = heads.filter((path) => path.length > 0).length / heads.length;
  return rows.length >= LEAST.rows && filled >= LEAST.filled && headed >= LEAST.headed;
}

/** So many numbers that do not fall, in one column, are the pages of a list of contents. */
const LEAST_ENTRIES = 5;

function isContents({ rows }: Table): boolean {
  const lasts = rows.map(({ cells }) => cells.filter(({ text }) => text !== '').map(({ text }) => text));
  const pages = lasts
    .filter((texts) => texts.length === 1 && /^\d{1,4}$/u.test(texts[0] ?? ''))
    .map(([page]) => Number(page));
  const rising = pages.filter((page, at) => page >= (pages[at - 1] ?? 0)).length;
  return pages.length >= LEAST_ENTRIES && pages.length >= 0.8 * rows.length && rising === pages.length;
}

/** More cells than this share with several figures beside each other: the rules are not those of the table. */
const MOST_CROWDED = 0.15;

function crowded(rows: GridRow[]): number {
  const cells = rows.flatMap((row) => row.cells);
  const isCrowded = ({ lines }: GridCell) =>
    lines.some(({ pieces }) => pieces.filter(({ text }) => text.split(' ').some(isFigure)).length > 1);
  return cells.filter(isCrowded).length / Math.max(1, cells.length);
}
