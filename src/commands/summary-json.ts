import type { SectionRef, VerifiedSummary } from '../domain/summary.ts';
import { given } from '../domain/given.ts';
import { coverageText, noSummaryText } from '../words/summary-notes.ts';
import { detectLanguage } from '../text/language.ts';
import { citationJson, claimJson, labelJson } from './json-views.ts';

/** A summary as scripts read it. */
export function summaryJson(summary: VerifiedSummary, elapsedMs: number) {
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

function sectionJson({ reportId, reportTitle, path, firstPage, lastPage }: SectionRef) {
  return {
    report: reportId,
    reportTitle,
    path,
    pageStart: labelJson(firstPage.label),
    pageEnd: labelJson(lastPage.label),
  };
}
