import type { Frequencies, LibraryQuery, ReportSummary } from '../../domain/ports.ts';
import type { Chunk, Report } from '../../domain/report.ts';
import { tokenise } from '../../text/tokenise.ts';
import { soundRows } from '../sound-rows.ts';
import { CHUNKS } from '../sqlite/library-rows-out.ts';
import type { StoredChunk } from '../sqlite/library-rows-out.ts';
import type { LibrarySession } from './library-session.ts';
import type { Seen } from './seen.ts';
import { among } from './seen.ts';

/** A term counts thrice in headings for twice in the text: the 1.5 of the embedded engine without fractions. */
const IN_HEADING = 3;
const IN_TEXT = 2;
/** BM25 as SQLite's FTS5 computes it: https://sqlite.org/fts5.html#the_bm25_function. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;
/** Weight of a term that stands in half of the chunks, or in more. */
const LEAST_WEIGHT = 1e-6;
/** Characters of a term that are kept: a key of the index has room for some 2,700 bytes, and no word is as long. */
const LONGEST = 200;
/** Rows that are written at once. */
const BATCH = 20_000;

/** Figures of the chunks that are seen, as if there were no others. */
export interface SeenFigures extends Frequencies {
  /** Mean length of the chunks, in terms. */
  meanLength: number;
}

/** A chunk that was found by its terms; a higher score is nearer. */
export interface FoundByTerms {
  id: number;
  score: number;
}

/** Takes the stored chunks of a report into the full text. */
export async function indexReport(
  session: LibrarySession,
  report: Pick<Report, 'id' | 'title' | 'file'>,
  number: number,
): Promise<void> {
  const { library } = session;
  const rows = await session.all('SELECT * FROM chunks WHERE library = $1 AND report_id = $2 ORDER BY id', [
    library,
    report.id,
  ]);
  const postings = soundRows(session, CHUNKS, rows).flatMap((stored) => postingsOf(report, stored));
  postings.sort((a, b) => (a.term < b.term ? -1 : Number(a.term > b.term)) || a.chunk - b.chunk);
  for (let at = 0; at < postings.length; at += BATCH) {
    const batch = postings.slice(at, at + BATCH);
    await session.run(
      `INSERT INTO postings (library, term, chunk, report, weight, length)
       SELECT $1, term, chunk, $2, weight, length
       FROM unnest($3::text[], $4::bigint[], $5::integer[], $6::integer[]) AS p (term, chunk, weight, length)`,
      [
        library,
        number,
        batch.map(({ term }) => term),
        batch.map(({ chunk }) => chunk),
        batch.map(({ weight }) => weight),
        batch.map(({ length }) => length),
      ],
    );
  }
  const lengths = new Map(postings.map(({ chunk, length }) => [chunk, length]));
  const terms = [...lengths.values()].reduce((sum, length) => sum + length, 0);
  await session.run('UPDATE reports SET term_count = $3 WHERE library = $1 AND id = $2', [library, report.id, terms]);
}

/** Takes the chunks of a report out of the full text. */
export async function unindexReport(session: LibrarySession, number: number): Promise<void> {
  await session.run('DELETE FROM postings WHERE library = $1 AND report = $2', [session.library, number]);
}

/** In how many chunks each of some terms occurs. */
export async function countTerms(
  session: LibrarySession,
  terms: readonly string[],
  seen: Seen,
): Promise<Map<string, number>> {
  const { condition, values } = among(seen, 'report', 3);
  const rows = await session.all(
    `SELECT term, count(*) AS chunks FROM postings WHERE library = $1 AND term = ANY($2::text[]) ${condition}
     GROUP BY term`,
    [session.library, terms.map(keyOf), ...values],
  );
  const counts = new Map(rows.map(({ term, chunks }) => [String(term), Number(chunks)]));
  return new Map(terms.map((term) => [term, counts.get(keyOf(term)) ?? 0]));
}

/** The best chunks by BM25, best first. */
export async function searchTerms(
  session: LibrarySession,
  { terms, limit }: Pick<LibraryQuery, 'terms' | 'limit'>,
  seen: Seen,
  { chunkCount, documentFrequency, meanLength }: SeenFigures,
): Promise<FoundByTerms[]> {
  const found = terms.filter((term) => (documentFrequency.get(term) ?? 0) > 0);
  if (found.length === 0) return [];
  const weights = found.map((term) => {
    const documents = documentFrequency.get(term) ?? 0;
    const rarity = Math.log((chunkCount - documents + 0.5) / (documents + 0.5));
    return (SATURATION + 1) * Math.max(LEAST_WEIGHT, rarity);
  });
  const flat = IN_TEXT * SATURATION * (1 - LENGTH_SHARE);
  const byLength = (IN_TEXT * SATURATION * LENGTH_SHARE) / meanLength;
  const { condition, values } = among(seen, 'report', 7);
  const rows = await session.all(
    `SELECT p.chunk AS id, sum(q.weight * p.weight / (p.weight + $4::float8 + $5::float8 * p.length)) AS score
     FROM unnest($2::text[], $3::float8[]) AS q (term, weight)
     JOIN postings p ON p.library = $1 AND p.term = q.term ${condition}
     GROUP BY p.chunk ORDER BY score DESC, p.chunk LIMIT $6`,
    [session.library, found.map(keyOf), weights, flat, byLength, limit, ...values],
  );
  return rows.map(({ id, score }) => ({ id: Number(id), score: Number(score) }));
}

/** Mean length of the chunks of some reports, in terms. */
export function meanLengthOf(reports: readonly (ReportSummary & { termCount: number })[]): number {
  const chunks = reports.reduce((sum, { chunkCount }) => sum + chunkCount, 0);
  const terms = reports.reduce((sum, { termCount }) => sum + termCount, 0);
  return chunks === 0 ? 1 : Math.max(terms / chunks, 1);
}

/** A term as the index has it. */
function keyOf(term: string): string {
  return term.slice(0, LONGEST);
}

interface Posting {
  term: string;
  chunk: number;
  weight: number;
  length: number;
}

function postingsOf(
  { title, file }: Pick<Report, 'title' | 'file'>,
  { id, chunk: { path, text, tables } }: { id: number; chunk: Chunk } & StoredChunk,
): Posting[] {
  const weights = new Map<string, number>();
  let length = 0;
  const count = (counted: string, weight: number) => {
    for (const token of tokenise(counted)) {
      const term = keyOf(token.term);
      weights.set(term, (weights.get(term) ?? 0) + weight);
      length++;
    }
  };
  count([title, file, ...path].join('\n'), IN_HEADING);
  count(`${text}\n${tables?.heads ?? ''}`, IN_TEXT);
  return [...weights].map(([term, weight]) => ({ term, chunk: id, weight, length }));
}
