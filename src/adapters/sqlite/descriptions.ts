import { z } from 'zod';
import type { DescriptionChange } from '../../domain/description.ts';
import { carriedOver, Description, describeReport } from '../../domain/description.ts';
import { Report } from '../../domain/report.ts';
import type { Database } from './database.ts';
import { REPORTS } from './library-rows-out.ts';
import { aboutOf } from './report-about.ts';
import { EVERYONES_SHELF, indexReport, unindexReport } from './shelf-index.ts';
import { shelfOf } from './shelves.ts';
import { json, soundRow } from '../sound-rows.ts';

/** What people say of reports, and how these were read; kept when a report is removed, for when it comes again. */
export const DESCRIPTIONS = {
  name: 'descriptions',
  key: ['report_id'],
  row: z.object({ report_id: z.string().min(1), said: json(Description), read: json(Report) }),
};

/**
 * A report that is about to be stored, with what was said of the same content, or of the editions that it replaces.
 * Call it within a transaction.
 */
export function describeAgain(db: Database, read: Report, replaced: string[]): Report {
  const own = descriptionOf(db, read.id)?.said;
  const said: Description = own ?? Object.assign({}, ...replaced.map((id) => carriedFrom(db, id, read)));
  for (const id of replaced) if (id !== read.id) db.prepare('DELETE FROM descriptions WHERE report_id = ?').run(id);
  keep(db, read, said);
  return describeReport(read, said);
}

/** Changes what is said of a stored report; undefined when there is none with this id. Call it within a transaction. */
export function describeStored(db: Database, reportId: string, change: DescriptionChange): Report | undefined {
  const stored = soundRow(db, REPORTS, db.prepare('SELECT * FROM reports WHERE id = ?').get(reportId));
  if (!stored) return undefined;
  const before = descriptionOf(db, reportId);
  const read = before?.read ?? stored;
  const said = Object.fromEntries(
    Object.entries({ ...before?.said, ...change }).filter(([, value]) => value !== null && value !== undefined),
  );
  keep(db, read, Description.parse(said));
  const report = describeReport(read, said);
  // The full text knows the title: it forgets what it learned before it learns anew.
  const shelf = shelfOf(db, reportId) ?? EVERYONES_SHELF;
  unindexReport(db, reportId, shelf);
  db.prepare('UPDATE reports SET title = ?, publisher = ?, published_on = ?, about = ? WHERE id = ?').run(
    report.title,
    report.publisher ?? null,
    report.publishedOn ?? null,
    aboutOf(report),
    reportId,
  );
  indexReport(db, reportId, shelf);
  return report;
}

function descriptionOf(db: Database, reportId: string): { said: Description; read: Report } | undefined {
  return soundRow(db, DESCRIPTIONS, db.prepare('SELECT * FROM descriptions WHERE report_id = ?').get(reportId));
}

function carriedFrom(db: Database, reportId: string, now: Report): Description {
  const before = descriptionOf(db, reportId);
  return before ? carriedOver(before.said, before.read, now) : {};
}

function keep(db: Database, read: Report, said: Description): void {
  if (Object.keys(said).length === 0) db.prepare('DELETE FROM descriptions WHERE report_id = ?').run(read.id);
  else
    db.prepare('INSERT OR REPLACE INTO descriptions VALUES (?, ?, ?)').run(
      read.id,
      JSON.stringify(said),
      JSON.stringify(read),
    );
}
