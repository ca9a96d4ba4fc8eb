import type { Json } from '../world/json.ts';
import { SlackError } from '../world/slack-error.ts';
import type { World } from '../world/world.ts';
import { exchangeCode } from './apps.ts';
import { METHODS } from './all-methods.ts';
import { needScopes } from './method.ts';
import type { Rates } from './rates.ts';

/** An answer over HTTP. */
export interface Answer {
  status: number;
  body: Json;
  headers?: Record<string, string>;
}

/** A call as it arrived. */
export interface Incoming {
  method: string;
  body: Json;
  /** The bearer token or the `token` argument; absent: none. */
  token: string | undefined;
  /** Client id and secret, from the Basic header or the arguments. */
  client: { id: string; secret: string };
}

/** Failures that a test asked for, by method. */
export type Failures = Map<string, Answer[]>;

/** Answers a call of the Web API: token, then rate, then scopes, then the method itself. */
export function callMethod(
  world: World,
  incoming: Incoming,
  { rates, failures }: { rates: Rates; failures: Failures },
): Answer {
  const failure = failures.get(incoming.method)?.shift();
  const answered = failure ?? answerOrError(world, incoming, rates);
  const error = answered.body['error'];
  world.calls.push({ method: incoming.method, body: incoming.body, ...(typeof error === 'string' ? { error } : {}) });
  return answered;
}

/** Slack's answer to too many calls. */
export function tooMany(seconds: number): Answer {
  return { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'Retry-After': String(seconds) } };
}

function answerOrError(world: World, incoming: Incoming, rates: Rates): Answer {
  try {
    return answer(world, incoming, rates);
  } catch (error) {
    if (error instanceof SlackError) return { status: 200, body: { ok: false, error: error.code, ...error.details } };
    throw error;
  }
}

function answer(world: World, { method: name, body, token, client }: Incoming, rates: Rates): Answer {
  if (name === 'oauth.v2.access')
    return ok(
      exchangeCode(world, {
        code: textOf(body['code']),
        clientId: client.id,
        clientSecret: client.secret,
        redirectUri: textOf(body['redirect_uri']),
      }),
    );
  if (token === undefined) throw new SlackError('not_authed');
  if (name === 'apps.connections.open') return openConnection(world, token);
  const installation = world.installations.get(token);
  const method = METHODS[name];
  if (!method) throw new SlackError('unknown_method', { req_method: name });
  if (!installation) throw new SlackError('invalid_auth');
  const call = { world, installation };
  const wait = rates.waitFor({
    method: name,
    tier: method.tier,
    teamId: installation.teamId,
    channel: textOf(body['channel']),
  });
  if (wait !== undefined) return tooMany(wait);
  needScopes(call, ...method.scopes);
  return { ...ok(method.run(body, call)), headers: { 'X-OAuth-Scopes': installation.scopes.join(',') } };
}

function openConnection(world: World, token: string): Answer {
  if (token !== world.app.appToken)
    throw new SlackError(token.startsWith('xoxb') ? 'not_allowed_token_type' : 'invalid_auth');
  return ok({ url: `${world.origin.replace('http', 'ws')}/link` });
}

function ok(body: Json): Answer {
  return { status: 200, body: { ok: true, ...body } };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
