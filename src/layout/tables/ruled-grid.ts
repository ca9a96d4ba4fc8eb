import type { Line } from '../block-lines.ts';
import { linesOf } from '../block-lines.ts';
import { blockOf } from '../cut-blocks.ts';
import type { Glyph, Rect, Rule } from '../painted-page.ts';
import { middleOf } from '../painted-page.ts';
import { piecesOf } from '../pieces.ts';
import { boxAround, joined } from './grid-cells.ts';
import type { Grid, GridRow } from './grid.ts';
import type { Frame } from './ruled-frames.ts';
import { splitRow } from './split-row.ts';

/** Edges nearer than this are one, in points. */
const SAME_EDGE = 4;
/** A rule parts two cells when it lies this near to their edge, over this share of it. */
const NEAR = 3;
const COVERED = 0.5;
/** A frame of more cells is a drawing on squared paper. */
const MOST_CELLS = 20_000;

/** The cells of a frame with what stands in them; undefined where there are no rows and columns. */
export function ruledGrid(frame: Frame, glyphs: Glyph[]): Grid | undefined {
  const edges = edgesOf([...frame.upright.map(({ left, right }) => (left + right) / 2), frame.left, frame.right]);
  const whole = wholeLevels(frame);
  const levels = edgesOf([...whole.map(({ top, bottom }) => (top + bottom) / 2), frame.top, frame.bottom]);
  const [columns, rowCount] = [edges.length - 1, levels.length - 1];
  if (columns < 2 || rowCount < 1 || columns * rowCount > MOST_CELLS) return undefined;
  const cells = mergeCells({ ...frame, level: whole }, edges, levels);
  const own = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const { x, y } = middleOf(glyph);
    if (x <= frame.left || x >= frame.right || y <= frame.top || y >= frame.bottom) continue;
    const cell = cells.of[indexIn(levels, y) * columns + indexIn(edges, x)] ?? 0;
    const members = own.get(cell);
    if (members) members.push(glyph);
    else own.set(cell, [glyph]);
  }
  const rows = Array.from({ length: rowCount }, (): GridRow => ({ cells: [] }));
  for (const [index, { from, to, firstRow, lastRow }] of cells.spans) {
    const lines = textLines(own.get(index) ?? []);
    if (lines.length === 0) continue;
    const box = boxAround(lines);
    for (let row = firstRow; row <= lastRow; row++)
      rows[row]?.cells.push({ ...box, from, to, lines, text: joined(lines), isRepeated: row > firstRow });
  }
  return { ...rectOf(frame), columns, edges, rows: rows.flatMap(splitRow), by: 'rules' };
}

/** A line under some figures is no end of a row: rules on one level reach over this share of the frame. */
const WHOLE_LEVEL = 0.5;

function wholeLevels({ level, left, right }: Frame): Rule[] {
  const byLevel = Map.groupBy(level, ({ top, bottom }) => Math.round((top + bottom) / 2 / SAME_EDGE));
  return [...byLevel.values()].flatMap((rules) => {
    const length = rules.reduce((sum, rule) => sum + rule.right - rule.left, 0);
    return length >= WHOLE_LEVEL * (right - left) ? rules : [];
  });
}

/** Places of edges, those nearly on each other once. */
function edgesOf(places: number[]): number[] {
  const edges: number[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    if (place - (edges.at(-1) ?? -Infinity) > SAME_EDGE) edges.push(place);
  }
  return edges;
}

/** Index of the stretch between edges that a place lies in. */
function indexIn(edges: number[], place: number): number {
  const at = edges.findIndex((edge) => edge > place);
  return Math.max(0, Math.min(edges.length - 2, (at < 0 ? edges.length : at) - 1));
}

interface Spans {
  from: number;
  to: number;
  firstRow: number;
  lastRow: number;
}

/** Cells of the frame; those without a rule between them are one. */
function mergeCells({ level, upright }: Frame, edges: number[], levels: number[]) {
  const [columns, rowCount] = [edges.length - 1, levels.length - 1];
  const parent = Array.from({ length: columns * rowCount }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while ((parent[root] ?? root) !== root) root = parent[root] ?? root;
    return root;
  };
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const [top, bottom] = [levels[row] ?? 0, levels[row + 1] ?? 0];
      const [left, right] = [edges[column] ?? 0, edges[column + 1] ?? 0];
      if (column + 1 < columns && !upright.some((rule) => isBeside(rule, right, top, bottom)))
        parent[rootOf(at + 1)] = rootOf(at);
      if (row + 1 < rowCount && !level.some((rule) => isUnder(rule, bottom, left, right)))
        parent[rootOf(at + columns)] = rootOf(at);
    }
  }
  const spans = new Map<number, Spans>();
  const of = parent.map((_, at) => rootOf(at));
  of.forEach((root, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const span = spans.get(root) ?? { from: column, to: column, firstRow: row, lastRow: row };
    spans.set(root, {
      from: Math.min(span.from, column),
      to: Math.max(span.to, column),
      firstRow: Math.min(span.firstRow, row),
      lastRow: Math.max(span.lastRow, row),
    });
  });
  return { of, spans };
}

function isBeside({ left, right, top, bottom }: Rule, x: number, from: number, to: number): boolean {
  const shared = Math.min(bottom, to) - Math.max(top, from);
  return Math.abs((left + right) / 2 - x) <= SAME_EDGE && shared + NEAR >= COVERED * (to - from) && shared > 0;
}

function isUnder({ left, right, top, bottom }: Rule, y: number, from: number, to: number): boolean {
  const shared = Math.min(right, to) - Math.max(left, from);
  return Math.abs((top + bottom) / 2 - y) <= SAME_EDGE && shared + NEAR >= COVERED * (to - from) && shared > 0;
}

function textLines(glyphs: Glyph[]): Line[] {
  return linesOf(blockOf(piecesOf(glyphs)));
}

function rectOf({ left, top, right, bottom }: Rect): Rect {
  return { left, top, right, bottom };
}
