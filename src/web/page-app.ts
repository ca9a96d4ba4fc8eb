import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { secureHeaders } from 'hono/secure-headers';
import { failureReply, traceOf } from './failure-reply.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { languageOf } from './look.ts';
import type { PageEnv, Send } from './page-env.ts';
import { problemPage } from './problem-page.ts';
import { missingReply } from './report-routes.ts';
import { goneFrom } from './gone-from.ts';
import { requestIdOf } from './request-id.ts';
import { addRoutes, foreignReply } from './routes.ts';
import { sendReply } from './send-reply.ts';
import { sessionCookieOf } from './session-cookie.ts';
import { pageReply } from './visit.ts';
import type { ServerSteps } from './visit.ts';
import { visitorAddress } from './visitor-address.ts';
import { WORDS } from '../words/web.ts';
import { splitBase } from './workspace-pages.ts';

const ASSETS = {
  'footnote.css': 'text/css',
  'reading.css': 'text/css',
  'keys.js': 'text/javascript',
  'ask.js': 'text/javascript',
  'add.js': 'text/javascript',
};

const SECURE_HEADERS = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  // The address of a signed link is a secret: other sites are told nothing of it.
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  // Whether these pages and their neighbours have https at all is for the proxy in front to say.
  strictTransportSecurity: false,
});

/** All pages: a library's routes, for the shared one and below `/w/TEAM` for that of a workspace. */
export function createPageApp(steps: ServerSteps): Hono<PageEnv> {
  const app = new Hono<PageEnv>({ getPath: (request) => splitBase(new URL(request.url)).url.pathname });
  const failed = (error: unknown, { var: { id, language, signal, base, url } }: Context<PageEnv>) => {
    if (!signal.aborted) steps.log(`[${id}] ${nameOf(base, url)}: ${traceOf(error)}`);
    return failureReply(error, id, language);
  };
  const send: Send = (c, reply) => sendReply(c, reply, (error) => failed(error, c).page);

  app.onError((error, c) => send(c, error instanceof HTTPException ? foreignReply(c.var.language) : failed(error, c)));
  app.notFound((c) => send(c, missingReply(c.var.language)));
  app.use(identify);
  app.use(SECURE_HEADERS);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed(c: Context<PageEnv>, methods) {
        const { language } = c.var;
        c.header('Allow', methods.join(', '));
        return send(c, pageReply(problemPage(WORDS[language].wrongMethod, undefined, language), 405));
      },
    }),
  );
  for (const [name, type] of Object.entries(ASSETS)) app.get(`/assets/${name}`, sendAsset(name, type));
  app.use(refuseForeign(steps.hosts.baseUrl));
  app.use(receive(steps, send));
  addRoutes(app, send);
  return app;
}

/** What every reply needs, whatever becomes of the request. */
const identify: MiddlewareHandler<PageEnv> = async (c, next) => {
  const { workspace, url } = splitBase(new URL(c.req.url));
  c.set('id', requestIdOf(c.env.outgoing));
  c.set('language', languageOf(c));
  c.set('base', workspace?.base ?? '');
  c.set('url', url);
  c.set('signal', goneFrom(c.env.outgoing));
  await next();
};

/** Finds whose pages these are, and who comes. */
function receive(shared: ServerSteps, send: Send): MiddlewareHandler<PageEnv> {
  return async (c, next) => {
    const { id, url, language, signal, base } = c.var;
    const { workspace } = splitBase(new URL(c.req.url));
    const steps = workspace ? await shared.stepsOf(workspace.team) : shared;
    if (!steps) return send(c, missingReply(language));
    c.set('steps', { ...steps, log: (line) => steps.log(`[${id}] ${nameOf(base, url)}: ${line}`) });
    const cookie = sessionCookieOf(c);
    const session = cookie === undefined ? undefined : await steps.access.sessionOf(cookie);
    const { remoteAddress } = c.env.incoming.socket;
    const behindProxy = shared.hosts.baseUrl !== undefined;
    const visitor = visitorAddress(remoteAddress, c.req.header('X-Forwarded-For'), behindProxy);
    c.set('visit', { url, language, signal, visitor, ...(session ? { session } : {}) });
    return next();
  };
}

function sendAsset(name: string, type: string): MiddlewareHandler<PageEnv> {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  return (c) =>
    Promise.resolve(c.body(text, 200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' }));
}

/** The address for the log, without what opens a page or signs somebody in. */
function nameOf(base: string, { pathname }: URL): string {
  return base + pathname.replace(/^(\/(?:s|sign-in)\/)[^/]+/u, '$1…');
}
