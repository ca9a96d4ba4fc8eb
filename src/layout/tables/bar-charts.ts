import type { Line } from '../block-lines.ts';
import { lineFrom } from '../block-lines.ts';
import type { Piece } from '../pieces.ts';
import type { CellRow } from './aligned-rows.ts';
import { isFigure } from './figures.ts';
import { boxAround, cellOf } from './grid-cells.ts';
import type { Grid, GridCell } from './grid.ts';

/** Fewer bars may stand in a line by chance. */
const LEAST_BARS = 3;
/** Labels begin, or end, this near to each other, in type heights. */
const SAME_EDGE = 0.6;
/** The ends of the bars, from the shortest to the longest, in type heights: figures of one column end nearer. */
const LEAST_REACH = 2;
/** How closely the places of the figures follow what they say: one is exactly. */
const LEAST_FIT = 0.99;
/** A bar stands at most so far under the one before, and what names the chart above the first, in type heights. */
const APART = 4;

/** Lines of a head: at most so many, of types that differ by less than this share, so many heights apart. */
const MOST_HEAD_LINES = 4;
/** A longer head is not said with a figure: then it is its last line. */
const HEAD_LENGTH = 60;
const SAME_TYPE = 0.08;
const LEADING = 1.6;

/** A chart that stands in the place of some rows: `from` to `to`, the latter included. */
export interface BarChart {
  grid: Grid;
  from: number;
  to: number;
}

/**
 * Charts of bars that run to the right with their figures at their ends: each figure stands as far out as it is large,
 * which no other text does. What stands above the first bar says what they measure.
 * @param rows all rows of the page
 */
export function barCharts(rows: CellRow[]): BarChart[] {
  return runsOfBars(rows).flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    const above = first && rows[first.at - 1];
    if (run.length < LEAST_BARS || !above || !last || !isNear(above, first) || barOf(above)) return [];
    if (!reachAsFarAsTheyAreLarge(run)) return [];
    const head = headOver(rows, above);
    return [{ grid: gridOf(head, run), from: head[0]?.at ?? above.at, to: last.at }];
  });
}

/** Lines of one type right above each other: what the bars measure may take several. */
function headOver(rows: CellRow[], last: CellRow): CellRow[] {
  const head = [last];
  for (let at = last.at - 1; at >= 0 && head.length < MOST_HEAD_LINES; at--) {
    const [row, below] = [rows[at], head[0]];
    const length = [row, ...head].reduce((sum, each) => sum + (each?.line.text.length ?? 0), 0);
    if (!row || !below || !goesOn(row.line, below.line) || length > HEAD_LENGTH) break;
    head.unshift(row);
  }
  return head;
}

function goesOn(line: Line, below: Line): boolean {
  const leading = below.base - line.base;
  const isSameType = Math.abs(line.size - below.size) < SAME_TYPE * below.size && line.isBold === below.isBold;
  return isSameType && leading > 0 && leading < LEADING * below.size && Math.abs(line.left - below.left) < below.size;
}

/** A label and a figure. */
interface Bar extends CellRow {
  /** One piece or several: words of a chart may stand far apart. */
  label: Line;
  figure: Piece;
}

function runsOfBars(rows: CellRow[]): Bar[][] {
  const runs: Bar[][] = [];
  let before: Bar | undefined;
  for (const row of rows) {
    const bar = barOf(row);
    if (bar && before && isNear(before, bar) && isSameEdge(before.label, bar.label)) runs.at(-1)?.push(bar);
    else if (bar) runs.push([bar]);
    before = bar;
  }
  return runs;
}

function barOf(row: CellRow): Bar | undefined {
  const words = row.cells.slice(0, -1);
  const figure = row.cells.at(-1);
  if (!figure || words.length === 0 || !Number.isFinite(valueOf(figure))) return undefined;
  // Bars of several charts beside each other, or a row of a table.
  return words.some(({ text }) => isFigure(text)) ? undefined : { ...row, label: lineFrom(words), figure };
}

/** NaN where it is no plain number; a share or a sum of money is its number. */
function valueOf({ text }: Piece): number {
  const plain = text.replaceAll(/[,\s%％$€£¥]/gu, '');
  return plain === '' ? Number.NaN : Number(plain);
}

function isNear(above: CellRow, below: CellRow): boolean {
  const gap = below.line.top - above.line.bottom;
  return below.line.base > above.line.base && gap < APART * below.line.size;
}

function isSameEdge(one: Line, other: Line): boolean {
  const most = SAME_EDGE * one.size;
  return Math.abs(one.left - other.left) < most || Math.abs(one.right - other.right) < most;
}

/** Figures stand behind the ends of their bars, or right before them. */
function reachAsFarAsTheyAreLarge(bars: Bar[]): boolean {
  const values = bars.map(({ figure }) => valueOf(figure));
  const size = Math.max(...bars.map(({ figure }) => figure.size));
  return (['left', 'right'] as const).some((edge) => {
    const ends = bars.map(({ figure }) => figure[edge]);
    return Math.max(...ends) - Math.min(...ends) >= LEAST_REACH * size && fitOf(ends, values) >= LEAST_FIT;
  });
}

/** Pearson's correlation. */
function fitOf(xs: number[], ys: number[]): number {
  const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [middleX, middleY] = [mean(xs), mean(ys)];
  const products = mean(xs.map((x, at) => (x - middleX) * ((ys[at] ?? 0) - middleY)));
  const spread = (all: number[], middle: number) => Math.sqrt(mean(all.map((one) => (one - middle) ** 2)));
  return products / (spread(xs, middleX) * spread(ys, middleY));
}

function gridOf(head: CellRow[], bars: Bar[]): Grid {
  const box = boxAround([...head, ...bars].map(({ line }) => line));
  const start = Math.min(...bars.map(({ figure }) => figure.left));
  return {
    ...box,
    columns: 2,
    edges: [box.left, start, box.right],
    rows: [
      {
        cells: [
          cellOf(
            head.map(({ cells }) => lineFrom(cells)),
            { from: 1, to: 1, isRepeated: false },
          ),
        ],
      },
      // Labels that end at one edge are not indented.
      ...bars.map(({ label, figure }) => ({
        cells: [cellAtColumn({ ...label, left: box.left }, 0), cellAtColumn(lineFrom([figure]), 1)],
      })),
    ],
    by: 'space',
    headRows: 1,
  };
}

function cellAtColumn(line: Line, column: number): GridCell {
  return cellOf([line], { from: column, to: column, isRepeated: false });
}
