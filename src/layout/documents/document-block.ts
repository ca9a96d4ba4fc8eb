import type { SheetCells } from '../../domain/report.ts';

/** A cell of a table as its format gives it; rows and columns count from 0. */
export interface DocumentCell {
  row: number;
  column: number;
  /** How many rows and columns it takes up. */
  rows: number;
  columns: number;
  /** Its paragraphs. */
  lines: string[];
  isBold: boolean;
  /** How far its text is set in, in points. */
  indent: number;
}

/** A table as its format gives it. */
export interface DocumentTable {
  kind: 'table';
  cells: DocumentCell[];
  /** How many rows at its top the format calls heads; absent: it does not say. */
  headRows?: number;
  /** What names it. */
  caption: string[];
  /** Of a format of sheets: the sheet, and where the table's first cell stands in it, from 0. */
  sheet?: { name: string | undefined; rows: number[]; columns: number[] };
}

/** What a format without a layout of its own says: headings, text, tables, in reading order. */
export type DocumentBlock =
  | { kind: 'heading'; level: number; text: string }
  /** Lines of one paragraph. */
  | { kind: 'text'; lines: string[]; cells?: SheetCells }
  | DocumentTable;
