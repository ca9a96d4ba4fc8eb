import { z } from 'zod';
import type { ReportSummary, StoredReport } from '../../domain/ports.ts';
import type { Chunk, NameRuns, Page, Report, Section, Span } from '../../domain/report.ts';
import { ChunkTables, Language, PlaceMark, PublishedOn, SectionKind } from '../../domain/report.ts';
import { PageLayout } from '../../domain/source.ts';
import { given } from '../../domain/given.ts';
import type { Database } from './database.ts';
import { About } from './report-about.ts';
import { json, soundRow, soundRows } from '../sound-rows.ts';

const optional = <T>(schema: z.ZodType<T>) => schema.nullable().transform((value) => value ?? undefined);
const Spanned = { span_start: z.int().min(0), span_end: z.int().min(0) };

export const REPORTS = {
  name: 'reports',
  key: ['id'],
  row: z
    .object({
      id: z.string().min(1),
      file: z.string().min(1),
      title: z.string().min(1),
      publisher: optional(z.string()),
      published_on: optional(PublishedOn),
      language: Language,
      page_count: z.int().min(0),
      paged: z.int().min(0).max(1),
      // An index of the version before is looked at before it is upgraded.
      about: json(About).default({}),
    })
    .transform(({ page_count: pageCount, paged, publisher, published_on: publishedOn, about, ...rest }): Report => ({
      ...rest,
      ...about,
      pageCount,
      paged: paged === 1,
      ...given({ publisher, publishedOn }),
    })),
};
export const PAGES = {
  name: 'pages',
  key: ['report_id', 'number'],
  row: z
    .object({ number: z.int().min(1), label: optional(z.string()), ...Spanned })
    .transform(({ number, label, ...span }): Page => ({
      number,
      span: spanOf(span),
      ...given({ label }),
    })),
};
export const RECOGNISED = {
  name: 'recognised_pages',
  key: ['report_id', 'number'],
  row: z.object({ layout: json(PageLayout) }).transform(({ layout }) => layout),
};
export const SECTIONS = {
  name: 'sections',
  key: ['report_id', 'position'],
  row: z
    .object({
      path: json(z.array(z.string())),
      first_page: z.int(),
      last_page: z.int(),
      listed: z.int().default(0),
      kind: optional(SectionKind).optional(),
      ...Spanned,
    })
    .transform(({ path, first_page: firstPage, last_page: lastPage, listed, kind, ...span }): Section => ({
      path,
      span: spanOf(span),
      firstPage,
      lastPage,
      ...(listed === 1 ? { listed: true } : {}),
      ...given({ kind }),
    })),
};
export const CHUNKS = {
  name: 'chunks',
  key: ['id'],
  row: z
    .object({
      id: z.int(),
      report_id: z.string().min(1),
      position: z.int().min(0),
      path: json(z.array(z.string())),
      text: z.string().min(1),
      places: json(z.array(PlaceMark).min(1)),
      tables: optional(json(ChunkTables)).optional(),
      ...Spanned,
    })
    .transform(({ id, report_id: reportId, position: order, path, text, places, tables, ...span }): StoredChunk => ({
      id,
      chunk: { reportId, order, path, span: spanOf(span), text, places, ...(tables ? { tables } : {}) },
    })),
};
export const ALIASES = {
  name: 'aliases',
  key: ['report_id', 'position'],
  row: z.object({ forms: json(z.array(z.string())) }),
};
const Counted = z.object({ id: z.string(), section_count: z.int(), chunk_count: z.int() });

/** A chunk with the id that both indexes know it by. */
export interface StoredChunk {
  id: number;
  chunk: Chunk;
}

/** The reports on some shelves. */
const ON_SHELVES = 'SELECT id FROM reports WHERE shelf IN (SELECT value FROM json_each(?))';

/** All reports on some shelves by file name. */
export function readReports(db: Database, shelves: number[]): ReportSummary[] {
  const rows = db
    .prepare(`
    SELECT id, file, title, publisher, published_on, language, page_count, paged, about,
           (SELECT count(*) FROM sections WHERE report_id = id) AS section_count,
           (SELECT count(*) FROM chunks WHERE report_id = reports.id) AS chunk_count
    FROM reports WHERE id IN (${ON_SHELVES}) ORDER BY file, id`)
    .all(JSON.stringify(shelves));
  const counts = new Map(rows.map((row) => Counted.parse(row)).map((counted) => [counted.id, counted]));
  return soundRows(db, REPORTS, rows).map((report) => {
    const { section_count: sectionCount = 0, chunk_count: chunkCount = 0 } = counts.get(report.id) ?? {};
    return { ...report, sectionCount, chunkCount };
  });
}

/** Names that the reports on some shelves teach, each as the forms it goes by. */
export function readAliases(db: Database, shelves: number[]): string[][] {
  const rows = db
    .prepare(`SELECT * FROM aliases WHERE report_id IN (${ON_SHELVES}) ORDER BY report_id, position`)
    .all(JSON.stringify(shelves));
  return soundRows(db, ALIASES, rows).map(({ forms }) => forms);
}

/** Names that one report teaches. */
export function readAliasesOf(db: Database, reportId: string): string[][] {
  const rows = db.prepare('SELECT * FROM aliases WHERE report_id = ? ORDER BY position').all(reportId);
  return soundRows(db, ALIASES, rows).map(({ forms }) => forms);
}

/** Stretches of the text of the reports on some shelves that may be names, none twice. */
export function readNameRuns(db: Database, shelves: number[]): NameRuns {
  const read = db.prepare(
    `SELECT DISTINCT run FROM name_runs WHERE kind = ? AND report_id IN (${ON_SHELVES}) ORDER BY run`,
  );
  const runsOf = (kind: string) => read.all(kind, JSON.stringify(shelves)).map(({ run }) => String(run));
  return { foreign: runsOf('foreign'), persons: runsOf('person') };
}

/** Where the words of a page stand that were recognised from its picture; undefined for other pages. */
export function readRecognised(db: Database, reportId: string, page: number): PageLayout | undefined {
  const row = db.prepare('SELECT * FROM recognised_pages WHERE report_id = ? AND number = ?').get(reportId, page);
  return soundRow(db, RECOGNISED, row);
}

/** One report with text, pages and outline. */
export function readReport(db: Database, reportId: string): StoredReport | undefined {
  const row = db.prepare('SELECT * FROM reports WHERE id = ?').get(reportId);
  const report = soundRow(db, REPORTS, row);
  if (!report) return undefined;
  const pages = soundRows(
    db,
    PAGES,
    db.prepare('SELECT * FROM pages WHERE report_id = ? ORDER BY number').all(reportId),
  );
  const sections = soundRows(
    db,
    SECTIONS,
    db.prepare('SELECT * FROM sections WHERE report_id = ? ORDER BY position').all(reportId),
  );
  return { report, text: String(row?.['text']), pages, sections };
}

/** A report's chunks in reading order. */
export function readChunks(db: Database, reportId: string): Chunk[] {
  return soundRows(
    db,
    CHUNKS,
    db.prepare('SELECT * FROM chunks WHERE report_id = ? ORDER BY position').all(reportId),
  ).map(({ chunk }) => chunk);
}

function spanOf({ span_start: start, span_end: end }: { span_start: number; span_end: number }): Span {
  return { start, end };
}
