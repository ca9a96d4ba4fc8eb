import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLoopback } from './visitor-address.ts';
import type { OperationSteps } from './visit.ts';

/** Headers by which a proxy says that somebody else asks. */
const FORWARDING = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Answers `/healthz`, `/readyz` and `/metrics`; false for every other address. The first two say nothing that is not to
 * be known: yes or no, and of what.
 */
export async function answerOperator(
  request: IncomingMessage,
  response: ServerResponse,
  steps: OperationSteps,
): Promise<boolean> {
  const path = request.url?.split('?', 1)[0];
  if (path !== '/healthz' && path !== '/readyz' && path !== '/metrics') return false;
  const send = (status: number, type: string, body: string, headers: Record<string, string> = {}) =>
    response
      .writeHead(status, { ...HEADERS, ...headers, 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) })
      .end(request.method === 'HEAD' ? undefined : body);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    send(405, TEXT, 'GET only\n', { Allow: 'GET, HEAD' });
    return true;
  }
  if (path === '/healthz') send(200, TEXT, 'ok\n');
  else if (path === '/readyz') {
    const checks = await steps.checks();
    const ready = Object.values(checks).every(Boolean);
    send(ready ? 200 : 503, 'application/json', `${JSON.stringify({ ready, checks })}\n`);
  } else if (mayRead(request, steps.metricsToken)) {
    const { type, text } = await steps.metrics();
    send(200, type, text);
  } else if (steps.metricsToken === undefined)
    send(403, TEXT, 'Only this machine may read these: set METRICS_TOKEN.\n');
  else send(401, TEXT, 'Authorization: Bearer METRICS_TOKEN\n', { 'WWW-Authenticate': 'Bearer' });
  return true;
}

const TEXT = 'text/plain; charset=utf-8';
const HEADERS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/**
 * Without a token only this machine, asking itself by a name of its own: a proxy on it passes on what others ask.
 */
function mayRead({ headers, socket }: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  const isForwarded = FORWARDING.some((name) => headers[name] !== undefined);
  const [host = ''] = /^\[[^\]]*\]|^[^:]*/u.exec(headers.host ?? '') ?? [];
  return !isForwarded && isLoopback(socket.remoteAddress) && (host === 'localhost' || isLoopback(host));
}

/** In the same time whatever is the same: digests are compared, for these have one length. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
