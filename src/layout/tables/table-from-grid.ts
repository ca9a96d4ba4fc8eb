import type { Table, TableRow } from '../../domain/table.ts';
import type { Rect } from '../painted-page.ts';
import type { BuiltTable } from './built-table.ts';
import { isFigure, isValue } from './figures.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import { cellAt } from './grid.ts';
import { isTable } from './is-table.ts';
import type { Groups } from './open-groups.ts';
import { INDENT, openGroups } from './open-groups.ts';
import { readsAsWord } from '../../text/holds-letters.ts';
import { endsInColon } from '../../text/starts-with.ts';

/** A head of more rows is none. */
const MOST_HEAD_ROWS = 6;
/** A first row whose one cell reaches over so much of the columns is a title. */
const TITLE_REACH = 0.6;
/** What is longer is a text in a frame. */
const LABEL_LENGTH = 160;
/**
 * Tells heads, groups, labels and values apart; undefined where a grid is no table.
 * @param before a table of the page before, that this one may go on with: then its head is this one's
 */
export function tableFrom(grid: Grid, before?: BuiltTable): BuiltTable | undefined {
  const goesOn = before !== undefined && continues(grid, before);
  const built = goesOn ? build({ ...grid, headRows: 0 }, before.table) : build(grid);
  if (!built || !before || !(goesOn || repeats(built, before))) return built;
  return { ...built, namedBefore: before.table.above };
}

/** Column edges of a table that goes on stand this near to those before, in points. */
const SAME_EDGES = 4;

/** The same columns, and a first row that is not its head again. */
function continues({ edges, rows, by }: Grid, before: BuiltTable): boolean {
  const isSame = edges.length === before.edges.length && edges.every((edge, at) => isNear(edge, before.edges[at]));
  if (!isSame || by !== before.table.by) return false;
  const words = new Set([before.table.stub, ...before.table.heads.flat()]);
  const first = rows.find(({ cells }) => cells.length > 0);
  const isHead = first?.cells.every(({ text, lines }) => words.has(text) || lines.every(({ isBold }) => isBold));
  return isHead === false;
}

/** The same columns under the same heads. */
function repeats({ table, edges }: BuiltTable, before: BuiltTable): boolean {
  const [own, other] = [table, before.table].map(({ stub, heads, by }) => JSON.stringify([stub, heads, by]));
  return own === other && edges.every((edge, at) => isNear(edge, before.edges[at]));
}

function isNear(edge: number, other: number | undefined): boolean {
  return other !== undefined && Math.abs(edge - other) <= SAME_EDGES;
}

function build(grid: Grid, taken?: Pick<Table, 'stub' | 'heads'>): BuiltTable | undefined {
  const rows = grid.rows.filter(({ cells }) => cells.length > 0);
  const titleRows = taken ? 0 : countTitles(rows, grid);
  const headRows = grid.headRows ?? countHeads(rows.slice(titleRows), grid);
  const head = rows.slice(titleRows, titleRows + headRows);
  const body = rows.slice(titleRows + headRows);
  const stub = stubColumn(body, grid);
  const own = Array.from({ length: grid.columns }, (_, column) => headPath(head, column, grid));
  const heads = taken ? own.map((_, at) => headAt(taken, stub, at)) : own;
  const columns = heads.flatMap((path, column) => (column === stub ? [] : [{ column, path }]));
  const groups = openGroups(middleOfColumn(grid.edges, stub));
  const lefts = body.map((row) => cellAt(row, stub)?.lines[0]?.left ?? 0);
  const tableRows = body.map((row, at): TableRow | undefined => {
    if (isHeadAgain(row, heads, stub)) return undefined;
    // Figures of its own has the whole of which parts follow: more than one.
    const isWhole = [lefts[at + 1], lefts[at + 2]].every((left) => (left ?? 0) > (lefts[at] ?? 0) + INDENT);
    return readRow(row, stub, columns, groups, isWhole);
  });
  const built: BuiltTable = {
    left: grid.left,
    right: grid.right,
    top: grid.top,
    bottom: grid.bottom,
    table: {
      above: rows.slice(0, titleRows).flatMap(({ cells }) => cells.map(({ text }) => text)),
      stub: (heads[stub] ?? []).join(' '),
      heads: columns.map(({ path }) => path),
      rows: tableRows.filter((row) => row !== undefined),
      by: grid.by,
    },
    rows,
    edges: grid.edges,
    rowOf: [...rows.slice(0, titleRows + headRows).map(() => undefined), ...tableRows],
    hasOwnHead: headRows > 0 || taken !== undefined,
  };
  return isTable(built, grid.by) ? built : undefined;
}

/** The heads of the table before, its label column among them. */
function headAt({ stub: name, heads }: Pick<Table, 'stub' | 'heads'>, stub: number, at: number): string[] {
  if (at === stub) return [name];
  return heads[at > stub ? at - 1 : at] ?? [];
}

function countTitles(rows: GridRow[], { columns }: Grid): number {
  const [cell, ...others] = rows[0]?.cells ?? [];
  const isTitle = cell && others.length === 0 && cell.to - cell.from + 1 >= TITLE_REACH * columns && columns > 1;
  return isTitle && rows.length > 2 ? 1 : 0;
}

/** Rows up to the first one with a figure that is no year; of a table of words, those in bold, else the first. */
function countHeads(rows: GridRow[], { columns }: Grid): number {
  const firstValue = rows.findIndex(({ cells }) => cells.some(({ text, from }) => from > 0 && isValue(text)));
  let count = firstValue;
  if (firstValue < 0 || firstValue > MOST_HEAD_ROWS) {
    const bold = rows.findIndex(({ cells }) => !cells.every(({ lines }) => lines.every(({ isBold }) => isBold)));
    const isFull = (rows[0]?.cells ?? []).reduce((sum, { from, to }) => sum + to - from + 1, 0) >= columns;
    // Two columns without a head are labels and what they stand for.
    count = bold > 0 && bold <= MOST_HEAD_ROWS ? bold : Number(isFull && columns > 2);
  }
  // A lone label above the figures names the group that begins there.
  while (count > 1 && isLoneLabel(rows[count - 1])) count -= 1;
  if (count === 1 && isLoneLabel(rows[0])) return 0;
  return count;
}

function isLoneLabel(row: GridRow | undefined): boolean {
  return row !== undefined && row.cells.length === 1 && row.cells[0]?.from === 0 && row.cells[0]?.to === 0;
}

/** The first column that holds words in most rows; numbers of the rows may stand before it. */
function stubColumn(body: GridRow[], { columns, by }: Pick<Grid, 'columns' | 'by'>): number {
  const cellsOf = (column: number) => body.flatMap((row) => cellAt(row, column) ?? []);
  const holdsWords = (column: number) => {
    const cells = cellsOf(column);
    const words = cells.filter(({ text }) => readsAsWord(text) && !isFigure(text)).length;
    return words * 2 > cells.length;
  };
  for (let column = 0; column < Math.min(columns - 1, 3); column++) {
    // Where the format says that a cell is for several rows, it names their group, and the labels stand beside it.
    const isGroups = by === 'format' && cellsOf(column).some(({ isRepeated }) => isRepeated);
    if (holdsWords(column) && !(isGroups && column + 2 < columns && holdsWords(column + 1))) return column;
  }
  return 0;
}

function headPath(head: GridRow[], column: number, { by }: Pick<Grid, 'by'>): string[] {
  const path: string[] = [];
  for (const [at, row] of head.entries()) {
    const isOverNext = by === 'format' && head.slice(at + 1).some((next) => cellAt(next, column) !== undefined);
    // Where nobody merges cells, a head over several columns stands in the first of them.
    const over = isOverNext ? row.cells.findLast(({ to }) => to > 0 && to < column) : undefined;
    const text = (cellAt(row, column) ?? over)?.text;
    if (text !== undefined && text !== '' && text !== path.at(-1)) path.push(text);
  }
  return path;
}

function middleOfColumn(edges: number[], column: number): number {
  return ((edges[column] ?? 0) + (edges[column + 1] ?? 0)) / 2;
}

/** The head stands again within the table: words where it has its words. */
function isHeadAgain(row: GridRow, heads: string[][], stub: number): boolean {
  const beside = row.cells.filter(({ from, to }) => to < stub || from > stub);
  return beside.length > 1 && beside.every(({ text, from }) => heads[from]?.includes(text) === true);
}

function readRow(
  row: GridRow,
  stub: number,
  columns: { column: number; path: string[] }[],
  groups: Groups,
  isWhole: boolean,
): TableRow | undefined {
  const label = cellAt(row, stub);
  const cells = columns.map(({ column }) => cellAt(row, column)).map((cell) => (cell === label ? undefined : cell));
  const filled = cells.filter((cell) => cell !== undefined);
  if (!label || label.text === '') return undefined;
  const isSpanning = label.to > stub;
  const isGroup = filled.length === 0 && (isSpanning || endsInColon(label.text) || isAllBold(label));
  const labels = groups.above(label, isGroup, isWhole || filled.length === 0);
  if (filled.length === 0) return undefined;
  const spans = row.cells.filter((cell) => cell.isRepeated && cell !== label && cell.to < stub).map(({ text }) => text);
  const isNamed = (at: number) => columns.length === 1 || (columns[at]?.path.length ?? 0) > 0;
  const isSure =
    label.text.length <= LABEL_LENGTH &&
    cells.every((cell, at) => cell === undefined || (isNamed(at) && isOneThing(cell))) &&
    filled.every(({ from, to }) => from === to);
  return {
    groups: [...labels.map(withoutColon), ...spans],
    label: withoutColon(label.text),
    cells: cells.map((cell) => (cell ? { text: cell.text, box: boxOf(cell) } : { text: '' })),
    isSure,
  };
}

function isAllBold({ lines }: GridCell): boolean {
  return lines.every(({ isBold }) => isBold);
}

function withoutColon(text: string): string {
  return text.replace(/[:：]$/u, '').trimEnd();
}

/** Not two figures beside or under each other. */
function isOneThing({ text, lines }: GridCell): boolean {
  return !(lines.length > 1 && lines.every((line) => isFigure(line.text))) && !/\d\s+[\d(（]/u.test(text);
}

function boxOf({ left, top, right, bottom }: Rect) {
  const rounded = (length: number) => Math.round(length * 10) / 10;
  return { left: rounded(left), top: rounded(top), width: rounded(right - left), height: rounded(bottom - top) };
}
