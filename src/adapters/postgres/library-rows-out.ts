import type { Audience } from '../../domain/audience.ts';
import type { ReportSummary, StoredReport } from '../../domain/ports.ts';
import type { Chunk, NameRuns } from '../../domain/report.ts';
import type { PageLayout } from '../../domain/source.ts';
import type { Statement } from '../../domain/statement.ts';
import type { StoredRow } from '../sound-rows.ts';
import { soundRow, soundRows } from '../sound-rows.ts';
import { ALIASES, CHUNKS, PAGES, RECOGNISED, REPORTS, SECTIONS } from '../sqlite/library-rows-out.ts';
import { STATEMENTS, unpackedOf } from '../sqlite/statement-rows.ts';
import type { LibrarySession } from './library-session.ts';
import type { Seen } from './seen.ts';
import { among } from './seen.ts';
import { StoredAudience } from './stored-audience.ts';

/** A report with what decides whether it is seen, and how it counts. */
export interface ShelvedReport extends ReportSummary {
  number: number;
  termCount: number;
  /** Nobody but those who see everything, where it cannot be read. */
  audience: Audience;
}

const NOBODY: Audience = { channels: [], userGroups: [], people: [] };

/** For whom each report of a library is, by its number: all that is read before it is known what may be seen. */
export async function readAudiences(session: LibrarySession): Promise<Pick<ShelvedReport, 'number' | 'audience'>[]> {
  const rows = await session.all('SELECT number, audience FROM reports WHERE library = $1', [session.library]);
  return rows.map((row) => ({ number: Number(row['number']), audience: audienceIn(row) }));
}

/** The reports that are seen, by file name. */
export async function readShelvedReports(session: LibrarySession, seen: Seen): Promise<ShelvedReport[]> {
  const { condition, values } = among(seen, 'number', 2);
  const rows = await session.all(
    `SELECT id, number, file, title, publisher, published_on, language, page_count, paged, about, audience,
       section_count, chunk_count, term_count
     FROM reports WHERE library = $1 ${condition} ORDER BY file COLLATE "C", id COLLATE "C"`,
    [session.library, ...values],
  );
  const byId = new Map(rows.map((row) => [String(row['id']), row]));
  return soundRows(session, REPORTS, rows).map((report) => shelved(report, byId.get(report.id) ?? {}));
}

function shelved(report: StoredReport['report'], row: StoredRow): ShelvedReport {
  return {
    ...report,
    sectionCount: Number(row['section_count']),
    chunkCount: Number(row['chunk_count']),
    number: Number(row['number']),
    termCount: Number(row['term_count']),
    audience: audienceIn(row),
  };
}

function audienceIn(row: StoredRow): Audience {
  return StoredAudience.safeParse(row['audience']).data ?? NOBODY;
}

/** Names that some reports teach, each as the forms it goes by. */
export async function readAliases(session: LibrarySession, reportIds: readonly string[]): Promise<string[][]> {
  const rows = await session.all(
    `SELECT * FROM aliases WHERE library = $1 AND report_id = ANY($2::text[]) ORDER BY report_id COLLATE "C", position`,
    [session.library, reportIds],
  );
  return soundRows(session, ALIASES, rows).map(({ forms }) => forms);
}

/** Stretches of the text of some reports that may be names, none twice. */
export async function readNameRuns(session: LibrarySession, reportIds: readonly string[]): Promise<NameRuns> {
  const rows = await session.all(
    `SELECT DISTINCT kind, run COLLATE "C" AS run FROM name_runs WHERE library = $1 AND report_id = ANY($2::text[])
     ORDER BY 2`,
    [session.library, reportIds],
  );
  const runsOf = (kind: string) => rows.filter((row) => row['kind'] === kind).map(({ run }) => String(run));
  return { foreign: runsOf('foreign'), persons: runsOf('person') };
}

/** Where the words of a page stand that were recognised from its picture; undefined for other pages. */
export async function readRecognised(
  session: LibrarySession,
  reportId: string,
  page: number,
): Promise<PageLayout | undefined> {
  const row = await session.one(
    'SELECT * FROM recognised_pages WHERE library = $1 AND report_id = $2 AND number = $3',
    [session.library, reportId, page],
  );
  return soundRow(session, RECOGNISED, row);
}

/** One report with text, pages and outline. */
export async function readReport(session: LibrarySession, reportId: string): Promise<StoredReport | undefined> {
  const of = [session.library, reportId];
  const row = await session.one('SELECT * FROM reports WHERE library = $1 AND id = $2', of);
  const report = soundRow(session, REPORTS, row);
  if (!report) return undefined;
  const pages = await session.all('SELECT * FROM pages WHERE library = $1 AND report_id = $2 ORDER BY number', of);
  const sections = await session.all(
    'SELECT * FROM sections WHERE library = $1 AND report_id = $2 ORDER BY position',
    of,
  );
  return {
    report,
    text: String(row?.['text']),
    pages: soundRows(session, PAGES, pages),
    sections: soundRows(session, SECTIONS, sections),
  };
}

/** A report's chunks in reading order. */
export async function readChunks(session: LibrarySession, reportId: string): Promise<Chunk[]> {
  const rows = await session.all('SELECT * FROM chunks WHERE library = $1 AND report_id = $2 ORDER BY position', [
    session.library,
    reportId,
  ]);
  return soundRows(session, CHUNKS, rows).map(({ chunk }) => chunk);
}

/** What some chunks say; undefined for one of which nothing sound is stored. */
export async function readStatements(
  session: LibrarySession,
  chunks: readonly Chunk[],
): Promise<(Statement[] | undefined)[]> {
  const rows = await session.all(
    `SELECT s.* FROM unnest($2::text[], $3::integer[]) AS q (report_id, position)
     JOIN statements s ON s.library = $1 AND s.report_id = q.report_id AND s.position = q.position`,
    [session.library, chunks.map(({ reportId }) => reportId), chunks.map(({ order }) => order)],
  );
  const read = new Map(
    soundRows(session, STATEMENTS, rows).map(({ report_id: id, position, packed }) => [`${id} ${position}`, packed]),
  );
  return chunks.map((chunk) => {
    const packed = read.get(`${chunk.reportId} ${chunk.order}`);
    return packed && unpackedOf(packed, chunk);
  });
}
