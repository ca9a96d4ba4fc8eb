import type { StoredReport } from '../domain/ports.ts';
import type { Page, Span } from '../domain/report.ts';
import type { LinkedPage } from '../domain/signed.ts';
import type { Mark } from './marked-paragraphs.ts';
import { outlinePage } from './outline-page.ts';
import { problemPage } from './problem-page.ts';
import { searchReport } from './report-search.ts';
import { linkedPage, sourcePage } from './source-page.ts';
import type { SourceView } from './source-page.ts';
import { pageReply } from './visit.ts';
import type { PrintedPage, Reply, Visit, WebSteps } from './visit.ts';
import { WORDS } from '../words/web.ts';

/** `/reports/ID`, `/reports/ID/pages/N` and its picture `/reports/ID/pages/N.png`. */
export async function reportReply({ url, session, language: browser }: Visit, steps: WebSteps): Promise<Reply> {
  const match = /^\/reports\/([^/]+)(?:\/pages\/(\d{1,6})(\.png)?)?\/?$/u.exec(url.pathname);
  const [, id, number, extension] = match ?? [];
  const stored = id === undefined ? undefined : await (session ? steps.anyReport(id) : steps.report(id));
  if (!stored) return missingReply(browser);
  const { language } = stored.report;
  if (number === undefined) return pageReply(outlinePage(stored, await steps.overview(stored.report.id), language));
  const page = stored.pages.find((other) => other.number === Number(number));
  if (!page) return missingReply(language);
  if (extension !== undefined) return pictureReply(stored, page, language, steps);
  const quote = quoteOf(url, stored);
  const search = searchReport(stored, url);
  const query = queryOf(quote, search.find);
  const view = await viewOf({ stored, page, quote, hits: search.hits }, steps, {
    picture: `/reports/${stored.report.id}/pages/${page.number}.png`,
    share:
      steps.access.linkTo({ reportId: stored.report.id, page: page.number, ...(quote ? { quote } : {}) }) +
      (quote ? '#quote' : ''),
    pageAddress: (other) => `/reports/${stored.report.id}/pages/${other.number}${query}`,
  });
  return pageReply(sourcePage(view, search, language));
}

/**
 * `/s/TOKEN`: exactly the page of a signed link, and where its quote runs over the page's end, `/s/TOKEN/N`; pictures
 * `/s/TOKEN/N.png`.
 */
export async function linkReply({ url, session, language: browser }: Visit, steps: WebSteps): Promise<Reply> {
  const [, token = '', number, extension] = /^\/s\/([^/]+)(?:\/(\d{1,6})(\.png)?)?$/u.exec(url.pathname) ?? [];
  const opened = steps.access.openLink(token);
  const words = WORDS[browser];
  if (opened.outcome === 'expired')
    return pageReply(problemPage(words.linkExpired, words.linkExpiredHint, browser, { home: false }), 410);
  if (opened.outcome !== 'valid')
    return pageReply(problemPage(words.linkTampered, words.linkTamperedHint, browser, { home: false }), 403);
  const { page: first, quote } = opened.page;
  const stored = session ? await steps.anyReport(opened.page.reportId) : await linkedReport(opened.page, steps);
  const isLinked = (page: Page) =>
    page.number === first || (quote !== undefined && page.span.start < quote.end && quote.start < page.span.end);
  const page = stored?.pages.find((other) => other.number === Number(number ?? first));
  if (!stored || !page || !isLinked(page))
    return pageReply(problemPage(words.missing, words.linkExpiredHint, browser, { home: false }), 404);
  if (extension !== undefined) return pictureReply(stored, page, browser, steps);
  const view = await viewOf({ stored, page, quote: inRange(quote, stored), hits: [] }, steps, {
    picture: `/s/${token}/${page.number}.png`,
    share: `/s/${token}${quote ? '#quote' : ''}`,
    pageAddress: (other) => (isLinked(other) ? `/s/${token}/${other.number}` : undefined),
  });
  return pageReply(linkedPage(view, stored.report.language));
}

/** The report of a link, as long as it is for everyone, or those may see it for whom the link was made. */
async function linkedReport({ reportId, holder }: LinkedPage, steps: WebSteps): Promise<StoredReport | undefined> {
  return (await steps.report(reportId)) ?? (holder === undefined ? undefined : steps.reportFor(reportId, holder));
}

/** A page that is not there. */
export function missingReply(language: Visit['language']): Reply {
  const words = WORDS[language];
  return pageReply(problemPage(words.missing, words.missingHint, language), 404);
}

/** The page as printed with its marks; a picture that cannot be made is a line in the log, and the text is shown. */
export async function printedOrNot(
  stored: StoredReport,
  page: Page,
  marks: Mark[],
  steps: WebSteps,
): Promise<PrintedPage | undefined> {
  try {
    return await steps.printedPage(stored, page, marks);
  } catch (error) {
    steps.log(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

interface Shown {
  stored: StoredReport;
  page: Page;
  quote: Span | undefined;
  hits: Span[];
}

async function viewOf(
  { stored, page, quote, hits }: Shown,
  steps: WebSteps,
  addresses: Pick<SourceView, 'picture' | 'share' | 'pageAddress'>,
): Promise<SourceView> {
  const onPage = hits.filter(({ start, end }) => start < page.span.end && end > page.span.start);
  const marks: Mark[] = [
    ...(quote ? [{ ...quote, kind: 'quote' as const }] : []),
    ...onPage.map((hit) => ({ ...hit, kind: 'hit' as const })),
  ];
  return { stored, page, quote, marks, printed: await printedOrNot(stored, page, marks, steps), ...addresses };
}

async function pictureReply(
  { report }: StoredReport,
  page: Page,
  language: Visit['language'],
  steps: WebSteps,
): Promise<Reply> {
  const body = await steps.picture(report.id, page.number);
  return body ? { kind: 'file', type: 'image/png', body } : missingReply(language);
}

/** The marked range, when it is one of this report's text; any other is left out. */
function quoteOf(url: URL, stored: StoredReport): Span | undefined {
  const match = /^(\d{1,9})-(\d{1,9})$/u.exec(url.searchParams.get('quote') ?? '');
  return match ? inRange({ start: Number(match[1]), end: Number(match[2]) }, stored) : undefined;
}

function inRange(quote: Span | undefined, { text }: StoredReport): Span | undefined {
  return quote && quote.start < quote.end && quote.end <= text.length
    ? { start: quote.start, end: quote.end }
    : undefined;
}

function queryOf(quote: Span | undefined, find: string): string {
  const query = new URLSearchParams({
    ...(find === '' ? {} : { find }),
    ...(quote ? { quote: `${quote.start}-${quote.end}` } : {}),
  }).toString();
  return query === '' ? '' : `?${query}`;
}
