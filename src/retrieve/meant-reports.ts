import { words } from '../lexicon/lexicon.ts';
import type { Report } from '../domain/report.ts';
import { fold } from '../text/fold-text.ts';

/** Shorter titles and publishers are words like any other. */
const LEAST_LENGTH = 4;
const PREVIOUS = words('question/previous issue');
const LATEST = words('question/latest issue');

/**
 * The reports that a question means: those whose title, file or publisher it names, or the latest or the previous
 * issue.
 * @returns undefined when it names none: then all are meant
 */
export function meantReports<T extends Pick<Report, 'title' | 'file' | 'publisher' | 'publishedOn'>>(
  question: string,
  reports: readonly T[],
): T[] | undefined {
  if (reports.length < 2) return undefined;
  const folded = fold(question);
  const isNamed = (name: string | undefined) =>
    name !== undefined && fold(name).length >= LEAST_LENGTH && folded.includes(fold(name));
  const named = reports.filter(({ title, file }) => isNamed(title) || isNamed(stemOf(file)));
  if (named.length > 0 && named.length < reports.length) return issueOf(question, named) ?? named;
  const published = reports.filter(({ publisher }) => isNamed(publisher));
  if (published.length > 0 && published.length < reports.length) return issueOf(question, published) ?? published;
  return issueOf(question, reports);
}

/** `上期报告`: by the dates of the issues; all that came out on that day. */
function issueOf<T extends Pick<Report, 'publishedOn'>>(question: string, reports: readonly T[]): T[] | undefined {
  const isPrevious = PREVIOUS.isIn(question);
  if (!isPrevious && !LATEST.isIn(question)) return undefined;
  const dates = [...new Set(reports.flatMap(({ publishedOn }) => publishedOn ?? []))].toSorted();
  const date = dates.at(isPrevious ? -2 : -1);
  return date === undefined ? undefined : reports.filter(({ publishedOn }) => publishedOn === date);
}

/** A file's name without its extension. */
export function stemOf(file: string): string {
  return file.replace(/\.[^.]+$/u, '');
}

/** What tells a report from others: what it is called, whom it is about, and what time. */
export function nameOf({
  title,
  company = '',
  period = '',
  file,
}: Pick<Report, 'title' | 'company' | 'period' | 'file'>): string {
  return [title, company, period, file].join('\n');
}
