import type { DescriptionChange } from '../../domain/description.ts';
import { carriedOver, Description, describeReport } from '../../domain/description.ts';
import type { Report } from '../../domain/report.ts';
import { soundRow } from '../sound-rows.ts';
import { DESCRIPTIONS } from '../sqlite/descriptions.ts';
import { REPORTS } from '../sqlite/library-rows-out.ts';
import { aboutOf } from '../sqlite/report-about.ts';
import type { LibraryChange, LibrarySession } from './library-session.ts';
import { indexReport, unindexReport } from './postings.ts';

/** A report that is about to be stored, with what was said of the same content, or of the editions that it replaces. */
export async function describeAgain(
  session: LibrarySession,
  read: Report,
  replaced: readonly string[],
): Promise<Report> {
  const said: Description = (await descriptionOf(session, read.id))?.said ?? {};
  if ((await descriptionOf(session, read.id)) === undefined)
    for (const id of replaced) {
      const before = await descriptionOf(session, id);
      if (before) Object.assign(said, carriedOver(before.said, before.read, read));
    }
  await session.run('DELETE FROM descriptions WHERE library = $1 AND report_id = ANY($2::text[]) AND report_id <> $3', [
    session.library,
    replaced,
    read.id,
  ]);
  await keep(session, read, said);
  return describeReport(read, said);
}

/** Changes what is said of a stored report; undefined when there is none with this id. */
export async function describeStored(
  session: LibraryChange,
  reportId: string,
  change: DescriptionChange,
): Promise<Report | undefined> {
  const row = await session.one('SELECT * FROM reports WHERE library = $1 AND id = $2', [session.library, reportId]);
  const stored = soundRow(session, REPORTS, row);
  if (!stored) return undefined;
  const before = await descriptionOf(session, reportId);
  const read = before?.read ?? stored;
  const said = Object.fromEntries(
    Object.entries({ ...before?.said, ...change }).filter(([, value]) => value !== null && value !== undefined),
  );
  await keep(session, read, Description.parse(said));
  const report = describeReport(read, said);
  await session.run(
    `UPDATE reports SET title = $3, publisher = $4, published_on = $5, about = $6 WHERE library = $1 AND id = $2`,
    [session.library, reportId, report.title, report.publisher ?? null, report.publishedOn ?? null, aboutOf(report)],
  );
  // The full text knows the title.
  const number = Number(row?.['number']);
  await unindexReport(session, number);
  await indexReport(session, report, number);
  await session.note(number, 'changed');
  return report;
}

async function descriptionOf(
  session: LibrarySession,
  reportId: string,
): Promise<{ said: Description; read: Report } | undefined> {
  const row = await session.one('SELECT * FROM descriptions WHERE library = $1 AND report_id = $2', [
    session.library,
    reportId,
  ]);
  return soundRow(session, DESCRIPTIONS, row);
}

async function keep(session: LibrarySession, read: Report, said: Description): Promise<void> {
  if (Object.keys(said).length === 0)
    await session.run('DELETE FROM descriptions WHERE library = $1 AND report_id = $2', [session.library, read.id]);
  else
    await session.run(
      `INSERT INTO descriptions VALUES ($1, $2, $3, $4)
       ON CONFLICT (library, report_id) DO UPDATE SET said = excluded.said, read = excluded.read`,
      [session.library, read.id, JSON.stringify(said), JSON.stringify(read)],
    );
}
