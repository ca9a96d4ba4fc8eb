import type { Context, MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import type { PageEnv } from './page-env.ts';

/**
 * Refuses what a page of another site has a browser send: forms, and whatever is not the opening of a page by a person.
 * Programs that are no browsers say nothing of where they come from, and carry nobody's cookie.
 * @param baseUrl the address under which people reach the pages, when it is known
 */
export function refuseForeign(baseUrl: string | undefined): MiddlewareHandler<PageEnv> {
  const forms = csrf({ origin: (origin, c) => isOurs(origin, c, baseUrl) });
  return (c, next) => {
    if (!isBrowsers(c)) return next();
    if (isForeignRead(c)) throw new HTTPException(403);
    return forms(c, next);
  };
}

/** Whether a page of another site has a browser send this: where nobody follows a link, all of it is refused. */
export function isFromElsewhere(c: Context, baseUrl: string | undefined): boolean {
  const [site, origin] = [c.req.header('Sec-Fetch-Site') ?? 'none', c.req.header('Origin')];
  return !['none', 'same-origin'].includes(site) || (origin !== undefined && !isOurs(origin, c, baseUrl));
}

/** A proxy in front has another scheme, and perhaps another host. */
function isOurs(origin: string, { req }: Context, baseUrl: string | undefined): boolean {
  const ours = [req.header('Host'), baseUrl === undefined ? undefined : new URL(baseUrl).host];
  return URL.canParse(origin) && ours.includes(new URL(origin).host);
}

function isBrowsers({ req }: Context<PageEnv>): boolean {
  return req.header('Sec-Fetch-Site') !== undefined || req.header('Origin') !== undefined;
}

/** A picture, a frame or a script's reading; a link that a person follows is none. */
function isForeignRead({ req }: Context<PageEnv>): boolean {
  const site = req.header('Sec-Fetch-Site');
  if (site !== 'cross-site' && site !== 'same-site') return false;
  return req.header('Sec-Fetch-Mode') !== 'navigate' || (req.header('Sec-Fetch-Dest') ?? 'document') !== 'document';
}
