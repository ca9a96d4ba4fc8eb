import type { Candidate, LibraryQuery, ReportSummary } from '../../domain/ports.ts';
import { soundRows } from '../sound-rows.ts';
import { CHUNKS } from '../sqlite/library-rows-out.ts';
import { cosine } from '../vectors/narrow-vectors.ts';
import { NO_VECTOR, vectorOf } from '../vectors/sync-vectors.ts';
import type { ShelvedReport } from './library-rows-out.ts';
import type { LibrarySession } from './library-session.ts';
import type { FindNearest } from './library-vectors.ts';
import type { SeenFigures } from './postings.ts';
import { searchTerms } from './postings.ts';
import type { Seen } from './seen.ts';
import { among } from './seen.ts';

/** What may be seen. */
export interface SearchedReports {
  /** By id. */
  reports: ReadonlyMap<string, ShelvedReport>;
  seen: Seen;
}

/** Candidates of both indexes among what may be seen. */
export async function searchLibrary(
  session: LibrarySession,
  findNearest: FindNearest,
  { reports, seen }: SearchedReports,
  query: LibraryQuery & { figures: SeenFigures },
): Promise<Candidate[]> {
  const within = query.reportIds?.flatMap((id) => reports.get(id) ?? []);
  const searched = within ? { numbers: within.map(({ number }) => number) } : seen;
  const found = await searchTerms(session, query, searched, query.figures);
  const lexical = new Map(found.map(({ id, score }) => [id, score]));
  const dense = await findNearest(session, query, within ?? [...reports.values()]);
  const { condition, values } = among(searched, 'report', 3);
  const rows = await session.all(
    `SELECT * FROM chunks WHERE library = $1 AND id = ANY($2::bigint[]) ${condition} ORDER BY id`,
    [session.library, [...new Set([...lexical.keys(), ...dense])], ...values],
  );
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
