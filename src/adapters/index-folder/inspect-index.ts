import { existsSync } from 'node:fs';
import { StorageError } from '../../domain/errors.ts';
import type { Database } from '../sqlite/database.ts';
import type { KnownStore } from './index-files.ts';
import { STORES } from './index-files.ts';
import { fileOf, integrityOf, mustBeOurs, openGuarded } from '../sqlite/open-store.ts';
import { unsoundRows } from '../sound-rows.ts';

/** How one file of an index is. */
export type FileState =
  | { file: string; outcome: 'missing'; holds: string }
  | { file: string; outcome: 'fine'; rows: number }
  /** Some rows are not as they were written, and passed over; `TABLE ROW` each. */
  | { file: string; outcome: 'unsound'; rows: string[] }
  | { file: string; outcome: 'unusable'; message: string };

/** So long, in milliseconds, another process is waited for. */
const PATIENCE_MS = 5000;

/** Reads every database of a folder from its first page to its last, and every row of it. Changes nothing. */
export function inspectIndex(directory: string): FileState[] {
  return STORES.map((store) => inspect(directory, store));
}

function inspect(directory: string, store: KnownStore): FileState {
  const { file, holds } = store;
  const stored = fileOf(directory, store);
  if (!existsSync(stored.path)) return { file, outcome: 'missing', holds };
  let db: Database | undefined;
  try {
    db = openGuarded(stored, { timeout: PATIENCE_MS, readOnly: true, say: () => undefined });
    mustBeOurs(db, stored, store);
    const found = integrityOf(db);
    if (found !== 'ok')
      return {
        file,
        outcome: 'unusable',
        message: `${stored.path} is damaged (${found}). It holds ${holds}. ${stored.ifDamaged}`,
      };
    return inspectRows(db, store);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return { file, outcome: 'unusable', message: error.message };
  } finally {
    db?.close();
  }
}

function inspectRows(db: Database, { file, tables }: KnownStore): FileState {
  const there = new Set(
    db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map(({ name }) => String(name)),
  );
  const read = tables.filter(({ name }) => there.has(name));
  const unsound = read.flatMap((table) =>
    unsoundRows(table, db.prepare(`SELECT * FROM ${table.name}`).all()).map((row) => `${table.name} ${row}`),
  );
  if (unsound.length > 0) return { file, outcome: 'unsound', rows: unsound };
  const counts = read.map(({ name }) => Number(db.prepare(`SELECT count(*) AS count FROM ${name}`).get()?.['count']));
  return { file, outcome: 'fine', rows: counts.reduce((sum, count) => sum + count, 0) };
}

/** True when something in a folder's file can be read that would be missed. */
export function holdsSomething(directory: string, file: string): boolean {
  const store = STORES.find((each) => each.file === file);
  if (!store) return false;
  const state = inspect(directory, {
    ...store,
    tables: store.tables.filter(({ name }) => name === store.firstTable || name === 'reports'),
  });
  // The name and version of an index without reports are nothing to be missed.
  return state.outcome === 'unsound' || (state.outcome === 'fine' && state.rows > 0);
}
