import type { Block } from './cut-blocks.ts';
import { ABOVE, BELOW } from './cut-blocks.ts';
import type { Rect } from './painted-page.ts';
import type { Piece } from './pieces.ts';
import { typical } from './pieces.ts';

/** A printed line: its pieces from left to right. */
export interface Line extends Rect {
  pieces: Piece[];
  text: string;
  base: number;
  size: number;
  isBold: boolean;
}

/** Base lines that differ by less than this share of the type's height are one. */
const SAME_LINE = 0.4;
/** A gap wider than this share of the type's height is a space; wider than the second, the gap between two cells. */
const SPACE_GAP = 0.22;
const CELL_GAP = 1.6;
/** What is no longer begins a list's item. */
const MARKER_LENGTH = 3;

/** The lines of a block, top to bottom. */
export function linesOf({ pieces }: Block): Line[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.base - b.base)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSame = first && piece.base - first.base < SAME_LINE * Math.max(first.size, piece.size);
    if (row && isSame) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(lineFrom);
}

/** A line from pieces on one base line. */
export function lineFrom(row: Piece[]): Line {
  const pieces = row.toSorted((a, b) => a.left - b.left);
  const counts = pieces.map(({ glyphs }) => glyphs.length);
  const count = counts.reduce((sum, each) => sum + each, 0);
  const bold = pieces.reduce((sum, { isBold, glyphs }) => sum + (isBold ? glyphs.length : 0), 0);
  return {
    pieces,
    text: textOf(pieces),
    base: typical(
      pieces.map(({ base }) => base),
      counts,
    ),
    size: typical(
      pieces.map(({ size }) => size),
      counts,
    ),
    isBold: bold * 2 > count,
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    top: Math.min(...pieces.map((piece) => piece.base - ABOVE * piece.size)),
    bottom: Math.max(...pieces.map((piece) => piece.base + BELOW * piece.size)),
  };
}

function textOf(pieces: Piece[]): string {
  let text = '';
  let end = 0;
  pieces.forEach((piece, at) => {
    const gap = (piece.left - end) / Math.min(piece.size, pieces[at - 1]?.size ?? piece.size);
    const isMarker = at === 1 && text.length <= MARKER_LENGTH && pieces.length === 2;
    if (at > 0) text += gap > CELL_GAP && !isMarker ? '\t' : spaceOf(gap);
    text += piece.text;
    end = piece.right;
  });
  return text.trim();
}

function spaceOf(gap: number): string {
  return gap > SPACE_GAP ? ' ' : '';
}
