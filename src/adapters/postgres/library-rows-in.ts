import type { PreparedReport } from '../../domain/prepared-report.ts';
import type { Report } from '../../domain/report.ts';
import type { ReportRows } from '../report-rows.ts';
import { chunkRows, nameRunsOf, partRows, reportRow } from '../report-rows.ts';
import type { Shelving } from '../sqlite/library-rows-in.ts';
import { packedOf } from '../sqlite/statement-rows.ts';
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
  const number = await insertReportRow(session, report, prepared, isKept ? kept : audienceText(audience));
  for (const part of [...partRows(prepared), nameRows(prepared)]) await insertRows(session, part, { report_id: id });
  await insertRows(session, chunkRows(prepared, vectors), { report_id: id, report: number });
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

async function insertReportRow(
  session: LibrarySession,
  report: Report,
  { text, sections, chunks }: PreparedReport,
  audience: string,
): Promise<number> {
  const cells = {
    library: session.library,
    ...reportRow(report, text),
    audience,
    section_count: sections.length,
    chunk_count: chunks.length,
  };
  const columns = Object.keys(cells);
  const row = await session.one(
    `INSERT INTO reports (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})
     RETURNING number`,
    Object.values(cells),
  );
  return Number(row?.['number']);
}

/**
 * Writes rows of a report, in their order.
 * @param same columns that have the same value in all of them
 */
async function insertRows(
  session: LibrarySession,
  { table, columns, rows }: ReportRows,
  same: Record<string, string | number>,
): Promise<void> {
  const fixed = { library: session.library, ...same };
  const [first, names] = [Object.keys(fixed), columns.map(({ name }) => name)];
  const arrays = columns.map(({ type }, at) => `$${first.length + at + 1}::${type}[]`);
  await session.run(
    `INSERT INTO ${table} (${[...first, ...names].join(', ')})
     SELECT ${[...first.map((_, at) => `$${at + 1}`), ...names.map((name) => `c.${name}`)].join(', ')}
     FROM unnest(${arrays.join(', ')}) WITH ORDINALITY AS c (${[...names, 'nth'].join(', ')}) ORDER BY c.nth`,
    [...Object.values(fixed), ...columns.map((_, at) => rows.map((row) => row[at] ?? null))],
  );
}

function nameRows(prepared: PreparedReport): ReportRows {
  return {
    table: 'name_runs',
    columns: [
      { name: 'position', type: 'integer' },
      { name: 'kind', type: 'text' },
      { name: 'run', type: 'text' },
    ],
    rows: nameRunsOf(prepared).map(({ kind, run }, position) => [position, kind, run]),
  };
}
