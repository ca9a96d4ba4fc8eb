import type { Rect } from '../../layout/painted-page.ts';

/** a, b, c, d, e, f: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What a font says of itself, as far as it decides where its characters stand. */
export interface PaintedFont {
  name: string;
  isBold: boolean;
  /** Length of a glyph's unit, and of its height, for type of one point. */
  unit: number;
  height: number;
  isVertical: boolean;
}

/** What painting goes by; saved and restored as a whole. */
export interface GraphicsState {
  matrix: Matrix;
  clip: Rect;
  /** False where the clip is of another shape than its rectangle. */
  isClipExact: boolean;
  /** 0xRRGGBB; undefined for patterns. */
  fill: number | undefined;
  stroke: number | undefined;
  fillAlpha: number;
  strokeAlpha: number;
  isBlended: boolean;
  /** Whether a mask, or a group that is itself transparent, may make it so. */
  isMasked: boolean;
  lineWidth: number;
  font: PaintedFont | undefined;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

/** The state in which a page begins. */
export function firstState(matrix: Matrix, clip: Rect): GraphicsState {
  return {
    matrix,
    clip,
    isClipExact: true,
    fill: 0,
    stroke: 0,
    fillAlpha: 1,
    strokeAlpha: 1,
    isBlended: false,
    isMasked: false,
    lineWidth: 1,
    font: undefined,
    size: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}

/** The matrix that does the second, then the first. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [g, h, i, j, k, l] = second;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Where a matrix puts a point. */
export function place([a, b, c, d, e, f]: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The rectangle around what a matrix makes of one. */
export function placeRect(matrix: Matrix, x1: number, y1: number, x2: number, y2: number): Rect {
  const corners = [place(matrix, x1, y1), place(matrix, x2, y1), place(matrix, x1, y2), place(matrix, x2, y2)];
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
