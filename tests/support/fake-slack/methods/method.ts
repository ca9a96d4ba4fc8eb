import { z } from 'zod';
import type { Json } from '../world/json.ts';
import type { Installation } from '../world/things.ts';
import { SlackError } from '../world/slack-error.ts';
import type { World } from '../world/world.ts';
import { message, problemsOf } from '../validate/problems.ts';

/** Who calls. */
export interface Call {
  world: World;
  installation: Installation;
}

/** Slack's tiers, in calls a minute and workspace; `posting` is one a second and channel, with short bursts. */
export type Tier = 1 | 2 | 3 | 4 | 'posting';

/** A method of the Web API. */
export interface Method {
  /** Scopes that the token must have. */
  scopes: string[];
  tier: Tier;
  /** Gives the answer without `ok`. */
  run(body: Json, call: Call): Json;
}

/** Methods by name. */
export type Methods = Record<string, Method>;

/** A method whose arguments are described by a schema. */
export function method<Args>(
  { scopes = [], tier = 3 }: { scopes?: string[]; tier?: Tier },
  args: z.ZodType<Args>,
  run: (args: Args, call: Call) => Json,
): Method {
  return {
    scopes,
    tier,
    run(body, call) {
      const parsed = args.safeParse(body);
      if (!parsed.success)
        throw new SlackError('invalid_arguments', {
          response_metadata: { messages: problemsOf(args, body, []).map(message) },
        });
      return run(parsed.data, call);
    },
  };
}

/** A truth value, as JSON or as a form has it. */
export const Flag = z.union([
  z.boolean(),
  z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1'),
]);

/** Throws `missing_scope` when the token lacks one, as Slack does for scopes that depend on the arguments. */
export function needScopes({ installation }: Call, ...needed: string[]): void {
  const missing = needed.filter((scope) => !installation.scopes.includes(scope));
  if (missing.length > 0)
    throw new SlackError('missing_scope', { needed: missing.join(','), provided: installation.scopes.join(',') });
}

/** A page of a list, with a cursor for the next one. */
export function page<T>(
  items: T[],
  { cursor = '', limit = 100 }: { cursor?: string | undefined; limit?: number | undefined },
): { items: T[]; next: string } {
  const from = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString());
  if (!Number.isInteger(from)) throw new SlackError('invalid_cursor');
  const to = from + limit;
  return { items: items.slice(from, to), next: to < items.length ? Buffer.from(String(to)).toString('base64') : '' };
}

/** Arguments of a list. */
export const paging = { cursor: z.string().optional(), limit: z.coerce.number().int().min(1).max(1000).optional() };
