import type { Piece } from './pieces.ts';
import type { BuiltTable } from './tables/built-table.ts';
import { typical } from './pieces.ts';

/** Pieces of text that stand together. */
export interface Block {
  pieces: Piece[];
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The table that stands in its place. */
  table?: BuiltTable;
}

/** What is cut: a piece of text, or a table, which is in one piece. */
type Part = Piece & { table?: BuiltTable };

/**
 * Gaps between columns and between blocks, in heights of the page's commonest type. Measured on 22 pages of two and
 * three columns, boxes and text beside charts: .995 of the places whole, .987 in order; a gutter of 1.5 loses four
 * pages.
 */
const GUTTER = 1;
const LEVEL_GAP = 0.3;
/** Lines on each side of a gutter. */
const LINES_BESIDE = 3;
/** How far type reaches above and below its base line, as shares of its height. */
export const ABOVE = 0.8;
export const BELOW = 0.22;
/** Blocks one under the other are one when they begin about here, are this near and of one size. */
const SAME_LEFT = 2.6;
const NEAR = 0.75;
const SAME_SIZE = 1.08;
/** And lines of a page that is set looser are, up to this share of the usual distance of its lines. */
const LEADING = 1.15;

/** The blocks of a page in reading order: recursive cuts of white space, upright ones first. */
export function cutBlocks(pieces: Piece[], tables: BuiltTable[] = []): Block[] {
  const em = commonSize(pieces) || 10;
  const leading = commonLeading(pieces, em);
  return joinBlocks(
    cut([...pieces, ...tables.map(partOf)], em)
      .flatMap((parts) => apart(parts, em))
      .map(blockOf),
    Math.max(NEAR * em, LEADING * leading - (ABOVE + BELOW) * em),
    em,
  );
}

/** A table as a piece of its height. */
function partOf(table: BuiltTable): Part {
  const { left, right, top, bottom } = table;
  const size = (bottom - top) / (ABOVE + BELOW);
  return { text: '', left, right, base: top + ABOVE * size, size, isBold: false, glyphs: [], table };
}

/** Height of the commonest type: characters counted, heights rounded to half points. */
export function commonSize(pieces: Piece[]): number {
  return typical(
    pieces.map(({ size }) => Math.round(size * 2) / 2),
    pieces.map(({ glyphs }) => glyphs.length),
  );
}

function commonLeading(pieces: Piece[], em: number): number {
  const sorted = pieces.filter(({ size }) => isSameSize(size, em)).toSorted((a, b) => a.base - b.base);
  const distances = sorted.flatMap((piece, at) => {
    const below = sorted
      .slice(at + 1, at + 12)
      .find(({ base, left, right }) => base - piece.base > em / 2 && left < piece.right && right > piece.left);
    return below && below.base - piece.base < 3 * em ? [Math.round((below.base - piece.base) * 2) / 2] : [];
  });
  return typical(distances);
}

function isSameSize(a: number, b: number): boolean {
  return Math.max(a, b) <= SAME_SIZE * Math.min(a, b);
}

function cut(pieces: Part[], em: number): Part[][] {
  const done: Part[][] = [];
  const open = [pieces];
  for (let next = open.pop(); next; next = open.pop()) {
    const parts = cutUpright(next, em) ?? cutLevel(next, em);
    if (parts) open.push(parts[1], parts[0]);
    else done.push(next);
  }
  return done;
}

/** A table that no cut parts from words within its frame stands before them: both are read. */
function apart(parts: Part[], em: number): Part[][] {
  const tables = parts.filter(({ table }) => table);
  if (tables.length === 0 || parts.length === 1) return [parts];
  const rest = parts.filter(({ table }) => !table);
  const words = rest.length === 0 ? [] : cut(rest, em);
  return [...tables.map((table) => [table]), ...words];
}

/** Left and right of the widest gutter that runs through all of it. */
function cutUpright(pieces: Part[], em: number): [Part[], Part[]] | undefined {
  const sorted = pieces.toSorted((a, b) => a.left - b.left);
  const gaps: { at: number; width: number }[] = [];
  let end = -Infinity;
  sorted.forEach(({ left, right }, at) => {
    if (at > 0 && left - end >= GUTTER * em) gaps.push({ at, width: left - end });
    end = Math.max(end, right);
  });
  for (const { at } of gaps.toSorted((a, b) => b.width - a.width)) {
    const parts: [Part[], Part[]] = [sorted.slice(0, at), sorted.slice(at)];
    if (areColumns(parts, em)) return parts;
  }
  return undefined;
}

/** Above and below the widest gap between lines. */
function cutLevel(pieces: Part[], em: number): [Part[], Part[]] | undefined {
  const sorted = pieces.toSorted((a, b) => topOf(a) - topOf(b));
  let best: { at: number; width: number } | undefined;
  let end = -Infinity;
  sorted.forEach((piece, at) => {
    const width = topOf(piece) - end;
    if (at > 0 && width >= LEVEL_GAP * em && width > (best?.width ?? 0)) best = { at, width };
    end = Math.max(end, bottomOf(piece));
  });
  return best && [sorted.slice(0, best.at), sorted.slice(best.at)];
}

/**
 * Cells of one row share their base line: so much of the shorter side says that both are one table or list; less where
 * one side is figures.
 */
const ALIGNED = 0.7;
const ALIGNED_FIGURES = 0.5;
/** A side is prose when so many of its lines are nearly as long as its long ones, and these are this long. */
const PROSE = { lines: 0.5, filled: 0.7, width: 9 };
const MARKER_LENGTH = 4;
const FIGURE = /^[\p{Sc}(（+\-−–—~≈<>]*\d[\d.,，\s]*[%％)）\p{Sc}]*$/u;

/** Whether what stands on both sides of a gutter are columns of text, and not the cells of rows. */
function areColumns([left, right]: [Part[], Part[]], em: number): boolean {
  const [leftLines, rightLines] = [baselinesOf(left, em), baselinesOf(right, em)];
  if (left.some(({ table }) => table) !== right.some(({ table }) => table))
    return Math.min(leftLines.length, rightLines.length) >= LINES_BESIDE;
  if (Math.min(leftLines.length, rightLines.length) < LINES_BESIDE) return false;
  const [fewer, more] = leftLines.length < rightLines.length ? [leftLines, rightLines] : [rightLines, leftLines];
  const aligned = fewer.filter((base) => more.some((other) => Math.abs(other - base) < em / 4)).length;
  const isOf = (pieces: Piece[], is: (text: string) => boolean) =>
    pieces.filter(({ text }) => is(text)).length * 2 >= pieces.length;
  const isFigure = (text: string) => FIGURE.test(text);
  const hasFigures = isOf(right, isFigure) || isOf(left, isFigure);
  if (aligned < (hasFigures ? ALIGNED_FIGURES : ALIGNED) * fewer.length) return true;
  const hasMarkers = isOf(left, (text) => text.length <= MARKER_LENGTH);
  return !hasMarkers && !hasFigures && isProse(left, em) && isProse(right, em);
}

function baselinesOf(parts: Part[], em: number): number[] {
  const bases: number[] = [];
  const all = parts.flatMap(({ base, table }) => table?.rows.map(({ cells }) => cells[0]?.bottom ?? base) ?? base);
  for (const base of all.toSorted((a, b) => a - b)) {
    if (base - (bases.at(-1) ?? -Infinity) > em / 4) bases.push(base);
  }
  return bases;
}

/** In one column or in several beside each other. */
function isProse(pieces: Piece[], em: number): boolean {
  const widths = pieces.map(({ left, right }) => right - left).toSorted((a, b) => a - b);
  const full = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const filled = widths.filter((width) => width >= PROSE.filled * full).length;
  return full >= PROSE.width * em && filled >= PROSE.lines * widths.length;
}

function topOf({ base, size }: Piece): number {
  return base - ABOVE * size;
}

function bottomOf({ base, size }: Piece): number {
  return base + BELOW * size;
}

export function blockOf(pieces: Part[]): Block {
  const [{ table } = {}] = pieces;
  const block: Block = {
    ...(table && pieces.length === 1 ? { table } : {}),
    pieces,
    left: Infinity,
    right: -Infinity,
    top: Infinity,
    bottom: -Infinity,
  };
  for (const piece of pieces) {
    block.left = Math.min(block.left, piece.left);
    block.right = Math.max(block.right, piece.right);
    block.top = Math.min(block.top, topOf(piece));
    block.bottom = Math.max(block.bottom, bottomOf(piece));
  }
  return block;
}

/** Lines that are set loosely were cut apart: what stands under each other in one column is one block again. */
function joinBlocks(blocks: Block[], near: number, em: number): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const gap = last ? block.top - last.bottom : Infinity;
    const isNext =
      last !== undefined &&
      !last.table &&
      !block.table &&
      gap < near &&
      gap > -em &&
      Math.abs(last.left - block.left) <= SAME_LEFT * em &&
      isSameSize(commonSize(last.pieces), commonSize(block.pieces));
    if (isNext) joined.splice(-1, 1, blockOf([...last.pieces, ...block.pieces]));
    else joined.push(block);
  }
  return joined;
}
