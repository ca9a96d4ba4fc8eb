import type { Report } from '../domain/report.ts';

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
