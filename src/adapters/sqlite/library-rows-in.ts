import type { Audience } from '../../domain/audience.ts';
import type { PreparedReport } from '../../domain/prepared-report.ts';
import type { Database } from './database.ts';
import { describeAgain } from './descriptions.ts';
import { aboutOf } from './report-about.ts';
import { EVERYONES_SHELF, indexReport, unindexReport } from './shelf-index.ts';
import { shelfFor, shelfOf } from './shelves.ts';
import { insertStatements } from './statement-rows.ts';
import { bytesOf } from '../vectors/sync-vectors.ts';

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
  const { text } = prepared;
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
  db.prepare(
    `INSERT INTO reports (id, file, title, publisher, published_on, language, page_count, paged, text, shelf, about)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    report.id,
    report.file,
    report.title,
    report.publisher ?? null,
    report.publishedOn ?? null,
    report.language,
    report.pageCount,
    report.paged ? 1 : 0,
    text,
    shelf,
    aboutOf(report),
  );
  insertParts(db, prepared);
  insertNames(db, prepared);
  insertChunks(db, prepared, vectors);
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

function insertParts(db: Database, { report, pages, sections, recognised = [] }: PreparedReport): void {
  const insertRecognised = db.prepare('INSERT INTO recognised_pages VALUES (?, ?, ?)');
  for (const { page, layout } of recognised) insertRecognised.run(report.id, page, JSON.stringify(layout));
  const insertPage = db.prepare('INSERT INTO pages VALUES (?, ?, ?, ?, ?)');
  for (const { number, label, span } of pages) insertPage.run(report.id, number, label ?? null, span.start, span.end);
  const insertSection = db.prepare('INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  sections.forEach(({ path, span, firstPage, lastPage, listed, kind }, position) =>
    insertSection.run(
      report.id,
      position,
      JSON.stringify(path),
      span.start,
      span.end,
      firstPage,
      lastPage,
      listed ? 1 : 0,
      kind ?? null,
    ),
  );
}

function insertNames(db: Database, { report, aliases, names }: PreparedReport): void {
  const insertAlias = db.prepare('INSERT INTO aliases VALUES (?, ?, ?)');
  aliases.forEach((forms, position) => insertAlias.run(report.id, position, JSON.stringify(forms)));
  const insertRun = db.prepare('INSERT INTO name_runs VALUES (?, ?, ?)');
  for (const run of names.foreign) insertRun.run(report.id, 'foreign', run);
  for (const run of names.persons) insertRun.run(report.id, 'person', run);
}

function insertChunks(db: Database, { report, chunks }: PreparedReport, vectors: Float32Array[]): void {
  const insertChunk = db.prepare(
    `INSERT INTO chunks (report_id, position, path, span_start, span_end, text, places, vector, tables)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  chunks.forEach(({ order, path, span, text, places, tables }, at) => {
    const vector = vectors[at];
    if (!vector) throw new RangeError(`chunk ${at} of ${report.file} has no vector`);
    insertChunk.run(
      report.id,
      order,
      JSON.stringify(path),
      span.start,
      span.end,
      text,
      JSON.stringify(places),
      bytesOf(vector),
      tables ? JSON.stringify(tables) : null,
    );
  });
}
