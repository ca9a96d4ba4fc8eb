import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { mustBeOurs, openGuarded } from './open-store.ts';
import { createShelfIndex, EVERYONES_SHELF, indexReport } from './shelf-index.ts';
import type { StoredFile } from './storage-error.ts';
import { storageFault } from './storage-error.ts';

/**
 * Changes whenever the tables do: an index of one of the six versions before is upgraded, one of another is built
 * anew.
 */
const VERSION = '11';
const VERSION_WITHOUT_SHELVES = '5';
const VERSION_WITHOUT_NAMESAKES = '6';
const VERSION_WITHOUT_STATEMENTS = '8';
const VERSION_WITHOUT_TABLES = '9';
const VERSION_WITHOUT_RECOGNISED = '10';
const VERSIONS_BEFORE = [
  VERSION_WITHOUT_SHELVES,
  VERSION_WITHOUT_NAMESAKES,
  '7',
  VERSION_WITHOUT_STATEMENTS,
  VERSION_WITHOUT_TABLES,
  VERSION_WITHOUT_RECOGNISED,
];

const META = 'CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT';
const COLUMNS = `
    id TEXT PRIMARY KEY, file TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT, published_on TEXT,
    language TEXT NOT NULL, page_count INTEGER NOT NULL, paged INTEGER NOT NULL, text TEXT NOT NULL,
    shelf INTEGER NOT NULL`;
/** Since version 8: what is read of a report besides, and of a section. */
const ABOUT = `about TEXT NOT NULL DEFAULT '{}'`;
const LISTED = 'listed INTEGER NOT NULL DEFAULT 0';
const KIND = 'kind TEXT';
/** Since version 10: what the tables of a chunk say. */
const CHUNK_TABLES = 'tables TEXT';
const TABLES = `
  CREATE TABLE IF NOT EXISTS shelves (id INTEGER PRIMARY KEY AUTOINCREMENT, audience TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS reports (${COLUMNS}, ${ABOUT}) STRICT;
  CREATE INDEX IF NOT EXISTS reports_by_file ON reports (file);
  CREATE INDEX IF NOT EXISTS reports_by_shelf ON reports (shelf, id);
  CREATE TABLE IF NOT EXISTS pages (
    report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, number INTEGER NOT NULL, label TEXT,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, PRIMARY KEY (report_id, number)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS recognised_pages (
    report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, number INTEGER NOT NULL, layout TEXT NOT NULL,
    PRIMARY KEY (report_id, number)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS sections (
    report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, position INTEGER NOT NULL, path TEXT NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, first_page INTEGER NOT NULL, last_page INTEGER NOT NULL,
    ${LISTED}, ${KIND}, PRIMARY KEY (report_id, position)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS chunks (
    id INTEGER PRIMARY KEY AUTOINCREMENT, report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    position INTEGER NOT NULL, path TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
    text TEXT NOT NULL, places TEXT NOT NULL, vector BLOB NOT NULL, ${CHUNK_TABLES}) STRICT;
  CREATE INDEX IF NOT EXISTS chunks_by_report ON chunks (report_id, position);
  CREATE TABLE IF NOT EXISTS aliases (
    report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, position INTEGER NOT NULL, forms TEXT NOT NULL,
    PRIMARY KEY (report_id, position)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS name_runs (
    report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, kind TEXT NOT NULL, run TEXT NOT NULL,
    PRIMARY KEY (report_id, kind, run)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS descriptions (
    report_id TEXT PRIMARY KEY, said TEXT NOT NULL, read TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS statements (
    report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, position INTEGER NOT NULL, reader TEXT NOT NULL,
    packed BLOB NOT NULL, PRIMARY KEY (report_id, position)) STRICT;
`;

/** Marks the file, and names a table that all versions have. */
export const MARK = { applicationId: 0x466e_0007, firstTable: 'meta' };
/** So long, in milliseconds, another process is waited for: one that takes many reports in, or upgrades the index. */
const PATIENCE_MS = 30_000;

/** The database of an index, as messages speak of it. */
export function libraryFile(directory: string): StoredFile {
  return {
    path: join(directory, 'library.db'),
    holds: 'the reports, their text and who may see them',
    ifDamaged:
      '`footnote restore` puts it back from a backup. Without one: move it out of the folder, `footnote ingest` the ' +
      `report files again (copies of the PDF files are in ${join(directory, 'files')}), ` +
      'and set again who may see which (`footnote audience`).',
  };
}

/**
 * Opens the database of an index, creating tables as needed.
 * @param say takes a line when rows are passed over
 * @throws StorageError, also later from every use: damaged, full, read-only, locked, of another version; each in words
 */
export function openDatabase(directory: string, say: (line: string) => void): Database {
  const file = libraryFile(directory);
  const db = openGuarded(file, { timeout: PATIENCE_MS, say });
  try {
    mustBeOurs(db, file, MARK);
    db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = ON',
    );
    if (!isToday(db)) inTransaction(db, () => createTables(db, file));
    // Not before: a table that is replaced by another would take the rows that refer to it along.
    db.exec('PRAGMA foreign_keys = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Nothing is written then: whoever only reads waits for nobody. */
function isToday(db: Database): boolean {
  const isMarked = db.prepare('PRAGMA application_id').get()?.['application_id'] === MARK.applicationId;
  return isMarked && db.prepare("SELECT value FROM meta WHERE key = 'version'").get()?.['value'] === VERSION;
}

function createTables(db: Database, file: StoredFile): void {
  db.exec(META);
  db.prepare("INSERT OR IGNORE INTO meta VALUES ('version', ?), ('library', ?)").run(VERSION, randomUUID());
  const version = String(db.prepare("SELECT value FROM meta WHERE key = 'version'").get()?.['value']);
  if (version !== VERSION && !VERSIONS_BEFORE.includes(version)) {
    throw storageFault(
      file,
      'other_version',
      `its tables are of version ${version}, this one knows ${[...VERSIONS_BEFORE, VERSION].join(', ')}`,
    );
  }
  if (version === VERSION_WITHOUT_SHELVES)
    db.exec(
      `ALTER TABLE reports ADD COLUMN shelf INTEGER NOT NULL DEFAULT ${EVERYONES_SHELF};
       DROP TABLE vocabulary; DROP TABLE terms`,
    );
  if (version === VERSION_WITHOUT_SHELVES || version === VERSION_WITHOUT_NAMESAKES) allowNamesakes(db);
  if (version !== VERSION && version !== VERSION_WITHOUT_RECOGNISED)
    db.exec(`ALTER TABLE chunks ADD COLUMN ${CHUNK_TABLES}`);
  if (![VERSION, VERSION_WITHOUT_STATEMENTS, VERSION_WITHOUT_TABLES, VERSION_WITHOUT_RECOGNISED].includes(version))
    db.exec(
      [`reports ADD COLUMN ${ABOUT}`, `sections ADD COLUMN ${LISTED}`, `sections ADD COLUMN ${KIND}`]
        .map((change) => `ALTER TABLE ${change}`)
        .join('; '),
    );
  db.exec(TABLES);
  if (
    db.prepare('INSERT OR IGNORE INTO shelves VALUES (?, ?)').run(EVERYONES_SHELF, JSON.stringify('everyone')).changes >
    0
  )
    createShelfIndex(db, EVERYONES_SHELF);
  if (version === VERSION_WITHOUT_SHELVES)
    for (const { id } of db.prepare('SELECT id FROM reports').all()) indexReport(db, String(id), EVERYONES_SHELF);
  db.prepare("UPDATE meta SET value = ? WHERE key = 'version'").run(VERSION);
  db.exec(`PRAGMA application_id = ${MARK.applicationId}`);
}

/** Before version 7 no two reports could have one file name. */
function allowNamesakes(db: Database): void {
  const names = 'id, file, title, publisher, published_on, language, page_count, paged, text, shelf';
  db.exec(
    `CREATE TABLE namesakes (${COLUMNS}) STRICT; INSERT INTO namesakes (${names}) SELECT ${names} FROM reports;
     DROP TABLE reports; ALTER TABLE namesakes RENAME TO reports`,
  );
}
