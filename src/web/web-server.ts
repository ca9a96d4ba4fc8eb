import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Language } from '../domain/report.ts';
import { problemPage } from './problem-page.ts';
import { missingReply } from './report-routes.ts';
import { foreignReply, routeVisit, takesForms } from './routes.ts';
import { SESSION_COOKIE } from './sign-in-routes.ts';
import type { Reply, ServerSteps, Visit, WebSteps } from './visit.ts';
import { belowBase, splitBase } from './workspace-pages.ts';
import { WORDS } from './words.ts';

/** Largest form, in bytes: a note and a few ids; and a draft: one that is too long for a check is told so. */
const FORM_BYTES = 32 * 1024;
const DRAFT_BYTES = 2 * 1024 * 1024;

const TEXT = 'text/plain; charset=utf-8';
const SECURITY = {
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  // The address of a signed link is a secret: other sites are told nothing of it.
  'Referrer-Policy': 'same-origin',
};

/** A server for the ask page, the report pages, the review and, in HTTP mode, Slack. The caller makes it listen. */
export function createWebServer(steps: ServerSteps): Server {
  const assets = new Map([
    ['/assets/footnote.css', { type: 'text/css; charset=utf-8', body: readAsset('footnote.css') }],
    ['/assets/reading.css', { type: 'text/css; charset=utf-8', body: readAsset('reading.css') }],
    ['/assets/keys.js', { type: 'text/javascript; charset=utf-8', body: readAsset('keys.js') }],
  ]);
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (isSlacks(url.pathname, request.method) && steps.slack) return steps.slack(request, response);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead && !(request.method === 'POST' && takesForms(splitBase(url).url))) return send(response, 405, TEXT, 'Only GET is served here.\n', { Allow: 'GET, HEAD' });
    const asset = assets.get(url.pathname);
    if (asset) return send(response, 200, asset.type, asset.body);
    return void answerAt(request, url, steps)
      .catch((error: unknown): Reply => {
        steps.log(`${nameOf(url)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        const language = languageOf(request);
        return { kind: 'page', status: 500, page: problemPage(WORDS[language].failed, undefined, language) };
      })
      .then((reply) => sendReply(response, reply));
  });
}

function isSlacks(path: string, method: string | undefined): boolean {
  return method === 'POST' ? path === '/slack/events' : method === 'GET' && (path === '/slack/install' || path === '/slack/oauth_redirect');
}

/** A page of the shared library, or below `/w/TEAM` of a workspace's. */
async function answerAt(request: IncomingMessage, asked: URL, steps: ServerSteps): Promise<Reply> {
  const { workspace, url } = splitBase(asked);
  if (!workspace) return answer(request, url, steps);
  const own = await steps.stepsOf(workspace.team);
  return own ? belowBase(workspace.base, await answer(request, url, own)) : missingReply(languageOf(request));
}

async function answer(request: IncomingMessage, url: URL, steps: WebSteps): Promise<Reply> {
  const language = languageOf(request);
  const session = cookiesOf(request).map((cookie) => steps.access.sessionOf(cookie)).find(Boolean);
  const visit: Visit = { url, language, ...(session ? { session } : {}) };
  if (request.method !== 'POST') return routeVisit(visit, steps);
  const form = isForeign(request) ? undefined : await readForm(request, url.pathname === '/check' ? DRAFT_BYTES : FORM_BYTES);
  return form ? routeVisit({ ...visit, form }, steps) : foreignReply(language);
}

/** Browsers say where a form comes from. */
function isForeign({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  const { origin } = headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== headers.host);
}

/** The fields of a form; undefined when it is larger than `limit` bytes. */
async function readForm(request: IncomingMessage, limit: number): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > limit) return undefined;
    chunks.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/** One of the shared library's pages may come beside that of a workspace's. */
function cookiesOf({ headers }: IncomingMessage): string[] {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.flatMap(([name, value]) => (name === SESSION_COOKIE && value !== undefined ? [value] : []));
}

/** The address for the log, without what opens a page or signs somebody in. */
function nameOf({ pathname }: URL): string {
  return pathname.replace(/^((?:\/w\/[^/]+)?\/(?:s|sign-in)\/)[^/]+/u, '$1…');
}

function languageOf(request: IncomingMessage): Language {
  return /^\s*zh\b/iu.test(request.headers['accept-language'] ?? '') ? 'zh' : 'en';
}

function readAsset(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

function sendReply(response: ServerResponse, reply: Reply): void {
  if (reply.kind === 'page') return send(response, reply.status, 'text/html; charset=utf-8', reply.page.source);
  if (reply.kind === 'moved') return send(response, 303, TEXT, '', { Location: reply.to, ...(reply.cookie === undefined ? {} : { 'Set-Cookie': reply.cookie }) });
  const download = reply.download === undefined ? { 'Cache-Control': 'private, max-age=3600' } : { 'Content-Disposition': `attachment; filename="${reply.download}"` };
  return send(response, 200, reply.type, reply.body, download);
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array, more: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), 'Cache-Control': 'no-store', ...SECURITY, ...more });
  response.end(body);
}
