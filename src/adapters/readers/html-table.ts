import type { DocumentBlock, DocumentCell } from '../../layout/documents/document-block.ts';
import { indentOf, isAllBold, partOf } from './html-element.ts';
import type { MarkupElement } from './markup.ts';
import { childrenOf, within } from './markup.ts';
import type { Tally } from './tally.ts';

/** Reads what stands in an element that is no cell of data. */
type ReadBlocks = (element: MarkupElement) => DocumentBlock[];

/** Most rows and columns that one cell takes up. */
const MOST_SPAN = 500;

/** A table; one that holds other tables, or is there for the layout alone, is what stands in its cells. */
export function htmlTable(table: MarkupElement, readBlocks: ReadBlocks, tally: Tally): DocumentBlock[] {
  const rows = rowsOf(table, tally);
  const cells = rows.flatMap(cellsOf);
  const caption = childrenOf(table, 'caption').flatMap((element) => linesOf(readBlocks(element)));
  if (cells.length <= 1 || isLayout(table))
    return [...caption.map((line): DocumentBlock => ({ kind: 'text', lines: [line] })), ...cells.flatMap(readBlocks)];
  const heads = rows.findIndex((row) => !isHead(row, table));
  const headRows = heads > 0 ? { headRows: heads } : {};
  return [{ kind: 'table', cells: placeCells(rows, readBlocks), caption, ...headRows }];
}

function isLayout(table: MarkupElement): boolean {
  return within(table, 'table').length > 0 || ['presentation', 'none'].includes(table.attributes['role'] ?? '');
}

/** Rows that are seen: those of the head first and those of the foot last, wherever they stand. */
function rowsOf(table: MarkupElement, tally: Tally): MarkupElement[] {
  const groups = (...names: string[]) => childrenOf(table).filter(({ name }) => names.includes(name));
  const rows = [...groups('thead'), ...groups('tbody', 'tr'), ...groups('tfoot')].flatMap((group) =>
    group.name === 'tr' ? [group] : childrenOf(group, 'tr'),
  );
  return rows.filter((row) => {
    const isHidden = partOf(row, true) === 'hidden';
    if (isHidden) tally.add('hidden_rows');
    return !isHidden;
  });
}

function cellsOf(row: MarkupElement): MarkupElement[] {
  return childrenOf(row).filter(
    (cell) => (cell.name === 'td' || cell.name === 'th') && partOf(cell, true) !== 'hidden',
  );
}

function isHead(row: MarkupElement, table: MarkupElement): boolean {
  const cells = cellsOf(row);
  if (childrenOf(table, 'thead').some((head) => head.children.includes(row))) return true;
  return cells.length > 1 && cells.every(({ name }) => name === 'th');
}

function placeCells(rows: MarkupElement[], readBlocks: ReadBlocks): DocumentCell[] {
  const placed: DocumentCell[] = [];
  /** For each column, the first row that is free in it. */
  const free: number[] = [];
  rows.forEach((row, at) => {
    let column = 0;
    for (const cell of cellsOf(row)) {
      while ((free[column] ?? 0) > at) column += 1;
      const columns = spanOf(cell, 'colspan', MOST_SPAN);
      const height = spanOf(cell, 'rowspan', rows.length - at);
      for (let each = column; each < column + columns; each++) free[each] = at + height;
      placed.push({
        row: at,
        column,
        rows: height,
        columns,
        lines: linesOf(readBlocks(cell)),
        isBold: isAllBold(cell),
        indent: indentOf(cell),
      });
      column += columns;
    }
  });
  return placed;
}

/** How many rows or columns a cell says that it takes up; 0 is all that are left. */
function spanOf(cell: MarkupElement, name: 'colspan' | 'rowspan', most: number): number {
  const value = Number.parseInt(cell.attributes[name] ?? '1', 10);
  if (!Number.isInteger(value) || value < 0) return 1;
  const wanted = value === 0 && name === 'rowspan' ? most : Math.max(1, value);
  return Math.max(1, Math.min(wanted, most, MOST_SPAN));
}

function linesOf(blocks: readonly DocumentBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.text];
    return block.kind === 'text' ? block.lines : [];
  });
}
