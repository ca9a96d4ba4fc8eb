import type { Candidate, LibraryQuery, ReportSummary } from '../../domain/ports.ts';
import type { Database } from './database.ts';
import { CHUNKS } from './library-rows-out.ts';
import { cosine, type NarrowVectors } from '../vectors/narrow-vectors.ts';
import type { FoundByTerms } from './shelf-index.ts';
import { EVERYONES_SHELF, searchShelf } from './shelf-index.ts';
import { soundRows } from '../sound-rows.ts';
import { NO_VECTOR, vectorOf } from '../vectors/sync-vectors.ts';
import type { VectorIndex } from '../vectors/vector-index.ts';

/** The two parts of the vector index: what everyone may see, and the rest. */
export interface Vectors {
  everyones: VectorIndex;
  narrow: NarrowVectors;
}

/** What may be seen: shelves, and the reports on them by id. */
export interface SearchedShelves {
  shelves: number[];
  reports: ReadonlyMap<string, ReportSummary>;
  /** Share of the chunks that stand on other shelves than everyone's, 0 to 1. */
  narrowShare: number;
}

/**
 * At least this share of the candidates by terms may come from other shelves than everyone's, however few stand there.
 */
const LEAST_NARROW = 0.25;

/** Candidates of both indexes among what may be seen. */
export function searchLibrary(
  db: Database,
  vectors: Vectors,
  { shelves, reports, narrowShare }: SearchedShelves,
  asked: LibraryQuery,
): Candidate[] {
  const reportIds = asked.reportIds?.filter((id) => reports.has(id));
  const query: LibraryQuery = { ...asked, ...(reportIds ? { reportIds } : {}) };
  const lexical = new Map(searchTerms(db, shelves, narrowShare, query).map(({ id, score }) => [id, score]));
  const dense = reportIds ? nearestWithin(db, query, reportIds) : nearest(vectors, query, new Set(shelves));
  const rows = db
    .prepare('SELECT * FROM chunks WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id')
    .all(JSON.stringify([...new Set([...lexical.keys(), ...dense])]));
  const vectorById = new Map(rows.map((row) => [Number(row['id']), vectorOf(db, row)]));
  return soundRows(db, CHUNKS, rows).flatMap(({ id, chunk }) => {
    const summary = reports.get(chunk.reportId);
    if (!summary) return [];
    const { sectionCount: _sections, chunkCount: _chunks, ...report } = summary;
    return [
      { chunk, report, lexical: lexical.get(id) ?? 0, cosine: cosine(query.vector, vectorById.get(id) ?? NO_VECTOR) },
    ];
  });
}

/**
 * The best by BM25 of each shelf. Scores of different shelves cannot be compared: everyone's gets its share, the others
 * take turns.
 */
function searchTerms(db: Database, shelves: number[], narrowShare: number, query: LibraryQuery): FoundByTerms[] {
  const everyones = searchShelf(db, EVERYONES_SHELF, query);
  const narrow = shelves
    .filter((shelf) => shelf !== EVERYONES_SHELF)
    .flatMap((shelf) => searchShelf(db, shelf, query).map((found, rank) => ({ ...found, rank })));
  const places = Math.max(query.limit - everyones.length, Math.ceil(query.limit * Math.max(LEAST_NARROW, narrowShare)));
  const turns = narrow.toSorted((a, b) => a.rank - b.rank || b.score - a.score || a.id - b.id).slice(0, places);
  return [...everyones.slice(0, query.limit - turns.length), ...turns];
}

/** Ids of the chunks with the nearest vectors. */
function nearest(
  { everyones, narrow }: Vectors,
  { vector, limit }: LibraryQuery,
  shelves: ReadonlySet<number>,
): number[] {
  const found = [...everyones.search(vector, limit), ...narrow.search(vector, limit, shelves)];
  return found
    .toSorted((a, b) => b.cosine - a.cosine)
    .slice(0, limit)
    .map(({ id }) => id);
}

/** Within some reports the vectors are compared one by one: a filter inside the graph search would miss neighbours. */
function nearestWithin(db: Database, { vector, limit }: LibraryQuery, reportIds: string[]): number[] {
  const rows = db
    .prepare('SELECT id, vector FROM chunks WHERE report_id IN (SELECT value FROM json_each(?)) ORDER BY id')
    .all(JSON.stringify(reportIds));
  return rows
    .map((row) => ({ id: Number(row['id']), cosine: cosine(vector, vectorOf(db, row)) }))
    .toSorted((a, b) => b.cosine - a.cosine)
    .slice(0, limit)
    .map(({ id }) => id);
}
