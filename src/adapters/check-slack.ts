import { z } from 'zod';
import { ServiceError, TransferError, UnreachableError } from '../domain/errors.ts';
import { sameHostFetch } from '../outlets/same-host-fetch.ts';

/** What Slack says about a bot token. */
export interface SlackIdentity {
  team: string;
  bot: string;
  /** What the bot may do: `chat:write`. */
  scopes: string[];
}

const SLACK_API = 'https://slack.com/api/';
const PATIENCE_MS = 10_000;
const MAX_BYTES = 1024 * 1024;
const Reply = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  team: z.string().default(''),
  user: z.string().default(''),
});

/**
 * Asks Slack who a bot token is and what it may do.
 * @throws ServiceError with Slack's own word when it refuses, UnreachableError when it does not answer
 */
export async function identifyBot(botToken: string, apiUrl = SLACK_API): Promise<SlackIdentity> {
  const { reply, headers } = await call(new URL('auth.test', apiUrl), botToken);
  const scopes = (headers.get('x-oauth-scopes') ?? '')
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');
  return { team: reply.team, bot: reply.user, scopes };
}

/**
 * Asks Slack for a connection with an app token, which is not used.
 * @throws ServiceError with Slack's own word when it refuses, UnreachableError when it does not answer
 */
export async function tryAppToken(appToken: string, apiUrl = SLACK_API): Promise<void> {
  await call(new URL('apps.connections.open', apiUrl), appToken);
}

async function call(url: URL, token: string): Promise<{ reply: z.infer<typeof Reply>; headers: Headers }> {
  const method = url.pathname.split('/').at(-1) ?? '';
  const response = await sameHostFetch({ maxBytes: MAX_BYTES })(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((cause: unknown) => {
    throw cause instanceof TransferError ? cause : new UnreachableError(`${url.host} cannot be reached`, { cause });
  });
  if (response.status === 429 || response.status >= 500)
    throw new UnreachableError(`${method}: ${url.host} is there but does not answer (HTTP ${response.status})`);
  const reply = Reply.safeParse(await response.json().catch(() => undefined)).data;
  if (!reply)
    throw new UnreachableError(`${method}: ${url.host} does not answer as Slack does (HTTP ${response.status})`);
  if (!reply.ok) throw new ServiceError(`${method}: ${reply.error ?? 'refused'}`);
  return { reply, headers: response.headers };
}
