import { z } from 'zod';
import { ModelError } from '../../domain/errors.ts';
import type { ModelFailure } from '../../domain/model.ts';
import { given } from '../../domain/given.ts';
import type { Redact } from '../../outlets/redactor.ts';

/** What clients of the providers put on their errors, each in its own way. */
const Failed = z.object({
  name: z.string().optional(),
  message: z.string().default(''),
  code: z.unknown().optional(),
  status: z.number().optional(),
  statusCode: z.number().optional(),
  status_code: z.number().optional(),
  headers: z.unknown().optional(),
  response: z.object({ status: z.number().optional(), headers: z.unknown().optional() }).optional(),
  cause: z.unknown().optional(),
});

// What our own `fetch` says: some clients keep nothing of an error but its words.
const POINTS_ELSEWHERE = /redirects .{1,200}, which is not followed/u;
const NEVER_ENDS = /that is not taken in/u;
const TOO_LONG_FOR_CONTEXT =
  /context.{0,20}(?:length|window|size|overflow)|(?:maximum|exceed).{0,30}(?:token|context)/iu;
const TOO_LONG = /too (?:long|many tokens)/iu;
const UNREACHABLE = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ETIMEDOUT|connection error|fetch failed/iu;
const STOPPED = /terminated|premature|socket hang up|ECONNRESET|other side closed|aborted|network error|stream/iu;

/**
 * Makes one kind of error of what the providers' clients throw.
 * @param redact takes the key out of what a server gives back
 */
export function modelErrorOf(
  cause: unknown,
  { id, hasBegun, redact }: { id: string; hasBegun: boolean; redact: Redact },
): ModelError {
  if (cause instanceof ModelError) return cause;
  const { message, status, headers } = read(cause);
  const failure = failureOf(message, status, hasBegun);
  const retryAfterMs = readRetryAfter(headers);
  return new ModelError(
    failure,
    `${id}: ${failure}${status === undefined ? '' : ` (HTTP ${status})`}: ${redact(message).slice(0, 300)}`,
    { cause, ...given({ retryAfterMs }) },
  );
}

/** True when a server does not know the way in which the form of the answer was asked for. */
export function isUnknownRequest(cause: unknown): boolean {
  const { status, message } = read(cause);
  return (status === 400 || status === 422) && !isTooLong(message);
}

function isTooLong(message: string): boolean {
  return TOO_LONG_FOR_CONTEXT.test(message) || TOO_LONG.test(message);
}

function failureOf(message: string, status: number | undefined, hasBegun: boolean): ModelFailure {
  if (POINTS_ELSEWHERE.test(message)) return 'refused';
  if (NEVER_ENDS.test(message)) return 'endless';
  if (isTooLong(message)) return 'too_long';
  if (status === 429) return 'rate_limited';
  if (status === 408 || status === 504) return 'timeout';
  if (status !== undefined && status >= 500) return 'server_error';
  if (status !== undefined && status >= 400) return 'refused';
  if (UNREACHABLE.test(message)) return hasBegun ? 'stopped' : 'unreachable';
  return hasBegun || STOPPED.test(message) ? 'stopped' : 'server_error';
}

/** Status, headers and all messages of an error and of what caused it. */
function read(error: unknown, depth = 0): { message: string; status: number | undefined; headers: unknown } {
  const parsed = Failed.safeParse(
    error instanceof Error ? { ...error, name: error.name, message: error.message, cause: error.cause } : error,
  );
  if (!parsed.success || depth > 4) return { message: String(error), status: undefined, headers: undefined };
  const { message, code, status, statusCode, status_code: statusUnderscored, headers, response, cause } = parsed.data;
  const inner = cause === undefined ? undefined : read(cause, depth + 1);
  // Ollama's and Google's clients say the status only in words.
  const said = /\b(?:status(?: code)?:?|\[)\s*(?<status>[45]\d\d)\b/iu.exec(message)?.groups?.['status'];
  return {
    message: [message.replace(/\.$/u, ''), typeof code === 'string' ? code : '', inner?.message ?? '']
      .filter(Boolean)
      .join(': '),
    status:
      status ??
      statusCode ??
      statusUnderscored ??
      response?.status ??
      inner?.status ??
      (said === undefined ? undefined : Number(said)),
    headers: headers ?? response?.headers ?? inner?.headers,
  };
}

function readRetryAfter(headers: unknown): number | undefined {
  const value =
    headers instanceof Headers
      ? headers.get('retry-after')
      : z.object({ 'retry-after': z.string() }).safeParse(headers).data?.['retry-after'];
  const seconds = value === undefined || value === null ? Number.NaN : Number(value);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
