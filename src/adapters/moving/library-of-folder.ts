import { existsSync } from 'node:fs';
import { Audience } from '../../domain/audience.ts';
import { LibraryError } from '../../domain/errors.ts';
import type { StoredRow } from '../sound-rows.ts';
import { soundRow, soundRows } from '../sound-rows.ts';
import type { Database } from '../sqlite/database.ts';
import { DESCRIPTIONS } from '../sqlite/descriptions.ts';
import { inTransaction } from '../sqlite/in-transaction.ts';
import { insertReport } from '../sqlite/library-rows-in.ts';
import { CHUNKS, RECOGNISED, readAliasesOf, readReport } from '../sqlite/library-rows-out.ts';
import { libraryFile, openDatabase } from '../sqlite/library-schema.ts';
import { makeIndexFolder } from '../sqlite/make-index-folder.ts';
import { readShelves, shelfOf } from '../sqlite/shelves.ts';
import { readStatementRows } from '../sqlite/statement-rows.ts';
import { vectorOf } from '../vectors/sync-vectors.ts';
import type { MovedReport } from './moved-report.ts';
import { movedReport } from './moved-report.ts';

/** What a library has besides its reports. */
export interface LibraryFacts {
  embedder: string | undefined;
  reader: string | undefined;
  /** Rows of what people say of reports, also of those that are gone. */
  descriptions: { reportId: string; said: string; read: string }[];
}

/** The library in a folder, as it is moved. */
export interface FolderLibrary {
  facts(): LibraryFacts;
  /** Ids of the reports, in the order in which they came. */
  reportIds(): string[];
  report(reportId: string): MovedReport;
  writeFacts(facts: LibraryFacts): void;
  /** Writes a report, wholly or not at all. */
  write(report: MovedReport): void;
  close(): void;
}

/** True when a folder holds a library. */
export function hasLibraryFile(directory: string): boolean {
  return existsSync(libraryFile(directory).path);
}

/** Opens the library in a folder; it is made where there is none. */
export function openFolderLibrary(directory: string, say: (line: string) => void): FolderLibrary {
  makeIndexFolder(directory);
  const db = openDatabase(directory, say);
  const meta = (key: string) => {
    const value = db.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.['value'];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    facts: () => ({
      embedder: meta('embedder'),
      reader: meta('reader'),
      descriptions: db
        .prepare('SELECT * FROM descriptions ORDER BY report_id')
        .all()
        .map((row) => ({ reportId: String(row['report_id']), said: String(row['said']), read: String(row['read']) })),
    }),
    reportIds: () =>
      db
        .prepare('SELECT id FROM reports ORDER BY rowid')
        .all()
        .map(({ id }) => String(id)),
    report: (reportId) => readMoved(db, reportId),
    writeFacts: ({ embedder, reader, descriptions }) =>
      inTransaction(db, () => {
        const set = db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)');
        if (embedder !== undefined) set.run('embedder', embedder);
        if (reader !== undefined) set.run('reader', reader);
        const describe = db.prepare('INSERT OR REPLACE INTO descriptions VALUES (?, ?, ?)');
        for (const { reportId, said, read } of descriptions) describe.run(reportId, said, read);
      }),
    write: ({ prepared, vectors, audience }) =>
      inTransaction(db, () => insertReport(db, prepared, { vectors, audience, replaced: [] })),
    close: () => db.close(),
  };
}

function readMoved(db: Database, reportId: string): MovedReport {
  const all = (sql: string): StoredRow[] => db.prepare(sql).all(reportId);
  const stored = readReport(db, reportId);
  const shelf = shelfOf(db, reportId);
  const audience = Audience.safeParse(readShelves(db).find(({ id }) => id === shelf)?.audience).data;
  if (!stored || audience === undefined)
    throw new LibraryError(`Report ${reportId} is not as it was written: \`footnote doctor\` says more.`);
  const rows = all('SELECT * FROM chunks WHERE report_id = ? ORDER BY position');
  const chunks = soundRows(db, CHUNKS, rows).map(({ chunk }) => chunk);
  const runs = all('SELECT kind, run FROM name_runs WHERE report_id = ? ORDER BY kind, run');
  const runsOf = (kind: string) => runs.filter((row) => row['kind'] === kind).map(({ run }) => String(run));
  return movedReport({
    stored,
    read: soundRow(db, DESCRIPTIONS, db.prepare('SELECT * FROM descriptions WHERE report_id = ?').get(reportId))?.read,
    chunks,
    vectors: rows.map((row) => vectorOf(db, row)),
    statements: readStatementRows(db, chunks),
    readers: all('SELECT DISTINCT reader FROM statements WHERE report_id = ?'),
    aliases: readAliasesOf(db, reportId),
    names: { foreign: runsOf('foreign'), persons: runsOf('person') },
    recognised: all('SELECT * FROM recognised_pages WHERE report_id = ? ORDER BY number').flatMap((row) => {
      const layout = soundRow(db, RECOGNISED, row);
      return layout ? [{ page: Number(row['number']), layout }] : [];
    }),
    audience,
  });
}
