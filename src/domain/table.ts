import { z } from 'zod';

/** A rectangle on a page as it is shown, in points from its top left corner. */
export const CellBox = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });
export type CellBox = z.infer<typeof CellBox>;

/** A cell: its words, verbatim, and where they stand; no words and no box where nothing is printed. */
export const TableCell = z.object({ text: z.string(), box: CellBox.optional() });
export type TableCell = z.infer<typeof TableCell>;

/** A row of a table with what it is about. */
export const TableRow = z.object({
  /** Labels of the rows that it belongs to, outermost first. */
  groups: z.array(z.string()),
  label: z.string(),
  /** One for each column. */
  cells: z.array(TableCell),
  /** Whether it is certain what it says: a label, a head above each cell that is filled, one thing in each cell. */
  isSure: z.boolean(),
});
export type TableRow = z.infer<typeof TableRow>;

/** A table of one page; of one that goes on over pages, what stands on this one, under the head of the first. */
export const Table = z.object({
  /** Lines right above it and titles within, from top to bottom: what names it, and what its figures are counted in. */
  above: z.array(z.string()),
  /** What stands above the labels. */
  stub: z.string(),
  /** Words above each column, outermost first. */
  heads: z.array(z.array(z.string())),
  rows: z.array(TableRow),
  /** How its cells were told apart: by rules, by white space under heads with rules, by space alone; by the format. */
  by: z.enum(['rules', 'head_rules', 'space', 'format']),
});
export type Table = z.infer<typeof Table>;
