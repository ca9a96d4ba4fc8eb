import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StorageError } from '../../domain/errors.ts';
import type { Database } from './database.ts';
import { guardDatabase } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { makeIndexFolder } from './make-index-folder.ts';
import { setAside } from './set-aside.ts';
import type { Table } from '../sound-rows.ts';
import type { StoredFile } from './storage-error.ts';
import { storageError, storageFault } from './storage-error.ts';
import { oneLine } from '../../text/white-space.ts';

/** One kind of database in the folder of an index. */
export interface StoreKind {
  /** Name of the file, without its folder. */
  file: string;
  /** What is lost with it, within a sentence: `the sources of posted answers`. */
  holds: string;
  /**
   * Stands in the file (`PRAGMA application_id`), so that no store takes another's file for its own; never to be
   * changed.
   */
  applicationId: number;
  /** A table that its files have had from the beginning: the first ones have no application id. */
  firstTable: string;
  /**
   * What becomes of a damaged file. `set_aside`: it is renamed and made anew, for people can do without what it holds.
   * `stop`: nothing is made in its place, for it must be put back from a backup.
   */
  ifDamaged: 'set_aside' | 'stop';
  /** All tables whose rows are read: `footnote doctor` looks at each. */
  tables: readonly Table<unknown>[];
  /**
   * The steps from an empty file to the tables of today, in order; each is done once to every file, and stays as it is
   * for ever.
   */
  migrations: readonly Migration[];
}

/** SQL, or what SQL alone cannot do. */
export type Migration = string | ((db: Database) => void);

/** So long, in milliseconds, another process is waited for. */
const PATIENCE_MS = 10_000;

/** A file of a kind, as messages speak of it. */
export function fileOf(
  directory: string,
  { file, holds, ifDamaged }: Pick<StoreKind, 'file' | 'holds' | 'ifDamaged'>,
): StoredFile {
  const advice = {
    set_aside: 'Start Footnote again: the file is then set aside and made anew.',
    stop:
      'Put it back from a backup (`footnote restore`); do not delete it. ' +
      '`footnote doctor` says what else is damaged.',
  }[ifDamaged];
  return { path: join(directory, file), holds, ifDamaged: advice };
}

/**
 * Opens a store in a folder, makes it where there is none, and takes an older one to the tables of today.
 * @param say takes a line when a damaged file was set aside
 * @throws StorageError, also later from every use: damaged, full, read-only, locked, of another version; each in words
 */
export function openStore(directory: string, kind: StoreKind, say: (line: string) => void): Database {
  makeIndexFolder(directory);
  const file = fileOf(directory, kind);
  const before = inodeOf(file.path);
  try {
    return openSound(file, kind, say);
  } catch (error) {
    const isLost = error instanceof StorageError && error.fault === 'damaged' && kind.ifDamaged === 'set_aside';
    if (!isLost) throw error;
    // Another process that starts at the same time may have done it already.
    if (inodeOf(file.path) === before) setAsideWithWords(file, error, say);
    return openSound(file, kind, say);
  }
}

function setAsideWithWords(file: StoredFile, { cause, message }: StorageError, say: (line: string) => void): void {
  try {
    const name = setAside(file.path, new Date());
    const reason = cause instanceof Error ? cause.message : message;
    say(
      `${file.path} was damaged (${reason}): it is set aside as ${name}, and a new one was made. ` +
        `Lost with it: ${file.holds}.`,
    );
  } catch (error) {
    throw storageError(file, error) ?? error;
  }
}

function openSound(file: StoredFile, kind: StoreKind, say: (line: string) => void): Database {
  const db = openGuarded(file, { timeout: PATIENCE_MS, say });
  try {
    mustBeOurs(db, file, kind);
    const found = integrityOf(db);
    if (found !== 'ok') throw storageFault(file, 'damaged', found);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    migrate(db, file, kind);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** How a database is opened. */
export interface Opening {
  /** So long, in milliseconds, another process is waited for. */
  timeout: number;
  readOnly?: boolean;
  /** Takes a line when rows are passed over. */
  say(line: string): void;
}

/** Opens a database whose failures are told in words. */
export function openGuarded(file: StoredFile, { say, ...options }: Opening): Database {
  try {
    return guardDatabase(new DatabaseSync(file.path, options), {
      path: file.path,
      say,
      errorOf: (cause) => storageError(file, cause) ?? cause,
    });
  } catch (cause) {
    throw storageError(file, cause) ?? cause;
  }
}

type Mark = Pick<StoreKind, 'applicationId' | 'firstTable'>;

/** @throws StorageError when the file is another store's: written into, it would be lost */
export function mustBeOurs(db: Database, file: StoredFile, { applicationId, firstTable }: Mark): void {
  const marked = numberOf(db, 'application_id');
  if (marked === applicationId) return;
  if (marked !== 0) throw storageFault(file, 'swapped', 'its mark is that of another file');
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all()
    .map(({ name }) => String(name));
  if (tables.length > 0 && !tables.includes(firstTable))
    throw storageFault(file, 'swapped', `its tables are ${tables.join(', ')}`);
}

/** `ok`, or the first that is wrong with a file. */
export function integrityOf(db: Database): string {
  const [first] = db.prepare('PRAGMA quick_check(1)').all();
  return oneLine(String(Object.values(first ?? {})[0] ?? 'no answer'));
}

/** Two processes that open a file for the first time do not both do this. */
function migrate(db: Database, file: StoredFile, { migrations, applicationId }: StoreKind): void {
  const isToday = () =>
    numberOf(db, 'user_version') === migrations.length && numberOf(db, 'application_id') === applicationId;
  if (isToday()) return;
  inTransaction(db, () => {
    const version = numberOf(db, 'user_version');
    if (version > migrations.length) {
      throw storageFault(
        file,
        'other_version',
        `its tables are of version ${version}, this one knows ${migrations.length}`,
      );
    }
    for (const step of migrations.slice(version)) {
      if (typeof step === 'string') db.exec(step);
      else step(db);
    }
    db.exec(`PRAGMA user_version = ${migrations.length}; PRAGMA application_id = ${applicationId}`);
  });
}

function numberOf(db: Database, pragma: 'user_version' | 'application_id'): number {
  return Number(db.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);
}

function inodeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}
