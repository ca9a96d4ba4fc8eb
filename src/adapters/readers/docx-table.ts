import type { DocumentBlock, DocumentCell } from '../../layout/documents/document-block.ts';
import type { BodyParts } from './docx-body.ts';
import { readParagraph } from './docx-paragraph.ts';
import { toggled } from './docx-styles.ts';
import type { MarkupElement } from './markup.ts';
import { attribute, childOf, childrenOf, textIn, within } from './markup.ts';

/** How the blocks of a cell are read that is no cell of data. */
type ReadBlocks = (holder: MarkupElement | undefined, parts: BodyParts) => DocumentBlock[];

/** Twentieths of a point. */
const TWIPS = 20;

/**
 * A table with its notes after it. One that holds other tables, or a single cell, is a frame: what stands in it stands
 * there one after the other.
 */
export function tableBlocks(table: MarkupElement, parts: BodyParts, readBlocks: ReadBlocks): DocumentBlock[] {
  const rows = rowsOf(table, parts);
  const cells = rows.flatMap((row) => cellsIn(row));
  if (cells.length === 1 || cells.some((cell) => within(cell, 'tbl').length > 0))
    return cells.flatMap((cell) => readBlocks(cell, parts));
  const notes: string[] = [];
  const placed = placeCells(rows, parts, notes);
  const heads = rows.findIndex((row) => toggled(childOf(row, 'trpr'), 'tblheader') !== true);
  const headRows = heads > 0 ? { headRows: heads } : {};
  const after = notes.flatMap((id) => readBlocks(parts.notes.get(id), parts));
  return [{ kind: 'table', cells: placed, caption: [], ...headRows }, ...after];
}

/** Rows, without those that a tracked change deletes. */
function rowsOf(table: MarkupElement, { tally }: BodyParts): MarkupElement[] {
  return held(table, 'tr').filter((row) => {
    const isDeleted = childOf(row, 'trpr', 'del') !== undefined;
    if (isDeleted && textIn(row).trim() !== '') tally.add('deleted_text');
    return !isDeleted;
  });
}

function cellsIn(row: MarkupElement): MarkupElement[] {
  return held(row, 'tc');
}

/** Elements of a name, also within content controls and tracked changes. */
function held(holder: MarkupElement, name: string): MarkupElement[] {
  return childrenOf(holder).flatMap((child) => {
    if (child.name === name) return [child];
    return ['sdt', 'sdtcontent', 'ins', 'customxml'].includes(child.name) ? held(child, name) : [];
  });
}

function placeCells(rows: MarkupElement[], parts: BodyParts, notes: string[]): DocumentCell[] {
  const placed: DocumentCell[] = [];
  /** By column, the cell that goes on downwards. */
  const open = new Map<number, DocumentCell>();
  rows.forEach((row, at) => {
    let column = numberOf(childOf(row, 'trpr', 'gridbefore'), 0);
    for (const cell of cellsIn(row)) {
      const properties = childOf(cell, 'tcpr');
      const columns = numberOf(childOf(properties, 'gridspan'), 1);
      const merge = childOf(properties, 'vmerge');
      const above = merge && attribute(merge, 'val') !== 'restart' ? open.get(column) : undefined;
      if (above) above.rows = at - above.row + 1;
      else {
        const own: DocumentCell = { row: at, column, rows: 1, columns, ...contentOf(cell, parts, notes) };
        placed.push(own);
        open.set(column, own);
      }
      column += columns;
    }
  });
  return placed;
}

/** Most columns that one cell takes up. */
const MOST_COLUMNS = 500;

function numberOf(element: MarkupElement | undefined, absent: number): number {
  const value = Number(attribute(element, 'val') ?? absent);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, MOST_COLUMNS) : absent;
}

function contentOf(
  cell: MarkupElement,
  parts: BodyParts,
  notes: string[],
): Pick<DocumentCell, 'lines' | 'isBold' | 'indent'> {
  const read = held(cell, 'p').map((paragraph) => {
    const properties = childOf(paragraph, 'ppr');
    const done = readParagraph(paragraph, parts.styleOf(attribute(childOf(properties, 'pstyle'), 'val')), parts);
    notes.push(...done.notes);
    const indent = childOf(properties, 'ind');
    return { ...done, indent: Number(attribute(indent, 'left') ?? attribute(indent, 'start') ?? 0) / TWIPS };
  });
  const filled = read.filter(({ lines }) => lines.some((line) => line.trim() !== ''));
  const indent = filled[0]?.indent ?? 0;
  return {
    lines: filled.flatMap(({ lines }) => lines),
    isBold: filled.length > 0 && filled.every(({ isBold }) => isBold),
    indent: Number.isFinite(indent) ? indent : 0,
  };
}
