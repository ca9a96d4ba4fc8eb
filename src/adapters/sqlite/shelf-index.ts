import type { LibraryQuery } from '../../domain/ports.ts';
import type { Chunk, Report } from '../../domain/report.ts';
import { tokenise } from '../../text/tokenise.ts';
import type { Database } from './database.ts';
import { CHUNKS } from './library-rows-out.ts';
import { soundRows } from '../sound-rows.ts';

/** The shelf of the reports that everyone may see. */
export const EVERYONES_SHELF = 1;
/** A term in a heading counts this much against one in the text. */
const HEADING_WEIGHT = 1.5;

/**
 * Makes a shelf's full-text index. Each shelf has one of its own, for the engine ranks by the figures of a whole index:
 * in a common one, the words of hidden reports would move what people find.
 */
export function createShelfIndex(db: Database, shelf: number): void {
  // Not `contentless_delete`: with it, deleted rows go on counting in the engine's number of rows and mean length.
  db.exec(`
    CREATE VIRTUAL TABLE terms_${shelf} USING fts5(
      heading, body, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '.'");
    CREATE VIRTUAL TABLE vocabulary_${shelf} USING fts5vocab(terms_${shelf}, row)`);
}

/** Forgets a shelf's full-text index. */
export function dropShelfIndex(db: Database, shelf: number): void {
  db.exec(`DROP TABLE vocabulary_${shelf}; DROP TABLE terms_${shelf}`);
}

/** Takes the stored chunks of a report into a shelf's index. */
export function indexReport(db: Database, reportId: string, shelf: number): void {
  const insert = db.prepare(`INSERT INTO terms_${shelf} (rowid, heading, body) VALUES (?, ?, ?)`);
  for (const { id, heading, body } of readTerms(db, reportId)) insert.run(id, heading, body);
}

/** Takes the stored chunks of a report out of a shelf's index, which is then as if they had never been in it. */
export function unindexReport(db: Database, reportId: string, shelf: number): void {
  const remove = db.prepare(
    `INSERT INTO terms_${shelf} (terms_${shelf}, rowid, heading, body) VALUES ('delete', ?, ?, ?)`,
  );
  for (const { id, heading, body } of readTerms(db, reportId)) remove.run(id, heading, body);
}

/** A chunk that a shelf's index found; a higher score is nearer. */
export interface FoundByTerms {
  id: number;
  score: number;
}

/** The best chunks of a shelf by BM25, best first. */
export function searchShelf(db: Database, shelf: number, { terms, reportIds, limit }: LibraryQuery): FoundByTerms[] {
  if (terms.length === 0) return [];
  const match = terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
  const within = reportIds
    ? 'AND rowid IN (SELECT id FROM chunks WHERE report_id IN (SELECT value FROM json_each(?)))'
    : '';
  const rows = db
    .prepare(
      `SELECT rowid AS id, bm25(terms_${shelf}, ${HEADING_WEIGHT}, 1.0) AS score FROM terms_${shelf}
       WHERE terms_${shelf} MATCH ? ${within} ORDER BY score LIMIT ?`,
    )
    .all(match, ...(reportIds ? [JSON.stringify(reportIds)] : []), limit);
  // SQLite's bm25() is smaller, and negative, for better matches.
  return rows.map((row) => ({ id: Number(row['id']), score: -Number(row['score']) }));
}

/** Number of chunks on a shelf. */
export function countChunks(db: Database, shelf: number): number {
  return Number(
    db
      .prepare('SELECT count(*) AS count FROM reports JOIN chunks ON chunks.report_id = reports.id WHERE shelf = ?')
      .get(shelf)?.['count'] ?? 0,
  );
}

/**
 * In how many of a shelf's chunks each term occurs, in the order of the terms; asked at once, for most of the time is
 * in the asking.
 */
export function readTermCounts(db: Database, shelf: number, terms: string[]): number[] {
  const rows = db
    .prepare(`SELECT (SELECT doc FROM vocabulary_${shelf} WHERE term = value) AS doc FROM json_each(?) ORDER BY key`)
    .all(JSON.stringify(terms));
  return rows.map(({ doc }) => Number(doc ?? 0));
}

interface IndexedTerms {
  /** Of the chunk. */
  id: number;
  heading: string;
  body: string;
}

function readTerms(db: Database, reportId: string): IndexedTerms[] {
  const report = db.prepare('SELECT title, file FROM reports WHERE id = ?').get(reportId);
  const above = { title: String(report?.['title']), file: String(report?.['file']) };
  const rows = db.prepare('SELECT * FROM chunks WHERE report_id = ? ORDER BY id').all(reportId);
  return soundRows(db, CHUNKS, rows).map(({ id, chunk }) => ({ id, ...termsOf(above, chunk) }));
}

function termsOf(
  { title, file }: Pick<Report, 'title' | 'file'>,
  { path, text, tables }: Chunk,
): Pick<IndexedTerms, 'heading' | 'body'> {
  return { heading: joinTerms([title, file, ...path].join('\n')), body: joinTerms(`${text}\n${tables?.heads ?? ''}`) };
}

function joinTerms(text: string): string {
  return tokenise(text)
    .map(({ term }) => term)
    .join(' ');
}
