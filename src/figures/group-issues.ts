import type { ReportSeries } from '../domain/figure-fact.ts';
import type { Report } from '../domain/report.ts';
import { given } from '../domain/given.ts';
import { cutIssue } from '../quantities/cut-issue.ts';
import { fold } from '../text/fold-text.ts';

/** A shorter title names a kind of report, not a series, in characters. */
const SHORTEST = 3;

/**
 * Reports that are issues of one series: their titles differ in dates and numbers only, and nobody else publishes one.
 */
export function groupIssues<T extends Report>(reports: readonly T[]): (ReportSeries & { issues: T[] })[] {
  const named = reports.filter(({ title }) => cutIssue(title).length >= SHORTEST);
  const groups = [...Map.groupBy(named, ({ title }) => cutIssue(title)).values()].flatMap(byWhom);
  return groups
    .filter((issues) => new Set(issues.map(dateOf)).size > 1)
    .map((group) => {
      const issues = group.toSorted((one, other) => dateOf(one).localeCompare(dateOf(other)));
      const publisher = issues.find((issue) => issue.publisher !== undefined)?.publisher;
      return { title: issues.at(-1)?.title ?? '', ...given({ publisher }), issues };
    });
}

/** Reports of one title by different publishers, or about different companies, are none of one series. */
function byWhom<T extends Report>(reports: T[]): T[][] {
  const groups: T[][] = [];
  for (const report of reports) {
    const group = groups.find((others) => others.every((other) => isAlike(report, other)));
    if (group) group.push(report);
    else groups.push([report]);
  }
  return groups;
}

function isAlike(one: Report, other: Report): boolean {
  const isSame = (a: string | undefined, b: string | undefined) =>
    a === undefined || b === undefined || fold(a) === fold(b);
  return isSame(one.publisher, other.publisher) && isSame(one.company, other.company);
}

function dateOf({ publishedOn, period, file }: Pick<Report, 'publishedOn' | 'period' | 'file'>): string {
  return publishedOn ?? period ?? file;
}
