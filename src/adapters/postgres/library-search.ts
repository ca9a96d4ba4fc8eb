import type { Candidate, LibraryQuery, ReportSummary } from '../../domain/ports.ts';
import { soundRows } from '../sound-rows.ts';
import { CHUNKS } from '../sqlite/library-rows-out.ts';
import { cosine } from '../vectors/narrow-vectors.ts';
import { NO_VECTOR, vectorOf } from '../vectors/sync-vectors.ts';
import type { FollowedVectors } from './follow-vectors.ts';
import type { ShelvedReport } from './library-rows-out.ts';
import type { LibrarySession } from './library-session.ts';
import type { Seen, SeenFigures } from './postings.ts';
import { searchTerms } from './postings.ts';

/** What may be seen. */
export interface SearchedReports {
  /** By id. */
  reports: ReadonlyMap<string, ShelvedReport>;
  seen: Seen;
}

/** Candidates of both indexes among what may be seen. */
export async function searchLibrary(
  session: LibrarySession,
  vectors: FollowedVectors,
  { reports, seen }: SearchedReports,
  query: LibraryQuery & { figures: SeenFigures },
): Promise<Candidate[]> {
  const within = query.reportIds?.flatMap((id) => reports.get(id)?.number ?? []);
  const found = await searchTerms(session, query, within ? { numbers: within } : seen, query.figures);
  const lexical = new Map(found.map(({ id, score }) => [id, score]));
  const dense = within
    ? await nearestWithin(session, query, within)
    : nearest(vectors, query, new Set([...reports.values()].map(({ number }) => number)));
  const rows = await session.all('SELECT * FROM chunks WHERE library = $1 AND id = ANY($2::bigint[]) ORDER BY id', [
    session.library,
    [...new Set([...lexical.keys(), ...dense])],
  ]);
  const vectorById = new Map(rows.map((row) => [Number(row['id']), vectorOf(session, row)]));
  return soundRows(session, CHUNKS, rows).flatMap(({ id, chunk }) => {
    const summary = reports.get(chunk.reportId);
    if (!summary) return [];
    return [
      {
        chunk,
        report: reportOf(summary),
        lexical: lexical.get(id) ?? 0,
        cosine: cosine(query.vector, vectorById.get(id) ?? NO_VECTOR),
      },
    ];
  });
}

/** A report without what is known of it here. */
export function summaryOf({
  number: _number,
  termCount: _terms,
  audience: _audience,
  ...rest
}: ShelvedReport): ReportSummary {
  return rest;
}

function reportOf(shelved: ShelvedReport): Candidate['report'] {
  const { sectionCount: _sections, chunkCount: _chunks, ...report } = summaryOf(shelved);
  return report;
}

/** Ids of the chunks with the nearest vectors. */
function nearest(
  { everyones, narrow }: FollowedVectors,
  { vector, limit }: LibraryQuery,
  visible: ReadonlySet<number>,
): number[] {
  const found = [...everyones.search(vector, limit), ...narrow.search(vector, limit, visible)];
  return found
    .toSorted((a, b) => b.cosine - a.cosine)
    .slice(0, limit)
    .map(({ id }) => id);
}

/** Within some reports the vectors are compared one by one: a filter inside the graph search would miss neighbours. */
async function nearestWithin(
  session: LibrarySession,
  { vector, limit }: LibraryQuery,
  within: readonly number[],
): Promise<number[]> {
  const rows = await session.all(
    'SELECT id, vector FROM chunks WHERE library = $1 AND report = ANY($2::bigint[]) ORDER BY id',
    [session.library, within],
  );
  return rows
    .map((row) => ({ id: Number(row['id']), cosine: cosine(vector, vectorOf(session, row)) }))
    .toSorted((a, b) => b.cosine - a.cosine)
    .slice(0, limit)
    .map(({ id }) => id);
}
