import type { Report } from '../domain/report.ts';
import type { ReportSeries } from '../domain/figure-fact.ts';

/** Which reports a question is asked of, as a form says it: those that are ticked, or that all filters let through. */
export interface ReportChoice {
  ids: readonly string[];
  publisher: string;
  /** Title of the latest issue of a series. */
  series: string;
  /** Days between which they were published. */
  from: string;
  until: string;
}

/** What can be chosen. */
export interface Choosable {
  reports: readonly Report[];
  series: readonly ReportSeries[];
}

/** Every report. */
export const ALL: ReportChoice = { ids: [], publisher: '', series: '', from: '', until: '' };

/** What the fields of a form choose; what is no day is as if it were not there. */
export function choiceIn(fields: URLSearchParams): ReportChoice {
  const day = (name: string) => /^\d{4}-\d{2}-\d{2}$/u.exec(fields.get(name) ?? '')?.[0] ?? '';
  return {
    ids: [...new Set(fields.getAll('report'))],
    publisher: fields.get('publisher') ?? '',
    series: fields.get('series') ?? '',
    from: day('from'),
    until: day('until'),
  };
}

/**
 * The chosen reports.
 * @returns undefined for all of them; none where the choice fits no report
 */
export function chosenOf(choice: ReportChoice, { reports, series }: Choosable): Report[] | undefined {
  const { ids, publisher, from, until } = choice;
  if ([ids.length === 0, ...[publisher, choice.series, from, until].map((filter) => filter === '')].every(Boolean))
    return undefined;
  const issues = series.find(({ title }) => title === choice.series)?.issues.map(({ id }) => id) ?? [];
  const chosen = reports.filter(
    (report) =>
      (ids.length === 0 || ids.includes(report.id)) &&
      (publisher === '' || report.publisher === publisher) &&
      (choice.series === '' || issues.includes(report.id)) &&
      isPublished(report, from, until),
  );
  return chosen.length === reports.length ? undefined : chosen;
}

/** A month or a year lies between two days where a day of it may. */
function isPublished({ publishedOn }: Report, from: string, until: string): boolean {
  if (from === '' && until === '') return true;
  if (publishedOn === undefined) return false;
  const { length } = publishedOn;
  return publishedOn >= from.slice(0, length) && (until === '' || publishedOn <= until.slice(0, length));
}
