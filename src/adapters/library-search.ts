import type { DatabaseSync } from 'node:sqlite';
import type { Candidate, Frequencies, LibraryQuery } from '../domain/ports.ts';
import type { Report } from '../domain/report.ts';
import { chunkOf, reportOf } from './library-rows-out.ts';
import { vectorOf } from './sync-vectors.ts';
import type { VectorIndex } from './vector-index.ts';

/** A term in a heading counts this much against one in the text. */
const HEADING_WEIGHT = 1.5;

/** Candidates of both indexes. */
export function searchLibrary(db: DatabaseSync, index: VectorIndex, query: LibraryQuery): Candidate[] {
  const lexical = searchTerms(db, query);
  const dense = query.reportIds ? nearestWithin(db, query, query.reportIds) : index.search(query.vector, query.limit);
  return readCandidates(db, [...new Set([...lexical.keys(), ...dense])], lexical, query.vector);
}

/** In how many chunks each term occurs; what was looked up before is taken from `known`, which grows. */
export function readFrequencies(db: DatabaseSync, terms: string[], known: { chunkCount: number; documentFrequency: Map<string, number> }): Frequencies {
  const read = db.prepare('SELECT doc FROM vocabulary WHERE term = ?');
  for (const term of terms) if (!known.documentFrequency.has(term)) known.documentFrequency.set(term, Number(read.get(term)?.['doc'] ?? 0));
  return known;
}

/** Number of chunks in the library. */
export function countChunks(db: DatabaseSync): number {
  return Number(db.prepare('SELECT count(*) AS count FROM chunks').get()?.['count'] ?? 0);
}

/** BM25 by chunk id. */
function searchTerms(db: DatabaseSync, { terms, reportIds, limit }: LibraryQuery): Map<number, number> {
  if (terms.length === 0) return new Map();
  const match = terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
  const within = reportIds ? 'AND rowid IN (SELECT id FROM chunks WHERE report_id IN (SELECT value FROM json_each(?)))' : '';
  const rows = db
    .prepare(`SELECT rowid AS id, bm25(terms, ${HEADING_WEIGHT}, 1.0) AS score FROM terms WHERE terms MATCH ? ${within} ORDER BY score LIMIT ?`)
    .all(match, ...(reportIds ? [JSON.stringify(reportIds)] : []), limit);
  // SQLite's bm25() is smaller, and negative, for better matches.
  return new Map(rows.map((row) => [Number(row['id']), -Number(row['score'])]));
}

/** Within some reports the vectors are compared one by one: a filter inside the graph search would miss neighbours. */
function nearestWithin(db: DatabaseSync, { vector, limit }: LibraryQuery, reportIds: string[]): number[] {
  const rows = db.prepare('SELECT id, vector FROM chunks WHERE report_id IN (SELECT value FROM json_each(?))').all(JSON.stringify(reportIds));
  return rows
    .map((row) => ({ id: Number(row['id']), cosine: cosine(vector, vectorOf(row['vector'])) }))
    .toSorted((a, b) => b.cosine - a.cosine)
    .slice(0, limit)
    .map(({ id }) => id);
}

function readCandidates(db: DatabaseSync, ids: number[], lexical: Map<number, number>, vector: Float32Array): Candidate[] {
  const rows = db.prepare('SELECT * FROM chunks WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id').all(JSON.stringify(ids));
  const reports = readReportsOf(db, rows.map((row) => String(row['report_id'])));
  return rows.flatMap((row) => {
    const report = reports.get(String(row['report_id']));
    if (!report) return [];
    return [{ chunk: chunkOf(row), report, lexical: lexical.get(Number(row['id'])) ?? 0, cosine: cosine(vector, vectorOf(row['vector'])) }];
  });
}

function readReportsOf(db: DatabaseSync, ids: string[]): Map<string, Report> {
  const rows = db
    .prepare('SELECT id, file, title, publisher, published_on, language, page_count, paged FROM reports WHERE id IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify([...new Set(ids)]));
  return new Map(rows.map((row) => [String(row['id']), reportOf(row)]));
}

/** Cosine of two vectors of length 1. */
function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
