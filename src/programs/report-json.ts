import { z } from 'zod';
import { given } from '../domain/given.ts';
import type { ReportSummary, StoredReport } from '../domain/ports.ts';
import type { Page, Report } from '../domain/report.ts';
import { isRecognisedPage, Language, ReadingNote, ReportFact, SectionKind } from '../domain/report.ts';
import { labelJson, ocr, PageLabelJson } from './citation-json.ts';

/** What is said of a report. */
const facts = {
  title: z.string(),
  publishedOn: z.string().nullable().describe('YYYY-MM-DD, or YYYY-MM or YYYY where no more is printed.'),
  publisher: z.string().nullable(),
  company: z.string().nullable(),
  period: z.string().nullable().describe('What time it covers, such as 2020 or 2023-Q2.'),
  kind: z.string().nullable(),
  language: Language,
  confidence: z.partialRecord(ReportFact, z.number()).describe('How sure each fact is, 0 to 1.'),
  described: z.array(ReportFact).describe('Facts that a person said.'),
};

/** A report as the library lists it. */
export const ReportJson = z.object({
  id: z.string(),
  ...facts,
  pages: z.int().min(0),
  sections: z.int().min(0),
  chunks: z.int().min(0),
  file: z.string(),
  address: z.string().optional(),
  notes: z.array(ReadingNote).describe('What was not read, removed or guessed.'),
});
export type ReportJson = z.infer<typeof ReportJson>;

/** The reports of a library. */
export const ReportsJson = z.object({ reports: z.array(ReportJson) });
export type ReportsJson = z.infer<typeof ReportsJson>;

/** Sections of a report with their pages. */
export const OutlineJson = z.object({
  report: z.string(),
  sections: z.array(
    z.object({
      path: z.array(z.string()),
      pageStart: PageLabelJson,
      pageEnd: PageLabelJson,
      kind: SectionKind.optional(),
    }),
  ),
});
export type OutlineJson = z.infer<typeof OutlineJson>;

/** A page's text. */
export const PageJson = z.object({
  report: z.string().describe('Id of the report.'),
  reportTitle: z.string(),
  page: PageLabelJson,
  number: z.int().min(1).describe('Position in the file, from 1; without pages, of the part that is shown at once.'),
  pages: z.int().min(1).describe('How many there are.'),
  sections: z.array(z.array(z.string())).describe('The innermost sections on it, each by its headings.'),
  ...ocr,
  text: z.string(),
});
export type PageJson = z.infer<typeof PageJson>;

/** What is said of a report, as scripts read it. */
export function factsJson({ title, publishedOn, publisher, company, period, kind, ...report }: Report) {
  return {
    title,
    publishedOn: publishedOn ?? null,
    publisher: publisher ?? null,
    company: company ?? null,
    period: period ?? null,
    kind: kind ?? null,
    language: report.language,
    confidence: report.confidence ?? {},
    described: report.described ?? [],
  };
}

/** A report as scripts read it. */
export function reportJson(report: ReportSummary): ReportJson {
  return {
    id: report.id,
    ...factsJson(report),
    pages: report.pageCount,
    sections: report.sectionCount,
    chunks: report.chunkCount,
    file: report.file,
    ...given({ address: report.address }),
    notes: report.notes ?? [],
  };
}

/** A report's sections as scripts read them. */
export function outlineJson({ report, sections, pages }: StoredReport): OutlineJson {
  const label = (number: number) => labelJson(pages.find((page) => page.number === number)?.label);
  return {
    report: report.id,
    sections: sections.map(({ path, firstPage, lastPage, kind }) => ({
      path,
      pageStart: label(firstPage),
      pageEnd: label(lastPage),
      ...given({ kind }),
    })),
  };
}

/** A page as scripts read it. */
export function pageJson({ report, text, pages, sections }: StoredReport, page: Page): PageJson {
  const { number, label, span } = page;
  const onPage = sections.filter((section) => section.span.start < span.end && span.start < section.span.end);
  const isAbove = (above: string[], path: string[]) =>
    above.length < path.length && above.every((heading, at) => heading === path[at]);
  return {
    report: report.id,
    reportTitle: report.title,
    page: report.slides ? number : labelJson(label),
    number,
    pages: pages.length,
    sections: onPage.map(({ path }) => path).filter((path, _, all) => !all.some((other) => isAbove(path, other))),
    ...(isRecognisedPage(report, number) ? { ocr: true as const } : {}),
    text: text.slice(span.start, span.end),
  };
}
