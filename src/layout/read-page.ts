import type { LeftOut, SourceLine } from '../domain/source.ts';
import type { TableRow } from '../domain/table.ts';
import { given } from '../domain/given.ts';
import type { Line } from './block-lines.ts';
import { linesOf } from './block-lines.ts';
import { cutBlocks } from './cut-blocks.ts';
import type { PaintedPage, Rule } from './painted-page.ts';
import type { Margins } from './paragraph-ends.ts';
import { endsParagraph, marginsOf } from './paragraph-ends.ts';
import { piecesOf } from './pieces.ts';
import { readGlyphs } from './read-glyphs.ts';
import { alignedTables } from './tables/aligned-tables.ts';
import { ruledTables } from './tables/ruled-tables.ts';
import type { BuiltTable } from './tables/built-table.ts';
import { lineOfRow } from './tables/table-lines.ts';
import type { UprightPage } from './upright-glyphs.ts';
import { turnBack } from './upright-glyphs.ts';

/** A page as people read it. */
export interface ReadPage {
  /** In reading order, block by block, rows of tables where the table stands. */
  lines: ReadLine[];
  tables: BuiltTable[];
  left: LeftOut;
  turnedBy: UprightPage['turnedBy'];
  /** The page as it was turned for reading. */
  page: PaintedPage;
}

/** A line, and whether its paragraph ends with it; undefined where the page does not show it. */
export interface ReadLine extends Line {
  ends: boolean | undefined;
  /** The table that it stands in, and the row that it is, unless it is a head. */
  table?: BuiltTable;
  row?: TableRow;
}

/** Blocks of fewer lines have no margins of their own: those of their column are theirs. */
const OWN_MARGINS = 4;
/** Blocks that begin this near to each other, in type heights, stand in one column. */
const SAME_COLUMN = 2;

/**
 * Reads a page: characters, tables, blocks, lines, and where paragraphs end.
 * @param before the page before: a table may go on from there
 */
export function readPage(painted: PaintedPage, before?: Pick<ReadPage, 'tables'>): ReadPage {
  const { page, turnedBy, left } = readGlyphs(painted);
  const { tables: ruled, rest } = ruledTables(page, lowest(before?.tables ?? []));
  const blocks = cutBlocks(piecesOf(rest), ruled).map((block) => ({ block, lines: linesOf(block) }));
  const all = blocks.flatMap(({ lines }) => lines);
  const lines = blocks.flatMap(({ block, lines: own }) => (block.table ? rowLines(block.table) : endedLines(own, all)));
  const { lines: read, aligned } = withTables(lines, page.rules);
  const tables = [...ruled, ...aligned];
  nameTables(read);
  return { lines: read, tables, left, turnedBy, page };
}

function lowest(tables: BuiltTable[]): BuiltTable | undefined {
  return tables.toSorted((a, b) => b.bottom - a.bottom)[0];
}

/** The lines of a page with the rows of tables without frames in the places of theirs. */
function withTables(lines: ReadLine[], rules: Rule[]): { lines: ReadLine[]; aligned: BuiltTable[] } {
  const done: ReadLine[] = [];
  const aligned: BuiltTable[] = [];
  let free: ReadLine[] = [];
  const flush = (): void => {
    let at = 0;
    for (const { table, from, to } of alignedTables(free, rules)) {
      for (const line of free.slice(at, from)) done.push(line);
      done.push(...rowLines(table));
      aligned.push(table);
      at = to + 1;
    }
    for (const line of free.slice(at)) done.push(line);
    free = [];
  };
  for (const line of lines) {
    if (!line.table) {
      free.push(line);
      continue;
    }
    flush();
    done.push(line);
  }
  flush();
  return { lines: done, aligned };
}

/** Lines above a table that name it are at most so many, so far above, in type heights, and so long. */
const ABOVE = { lines: 3, gap: 3, length: 120 };

/** Tells each table what stands right above it. */
function nameTables(lines: ReadLine[]): void {
  lines.forEach(({ table }, at) => {
    if (!table || lines[at - 1]?.table === table) return;
    nameByLines(table, lines, at);
    if (table.table.above.length === 0) table.table.above.push(...(table.namedBefore ?? []));
  });
}

function nameByLines({ table }: BuiltTable, lines: ReadLine[], at: number): void {
  let below: ReadLine | undefined = lines[at];
  for (let up = at - 1; up >= 0 && up >= at - ABOVE.lines; up--) {
    const line = lines[up];
    if (!line || !below || line.table || line.text.length > ABOVE.length) return;
    const gap = below.top - line.bottom;
    if (gap < -line.size || gap > ABOVE.gap * line.size) return;
    table.above.unshift(line.text);
    below = line;
  }
}

function rowLines(table: BuiltTable): ReadLine[] {
  return table.rows.map((each, at) => {
    const row = table.rowOf[at];
    return { ...lineOfRow(each), ends: true, table, ...(row ? { row } : {}) };
  });
}

function endedLines(lines: Line[], all: Line[]): ReadLine[] {
  const margins = columnMargins(lines, all);
  return lines.map((line, at) => ({ ...line, ends: endsParagraph(line, [lines[at + 1], lines[at + 2]], margins) }));
}

function columnMargins(lines: Line[], all: Line[]): Margins {
  const own = marginsOf(lines);
  const [first] = lines;
  if (!first || lines.length >= OWN_MARGINS) return own;
  const column = all.filter(({ left, size }) => Math.abs(left - first.left) <= SAME_COLUMN * size);
  return { ...own, right: Math.max(own.right, marginsOf(column).right) };
}

/** Lines as a reader gives them. */
export function sourceLinesOf({ lines, page, turnedBy }: ReadPage): SourceLine[] {
  return lines.map((line) => {
    const { text, size, ends, table, row } = line;
    const { left, top, right, bottom } = turnBack(line, turnedBy, page);
    return {
      text,
      ...given({ endsParagraph: ends }),
      typeSize: rounded(size),
      box: { left: rounded(left), top: rounded(top), width: rounded(right - left), height: rounded(bottom - top) },
      ...(table ? { table: table.table } : {}),
      ...(row ? { row } : {}),
    };
  });
}

/** To a tenth of a point. */
function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
