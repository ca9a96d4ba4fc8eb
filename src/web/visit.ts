import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FigureSeries, Claim, Passage, Question, Source, VerifiedAnswer } from '../domain/answer.ts';
import type { CheckedDraft } from '../domain/check.ts';
import type { FootnotedDocument } from '../domain/footnoted-document.ts';
import type { GivenAnswers } from '../domain/given-answer.ts';
import type { FigureFact, FiguresRequest, FoundFigures, ReportSeries } from '../domain/figure-fact.ts';
import type { StoredReport } from '../domain/ports.ts';
import type { Language, Page, Report, Span } from '../domain/report.ts';
import type { Review } from '../domain/review.ts';
import type { Access, Session } from '../domain/signed.ts';
import type { SummaryRequest, VerifiedSummary } from '../domain/summary.ts';
import type { Health, Usage, VerdictCounts } from '../domain/usage.ts';
import type { Box } from '../domain/source.ts';
import type { Note } from '../watch/events.ts';
import type { HostSettings } from './allowed-hosts.ts';
import type { Html } from './html.ts';
import type { ProgramDoor } from './program-door.ts';

/** A printed page's size in points, and for each marked span its boxes. */
export interface PrintedPage {
  width: number;
  height: number;
  boxes: Box[][];
}

/** Who asks, and who waits. */
export interface AskOptions {
  /** Whose allowance is used. */
  user: string;
  /** The address of whoever asks: among those who ask at the same time, each address has its turn. */
  visitor: string;
  /** Takes each sentence as soon as it is verified, where the composer gives them one by one. */
  onClaim?(claim: Claim): void;
  /** Ends the work when nobody waits for it any more. */
  signal: AbortSignal;
}

/** What is drawn: values of one unit, each with its label. */
export type Drawn = Pick<FigureSeries, 'kind' | 'unit'> & { values: { label: string; value: number }[] };

/** How Footnote is used and how it is: for editors who are signed in. */
export interface AdminSteps {
  /** @param days how many days back */
  usage(days: number): Promise<Usage>;
  health(): Promise<Health>;
  verdicts(): Promise<VerdictCounts>;
}

/** A report at a glance. */
export interface ReportOverview {
  /** Questions that were tried and found answered in it. */
  questions: readonly string[];
  /** Figures that it states first. */
  figures: readonly FigureFact[];
}

/** What the pages call. */
export interface WebSteps {
  admin: AdminSteps;
  answerQuestion(question: Question, options: AskOptions): Promise<VerifiedAnswer>;
  /** Passages that come near a question, the nearest first. */
  search(question: Question, limit: number, options: AskOptions): Promise<Passage[]>;
  /** Each quote of an answer in the paragraph that it was taken from. */
  sourcesOf(answer: VerifiedAnswer): Promise<Source[]>;
  check(draft: string, options: AskOptions): Promise<CheckedDraft>;
  summarize(request: SummaryRequest, options: AskOptions): Promise<VerifiedSummary>;
  /** Figures as data, each with its citation. */
  figures(
    request: FiguresRequest,
    options: { limit: number; isTrend: boolean; visitor: string },
  ): Promise<FoundFigures>;
  /** A PNG of bars, or of a line over time. */
  drawChart(series: Drawn, title: string): Promise<Uint8Array>;
  /** A document as a file for Word, or as PDF. */
  writeDocument(document: FootnotedDocument, format: 'docx' | 'pdf'): Promise<Uint8Array>;
  reports(): Promise<Report[]>;
  /** Series that reports are issues of. */
  series(reports: readonly Report[]): ReportSeries[];
  /** Questions about these reports that were tried and found answered; none while that is not known. */
  examples(): Promise<string[]>;
  /** What can be said at a glance of a report that everyone may see; empty while that is found. */
  overview(reportId: string): Promise<ReportOverview>;
  report(id: string): Promise<StoredReport | undefined>;
  /** A report as the channel or person sees it for whom a link was made. */
  reportFor(id: string, holder: string): Promise<StoredReport | undefined>;
  /** Any report: for editors who are signed in. */
  anyReport(id: string): Promise<StoredReport | undefined>;
  /** A page as PNG; undefined when it cannot be shown as printed. */
  picture(reportId: string, page: number): Promise<Uint8Array | undefined>;
  /** Where spans of a report's text stand on a printed page; undefined when it cannot be shown as printed. */
  printedPage(stored: StoredReport, page: Page, spans: Span[]): Promise<PrintedPage | undefined>;
  /** Answers that were given, each behind its address. */
  answers: GivenAnswers;
  review: Pick<Review, 'recordAnswer' | 'answerOf' | 'flag' | 'giveVerdict' | 'queue'>;
  exportLog(format: 'csv' | 'json'): Promise<string>;
  access: Access;
  /** Takes in a report that an editor brings, and which formats it may have: endings with their dot. */
  adding: { extensions: readonly string[]; add(file: SentFile): Promise<AddedFile> };
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
  slack?: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
  /** Programs that may come in; absent: none. */
  programs?: ProgramDoor;
  /** For whoever runs it: whether it is well, and what can be counted. */
  operation?: OperationSteps;
  /** Takes what happens, for whoever watches. */
  note?: Note;
  /** Under which names the server may be asked. */
  hosts: HostSettings;
}

/** What supervisors and collectors ask. */
export interface OperationSteps {
  /** What must be there to answer, by name, and whether it is. */
  checks(): Promise<Record<string, boolean>>;
  metrics(): Promise<{ type: string; text: string }>;
  /** Opens the metrics to whoever brings it; absent: to this machine only. */
  metricsToken?: string;
}

/** A file that a form sent. */
export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

/** What became of a file that somebody adds. */
export type AddedFile =
  | { outcome: 'added' | 'unchanged'; id: string; title: string }
  | { outcome: 'refused'; reason: string };

/** A request, as the routes see it. */
export interface Visit {
  url: URL;
  /** The browser's. */
  language: Language;
  /** Whose questions are listed together: a browser, or an editor; absent: nobody is known. */
  person?: string;
  /** The editor who is signed in. */
  session?: Session;
  /** What a form sent; absent: the page is only read. */
  form?: URLSearchParams;
  /** Files that came with the form. */
  files?: readonly SentFile[];
  /** The address of whoever visits. */
  visitor: string;
  /** Ends when the visitor has gone. */
  signal: AbortSignal;
}

/** A page with the status that goes before it. */
export interface PageReply {
  kind: 'page';
  status: 200 | 400 | 403 | 404 | 405 | 409 | 410 | 413 | 500 | 503;
  page: Html;
}

/** What goes back. */
export type Reply =
  | PageReply
  | { kind: 'file'; type: string; body: string | Uint8Array; download?: string }
  /** A page that grows: what there is of it already is shown until it is whole. */
  | { kind: 'growing'; grow(show: (part: Html) => void): Promise<GrownPage> }
  /** `session`: the one that begins, or that the browser is to forget. */
  | { kind: 'moved'; to: string; session?: StartedSession | 'forgotten' };

/** A page that grew, and the address under which it stands. */
export interface GrownPage {
  page: Html;
  address?: string;
}

/** What a browser keeps of a session, and for how many seconds. */
export interface StartedSession {
  cookie: string;
  maxAgeS: number;
}

/** Visitors who are not signed in share one allowance. */
const VISITORS = 'web';

/** Who asks on a page. */
export function askerOf({ session, signal, visitor }: Visit): AskOptions {
  return { signal, visitor, user: session ? `${VISITORS}/${session.editor}` : VISITORS };
}

/** A page that goes back. */
export function pageReply(page: Html, status: PageReply['status'] = 200): PageReply {
  return { kind: 'page', status, page };
}
