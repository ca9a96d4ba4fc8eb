import type { StoredReport } from '../domain/ports.ts';
import type { Language, Page, Span } from '../domain/report.ts';
import { Verdict } from '../domain/review.ts';
import type { QueueItem, VerdictOutcome } from '../domain/review.ts';
import type { Session } from '../domain/signed.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { pageName, pageText } from './page-text.ts';
import { printedView } from './printed-view.ts';
import { problemPage } from './problem-page.ts';
import { printedOrNot } from './report-routes.ts';
import { reviewPage } from './review-page.ts';
import { inTurn } from './review-queue.ts';
import { REVIEW_WORDS } from '../words/web-review.ts';
import { quoteHref } from './source-link.ts';
import { pageReply } from './visit.ts';
import type { PageReply, Reply, Visit, WebSteps } from './visit.ts';
import { WORDS } from '../words/web.ts';

/** Citations that the queue lists at once. */
const LISTED = 50;

/** `/review`, its log as CSV and JSON, and the verdicts that its form sends. */
export async function reviewReply(visit: Visit, steps: WebSteps): Promise<Reply> {
  const { url, session, form, language } = visit;
  const words = REVIEW_WORDS[language];
  if (!session) return pageReply(problemPage(words.onlyEditors, words.onlyEditorsHint, language), 403);
  if (url.pathname === '/review/log.csv')
    return {
      kind: 'file',
      type: 'text/csv; charset=utf-8',
      body: await steps.exportLog('csv'),
      download: 'footnote-log.csv',
    };
  if (url.pathname === '/review/log.json')
    return {
      kind: 'file',
      type: 'application/json; charset=utf-8',
      body: await steps.exportLog('json'),
      download: 'footnote-log.json',
    };
  if (form) return verdictReply(session, form, language, steps);
  const stored = Verdict.safeParse(url.searchParams.get('given'));
  const message = stored.success
    ? words.given(words.status[stored.data], url.searchParams.get('entry') ?? '')
    : undefined;
  return showReply(
    { session, at: url.searchParams.get('at') ?? undefined, message, note: '', status: 200 },
    language,
    steps,
  );
}

async function verdictReply(
  session: Session,
  form: URLSearchParams,
  language: Language,
  steps: WebSteps,
): Promise<Reply> {
  const words = REVIEW_WORDS[language];
  const verdict = Verdict.safeParse(form.get('verdict'));
  const at = form.get('citation') ?? '';
  const note = form.get('note') ?? '';
  if (!verdict.success) return showReply({ session, at, message: undefined, note, status: 400 }, language, steps);
  const before = await steps.review.queue(LISTED);
  const outcome = await steps.review.giveVerdict({
    citationId: at,
    verdict: verdict.data,
    note,
    editor: session.editor,
    seen: Number(form.get('seen')),
  });
  if (outcome.outcome === 'given')
    return {
      kind: 'moved',
      to: nextAddress(inTurn(before), at, { given: verdict.data, entry: String(outcome.entry.number) }),
    };
  if (outcome.outcome === 'no_editor')
    return pageReply(problemPage(words.onlyEditors, words.onlyEditorsHint, language), 403);
  return showReply(
    { session, at, message: sentence(outcome, words), note, status: outcome.outcome === 'changed_since' ? 409 : 200 },
    language,
    steps,
  );
}

/** The next one that waited when this one was shown; after the last, the first. */
function nextAddress(queue: QueueItem[], at: string, done: Record<string, string>): string {
  const next = queue[queue.findIndex(({ citation }) => citation.id === at) + 1];
  const query = new URLSearchParams({ ...(next && next.citation.id !== at ? { at: next.citation.id } : {}), ...done });
  return `/review?${query.toString()}`;
}

function sentence({ outcome }: VerdictOutcome, words: (typeof REVIEW_WORDS)['en']): string {
  if (outcome === 'already') return words.already;
  return outcome === 'changed_since' ? words.changed : words.unknown;
}

interface Showing {
  session: Session;
  /** Id of the citation to show; absent: the first that waits. */
  at: string | undefined;
  message: string | undefined;
  note: string;
  status: PageReply['status'];
}

async function showReply(
  { session, at, message, note, status }: Showing,
  language: Language,
  steps: WebSteps,
): Promise<Reply> {
  const waiting = await steps.review.queue(LISTED + 1);
  const asked = at === undefined ? undefined : await steps.review.answerOf(at);
  const item = asked ?? inTurn(waiting.slice(0, LISTED))[0];
  const stored = item && (await steps.anyReport(item.citation.quote.reportId));
  const page = reviewPage(
    {
      session,
      item,
      note,
      queue: waiting.slice(0, LISTED),
      more: waiting.length > LISTED,
      pages: stored && item && (await evidence(stored, item.citation.quote.span, language, steps)),
      source: item ? quoteHref(item.citation.quote) : '/',
      message: message ?? (at !== undefined && !asked ? REVIEW_WORDS[language].unknown : undefined),
    },
    language,
  );
  return pageReply(page, at !== undefined && !asked ? 404 : status);
}

/** Every page that a quote stands on, as printed where that can be shown. */
async function evidence(stored: StoredReport, quote: Span, language: Language, steps: WebSteps): Promise<Html> {
  const pages = stored.pages.filter(({ span }) => span.start < quote.end && quote.start < span.end);
  return html`${await Promise.all(pages.map((page) => evidencePage(stored, page, quote, language, steps)))}`;
}

async function evidencePage(
  stored: StoredReport,
  page: Page,
  quote: Span,
  language: Language,
  steps: WebSteps,
): Promise<Html> {
  const marks = [{ ...quote, kind: 'quote' as const }];
  const printed = await printedOrNot(stored, page, marks, steps);
  const name = pageName(stored, page);
  const picture =
    printed &&
    printedView(
      `/reports/${stored.report.id}/pages/${page.number}.png`,
      WORDS[language].printedAlt(name),
      printed,
      marks,
    );
  return html`<h2>${name}</h2>${picture ?? pageText(stored, page, marks)}`;
}
