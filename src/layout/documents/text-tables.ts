import type { SourceLine } from '../../domain/source.ts';
import type { Line } from '../block-lines.ts';
import { lineFrom } from '../block-lines.ts';
import type { Glyph } from '../painted-page.ts';
import { piecesOf } from '../pieces.ts';
import { isFigure } from '../tables/figures.ts';
import type { PlacedTable } from '../tables/aligned-tables.ts';
import { alignedTables } from '../tables/aligned-tables.ts';
import { lineOfRow } from '../tables/table-lines.ts';
import type { DocumentCell } from './document-block.ts';
import { tableSourceLines } from './table-source-lines.ts';

/** A table among the lines of a plain text, in the place of those from `from` to `to`, the latter included. */
export interface TextTable {
  from: number;
  to: number;
  lines: SourceLine[];
}

/** Lines above a table that name it are at most so many, and so long, in characters. */
const ABOVE = { lines: 3, length: 120 };
/** So many rows at least are a table. */
const LEAST_ROWS = 3;

/**
 * The tables of a plain text: cells between bars or tabs, or under each other with white space between them, as a
 * typewriter sets them. What is not certain stays lines.
 */
export function textTables(lines: readonly string[]): TextTable[] {
  const marked = markedTables(lines);
  const isFree = (at: number) => !marked.some(({ from, to }) => at >= from && at <= to);
  const spaced = spacedTables(
    lines.map((line, at) => (isFree(at) ? line : '')),
    lines,
  );
  return [...marked, ...spaced].toSorted((a, b) => a.from - b.from);
}

const BAR = /[|│┃]/u;
/** A line that only parts rows: `|---|---|`, `+====+`. */
const RULE = /^(?=.*[-=─━])[\s|│┃+:=─━┼├┤┌┐└┘┬┴-]+$/u;

/** Tables whose cells have marks between them. */
function markedTables(lines: readonly string[]): TextTable[] {
  const tables: TextTable[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = cellsIn(lines[at] ?? '');
    if (first.length < 2) continue;
    let to = at;
    while (cellsIn(lines[to + 1] ?? '').length > 1 || (RULE.test(lines[to + 1] ?? '') && to + 1 < lines.length))
      to += 1;
    const own = lines.slice(at, to + 1);
    const rows = own.filter((line) => !RULE.test(line)).map(cellsIn);
    // Empty cells at the end of a row may be left out.
    const isEven = rows.every(({ length }) => length <= first.length + 1);
    if (rows.length >= LEAST_ROWS && isEven) {
      const headRows = RULE.test(own[1] ?? '') ? { headRows: 1 } : {};
      const table = { kind: 'table' as const, cells: rows.flatMap(cellsOf), caption: [], ...headRows };
      const built = tableSourceLines(table, namesAbove(lines, at));
      if (built.some(({ row }) => row?.isSure === true)) tables.push({ from: at, to, lines: built });
    }
    at = to;
  }
  return tables;
}

function cellsIn(line: string): string[] {
  if (RULE.test(line)) return [];
  const trimmed = line.trim().replaceAll(/^[|│┃]|[|│┃]$/gu, '');
  if (BAR.test(trimmed)) return trimmed.split(BAR).map((cell) => cell.trim());
  return line.includes('\t') && line.trim() !== ''
    ? line
        .trimEnd()
        .split('\t')
        .map((cell) => cell.trim())
    : [];
}

function cellsOf(row: readonly string[], at: number): DocumentCell[] {
  return row.flatMap((text, column) =>
    text === '' ? [] : [{ row: at, column, rows: 1, columns: 1, lines: [text], isBold: false, indent: 0 }],
  );
}

function namesAbove(lines: readonly string[], at: number): string[] {
  const names: string[] = [];
  for (let up = at - 1; up >= 0 && names.length < ABOVE.lines; up--) {
    const line = (lines[up] ?? '').trim();
    // One empty line may stand between a table and its name.
    if (line === '' && names.length === 0 && up === at - 1) continue;
    if (line === '' || line.length > ABOVE.length || /[.\u3002]$/u.test(line)) break;
    names.unshift(line);
  }
  return names;
}

/** Of a typewriter: characters are half as wide as they are high, wide ones as wide; and the distance of two lines. */
const SIZE = 10;
const WIDTH = { narrow: SIZE / 2, wide: SIZE };
const LEADING = 1.2 * SIZE;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Tables whose cells stand under each other. */
function spacedTables(free: readonly string[], lines: readonly string[]): TextTable[] {
  if (!free.some((line) => /\S {2,}\S/u.test(line))) return [];
  const numbers: number[] = [];
  const set = free.flatMap((line, at): Line[] => {
    const pieces = RULE.test(line) ? [] : piecesOf(glyphsOf(line, at));
    if (pieces.length === 0) return [];
    numbers.push(at);
    return [lineFrom(pieces)];
  });
  return alignedTables(set, []).flatMap((placed): TextTable[] => {
    const [from, to] = [numbers[placed.from] ?? 0, numbers[placed.to] ?? 0];
    return isCertain(placed) ? [{ from, to, lines: linesOf(placed, namesAbove(lines, from)) }] : [];
  });
}

function glyphsOf(line: string, at: number): Glyph[] {
  let x = 0;
  return [...line.replaceAll('\u3000', '  ')].map((text, order) => {
    const width = WIDE.test(text) ? WIDTH.wide : WIDTH.narrow;
    x += width;
    const glyph = { text, x: x - width, base: (at + 1) * LEADING, width, size: SIZE, angle: 0, order };
    return { ...glyph, font: '', isBold: false, colour: 0 };
  });
}

/** Rows that say with certainty what they are, under labels that are no figures. */
function isCertain({ table: { table } }: PlacedTable): boolean {
  const sure = table.rows.filter(({ isSure, label }) => isSure && !isFigure(label));
  return table.rows.length >= 2 && 2 * sure.length > table.rows.length;
}

function linesOf({ table: built }: PlacedTable, above: readonly string[]): SourceLine[] {
  const withoutBoxes = new Map(
    built.table.rows.map((row) => [row, { ...row, cells: row.cells.map(({ text }) => ({ text })) }]),
  );
  const table = { ...built.table, above: [...above, ...built.table.above], rows: [...withoutBoxes.values()] };
  return built.rows.map((each, at) => {
    const own = built.rowOf[at];
    const row = own && withoutBoxes.get(own);
    return { text: lineOfRow(each).text, endsParagraph: true, table, ...(row ? { row } : {}) };
  });
}
