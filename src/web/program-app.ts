import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { secureHeaders } from 'hono/secure-headers';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { OverloadError, RefusedError } from '../domain/errors.ts';
import type { Language } from '../domain/report.ts';
import { jsonText } from '../outlets/json-text.ts';
import type { ProgramAsker } from '../programs/asked-room.ts';
import { openApi } from '../programs/open-api.ts';
import type { Operation } from '../programs/operations.ts';
import { OPERATIONS } from '../programs/operations.ts';
import { failedText, overloadText, PROGRAM_WORDS } from '../words/program-words.ts';
import { traceOf } from './failure-reply.ts';
import { goneFrom } from './gone-from.ts';
import type { Program, ProgramDoor } from './program-door.ts';
import { createTokenCheck } from './program-door.ts';
import { isFromElsewhere } from './refuse-foreign.ts';
import { requestIdOf } from './request-id.ts';
import { visitorAddress } from './visitor-address.ts';

/** Largest request, in bytes: a draft of 30,000 Chinese characters takes 90,000, escaped 180,000. */
const REQUEST_BYTES = 512 * 1024;
const BEARER = /^Bearer +(\S{1,500})$/iu;
/** Seconds after which whoever found the queue full may come again. */
const RETRY_S = 5;

/** What goes along with a request of a program. */
interface ProgramEnv {
  Bindings: HttpBindings;
  Variables: {
    id: string;
    language: Language;
    program: Program;
    asker: ProgramAsker & { signal: AbortSignal };
    /** What was sent. */
    body: unknown;
  };
}

/**
 * The addresses for programs: `/api/v1/OPERATION`, `/api/openapi.json` and `/mcp`. What is wrong comes as
 * `application/problem+json` (RFC 9457), with the words of the other doors.
 * @param baseUrl the address under which people reach the pages, when it is known
 */
export function createProgramApp(door: ProgramDoor, baseUrl: string | undefined): Hono<ProgramEnv> {
  const app = new Hono<ProgramEnv>();
  app.onError((error, c) => failed(error, c, door.log));
  app.notFound((c) => problem(c, 404, PROGRAM_WORDS[c.var.language].missing));
  app.use(identify);
  app.use(secureHeaders({ strictTransportSecurity: false }));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed(c: Context<ProgramEnv>, methods) {
        c.header('Allow', methods.join(', '));
        return problem(c, 405, PROGRAM_WORDS[c.var.language].wrongMethod);
      },
    }),
  );
  app.use(refuseStrangers(door, baseUrl));
  app.get('/api/openapi.json', (c) => send(c, openApi(door.version), 200));
  app.use(letIn(door, baseUrl !== undefined));
  for (const operation of OPERATIONS) {
    const path = `/api/v1/${operation.name}`;
    app.post(path, limitBody, readJson, (c) => answer(c, operation, c.var.body));
    if (operation.inQuery) app.get(path, (c) => answer(c, operation, operation.inQuery?.(c.req.query())));
  }
  app.post('/mcp', limitBody, readJson, (c) => {
    const { program, body, asker } = c.var;
    return door.serveMcp(program, c.req.raw, { body, asker });
  });
  return app;
}

const identify: MiddlewareHandler<ProgramEnv> = async (c, next) => {
  c.set('id', requestIdOf(c.env.outgoing));
  c.set('language', /^\s*zh\b/iu.test(c.req.header('Accept-Language') ?? '') ? 'zh' : 'en');
  await next();
  c.header('Cache-Control', 'no-store');
};

/** Refuses everybody where no program has a token, and always what a page of another site has a browser send. */
function refuseStrangers({ programs }: ProgramDoor, baseUrl: string | undefined): MiddlewareHandler<ProgramEnv> {
  return (c, next) => {
    const { closed, foreign } = PROGRAM_WORDS[c.var.language];
    if (programs.length === 0) return Promise.resolve(problem(c, 403, closed));
    return isFromElsewhere(c, baseUrl) ? Promise.resolve(problem(c, 403, foreign)) : next();
  };
}

function letIn({ programs }: ProgramDoor, behindProxy: boolean): MiddlewareHandler<ProgramEnv> {
  const programOf = createTokenCheck(programs);
  return (c, next) => {
    const [, token] = BEARER.exec(c.req.header('Authorization') ?? '') ?? [];
    const program = token === undefined ? undefined : programOf(token);
    if (!program) {
      c.header('WWW-Authenticate', 'Bearer realm="footnote"');
      return Promise.resolve(problem(c, 401, PROGRAM_WORDS[c.var.language].noToken));
    }
    c.set('program', program);
    const { remoteAddress } = c.env.incoming.socket;
    const visitor = visitorAddress(remoteAddress, c.req.header('X-Forwarded-For'), behindProxy);
    c.set('asker', { user: `api/${program.name}`, visitor, signal: goneFrom(c.env.outgoing) });
    return next();
  };
}

const limitBody: MiddlewareHandler<ProgramEnv> = bodyLimit({
  maxSize: REQUEST_BYTES,
  onError: (c: Context<ProgramEnv>) => problem(c, 413, PROGRAM_WORDS[c.var.language].tooLarge(REQUEST_BYTES / 1024)),
});

const readJson: MiddlewareHandler<ProgramEnv> = async (c, next) => {
  const { wrongType, notJson } = PROGRAM_WORDS[c.var.language];
  const type = c.req.header('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') return problem(c, 415, wrongType);
  try {
    c.set('body', JSON.parse(await c.req.text()));
  } catch {
    return problem(c, 400, notJson);
  }
  return next();
};

async function answer(c: Context<ProgramEnv>, operation: Operation, given: unknown): Promise<Response> {
  return send(c, await operation.call(c.var.program.room, given, c.var.asker), 200);
}

const REFUSED = { malformed: 400, too_much: 413, not_there: 404 } as const;

function failed(error: unknown, c: Context<ProgramEnv>, log: (line: string) => void): Response {
  const { id, language } = c.var;
  if (error instanceof RefusedError) return problem(c, REFUSED[error.reason], error.message);
  if (error instanceof OverloadError) {
    c.header('Retry-After', String(RETRY_S));
    return problem(c, 503, overloadText(error.reason, language));
  }
  if (!c.env.outgoing.destroyed) log(`[${id}] ${c.req.path}: ${traceOf(error)}`);
  return problem(c, 500, failedText(id, language));
}

const TITLES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

function problem(c: Context<ProgramEnv>, status: keyof typeof TITLES, detail: string): Response {
  return send(c, { title: TITLES[status], status, detail, requestId: c.var.id }, status);
}

function send(c: Context<ProgramEnv>, value: object, status: ContentfulStatusCode): Response {
  const type = status === 200 ? 'application/json' : 'application/problem+json';
  return c.body(`${jsonText(value)}\n`, status, { 'Content-Type': `${type}; charset=utf-8` });
}
