import { createHash, randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { PageEnv } from './page-env.ts';

/** Name of the cookie by which a browser's own questions are found again: it says nothing of whoever sits there. */
export const VISITOR_COOKIE = 'footnote_visitor';
/** A year. */
const MAX_AGE_S = 365 * 24 * 3600;
const BYTES = 18;

/**
 * Tells browsers apart, so that each has a list of its own questions; whoever signed in as an editor has theirs
 * everywhere. A browser gets its cookie with its first question, and none before.
 */
export const knowVisitor: MiddlewareHandler<PageEnv> = async (c, next) => {
  const { visit, base } = c.var;
  const name = base === '' ? VISITOR_COOKIE : `${VISITOR_COOKIE}_${base.slice('/w/'.length)}`;
  const kept = getCookie(c, name);
  const cookie = kept === undefined && asks(c) ? randomBytes(BYTES).toString('base64url') : kept;
  if (cookie !== undefined && cookie !== kept)
    setCookie(c, name, cookie, {
      path: `${base}/`,
      maxAge: MAX_AGE_S,
      httpOnly: true,
      sameSite: 'Strict',
      secure: c.var.steps.secure,
    });
  const person = visit.session ? `web/${visit.session.editor}` : cookie && `web/${hashOf(cookie)}`;
  if (person) c.set('visit', { ...visit, person });
  return next();
};

function asks({ req }: Context<PageEnv>): boolean {
  return req.method === 'POST' || req.query('q') !== undefined;
}

/** Whoever reads the store gets no cookie by it. */
function hashOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('hex');
}
