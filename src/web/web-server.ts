import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Question, VerifiedAnswer } from '../domain/answer.ts';
import type { StoredReport } from '../domain/ports.ts';
import type { Language, Report } from '../domain/report.ts';
import { detectLanguage } from '../text/language.ts';
import { askPage } from './ask-page.ts';
import type { Html } from './html.ts';
import { problemPage } from './problem-page.ts';
import { outlinePage, sourcePage } from './source-page.ts';
import { WORDS } from './words.ts';

/** What the pages call. */
export interface WebSteps {
  answerQuestion(question: Question): Promise<VerifiedAnswer>;
  reports(): Promise<Report[]>;
  report(id: string): Promise<StoredReport | undefined>;
  /** Takes what Slack sends to `/slack/events` in HTTP mode, and people who install the app. */
  slack?: (request: IncomingMessage, response: ServerResponse) => void;
  log(line: string): void;
}

/** Longest question, in characters. */
const QUESTION_LENGTH = 2000;

interface Reply {
  status: number;
  page: Html;
}

/** A server for the ask page, the report pages and, in HTTP mode, Slack. The caller makes it listen. */
export function createWebServer(steps: WebSteps): Server {
  const assets = new Map([
    ['/assets/footnote.css', { type: 'text/css; charset=utf-8', body: readAsset('footnote.css') }],
    ['/assets/keys.js', { type: 'text/javascript; charset=utf-8', body: readAsset('keys.js') }],
  ]);
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (isSlacks(url.pathname, request.method) && steps.slack) return steps.slack(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain; charset=utf-8', 'Only GET is served here.\n');
    const asset = assets.get(url.pathname);
    if (asset) return send(response, 200, asset.type, asset.body);
    return void reply(url, languageOf(request), steps)
      .catch((error: unknown) => {
        steps.log(`${url.pathname}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        const language = languageOf(request);
        return { status: 500, page: problemPage(WORDS[language].failed, undefined, language) };
      })
      .then(({ status, page }) => send(response, status, 'text/html; charset=utf-8', page.source));
  });
}

function isSlacks(path: string, method: string | undefined): boolean {
  return method === 'POST' ? path === '/slack/events' : method === 'GET' && (path === '/slack/install' || path === '/slack/oauth_redirect');
}

async function reply(url: URL, browser: Language, steps: WebSteps): Promise<Reply> {
  if (url.pathname === '/') return askReply(url.searchParams.get('q'), browser, steps);
  const match = /^\/reports\/([^/]+)(?:\/pages\/(\d{1,6}))?\/?$/u.exec(url.pathname);
  const stored = match?.[1] === undefined ? undefined : await steps.report(match[1]);
  if (!stored) return missing(browser);
  const { language } = stored.report;
  if (match?.[2] === undefined) return { status: 200, page: outlinePage(stored, language) };
  const page = stored.pages.find(({ number }) => number === Number(match[2]));
  if (!page) return missing(language);
  return { status: 200, page: sourcePage(stored, page, quoteOf(url, stored), language) };
}

async function askReply(asked: string | null, browser: Language, steps: WebSteps): Promise<Reply> {
  if (asked === null) return { status: 200, page: askPage({ kind: 'start' }, browser, await steps.reports()) };
  const question = asked.trim();
  const language = question === '' ? browser : detectLanguage(question);
  const problem = question === '' ? WORDS[language].empty : question.length > QUESTION_LENGTH ? WORDS[language].tooLong : undefined;
  if (problem !== undefined) return { status: 400, page: askPage({ kind: 'problem', question: question.slice(0, QUESTION_LENGTH), message: problem }, language, await steps.reports()) };
  const answer = await steps.answerQuestion({ text: question, earlier: [] });
  return { status: 200, page: askPage({ kind: 'answer', answer }, language, []) };
}

function missing(language: Language): Reply {
  const words = WORDS[language];
  return { status: 404, page: problemPage(words.missing, words.missingHint, language) };
}

/** The marked range, when it is one of this report's text; any other is left out. */
function quoteOf(url: URL, { text }: StoredReport): { start: number; end: number } | undefined {
  const match = /^(\d{1,9})-(\d{1,9})$/u.exec(url.searchParams.get('quote') ?? '');
  const [start, end] = [Number(match?.[1]), Number(match?.[2])];
  return match && start < end && end <= text.length ? { start, end } : undefined;
}

function languageOf(request: IncomingMessage): Language {
  return /^\s*zh\b/iu.test(request.headers['accept-language'] ?? '') ? 'zh' : 'en';
}

function readAsset(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
  });
  response.end(body);
}
