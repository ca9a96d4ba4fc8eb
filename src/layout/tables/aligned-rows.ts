import type { Line } from '../block-lines.ts';
import type { Glyph } from '../painted-page.ts';
import type { Piece } from '../pieces.ts';
import { piecesOf } from '../pieces.ts';
import { isFigure, isValue } from './figures.ts';

/** Cells part where a gap is wider than this share of the type's height. */
const CELL_CUT = 0.75;
/** A row may stand so many lines below the last one, and so many type heights. */
const LINES_APART = 4;
const APART = 6;
/** Figures of one column end this near to each other, in type heights. */
const SAME_RIGHT = 1;

/** A line cut into cells. */
export interface CellRow {
  line: Line;
  /** Position among the lines of the page. */
  at: number;
  cells: Piece[];
  /** Two cells or more, one of them a figure that is not the first. */
  isData: boolean;
  /** Whether one of these figures is no year. */
  hasValue: boolean;
}

/** Rows of figures under each other: positions of their first and their last line, and the rows between. */
export interface Band {
  rows: CellRow[];
}

/** The lines of a page as rows of cells. */
export function cellRows(lines: Line[]): CellRow[] {
  return lines.map((line, at) => {
    const cells = cellsOf(line);
    const figures = cells.slice(1).filter(({ text }) => isFigure(text));
    return {
      line,
      at,
      cells,
      isData: cells.length > 1 && figures.length > 0,
      hasValue: figures.some(({ text }) => isValue(text)),
    };
  });
}

const OPENING = /^[\p{Sc}~≈(（]+$/u;
const CLOSING = /^[%％‰)）]+$/u;

/** A sign of money goes with the figure on its right, a sign of percent with that on its left. */
function cellsOf(line: Line): Piece[] {
  const pieces = line.pieces
    .flatMap(({ glyphs }) => beforeSigns(glyphs))
    .flatMap((glyphs) => piecesOf(glyphs, CELL_CUT))
    .toSorted((a, b) => a.left - b.left);
  const cells: Piece[] = [];
  for (const piece of pieces) {
    const last = cells.at(-1);
    const isClosing = last !== undefined && CLOSING.test(piece.text) && piece.left - last.right < 2 * piece.size;
    const isOne = last && (isClosing || (OPENING.test(last.text) && isFigure(piece.text)));
    if (isOne) cells.splice(-1, 1, joinPieces(last, piece));
    else cells.push(piece);
  }
  return cells;
}

/** Signs of money behind a figure, or at the end of a label, belong to the next figure. */
function beforeSigns(glyphs: Glyph[]): Glyph[][] {
  if (!glyphs.some(isSign)) return [glyphs];
  const lastOther = glyphs.findLastIndex((glyph) => !isSign(glyph));
  const parts: Glyph[][] = [[]];
  glyphs.forEach((glyph, at) => {
    const before = glyphs[at - 1];
    const isLoose = before !== undefined && !isSign(before) && isSign(glyph);
    if (isLoose && (/[\d)%—–]$/u.test(before.text) || at > lastOther)) parts.push([]);
    parts.at(-1)?.push(glyph);
  });
  return parts;
}

function isSign({ text }: Glyph): boolean {
  return /[\p{Sc}~]/u.test(text);
}

function joinPieces(left: Piece, right: Piece): Piece {
  const isTight = CLOSING.test(right.text) || OPENING.test(left.text);
  return {
    ...left,
    text: left.text + (isTight ? '' : ' ') + right.text,
    right: right.right,
    glyphs: [...left.glyphs, ...right.glyphs],
  };
}

/** Rows that follow each other, with figures under figures. */
export function bandsOf(rows: CellRow[]): Band[] {
  const bands: Band[] = [];
  let open: CellRow[] = [];
  let between = 0;
  const close = (): void => {
    const data = open.filter(({ isData }) => isData);
    const last = data.at(-1);
    if (data.length > 1 && last) bands.push({ rows: open.slice(0, open.indexOf(last) + 1) });
    open = [];
    between = 0;
  };
  for (const row of rows) {
    const last = open.at(-1);
    if (last && (row.line.base < last.line.base || row.line.top - last.line.bottom > APART * row.line.size)) close();
    if (!row.isData) {
      if (open.length > 0) {
        open.push(row);
        between += 1;
      }
      if (between > LINES_APART || isProse(row)) close();
      continue;
    }
    const data = open.findLast(({ isData }) => isData);
    if (data && !isUnder(row, data)) close();
    open.push(row);
    between = 0;
  }
  close();
  return bands;
}

/** A line of running text ends a table. */
function isProse({ cells, line }: CellRow): boolean {
  return cells.length === 1 && line.text.length > 90;
}

/** At least half of a row's figures end where those above end, or reach over one of them. */
function isUnder(row: CellRow, above: CellRow): boolean {
  const figures = row.cells.slice(1).filter(({ text }) => isFigure(text));
  const others = above.cells.slice(1).filter(({ text }) => isFigure(text));
  const matched = figures.filter((figure) =>
    others.some(
      (other) =>
        Math.abs(other.right - figure.right) < SAME_RIGHT * figure.size ||
        (other.left < figure.right && other.right > figure.left),
    ),
  );
  return matched.length * 2 >= Math.min(figures.length, others.length);
}
