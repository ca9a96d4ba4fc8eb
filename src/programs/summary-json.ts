import { z } from 'zod';
import { FigureSeries, Withheld } from '../domain/answer.ts';
import { given } from '../domain/given.ts';
import { LIMITS } from '../domain/limits.ts';
import type { SectionRef, VerifiedSummary } from '../domain/summary.ts';
import { Coverage, SummaryLength } from '../domain/summary.ts';
import { detectLanguage } from '../text/language.ts';
import { coverageText, noSummaryText } from '../words/summary-notes.ts';
import { elapsed, toldJson } from './answer-json.ts';
import { CitationJson, citationJson, ClaimJson, claimJson, labelJson, PageLabelJson } from './citation-json.ts';

/** A section, a range of pages, or a whole report. */
export const SectionJson = z.object({
  report: z.string(),
  reportTitle: z.string(),
  path: z.array(z.string()).describe('Headings, outermost first; empty for a whole report.'),
  pageStart: PageLabelJson,
  pageEnd: PageLabelJson,
});
export type SectionJson = z.infer<typeof SectionJson>;

const CitedValue = z.object({ label: z.string(), value: z.number(), citation: CitationJson });

/** A summary as other programs read it. */
export const SummaryJson = z.object({
  request: z.string(),
  status: z
    .enum(['summarised', 'which', 'not_found'])
    .describe('which: several sections fit, see candidates; not_found: see nearest.'),
  length: SummaryLength.optional(),
  section: SectionJson.optional(),
  reason: z.string().optional().describe('Why there is no summary, for people.'),
  points: z.array(ClaimJson).describe('In reading order, each with its citations.'),
  candidates: z.array(SectionJson).optional(),
  nearest: z.array(SectionJson).optional(),
  coverage: Coverage.extend({ text: z.string() })
    .optional()
    .describe('How much of the section the points were taken from.'),
  figures: z
    .array(z.object({ label: z.string(), value: z.string(), citation: CitationJson }))
    .optional()
    .describe('Figures that matter.'),
  series: z
    .array(FigureSeries.omit({ values: true }).extend({ values: z.array(CitedValue) }))
    .optional()
    .describe('Values that can be compared with each other.'),
  withheld: z.array(Withheld).optional(),
  composer: z.string().optional(),
  error: z.string().optional(),
  ...toldJson,
  ...elapsed,
});
export type SummaryJson = z.infer<typeof SummaryJson>;

/** A summary as scripts read it. */
export function summaryJson(summary: VerifiedSummary, elapsedMs: number): SummaryJson {
  const language = detectLanguage(summary.request.text);
  const base = { request: summary.request.text, status: summary.outcome };
  if (summary.outcome === 'which')
    return {
      ...base,
      reason: noSummaryText(summary, language),
      points: [],
      candidates: summary.candidates.map(sectionJson),
      elapsedMs,
    };
  if (summary.outcome === 'not_found')
    return {
      ...base,
      reason: noSummaryText(summary, language),
      points: [],
      nearest: summary.nearest.map(sectionJson),
      elapsedMs,
    };
  const { section, length, points, coverage, figures, series, withheld, composer, fallback, cached } = summary;
  return {
    ...base,
    length,
    section: sectionJson(section),
    points: points.map((point) => claimJson(point, language)),
    coverage: { ...coverage, text: coverageText(coverage, language) },
    figures: figures.map(({ label, value, quote }) => ({ label, value, citation: citationJson(quote) })),
    series: series.map(({ values, ...rest }) => ({
      ...rest,
      values: values.map(({ label, value, quote }) => ({ label, value, citation: citationJson(quote) })),
    })),
    withheld,
    composer,
    ...given({ fallback, cached }),
    elapsedMs,
  };
}

/** A request that was refused, with the reason. */
export function refusedSummaryJson(request: string, error: string): SummaryJson {
  return {
    request: request.slice(0, LIMITS.question),
    status: 'not_found',
    reason: error,
    points: [],
    nearest: [],
    error,
    elapsedMs: 0,
  };
}

function sectionJson({ reportId, reportTitle, path, firstPage, lastPage }: SectionRef): SectionJson {
  return {
    report: reportId,
    reportTitle,
    path,
    pageStart: labelJson(firstPage.label),
    pageEnd: labelJson(lastPage.label),
  };
}
