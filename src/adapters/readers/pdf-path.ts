import type { Rect } from '../../layout/painted-page.ts';
import type { Matrix } from './pdf-graphics-state.ts';
import { place } from './pdf-graphics-state.ts';

/** A stretch of a path: its corners as they stand on the page. */
export interface SubPath {
  points: { x: number; y: number }[];
  isCurved: boolean;
  isClosed: boolean;
  box: Rect;
}

/** pdf.js writes a path as numbers: what to do, then the coordinates for it. */
const STEPS: readonly { length: number; isCurved: boolean }[] = [
  { length: 2, isCurved: false },
  { length: 2, isCurved: false },
  { length: 6, isCurved: true },
  { length: 4, isCurved: true },
  { length: 0, isCurved: false },
];
const MOVE = 0;
const CLOSE = 4;
/** A side that differs by less from the level or the upright is straight, in points. */
const STRAIGHT = 0.3;

/** The stretches of a path, one may hold hundreds of lines. */
export function subPathsOf(data: ArrayLike<number>, matrix: Matrix): SubPath[] {
  const paths: SubPath[] = [];
  let at = 0;
  while (at < data.length) {
    const step = data[at] ?? CLOSE;
    const { length, isCurved } = STEPS[step] ?? { length: 0, isCurved: false };
    if (step === MOVE || paths.length === 0) paths.push(emptyPath());
    const path = paths.at(-1);
    if (!path) break;
    if (isCurved) path.isCurved = true;
    if (step === CLOSE) path.isClosed = true;
    for (let to = at + 1; to + 1 <= at + length; to += 2)
      addPoint(path, place(matrix, data[to] ?? 0, data[to + 1] ?? 0));
    at += 1 + length;
  }
  return paths.filter(({ points }) => points.length > 1);
}

function emptyPath(): SubPath {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  return { points: [], isCurved: false, isClosed: false, box };
}

function addPoint({ points, box }: SubPath, point: { x: number; y: number }): void {
  points.push(point);
  box.left = Math.min(box.left, point.x);
  box.right = Math.max(box.right, point.x);
  box.top = Math.min(box.top, point.y);
  box.bottom = Math.max(box.bottom, point.y);
}

/** Whether a path is the rectangle around it: four corners, each at one of the box's. */
export function isRectangle({ points, isCurved, box }: SubPath): boolean {
  if (isCurved || points.length < 4 || points.length > 5) return false;
  const atEdge = (value: number, low: number, high: number) =>
    Math.min(Math.abs(value - low), Math.abs(value - high)) < STRAIGHT;
  return (
    points.every(({ x, y }) => atEdge(x, box.left, box.right) && atEdge(y, box.top, box.bottom)) &&
    sidesOf({ points, isClosed: true }).every(({ isStraight }) => isStraight)
  );
}

/** The sides of a path between its corners. */
export function sidesOf({ points, isClosed }: Pick<SubPath, 'points' | 'isClosed'>): (Rect & {
  isLevel: boolean;
  isStraight: boolean;
})[] {
  const ends = isClosed && points[0] ? [...points, points[0]] : points;
  return ends.slice(1).map((to, at) => {
    const from = ends[at] ?? to;
    const [width, height] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
    return {
      left: Math.min(from.x, to.x),
      right: Math.max(from.x, to.x),
      top: Math.min(from.y, to.y),
      bottom: Math.max(from.y, to.y),
      isLevel: width >= height,
      isStraight: Math.min(width, height) < STRAIGHT,
    };
  });
}
