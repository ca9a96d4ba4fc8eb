import { randomUUID } from 'node:crypto';
import { Audience } from '../../domain/audience.ts';
import { LibraryError } from '../../domain/errors.ts';
import { insertReport } from '../postgres/library-rows-in.ts';
import { readAliases, readChunks, readNameRuns, readReport, readStatements } from '../postgres/library-rows-out.ts';
import type { LibrarySession } from '../postgres/library-session.ts';
import { changeLibrary, inLibrary } from '../postgres/library-session.ts';
import type { LibraryPlace } from '../postgres/open-postgres.ts';
import { json, soundRow } from '../sound-rows.ts';
import { DESCRIPTIONS } from '../sqlite/descriptions.ts';
import { RECOGNISED } from '../sqlite/library-rows-out.ts';
import { vectorOf } from '../vectors/sync-vectors.ts';
import type { LibraryFacts } from './library-of-folder.ts';
import type { MovedReport } from './moved-report.ts';
import { movedReport } from './moved-report.ts';

const StoredAudience = json(Audience);

/** What a library in a database has besides its reports. */
export async function readFacts({ db, library }: LibraryPlace): Promise<LibraryFacts> {
  const row = await db.one('SELECT embedder, reader FROM libraries WHERE library = $1', [library]);
  const rows = await db.all('SELECT * FROM descriptions WHERE library = $1 ORDER BY report_id COLLATE "C"', [library]);
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    embedder: text(row?.['embedder']),
    reader: text(row?.['reader']),
    descriptions: rows.map(({ report_id: reportId, said, read }) => ({
      reportId: String(reportId),
      said: String(said),
      read: String(read),
    })),
  };
}

/** Writes what a library has besides its reports: before them, which are stored as described, and after, as it was. */
export async function writeFacts(
  { db, library }: LibraryPlace,
  { embedder, reader, descriptions }: LibraryFacts,
): Promise<void> {
  await db.transaction(async (session) => {
    await session.run(
      `INSERT INTO libraries (library, id, embedder, reader) VALUES ($1, $2, $3, $4)
       ON CONFLICT (library) DO UPDATE SET embedder = excluded.embedder, reader = excluded.reader`,
      [library, randomUUID(), embedder ?? '', reader ?? null],
    );
    for (const { reportId, said, read } of descriptions)
      await session.run(
        `INSERT INTO descriptions VALUES ($1, $2, $3, $4)
         ON CONFLICT (library, report_id) DO UPDATE SET said = excluded.said, read = excluded.read`,
        [library, reportId, said, read],
      );
  });
}

/** Ids of the reports, in the order in which they came. */
export async function readReportIds({ db, library }: LibraryPlace): Promise<string[]> {
  const rows = await db.all('SELECT id FROM reports WHERE library = $1 ORDER BY number', [library]);
  return rows.map(({ id }) => String(id));
}

/** Writes a report, wholly or not at all; what is there already stays. */
export function writeReport(place: LibraryPlace, { prepared, vectors, audience }: MovedReport): Promise<void> {
  return changeLibrary(place, async (change) => {
    const { id } = prepared.report;
    if (await change.one('SELECT 1 FROM reports WHERE library = $1 AND id = $2', [change.library, id])) return;
    await insertReport(change, prepared, { vectors, audience, replaced: [] });
  });
}

/** A report with all that stands on it. */
export function readMoved(place: LibraryPlace, reportId: string): Promise<MovedReport> {
  return inLibrary(place, (session) => movedIn(session, reportId));
}

async function movedIn(session: LibrarySession, reportId: string): Promise<MovedReport> {
  const of = [session.library, reportId];
  const stored = await readReport(session, reportId);
  const row = await session.one('SELECT audience FROM reports WHERE library = $1 AND id = $2', of);
  const audience = StoredAudience.safeParse(row?.['audience']).data;
  if (!stored || audience === undefined)
    throw new LibraryError(`Report ${reportId} is not as it was written: \`footnote doctor\` says more.`);
  const chunks = await readChunks(session, reportId);
  const vectors = await session.all(
    'SELECT id, vector FROM chunks WHERE library = $1 AND report_id = $2 ORDER BY position',
    of,
  );
  const described = await session.one('SELECT * FROM descriptions WHERE library = $1 AND report_id = $2', of);
  const pages = await session.all(
    'SELECT * FROM recognised_pages WHERE library = $1 AND report_id = $2 ORDER BY number',
    of,
  );
  return movedReport({
    stored,
    read: soundRow(session, DESCRIPTIONS, described)?.read,
    chunks,
    vectors: vectors.map((each) => vectorOf(session, each)),
    statements: await readStatements(session, chunks),
    readers: await session.all('SELECT DISTINCT reader FROM statements WHERE library = $1 AND report_id = $2', of),
    aliases: await readAliases(session, [reportId]),
    names: await readNameRuns(session, [reportId]),
    recognised: pages.flatMap((page) => {
      const layout = soundRow(session, RECOGNISED, page);
      return layout ? [{ page: Number(page['number']), layout }] : [];
    }),
    audience,
  });
}
