import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { Html } from './html.ts';
import type { PageEnv } from './page-env.ts';
import { withLook } from './look.ts';
import { keepSession } from './session-cookie.ts';
import type { GrownPage, Reply } from './visit.ts';
import { belowBase } from './workspace-pages.ts';

const HTML = 'text/html; charset=utf-8';

type Growing = Extract<Reply, { kind: 'growing' }>;
type File = Extract<Reply, { kind: 'file' }>;

/**
 * Makes what goes back of a reply; below `/w/TEAM` its links stay there.
 * @param failed the page for something that went wrong while a page was growing
 */
export function sendReply(c: Context<PageEnv>, reply: Reply, failed: (error: unknown) => Html): Response {
  const placed = belowBase(c.var.base, reply);
  c.header('Cache-Control', 'no-store');
  if (placed.kind === 'page') {
    // What is refused says the same whatever was asked for.
    const page = withLook(c, placed.page, placed.status === 200 ? undefined : '/');
    return c.body(page.source, placed.status, { 'Content-Type': HTML });
  }
  if (placed.kind === 'file') return sendFile(c, placed);
  if (placed.kind === 'growing') return sendGrowing(c, placed, failed);
  if (placed.session !== undefined) keepSession(c, placed.session);
  return c.redirect(placed.to, 303);
}

function sendFile(c: Context<PageEnv>, { type, body, download }: File): Response {
  // A picture of a page never changes; what is said may be hidden from one moment to the next.
  const kept = type.startsWith('image/') ? { 'Cache-Control': 'private, max-age=3600' } : {};
  const headers = download === undefined ? kept : { 'Content-Disposition': `attachment; filename="${download}"` };
  return c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, { 'Content-Type': type, ...headers });
}

/** One JSON object a line: parts as they come, then the page with its address. */
function sendGrowing(c: Context<PageEnv>, { grow }: Growing, failed: (error: unknown) => Html): Response {
  c.header('Content-Type', 'application/x-ndjson; charset=utf-8');
  return stream(c, async (lines) => {
    const show = (part: Html): void => void lines.writeln(JSON.stringify({ part: part.source }));
    const { page, address } = await grow(show).catch((error: unknown): GrownPage => ({ page: failed(error) }));
    await lines.writeln(JSON.stringify({ page: withLook(c, page, address?.slice(c.var.base.length)).source, address }));
  });
}
