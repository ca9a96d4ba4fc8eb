import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { doWork } from '../watch/current-work.ts';
import type { Note } from '../watch/events.ts';
import { createHostCheck } from './allowed-hosts.ts';
import { answerBrokenRequests } from './broken-requests.ts';
import { traceOf } from './failure-reply.ts';
import { answerOperator } from './operation-routes.ts';
import { createPageApp } from './page-app.ts';
import { createProgramApp } from './program-app.ts';
import { closedDoor } from './program-door.ts';
import { sendRefusal } from './refusal.ts';
import type { RefusalReason } from './refusal.ts';
import { requestIdOf } from './request-id.ts';
import { limitConnections } from './limit-connections.ts';
import { isPlainTarget } from './request-target.ts';
import { servedRoute } from './served-route.ts';
import type { ServerSteps } from './visit.ts';

/** How long a request may take to arrive, in milliseconds, and how large its first lines may be, in bytes. */
const REQUEST_LIMITS: ServerOptions = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2000,
  // A question of 2,000 Chinese characters takes 18,000 bytes in an address.
  maxHeaderSize: 32 * 1024,
  // Node would refuse it without words.
  requireHostHeader: false,
};
/**
 * How long a connection stands open for the next request, in milliseconds, as whoever asks is told. Proxies keep theirs
 * for one or two minutes whatever they are told, and a form is lost that one sends as we close.
 */
const KEPT_OPEN_MS = { visitor: 5000, proxy: 130_000 };
/** So much longer it does stand open, in milliseconds: whoever asks is to close first, also on a busy machine. */
const KEPT_OPEN_BESIDES_MS = 10_000;
/** Refused host names of which the log speaks. */
const HOSTS_TOLD = 20;
/** A connection on which nothing moves is closed after so long, in milliseconds: no answer takes so long. */
const IDLE_MS = 10 * 60_000;
/** What Bolt has not answered after so long, in milliseconds, it never will; Slack itself gives up after 3,000. */
const SLACK_MS = 30_000;

/**
 * A server for the ask page, the report pages, the review, other programs and, in HTTP mode, Slack. The caller makes it
 * listen.
 * @param limits others than the usual ones, for a test that does not want to wait
 */
export function createWebServer(steps: ServerSteps, limits: ServerOptions = {}): Server {
  const isOurs = createHostCheck(steps.hosts);
  const refused = new Set<string>();
  const app = createPageApp(steps);
  const note: Note = steps.note ?? (() => undefined);
  const pages = getRequestListener((request, env) => app.fetch(request, env));
  const programApp = createProgramApp(steps.programs ?? closedDoor(steps.log), steps.hosts.baseUrl);
  const programs = getRequestListener((request, env) => programApp.fetch(request, env));

  async function answer(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    const reason = refusalFor(request, isOurs);
    if (reason === 'host') tellOfHost(request.headers.host ?? '');
    if (reason !== undefined) return sendRefusal(response, reason, id);
    if (steps.operation && (await answerOperator(request, response, steps.operation))) return;
    watchServed(request, response);
    if (isForPrograms(request)) return doWork({ id, door: 'program' }, note, () => show(programs, request, response));
    if (!steps.slack || !isSlacks(request))
      return doWork({ id, door: 'web' }, note, () => show(pages, request, response));
    const late = setTimeout(() => response.headersSent || sendRefusal(response, 'unanswered', id), SLACK_MS).unref();
    response.on('close', () => clearTimeout(late));
    await steps.slack(request, response);
  }

  /** A page that grows is done when the last of it was sent. */
  async function show(listen: typeof pages, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const closed = new Promise<void>((resolve) => response.on('close', resolve));
    await listen(request, response);
    await closed;
  }

  function watchServed({ url = '' }: IncomingMessage, response: ServerResponse): void {
    const from = performance.now();
    response.on('close', () =>
      note({ kind: 'served', route: servedRoute(url), status: response.statusCode, ms: performance.now() - from }),
    );
  }

  /** Once a name: it may be the administrator's, who wonders, or one of many that somebody tries. */
  function tellOfHost(host: string): void {
    if (refused.has(host) || refused.size === HOSTS_TOLD) return;
    refused.add(host);
    steps.log(
      `Requests for ${JSON.stringify(host.slice(0, 100))} are refused: BASE_URL or ALLOWED_HOSTS would have to name \
it.`,
    );
  }

  const behindProxy = steps.hosts.baseUrl !== undefined;
  const keptOpen: ServerOptions = {
    keepAliveTimeout: behindProxy ? KEPT_OPEN_MS.proxy : KEPT_OPEN_MS.visitor,
    keepAliveTimeoutBuffer: KEPT_OPEN_BESIDES_MS,
  };
  const server = createServer({ ...REQUEST_LIMITS, ...keptOpen, ...limits }, (request, response) => {
    const id = requestIdOf(response);
    // The one boundary of every handler: what is thrown is a line in the log, words for whoever waits, the end of
    // nothing else.
    answer(request, response, id).catch((error: unknown) => {
      steps.log(`[${id}] ${traceOf(error)}`);
      if (response.headersSent) response.destroy();
      else sendRefusal(response, 'failed', id);
    });
  });
  limitConnections(server, behindProxy);
  server.timeout = IDLE_MS;
  answerBrokenRequests(server);
  return server;
}

/** Why a request is not looked at any further. */
function refusalFor(
  { url = '', headersDistinct }: IncomingMessage,
  isOurs: (host: string) => boolean,
): RefusalReason | undefined {
  if (!isPlainTarget(url)) return 'target';
  // Two hosts: one for whoever looked at the request before, another for us.
  const [host, ...more] = headersDistinct['host'] ?? [];
  if (host === undefined || more.length > 0) return 'malformed';
  return isOurs(host) ? undefined : 'host';
}

function isForPrograms({ url = '' }: IncomingMessage): boolean {
  const { pathname } = new URL(url, 'http://localhost');
  return pathname === '/mcp' || pathname.startsWith('/api/');
}

function isSlacks({ method, url = '' }: IncomingMessage): boolean {
  const { pathname } = new URL(url, 'http://localhost');
  if (method === 'POST') return pathname === '/slack/events';
  return method === 'GET' && (pathname === '/slack/install' || pathname === '/slack/oauth_redirect');
}
