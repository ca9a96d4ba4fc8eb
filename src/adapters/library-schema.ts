import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { LibraryError } from '../domain/errors.ts';

/** Changes whenever the tables do: an index of another version is built anew. */
const VERSION = '5';

const TABLES = `
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS reports (
    id TEXT PRIMARY KEY, file TEXT NOT NULL UNIQUE, title TEXT NOT NULL, publisher TEXT, published_on TEXT,
    language TEXT NOT NULL, page_count INTEGER NOT NULL, paged INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS pages (
    report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, number INTEGER NOT NULL, label TEXT,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, PRIMARY KEY (report_id, number)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS sections (
    report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, position INTEGER NOT NULL, path TEXT NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, first_page INTEGER NOT NULL, last_page INTEGER NOT NULL,
    PRIMARY KEY (report_id, position)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS chunks (
    id INTEGER PRIMARY KEY AUTOINCREMENT, report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    position INTEGER NOT NULL, path TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
    text TEXT NOT NULL, places TEXT NOT NULL, vector BLOB NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS chunks_by_report ON chunks (report_id, position);
  CREATE TABLE IF NOT EXISTS aliases (
    report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, position INTEGER NOT NULL, forms TEXT NOT NULL,
    PRIMARY KEY (report_id, position)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS name_runs (
    report_id TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, kind TEXT NOT NULL, run TEXT NOT NULL,
    PRIMARY KEY (report_id, kind, run)) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5(
    heading, body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '.'");
  CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab(terms, row);
`;

/**
 * Opens the database, creating folder and tables as needed.
 * @throws LibraryError when the file is no database of ours or cannot be opened
 */
export function openDatabase(path: string): DatabaseSync {
  try {
    const db = new DatabaseSync(path, { timeout: 30_000 });
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON');
    db.exec(TABLES);
    checkVersion(db, path);
    return db;
  } catch (cause) {
    if (cause instanceof LibraryError) throw cause;
    throw new LibraryError(`The index ${path} cannot be opened (${reasonOf(cause)}). Delete the file and run \`footnote ingest\` again.`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function checkVersion(db: DatabaseSync, path: string): void {
  db.prepare("INSERT OR IGNORE INTO meta VALUES ('version', ?), ('library', ?)").run(VERSION, randomUUID());
  const row = db.prepare("SELECT value FROM meta WHERE key = 'version'").get();
  if (row?.['value'] !== VERSION) {
    throw new LibraryError(`The index ${path} was made by another version of Footnote. Delete the file and run \`footnote ingest\` again.`);
  }
}
