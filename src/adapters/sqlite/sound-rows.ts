import { z } from 'zod';
import type { Database, Row } from './database.ts';

/** What the rows of a table must be. */
export interface Table<T> {
  name: string;
  /** Columns that name a row to whoever looks after the file. */
  key: readonly string[];
  row: z.ZodType<T>;
}

/**
 * The rows that are as they were written. One that is not, by a fault of an earlier version or of the disk, is passed
 * over and reported: it must not take the others along.
 */
export function soundRows<T>(db: Database, table: Table<T>, rows: Row[]): T[] {
  const unsound: string[] = [];
  const sound = rows.flatMap((row) => {
    const read = table.row.safeParse(row);
    if (!read.success) unsound.push(nameOf(row, table));
    return read.success ? [read.data] : [];
  });
  if (unsound.length > 0) db.passOver(table.name, unsound);
  return sound;
}

/** One row, when there is one and it is as it was written. */
export function soundRow<T>(db: Database, table: Table<T>, row: Row | undefined): T | undefined {
  return row && soundRows(db, table, [row])[0];
}

/** Names of the rows of a table that are not as they were written. */
export function unsoundRows(db: Database, table: Table<unknown>): string[] {
  const rows = db.prepare(`SELECT * FROM ${table.name}`).all();
  return rows.filter((row) => !table.row.safeParse(row).success).map((row) => nameOf(row, table));
}

/** A column that holds JSON. */
export function json<T>(schema: z.ZodType<T>): z.ZodType<T, string> {
  return z.string().transform(parseJson).pipe(schema);
}

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' });
    return z.NEVER;
  }
}

function nameOf(row: Row, { key }: Pick<Table<unknown>, 'key'>): string {
  return key.map((column) => String(row[column])).join('/');
}
