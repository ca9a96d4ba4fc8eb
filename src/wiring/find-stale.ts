import { OPERATOR } from '../domain/audience.ts';
import type { Finding } from '../domain/finding.ts';
import type { Report } from '../domain/report.ts';
import { isStale } from '../ingest/is-stale.ts';
import type { Footnote } from './wire-footnote.ts';

/** Reports that would be read better today. */
export interface StaleReports {
  /** The kept copies of their files, and what these were called. */
  copies: { path: string; file: string }[];
  /** Names of those of which no copy is kept. */
  lacking: string[];
}

/** Finds the reports that an earlier version has read, or without a program that recognises pictures. */
export async function findStale({
  library,
  originalOf,
  canRecognise,
}: Pick<Footnote, 'library' | 'originalOf' | 'canRecognise'>): Promise<StaleReports> {
  const help = { canRecognise: await canRecognise() };
  const stale = (await library.seenBy(OPERATOR).reports()).filter((report) => isStale(report, help));
  const found: StaleReports = { copies: [], lacking: [] };
  for (const { id, file } of stale) {
    const path = await originalOf(id);
    if (path === undefined) found.lacking.push(file);
    else found.copies.push({ path, file });
  }
  return found;
}

/** What a person should know of reports that would be read better today. */
export function staleFinding(reports: readonly Pick<Report, 'reading' | 'notes'>[], canRecognise: boolean): Finding[] {
  const count = reports.filter((report) => isStale(report, { canRecognise })).length;
  if (count === 0) return [];
  return [
    {
      part: 'index',
      state: 'off',
      detail: `${count} of ${reports.length} reports were read by an earlier version, or without the OCR of today`,
      advice: 'footnote ingest --again reads them anew',
    },
  ];
}
