import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Question, VerifiedAnswer } from '../domain/answer.ts';
import type { CheckedDraft } from '../domain/check.ts';
import type { StoredReport } from '../domain/ports.ts';
import type { Language, Page, Report, Span } from '../domain/report.ts';
import type { Review } from '../domain/review.ts';
import type { Access, Session } from '../domain/signed.ts';
import type { FigureSeries, SummaryRequest, VerifiedSummary } from '../domain/summary.ts';
import type { Box } from '../domain/source.ts';
import type { Html } from './html.ts';

/** A printed page's size in points, and for each marked span its boxes. */
export interface PrintedPage {
  width: number;
  height: number;
  boxes: Box[][];
}

/** What the pages call. */
export interface WebSteps {
  answerQuestion(question: Question): Promise<VerifiedAnswer>;
  check(draft: string): Promise<CheckedDraft>;
  summarize(request: SummaryRequest): Promise<VerifiedSummary>;
  /** A PNG of bars. */
  drawChart(series: FigureSeries, title: string): Promise<Uint8Array>;
  reports(): Promise<Report[]>;
  report(id: string): Promise<StoredReport | undefined>;
  /** A report as the channel or person sees it for whom a link was made. */
  reportFor(id: string, holder: string): Promise<StoredReport | undefined>;
  /** Any report: for editors who are signed in. */
  anyReport(id: string): Promise<StoredReport | undefined>;
  /** A page as PNG; undefined when it cannot be shown as printed. */
  picture(reportId: string, page: number): Promise<Uint8Array | undefined>;
  /** Where spans of a report's text stand on a printed page; undefined when it cannot be shown as printed. */
  printedPage(stored: StoredReport, page: Page, spans: Span[]): Promise<PrintedPage | undefined>;
  review: Pick<Review, 'recordAnswer' | 'answerOf' | 'flag' | 'giveVerdict' | 'queue'>;
  exportLog(format: 'csv' | 'json'): Promise<string>;
  access: Access;
  /** Who sees more than signed links: everyone, or editors who signed in. */
  webAccess: 'open' | 'links';
  /** True when people reach the pages by https: the cookie is sent no other way. */
  secure: boolean;
  log(line: string): void;
}

/** What the web server calls besides. */
export interface ServerSteps extends WebSteps {
  /** The same for the library of a workspace; undefined where it has none of its own. */
  stepsOf(team: string): Promise<WebSteps | undefined>;
  /** Takes what Slack sends to `/slack/events` in HTTP mode, and people who install the app. */
  slack?: (request: IncomingMessage, response: ServerResponse) => void;
}

/** A request, as the routes see it. */
export interface Visit {
  url: URL;
  /** The browser's. */
  language: Language;
  /** The editor who is signed in. */
  session?: Session;
  /** What a form sent; absent: the page is only read. */
  form?: URLSearchParams;
}

/** What goes back. */
export type Reply =
  | { kind: 'page'; status: number; page: Html }
  | { kind: 'file'; type: string; body: string | Uint8Array; download?: string }
  | { kind: 'moved'; to: string; cookie?: string };

/** A page that goes back. */
export function pageReply(page: Html, status = 200): Reply {
  return { kind: 'page', status, page };
}
