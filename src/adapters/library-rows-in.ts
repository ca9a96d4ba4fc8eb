import type { DatabaseSync } from 'node:sqlite';
import type { PreparedReport } from '../domain/report.ts';
import { bytesOf } from './sync-vectors.ts';
import { personCandidates } from '../text/person-names.ts';
import { nameRuns } from '../text/transliteration.ts';
import { tokenise } from '../text/tokenise.ts';

/** Writes a report in the place of any with the same file name or id; call it within a transaction. */
export function insertReport(db: DatabaseSync, prepared: PreparedReport, vectors: Float32Array[]): void {
  const { report, text, pages, sections, aliases } = prepared;
  for (const row of db.prepare('SELECT id FROM reports WHERE file = ? OR id = ?').all(report.file, report.id)) deleteReport(db, String(row['id']));
  db.prepare('INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    report.id, report.file, report.title, report.publisher ?? null, report.publishedOn ?? null,
    report.language, report.pageCount, report.paged ? 1 : 0, text,
  );
  const insertPage = db.prepare('INSERT INTO pages VALUES (?, ?, ?, ?, ?)');
  for (const { number, label, span } of pages) insertPage.run(report.id, number, label ?? null, span.start, span.end);
  const insertSection = db.prepare('INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?, ?)');
  sections.forEach(({ path, span, firstPage, lastPage }, position) =>
    insertSection.run(report.id, position, JSON.stringify(path), span.start, span.end, firstPage, lastPage),
  );
  const insertAlias = db.prepare('INSERT INTO aliases VALUES (?, ?, ?)');
  aliases.forEach((forms, position) => insertAlias.run(report.id, position, JSON.stringify(forms)));
  const insertRun = db.prepare('INSERT INTO name_runs VALUES (?, ?, ?)');
  for (const run of nameRuns(text)) insertRun.run(report.id, 'foreign', run);
  for (const run of personCandidates(text)) insertRun.run(report.id, 'person', run);
  insertChunks(db, prepared, vectors);
}

/** Deletes a report with all its rows; false when there is none with this id. Call it within a transaction. */
export function deleteReport(db: DatabaseSync, reportId: string): boolean {
  db.prepare('DELETE FROM terms WHERE rowid IN (SELECT id FROM chunks WHERE report_id = ?)').run(reportId);
  return db.prepare('DELETE FROM reports WHERE id = ?').run(reportId).changes > 0;
}

function insertChunks(db: DatabaseSync, { report, chunks }: PreparedReport, vectors: Float32Array[]): void {
  const insertChunk = db.prepare(
    'INSERT INTO chunks (report_id, position, path, span_start, span_end, text, places, vector) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertTerms = db.prepare('INSERT INTO terms (rowid, heading, body) VALUES (?, ?, ?)');
  chunks.forEach(({ order, path, span, text, places }, at) => {
    const vector = vectors[at];
    if (!vector) throw new RangeError(`chunk ${at} of ${report.file} has no vector`);
    const { lastInsertRowid } = insertChunk.run(
      report.id, order, JSON.stringify(path), span.start, span.end, text, JSON.stringify(places), bytesOf(vector),
    );
    insertTerms.run(lastInsertRowid, termsOf([report.title, report.file, ...path].join('\n')), termsOf(text));
  });
}

function termsOf(text: string): string {
  return tokenise(text).map(({ term }) => term).join(' ');
}
