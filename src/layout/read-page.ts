import type { LeftOut, SourceLine } from '../domain/source.ts';
import type { Line } from './block-lines.ts';
import { linesOf } from './block-lines.ts';
import { cutBlocks } from './cut-blocks.ts';
import type { PaintedPage } from './painted-page.ts';
import type { Margins } from './paragraph-ends.ts';
import { endsParagraph, marginsOf } from './paragraph-ends.ts';
import { piecesOf } from './pieces.ts';
import { readGlyphs } from './read-glyphs.ts';
import type { UprightPage } from './upright-glyphs.ts';

/** A page as people read it. */
export interface ReadPage {
  /** In reading order, block by block. */
  lines: Line[];
  ends: (boolean | undefined)[];
  left: LeftOut;
  turnedBy: UprightPage['turnedBy'];
  /** The page as it was turned for reading. */
  page: PaintedPage;
}

/** Blocks of fewer lines have no margins of their own: those of their column are theirs. */
const OWN_MARGINS = 4;
/** Blocks that begin this near to each other, in type heights, stand in one column. */
const SAME_COLUMN = 2;

/** Reads a page: characters, blocks, lines, and where paragraphs end. */
export function readPage(painted: PaintedPage): ReadPage {
  const { page, turnedBy, left } = readGlyphs(painted);
  const blocks = cutBlocks(piecesOf(page.glyphs)).map(linesOf);
  const all = blocks.flat();
  const ends = blocks.flatMap((lines) => {
    const margins = columnMargins(lines, all);
    return lines.map((line, at) => endsParagraph(line, [lines[at + 1], lines[at + 2]], margins));
  });
  return { lines: all, ends, left, turnedBy, page };
}

function columnMargins(lines: Line[], all: Line[]): Margins {
  const own = marginsOf(lines);
  const [first] = lines;
  if (!first || lines.length >= OWN_MARGINS) return own;
  const column = all.filter(({ left, size }) => Math.abs(left - first.left) <= SAME_COLUMN * size);
  return { ...own, right: Math.max(own.right, marginsOf(column).right) };
}

/** Lines as a reader gives them. */
export function sourceLinesOf({ lines, ends }: ReadPage): SourceLine[] {
  return lines.map(({ text, size }, at) => {
    const end = ends[at];
    return { text, ...(end === undefined ? {} : { endsParagraph: end }), typeSize: Math.round(size * 10) / 10 };
  });
}
