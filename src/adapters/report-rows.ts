import type { PreparedReport } from '../domain/prepared-report.ts';
import type { Report } from '../domain/report.ts';
import { aboutOf } from './sqlite/report-about.ts';
import { bytesOf } from './vectors/sync-vectors.ts';

/** What stands in a column. */
export type Cell = string | number | Uint8Array | null;

/** Rows that belong to a report. Both engines have these columns, beside the report's id. */
export interface ReportRows {
  table: string;
  columns: readonly { name: string; type: 'integer' | 'text' | 'bytea' }[];
  rows: readonly (readonly Cell[])[];
}

/** The row of a report itself, by column: what both engines have of it. */
export function reportRow(report: Report, text: string): Record<string, Cell> {
  return {
    id: report.id,
    file: report.file,
    title: report.title,
    publisher: report.publisher ?? null,
    published_on: report.publishedOn ?? null,
    language: report.language,
    page_count: report.pageCount,
    paged: report.paged ? 1 : 0,
    about: aboutOf(report),
    text,
  };
}

/** Pages, sections and names of a report. */
export function partRows({ pages, sections, aliases, recognised = [] }: PreparedReport): ReportRows[] {
  return [
    {
      table: 'recognised_pages',
      columns: [integers('number'), texts('layout')],
      rows: recognised.map(({ page, layout }) => [page, JSON.stringify(layout)]),
    },
    {
      table: 'pages',
      columns: [integers('number'), texts('label'), integers('span_start'), integers('span_end')],
      rows: pages.map(({ number, label, span }) => [number, label ?? null, span.start, span.end]),
    },
    {
      table: 'sections',
      columns: [
        integers('position'),
        texts('path'),
        integers('span_start'),
        integers('span_end'),
        integers('first_page'),
        integers('last_page'),
        integers('listed'),
        texts('kind'),
      ],
      rows: sections.map(({ path, span, firstPage, lastPage, listed, kind }, position) => [
        position,
        JSON.stringify(path),
        span.start,
        span.end,
        firstPage,
        lastPage,
        listed ? 1 : 0,
        kind ?? null,
      ]),
    },
    {
      table: 'aliases',
      columns: [integers('position'), texts('forms')],
      rows: aliases.map((forms, position) => [position, JSON.stringify(forms)]),
    },
  ];
}

/** What may be names in a report's text, each with its kind. */
export function nameRunsOf({ names }: PreparedReport): { kind: 'foreign' | 'person'; run: string }[] {
  return [
    ...names.foreign.map((run) => ({ kind: 'foreign' as const, run })),
    ...names.persons.map((run) => ({ kind: 'person' as const, run })),
  ];
}

/**
 * The chunks of a report.
 * @param vectors one for each
 */
export function chunkRows({ report, chunks }: PreparedReport, vectors: readonly Float32Array[]): ReportRows {
  return {
    table: 'chunks',
    columns: [
      integers('position'),
      texts('path'),
      integers('span_start'),
      integers('span_end'),
      texts('text'),
      texts('places'),
      { name: 'vector', type: 'bytea' },
      texts('tables'),
    ],
    rows: chunks.map((chunk, at) => {
      const vector = vectors[at];
      if (!vector) throw new RangeError(`chunk ${at} of ${report.file} has no vector`);
      return [
        chunk.order,
        JSON.stringify(chunk.path),
        chunk.span.start,
        chunk.span.end,
        chunk.text,
        JSON.stringify(chunk.places),
        bytesOf(vector),
        chunk.tables ? JSON.stringify(chunk.tables) : null,
      ];
    }),
  };
}

function integers(name: string): { name: string; type: 'integer' } {
  return { name, type: 'integer' };
}

function texts(name: string): { name: string; type: 'text' } {
  return { name, type: 'text' };
}
