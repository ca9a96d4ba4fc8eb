import { z } from 'zod';

/** A row as a database gives it. */
export type StoredRow = Record<string, unknown>;

/** Reports rows that are not as they were written: each once. */
export interface PassesOver {
  passOver(table: string, rows: string[]): void;
}

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
export function soundRows<T>(db: PassesOver, table: Table<T>, rows: StoredRow[]): T[] {
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
export function soundRow<T>(db: PassesOver, table: Table<T>, row: StoredRow | undefined): T | undefined {
  return row && soundRows(db, table, [row])[0];
}

/** Names of the rows of a table that are not as they were written. */
export function unsoundRows(table: Table<unknown>, rows: StoredRow[]): string[] {
  return rows.filter((row) => !table.row.safeParse(row).success).map((row) => nameOf(row, table));
}

/** Rows that are named in a line of the log; of more, only how many. */
const NAMED = 5;

/**
 * What tells of rows that were passed over, each once.
 * @param where the file or database that they stand in
 * @param say takes a line for the log
 */
export function createPassOver(where: string, say: (line: string) => void): PassesOver['passOver'] {
  const reported = new Set<string>();
  return (table, rows) => {
    const fresh = rows.filter((row) => !reported.has(`${table} ${row}`));
    if (fresh.length === 0) return;
    for (const row of fresh) reported.add(`${table} ${row}`);
    const named = [...fresh.slice(0, NAMED), ...(fresh.length > NAMED ? ['…'] : [])].join(', ');
    say(
      `${where}: ${fresh.length} of the rows in ${table} not as written, passed over: ${named}. ` +
        '`footnote doctor` lists them.',
    );
  };
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

function nameOf(row: StoredRow, { key }: Pick<Table<unknown>, 'key'>): string {
  return key.map((column) => String(row[column])).join('/');
}
