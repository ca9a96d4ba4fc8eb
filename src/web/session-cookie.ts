import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { PageEnv } from './page-env.ts';
import type { StartedSession } from './visit.ts';

/** Name of the cookie that holds an editor's session. */
export const SESSION_COOKIE = 'footnote_editor';

/** What the browser keeps of a session with this library. */
export function sessionCookieOf(c: Context<PageEnv>): string | undefined {
  return getCookie(c, nameFor(c.var.base));
}

/**
 * Has the browser keep a session, or forget it. Scripts do not get it; links and forms of other sites do not carry it.
 */
export function keepSession(c: Context<PageEnv>, session: StartedSession | 'forgotten'): void {
  const { cookie, maxAgeS } = session === 'forgotten' ? { cookie: '', maxAgeS: 0 } : session;
  const { base, steps } = c.var;
  const { secure } = steps;
  setCookie(c, nameFor(base), cookie, {
    path: `${base}/`,
    maxAge: maxAgeS,
    httpOnly: true,
    sameSite: 'Strict',
    secure,
  });
}

/** One of the shared library's pages may come beside that of a workspace's. */
function nameFor(base: string): string {
  return base === '' ? SESSION_COOKIE : `${SESSION_COOKIE}_${base.slice('/w/'.length)}`;
}
