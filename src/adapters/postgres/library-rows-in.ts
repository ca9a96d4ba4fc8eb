import type { PreparedReport } from '../../domain/prepared-report.ts';
import type { Report } from '../../domain/report.ts';
import type { Shelving } from '../sqlite/library-rows-in.ts';
import { aboutOf } from '../sqlite/report-about.ts';
import { packedOf } from '../sqlite/statement-rows.ts';
import { bytesOf } from '../vectors/sync-vectors.ts';
import { describeAgain } from './descriptions.ts';
import type { LibraryChange, LibrarySession } from './library-session.ts';
import { dropVectors, fillVectors } from './pgvector.ts';
import { indexReport, unindexReport } from './postings.ts';
import { audienceText, EVERYONES } from './stored-audience.ts';

/** Writes a report in the place of others. */
export async function insertReport(
  session: LibraryChange,
  prepared: PreparedReport,
  { vectors, audience, replaced: ids }: Shelving,
): Promise<void> {
  const { library } = session;
  const { id, file } = prepared.report;
  const rows = ids
    ? await session.all('SELECT id, audience FROM reports WHERE library = $1 AND id = ANY($2::text[])', [library, ids])
    : await session.all(
        'SELECT id, audience FROM reports WHERE library = $1 AND (file = $2 OR id = $3) ORDER BY (file = $2) DESC',
        [library, file, id],
      );
  const replaced = rows.map((row) => ({ id: String(row['id']), audience: String(row['audience']) }));
  // Of two that are replaced, one may be for everyone: the narrower audience stays.
  const kept = replaced.map((each) => each.audience).find((each) => each !== EVERYONES) ?? EVERYONES;
  const isKept = audience === undefined || (ids !== undefined && replaced.length > 0);
  const report = await describeAgain(
    session,
    prepared.report,
    replaced.map((each) => each.id),
  );
  for (const each of replaced) await deleteReport(session, each.id);
  const number = await insertRow(session, report, prepared, isKept ? kept : audienceText(audience));
  await insertParts(session, prepared);
  await insertNames(session, prepared);
  await insertChunks(session, prepared, number, vectors);
  await fillVectors(session, [number]);
  await insertStatements(session, prepared);
  await indexReport(session, report, number);
  await session.note(number, 'added');
}

/** Deletes a report with all its rows; false when there is none with this id. */
export async function deleteReport(session: LibraryChange, reportId: string): Promise<boolean> {
  const row = await session.one('DELETE FROM reports WHERE library = $1 AND id = $2 RETURNING number', [
    session.library,
    reportId,
  ]);
  if (!row) return false;
  await unindexReport(session, Number(row['number']));
  await dropVectors(session, Number(row['number']));
  await session.note(Number(row['number']), 'removed');
  return true;
}

/** Writes what the chunks of a report say, in the place of what was there. */
export async function insertStatements(
  session: LibrarySession,
  {
    report,
    reader,
    chunks,
    statements,
  }: Pick<PreparedReport, 'reader' | 'chunks' | 'statements'> & {
    report: Pick<Report, 'id'>;
  },
): Promise<void> {
  await session.run(
    `INSERT INTO statements (library, report_id, position, reader, packed)
     SELECT $1, $2, position, $3, packed FROM unnest($4::integer[], $5::bytea[]) AS s (position, packed)
     ON CONFLICT (library, report_id, position) DO UPDATE SET reader = excluded.reader, packed = excluded.packed`,
    [
      session.library,
      report.id,
      reader,
      chunks.map(({ order }) => order),
      chunks.map((chunk, at) => packedOf(statements[at] ?? [], chunk)),
    ],
  );
}

async function insertRow(
  session: LibrarySession,
  report: Report,
  { text, sections, chunks }: PreparedReport,
  audience: string,
): Promise<number> {
  const row = await session.one(
    `INSERT INTO reports (library, id, file, title, publisher, published_on, language, page_count, paged, about,
       audience, section_count, chunk_count, text)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING number`,
    [
      session.library,
      report.id,
      report.file,
      report.title,
      report.publisher ?? null,
      report.publishedOn ?? null,
      report.language,
      report.pageCount,
      report.paged ? 1 : 0,
      aboutOf(report),
      audience,
      sections.length,
      chunks.length,
      text,
    ],
  );
  return Number(row?.['number']);
}

async function insertParts(
  session: LibrarySession,
  { report, pages, sections, recognised = [] }: PreparedReport,
): Promise<void> {
  const of = [session.library, report.id];
  await session.run(`INSERT INTO recognised_pages SELECT $1, $2, * FROM unnest($3::integer[], $4::text[])`, [
    ...of,
    recognised.map(({ page }) => page),
    recognised.map(({ layout }) => JSON.stringify(layout)),
  ]);
  await session.run(
    'INSERT INTO pages SELECT $1, $2, * FROM unnest($3::integer[], $4::text[], $5::integer[], $6::integer[])',
    [
      ...of,
      pages.map(({ number }) => number),
      pages.map(({ label }) => label ?? null),
      pages.map(({ span }) => span.start),
      pages.map(({ span }) => span.end),
    ],
  );
  await session.run(
    `INSERT INTO sections SELECT $1, $2, * FROM unnest(
       $3::integer[], $4::text[], $5::integer[], $6::integer[], $7::integer[], $8::integer[], $9::integer[],
       $10::text[])`,
    [
      ...of,
      sections.map((_, position) => position),
      sections.map(({ path }) => JSON.stringify(path)),
      sections.map(({ span }) => span.start),
      sections.map(({ span }) => span.end),
      sections.map(({ firstPage }) => firstPage),
      sections.map(({ lastPage }) => lastPage),
      sections.map(({ listed }) => (listed ? 1 : 0)),
      sections.map(({ kind }) => kind ?? null),
    ],
  );
}

async function insertNames(session: LibrarySession, { report, aliases, names }: PreparedReport): Promise<void> {
  const of = [session.library, report.id];
  await session.run('INSERT INTO aliases SELECT $1, $2, * FROM unnest($3::integer[], $4::text[])', [
    ...of,
    aliases.map((_, position) => position),
    aliases.map((forms) => JSON.stringify(forms)),
  ]);
  const runs = [
    ...names.foreign.map((run) => ({ kind: 'foreign', run })),
    ...names.persons.map((run) => ({ kind: 'person', run })),
  ];
  await session.run('INSERT INTO name_runs SELECT $1, $2, * FROM unnest($3::integer[], $4::text[], $5::text[])', [
    ...of,
    runs.map((_, position) => position),
    runs.map(({ kind }) => kind),
    runs.map(({ run }) => run),
  ]);
}

async function insertChunks(
  session: LibrarySession,
  { report, chunks }: PreparedReport,
  number: number,
  vectors: Float32Array[],
): Promise<void> {
  if (vectors.length !== chunks.length) throw new RangeError(`a chunk of ${report.file} has no vector`);
  await session.run(
    `INSERT INTO chunks (library, report_id, report, position, path, span_start, span_end, text, places, vector, tables)
     SELECT $1, $2, $3, c.* FROM unnest(
       $4::integer[], $5::text[], $6::integer[], $7::integer[], $8::text[], $9::text[], $10::bytea[], $11::text[])
       AS c (position, path, span_start, span_end, text, places, vector, tables)
     ORDER BY position`,
    [
      session.library,
      report.id,
      number,
      chunks.map(({ order }) => order),
      chunks.map(({ path }) => JSON.stringify(path)),
      chunks.map(({ span }) => span.start),
      chunks.map(({ span }) => span.end),
      chunks.map(({ text }) => text),
      chunks.map(({ places }) => JSON.stringify(places)),
      vectors.map(bytesOf),
      chunks.map(({ tables }) => (tables ? JSON.stringify(tables) : null)),
    ],
  );
}
