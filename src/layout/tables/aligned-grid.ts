import type { Line } from '../block-lines.ts';
import { lineFrom } from '../block-lines.ts';
import type { Rule } from '../painted-page.ts';
import type { Piece } from '../pieces.ts';
import type { Band, CellRow } from './aligned-rows.ts';
import { isFigure } from './figures.ts';
import { boxAround, cellOf } from './grid-cells.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import { endsInColon } from '../../text/starts-with.ts';

/** Figures are of one column when they end this near to each other, or share so much of their widths. */
const SAME_RIGHT = 0.8;
const SHARED = 0.3;
/** A column of words has some in this share of the rows. */
const WORDS_IN_ROWS = 0.55;
/** Heads stand at most so far above each other, in type heights, at most so many, and none is wider than this share. */
const HEAD_GAP = 3.2;
const MOST_HEADS = 5;
const HEAD_WIDTH = 0.55;
/** Labels of groups between the head and the first figures are no more. */
const MOST_GROUPS = 3;
/** A rule stands at most so far under the head that it is drawn under, in type heights. */
const RULE_BELOW = 1.3;
/** A head is centred over its columns when it misses their middle by no more, in type heights. */
const CENTRED = 1.6;
/** A label goes on in the next line when that is no further below, in type heights. */
const LABEL_LEADING = 1.45;

interface Column {
  left: number;
  right: number;
}

/**
 * The cells of rows that white space tells apart, with the heads above them.
 * @param rows all rows of the page
 * @returns the grid, and the positions of its first and last line
 */
export function alignedGrid(
  { rows: band }: Band,
  rows: CellRow[],
  rules: Rule[],
): { grid: Grid; from: number; to: number } | undefined {
  const firstValue = band.findIndex(({ hasValue }) => hasValue);
  if (firstValue < 0) return undefined;
  const body = band.slice(firstValue);
  const columns = columnsOf(body);
  const [first, last] = [body[0], body.at(-1)];
  if (columns.length === 0 || !first || !last) return undefined;
  const left = Math.min(...body.map(({ line }) => line.left));
  const right = Math.max(...columns.map((column) => column.right), ...body.map(({ line }) => line.right));
  const above = headRows(rows, first, { left, right }, columns);
  const heads = withoutTitles(above.heads, columns.length);
  const allRows = heads.length > 0 ? [...above.groups, ...body] : body;
  // A rule under the whole head says nothing of its parts.
  const parts = rules.filter((rule) => {
    const [from, to] = reach(rule, columns) ?? [0, 0];
    return columns.length === 1 || to - from + 1 < columns.length;
  });
  const isRuled = heads.some(({ cells }) => cells.some((cell) => ruleUnder(cell, rules) !== undefined));
  const headGrid = heads.map((row) => headRow(row, columns, parts, left));
  const bodyGrid = labelled(allRows).map((row) => bodyRow(row, columns));
  const grid: Grid = {
    ...boxAround([...heads, ...allRows].map(({ line }) => line)),
    columns: columns.length + 1,
    edges: [left, ...columns.map((column) => column.left), right],
    rows: [...headGrid, ...bodyGrid],
    by: isRuled ? 'head_rules' : 'space',
    headRows: headGrid.length,
  };
  return { grid, from: (heads[0] ?? allRows[0] ?? first).at, to: last.at };
}

/** The columns of figures, and of words between them. */
function columnsOf(body: CellRow[]): Column[] {
  const columns: (Column & { ends: number[]; isWords: boolean })[] = [];
  const data = body.filter(({ isData }) => isData);
  const figures = data.flatMap(({ cells }) => cells.slice(1).filter(({ text }) => isFigure(text)));
  const others = data.flatMap(({ cells }) => cells.slice(1).filter(({ text }) => !isFigure(text)));
  for (const cell of [...figures, ...others]) {
    const isWords = !isFigure(cell.text);
    const column =
      columns.find(({ ends }) => ends.some((end) => Math.abs(end - cell.right) < SAME_RIGHT * cell.size)) ??
      columns.find(
        (each) => sharedWidth(each, cell) >= SHARED * Math.min(cell.right - cell.left, each.right - each.left),
      );
    if (!column) columns.push({ left: cell.left, right: cell.right, ends: [cell.right], isWords });
    else {
      column.left = Math.min(column.left, cell.left);
      column.right = Math.max(column.right, cell.right);
      column.ends.push(cell.right);
    }
  }
  // Words that stand apart in few rows are parts of labels, or notes.
  const least = Math.max(2, WORDS_IN_ROWS * data.length);
  return columns.filter(({ ends, isWords }) => !isWords || ends.length >= least).toSorted((a, b) => a.left - b.left);
}

function sharedWidth(a: Column, b: Column): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

/** Index of the column that a cell belongs to. */
function columnOf(cell: Piece, columns: Column[]): number {
  let best = 0;
  let most = -Infinity;
  columns.forEach((column, at) => {
    const near = Math.abs(column.right - cell.right) < SAME_RIGHT * cell.size ? cell.size : 0;
    const shared = sharedWidth(column, cell) + near;
    if (shared > most) [best, most] = [at, shared];
  });
  return best;
}

/**
 * Rows above the first with a value, as long as they are near and no running text; and the labels between, which name
 * the group that begins there.
 */
function headRows(
  rows: CellRow[],
  first: CellRow,
  { left, right }: Column,
  columns: Column[],
): { heads: CellRow[]; groups: CellRow[] } {
  const heads: CellRow[] = [];
  const groups: CellRow[] = [];
  const start = columns[0]?.left ?? left;
  let below = first;
  for (let at = first.at - 1; at >= 0 && heads.length < MOST_HEADS; at--) {
    const row = rows[at];
    const isNear =
      row && below.line.top - row.line.bottom <= HEAD_GAP * below.line.size && row.line.base < below.line.base;
    if (!row || !isNear || row.hasValue || row.line.left < left - row.line.size) break;
    if (row.line.right <= start) {
      const isStub = below.line.left < start && below.line.base - row.line.base < LABEL_LEADING * row.line.size;
      if (heads.length === 0) groups.unshift(row);
      else if (isStub) heads.unshift(row);
      else break;
    } else {
      const isWide = row.cells.some((cell) => cell.right - cell.left > HEAD_WIDTH * (right - left));
      const isSentence = row.cells.length === 1 && /[.。;；]$/u.test(row.line.text);
      if (isWide || isSentence || row.line.right > right + 2 * row.line.size) break;
      heads.unshift(row);
    }
    below = row;
    if (groups.length > MOST_GROUPS) break;
  }
  return { heads, groups };
}

/** Lone words above the heads of several columns name the whole table. */
function withoutTitles(heads: CellRow[], columns: number): CellRow[] {
  const isTitle = ({ cells }: CellRow) => cells.length === 1;
  const first = heads.findIndex((row) => !isTitle(row));
  return columns > 1 && first > 0 ? heads.slice(first) : heads;
}

function ruleUnder(cell: Piece, rules: Rule[]): Rule | undefined {
  return rules.find(
    ({ isLevel, left, right, top }) =>
      isLevel &&
      top - cell.base > -1 &&
      top - cell.base < RULE_BELOW * cell.size &&
      left < cell.left + cell.size &&
      right > cell.right - cell.size,
  );
}

function headRow({ cells }: CellRow, columns: Column[], rules: Rule[], left: number): GridRow {
  const start = columns[0]?.left ?? left;
  const isLabel = (cell: Piece) => cell.right <= start && cell.left < (left + start) / 2 && !ruleUnder(cell, rules);
  const labels = cells.slice(0, 1).filter(isLabel);
  const heads = cells.filter((cell) => !labels.includes(cell));
  const shares = shareOut(heads, columns);
  return {
    cells: [
      ...labels.map((cell) => gridCell(cell, 0, 0)),
      ...heads.map((cell, at) => {
        const rule = ruleUnder(cell, rules);
        const [from, to] =
          (rule && reach(rule, columns)) ?? shares?.[at] ?? reach(cell, columns) ?? nearest(cell, columns);
        return gridCell(cell, from + 1, to + 1);
      }),
    ],
  };
}

/** The columns that a stretch reaches over. */
function reach(stretch: Column, columns: Column[]): [number, number] | undefined {
  const reached = columns.flatMap((column, at) =>
    sharedWidth(column, stretch) > SHARED * Math.min(column.right - column.left, stretch.right - stretch.left)
      ? [at]
      : [],
  );
  const [from, to] = [reached[0], reached.at(-1)];
  return from === undefined || to === undefined ? undefined : [from, to];
}

function nearest(cell: Piece, columns: Column[]): [number, number] {
  const middle = (cell.left + cell.right) / 2;
  const distances = columns.map((column) => Math.abs((column.left + column.right) / 2 - middle));
  const at = distances.indexOf(Math.min(...distances));
  return [at, at];
}

/** All columns shared out among heads, each centred over a run of them; undefined where that does not come out. */
function shareOut(heads: Piece[], columns: Column[]): [number, number][] | undefined {
  const shares: [number, number][] = [];
  let next = 0;
  for (const [at, head] of heads.entries()) {
    const middle = (head.left + head.right) / 2;
    const most = columns.length - (heads.length - at - 1);
    let found: [number, number] | undefined;
    for (let end = next; end < most && !found; end++) {
      const over = ((columns[next]?.left ?? 0) + (columns[end]?.right ?? 0)) / 2;
      if (Math.abs(over - middle) <= CENTRED * head.size) found = [next, end];
    }
    if (!found) return undefined;
    shares.push(found);
    next = found[1] + 1;
  }
  return next === columns.length ? shares : undefined;
}

/** Rows with the labels that go over several lines put together. */
function labelled(body: CellRow[]): CellRow[][] {
  const rows: CellRow[][] = [];
  let waiting: CellRow[] = [];
  body.forEach((row, at) => {
    const next = body[at + 1];
    const last = rows.at(-1)?.at(-1);
    if (row.isData || row.cells.length > 1) {
      rows.push([...waiting, row]);
      waiting = [];
    } else if (next && goesOn(row, next)) waiting.push(row);
    else if (last && last.isData && goesOn(last, row)) rows.at(-1)?.push(row);
    else {
      if (waiting.length > 0) rows.push(waiting);
      waiting = [];
      rows.push([row]);
    }
  });
  if (waiting.length > 0) rows.push(waiting);
  return rows;
}

function goesOn(row: CellRow, next: CellRow): boolean {
  const isNear = next.line.base - row.line.base < LABEL_LEADING * row.line.size;
  const text = next.cells[0]?.text ?? '';
  const isOpen = !endsInColon(row.cells[0]?.text ?? '');
  const isLabel = !isFigure(text);
  return isNear && isOpen && isLabel && /^[\p{Ll}\p{Lo}(（]/u.test(text);
}

function bodyRow(rows: CellRow[], columns: Column[]): GridRow {
  const cells = new Map<number, Piece[]>();
  const start = columns[0]?.left ?? 0;
  for (const { cells: pieces } of rows) {
    pieces.forEach((piece, at) => {
      const isLabel = (at === 0 || piece.right <= start) && (piece.left < start - piece.size || !isFigure(piece.text));
      const column = isLabel ? 0 : columnOf(piece, columns) + 1;
      cells.set(column, [...(cells.get(column) ?? []), piece]);
    });
  }
  return {
    cells: [...cells]
      .toSorted(([a], [b]) => a - b)
      .map(([column, pieces]) => cellOf(linesFrom(pieces), { from: column, to: column, isRepeated: false })),
  };
}

/** Pieces on one base line are one line. */
function linesFrom(pieces: Piece[]): Line[] {
  return [...Map.groupBy(pieces, ({ base }) => Math.round(base)).values()].map(lineFrom);
}

function gridCell(piece: Piece, from: number, to: number): GridCell {
  return cellOf([lineFrom([piece])], { from, to, isRepeated: false });
}
