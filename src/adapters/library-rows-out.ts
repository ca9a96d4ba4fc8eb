import type { SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import type { NameRuns, ReportSummary, StoredReport } from '../domain/ports.ts';
import type { Chunk, Report } from '../domain/report.ts';
import { PlaceMark } from '../domain/report.ts';
import type { Database, Row } from './database.ts';

const Path = z.array(z.string());
const Places = z.array(PlaceMark).min(1);
const Counted = z.object({ section_count: z.number(), chunk_count: z.number() });

/** The reports on some shelves. */
const ON_SHELVES = 'SELECT id FROM reports WHERE shelf IN (SELECT value FROM json_each(?))';

/** All reports on some shelves by file name. */
export function readReports(db: Database, shelves: number[]): ReportSummary[] {
  const rows = db.prepare(`
    SELECT id, file, title, publisher, published_on, language, page_count, paged,
           (SELECT count(*) FROM sections WHERE report_id = id) AS section_count,
           (SELECT count(*) FROM chunks WHERE report_id = reports.id) AS chunk_count
    FROM reports WHERE id IN (${ON_SHELVES}) ORDER BY file, id`).all(JSON.stringify(shelves));
  return rows.map((row) => {
    const { section_count: sectionCount, chunk_count: chunkCount } = Counted.parse(row);
    return { ...reportOf(row), sectionCount, chunkCount };
  });
}

/** Names that the reports on some shelves teach, each as the forms it goes by. */
export function readAliases(db: Database, shelves: number[]): string[][] {
  const rows = db.prepare(`SELECT forms FROM aliases WHERE report_id IN (${ON_SHELVES}) ORDER BY report_id, position`).all(JSON.stringify(shelves));
  return rows.map(({ forms }) => Path.parse(parse(forms)));
}

/** Stretches of the text of the reports on some shelves that may be names, none twice. */
export function readNameRuns(db: Database, shelves: number[]): NameRuns {
  const read = db.prepare(`SELECT DISTINCT run FROM name_runs WHERE kind = ? AND report_id IN (${ON_SHELVES}) ORDER BY run`);
  const runsOf = (kind: string) => read.all(kind, JSON.stringify(shelves)).map(({ run }) => String(run));
  return { foreign: runsOf('foreign'), persons: runsOf('person') };
}

/** One report with text, pages and outline. */
export function readReport(db: Database, reportId: string): StoredReport | undefined {
  const row = db.prepare('SELECT * FROM reports WHERE id = ?').get(reportId);
  if (!row) return undefined;
  const pages = db.prepare('SELECT * FROM pages WHERE report_id = ? ORDER BY number').all(reportId).map((page) => ({
    number: Number(page['number']),
    span: spanOf(page),
    ...(page['label'] === null ? {} : { label: String(page['label']) }),
  }));
  const sections = db.prepare('SELECT * FROM sections WHERE report_id = ? ORDER BY position').all(reportId).map((section) => ({
    path: Path.parse(parse(section['path'])),
    span: spanOf(section),
    firstPage: Number(section['first_page']),
    lastPage: Number(section['last_page']),
  }));
  return { report: reportOf(row), text: String(row['text']), pages, sections };
}

/** A report's chunks in reading order. */
export function readChunks(db: Database, reportId: string): Chunk[] {
  return db.prepare('SELECT * FROM chunks WHERE report_id = ? ORDER BY position').all(reportId).map(chunkOf);
}

/** The report of a row of `reports`. */
export function reportOf(row: Row): Report {
  return {
    id: String(row['id']),
    title: String(row['title']),
    language: row['language'] === 'zh' ? 'zh' : 'en',
    file: String(row['file']),
    pageCount: Number(row['page_count']),
    paged: row['paged'] === 1,
    ...(row['publisher'] === null ? {} : { publisher: String(row['publisher']) }),
    ...(row['published_on'] === null ? {} : { publishedOn: String(row['published_on']) }),
  };
}

/** The chunk of a row of `chunks`. */
export function chunkOf(row: Row): Chunk {
  return {
    reportId: String(row['report_id']),
    order: Number(row['position']),
    path: Path.parse(parse(row['path'])),
    span: spanOf(row),
    text: String(row['text']),
    places: Places.parse(parse(row['places'])),
  };
}

function spanOf(row: Row): { start: number; end: number } {
  return { start: Number(row['span_start']), end: Number(row['span_end']) };
}

function parse(json: SQLOutputValue | undefined): unknown {
  return JSON.parse(String(json));
}
