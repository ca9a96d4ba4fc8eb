import type { Audience } from '../../domain/audience.ts';
import type { PreparedReport } from '../../domain/prepared-report.ts';
import type { Cell } from '../report-rows.ts';
import { chunkRows, nameRunsOf, partRows, reportRow } from '../report-rows.ts';
import type { Database } from './database.ts';
import { describeAgain } from './descriptions.ts';
import { EVERYONES_SHELF, indexReport, unindexReport } from './shelf-index.ts';
import { shelfFor, shelfOf } from './shelves.ts';
import { insertStatements } from './statement-rows.ts';

/** What is stored beside a prepared report. */
export interface Shelving {
  /** One for each chunk. */
  vectors: Float32Array[];
  /** Absent: that of the report it replaces, and of a new one everyone. */
  audience: Audience | undefined;
  /**
   * Ids of the reports that make place for it, and whose audience it keeps when one is still there; absent: those with
   * the same file name or id.
   */
  replaced: readonly string[] | undefined;
}

/** Writes a report in the place of others; call it within a transaction. */
export function insertReport(
  db: Database,
  prepared: PreparedReport,
  { vectors, audience, replaced: ids }: Shelving,
): void {
  const { id, file } = prepared.report;
  const replaced = ids
    ? db.prepare('SELECT id, shelf FROM reports WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(ids))
    : db.prepare('SELECT id, shelf FROM reports WHERE file = ? OR id = ? ORDER BY file = ? DESC').all(file, id, file);
  // Of two that are replaced, one may be for everyone: the narrower audience stays.
  const kept = replaced.map((row) => Number(row['shelf'])).find((each) => each !== EVERYONES_SHELF) ?? EVERYONES_SHELF;
  const isKept = audience === undefined || (ids !== undefined && replaced.length > 0);
  const shelf = isKept ? kept : shelfFor(db, audience);
  const report = describeAgain(
    db,
    prepared.report,
    replaced.map((row) => String(row['id'])),
  );
  for (const row of replaced) deleteReport(db, String(row['id']));
  const row = { ...reportRow(report, prepared.text), shelf };
  insertRows(db, 'reports', Object.keys(row), [Object.values(row)]);
  insertParts(db, prepared, vectors);
  insertStatements(db, prepared.reader, prepared.chunks, prepared.statements);
  indexReport(db, report.id, shelf);
}

/** Deletes a report with all its rows; false when there is none with this id. Call it within a transaction. */
export function deleteReport(db: Database, reportId: string): boolean {
  const shelf = shelfOf(db, reportId);
  if (shelf === undefined) return false;
  unindexReport(db, reportId, shelf);
  return db.prepare('DELETE FROM reports WHERE id = ?').run(reportId).changes > 0;
}

function insertParts(db: Database, prepared: PreparedReport, vectors: readonly Float32Array[]): void {
  const { id } = prepared.report;
  for (const { table, columns, rows } of [...partRows(prepared), chunkRows(prepared, vectors)])
    insertRows(
      db,
      table,
      ['report_id', ...columns.map(({ name }) => name)],
      rows.map((row) => [id, ...row]),
    );
  const runs = nameRunsOf(prepared).map(({ kind, run }) => [id, kind, run]);
  insertRows(db, 'name_runs', ['report_id', 'kind', 'run'], runs);
}

function insertRows(db: Database, table: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const places = columns.map(() => '?').join(', ');
  const insert = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
  for (const row of rows) insert.run(...row);
}
