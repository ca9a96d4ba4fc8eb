import type { ReportSummary } from '../domain/ports.ts';
import type { Report } from '../domain/report.ts';
import type { SummaryRequest } from '../domain/summary.ts';
import { words } from '../lexicon/lexicon.ts';
import { meantReports, stemOf } from '../retrieve/meant-reports.ts';
import type { RetrievalParts } from '../retrieve/retrieve-passages.ts';
import { fold } from '../text/fold-text.ts';
import { holdsHan, holdsWord } from '../text/holds-letters.ts';
import type { ReadRequest } from './read-request.ts';

/** Shorter names of reports are words like any other. */
const LEAST_NAME = 4;
const ISSUE = words('question/of an issue');
const OWN_YEAR = words('question/own year');
const RELATIVE_YEARS = [
  ['明年', 1],
  ['去年', -1],
  ['next year', 1],
  ['last year', -1],
] as const;

/** The words of a request that name a section, and the reports that it is looked for in. */
export async function meantBy(
  request: Pick<SummaryRequest, 'text'>,
  read: ReadRequest,
  library: RetrievalParts['library'],
): Promise<{ content: string; reports: ReportSummary[] }> {
  const all = await library.reports();
  const named = all.filter(({ title, file }) => isNamed(request.text, title) || isNamed(request.text, stemOf(file)));
  const meant = meantReports(request.text, all) ?? (named.length > 0 ? named : undefined);
  const content = withYears(cutNames(read.content, meant ?? []), meant ?? all);
  return { content, reports: meant ?? all };
}

function isNamed(text: string, name: string): boolean {
  return fold(name).length >= LEAST_NAME && fold(text).includes(fold(name));
}

/** Without the titles of the reports and the words for issues: what is left names the section. */
function cutNames(content: string, reports: readonly Pick<Report, 'title' | 'file'>[]): string {
  const names = reports.flatMap(({ title, file }) => [title, stemOf(file)]).toSorted((a, b) => b.length - a.length);
  const cut = names.reduce((text, name) => text.replaceAll(name, ' '), OWN_YEAR.blank(ISSUE.blank(content)));
  return holdsWord(cut) && names.every((name) => !fold(name).includes(fold(cut))) ? cut.trim() : '';
}

/**
 * `明年` is the year after the report's: headings name it by its number. Its own year tells no section from another.
 */
function withYears(content: string, reports: readonly Pick<Report, 'publishedOn'>[]): string {
  const years = new Set(reports.map(({ publishedOn }) => publishedOn?.slice(0, 4)));
  const [year] = years;
  if (years.size !== 1 || year === undefined) return content;
  return RELATIVE_YEARS.reduce(
    (text, [word, offset]) => text.replace(word, `${word} ${Number(year) + offset}${holdsHan(word) ? '年' : ''}`),
    content,
  );
}
