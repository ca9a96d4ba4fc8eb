import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LibraryError } from '../../domain/errors.ts';
import { writeReviewHead } from '../index-folder/review-head.ts';
import type { Session, Value } from '../postgres/database.ts';
import type { LibraryPlace } from '../postgres/open-postgres.ts';
import type { StoredRow } from '../sound-rows.ts';
import type { Database } from '../sqlite/database.ts';
import { inTransaction } from '../sqlite/in-transaction.ts';
import { openStore } from '../sqlite/open-store.ts';
import type { MovedStore, MovedTable } from './moved-tables.ts';
import { MOVED_STORES } from './moved-tables.ts';

/** Rows that are written at once. */
const BATCH = 500;

/** How much went over, by table. */
export type MovedRows = Record<string, number>;

/** Takes a line for the log. */
type Say = (line: string) => void;

/**
 * Copies everything but the library from a folder into a database, wholly or not at all.
 * @throws LibraryError when something of it is there already: two histories cannot become one
 */
export async function moveStoresToPostgres(directory: string, place: LibraryPlace, say: Say): Promise<MovedRows> {
  const stores = MOVED_STORES.filter(({ kind }) => existsSync(join(directory, kind.file)));
  return place.db.transaction(async (session) => {
    const moved: MovedRows = {};
    for (const { kind, tables } of stores) {
      const from = openStore(directory, kind, say);
      try {
        for (const table of tables) moved[table.name] = await copyToPostgres(from, session, table, place);
      } finally {
        from.close();
      }
    }
    return moved;
  });
}

/** Copies everything but the library from a database into a new folder. */
export async function moveStoresToFolder(place: LibraryPlace, directory: string, say: Say): Promise<MovedRows> {
  const moved: MovedRows = {};
  await place.db.transaction(async (session) => {
    for (const store of MOVED_STORES) {
      const rows: StoredRow[][] = [];
      for (const table of store.tables) rows.push(await readRows(session, table, place.library));
      if (rows.some(({ length }) => length > 0)) writeStore(directory, store, rows, say);
      store.tables.forEach(({ name }, at) => (moved[name] = rows[at]?.length ?? 0));
    }
    const row = await session.one('SELECT number, hash FROM log_head WHERE library = $1 AND number > 0', [
      place.library,
    ]);
    if (row) writeReviewHead(directory, { number: Number(row['number']), hash: String(row['hash']) }, say);
  }, 'snapshot');
  return moved;
}

async function copyToPostgres(
  from: Database,
  session: Session,
  { name, columns, order, besides }: MovedTable,
  { library, db }: LibraryPlace,
): Promise<number> {
  if (await session.one(`SELECT 1 FROM ${name} WHERE library = $1 LIMIT 1`, [library]))
    throw new LibraryError(
      `${db.place} holds rows of the library ${library} already (${name}). ` +
        'Nothing was copied: use an empty database, for two histories cannot become one.',
    );
  const rows = from
    .prepare(`SELECT * FROM ${name} ORDER BY ${order.sqlite}`)
    .all()
    .map((row) => ({
      library,
      ...Object.fromEntries(Object.entries(columns).map(([theirs, ours]) => [ours, row[theirs] ?? null])),
      ...besides?.postgres?.(row),
    }));
  for (let at = 0; at < rows.length; at += BATCH) await insertRows(session, name, rows.slice(at, at + BATCH));
  return rows.length;
}

async function insertRows(session: Session, name: string, rows: StoredRow[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const values: Value[] = [];
  const tuples = rows.map((row) => {
    const marks = names.map((column) => `$${values.push(valueOf(row[column]))}`);
    return `(${marks.join(', ')})`;
  });
  await session.run(`INSERT INTO ${name} (${names.join(', ')}) VALUES ${tuples.join(', ')}`, values);
}

async function readRows(session: Session, { name, columns, order }: MovedTable, library: string): Promise<StoredRow[]> {
  const rows = await session.all(`SELECT * FROM ${name} WHERE library = $1 ORDER BY ${order.postgres}`, [library]);
  const kept = name === 'log_head' ? rows.filter((row) => Number(row['number']) > 0) : rows;
  return kept.map((row) =>
    Object.fromEntries(Object.entries(columns).map(([ours, theirs]) => [ours, row[theirs] ?? null])),
  );
}

function writeStore(directory: string, { kind, tables }: MovedStore, rows: StoredRow[][], say: Say): void {
  const db = openStore(directory, kind, say);
  try {
    inTransaction(db, () =>
      tables.forEach(({ name, besides }, at) => {
        for (const row of rows[at] ?? []) {
          const whole = { ...row, ...besides?.sqlite?.(row) };
          const names = Object.keys(whole);
          db.prepare(`INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
            ...Object.values(whole).map(valueOf),
          );
        }
      }),
    );
  } finally {
    db.close();
  }
}

/** What both engines keep in a column. */
function valueOf(value: unknown): string | number | Uint8Array | null {
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array) return value;
  if (value === null || value === undefined) return null;
  throw new TypeError(`a column holds ${typeof value}`);
}
