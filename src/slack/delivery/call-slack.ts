import { webApi } from '@slack/bolt';

/** How long a call that Slack puts off is tried again, in milliseconds; then it fails. */
const PATIENCE_MS = 120_000;
/** Waits between tries of a call that got no reply, in milliseconds. */
const WAITS_MS = [300, 1500, 5000];

/** Time, and how to let it pass. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

/**
 * Calls Slack until it answers: waits as long as a 429 says, and tries again after a failure of the network or of Slack
 * itself.
 * @param repeat what to do instead of the same call when the first may have arrived; absent: the call is safe to repeat
 * @throws what the call throws, when Slack refuses it or stays away
 */
export async function callSlack<T>(call: () => Promise<T>, clock: Clock, repeat: () => Promise<T> = call): Promise<T> {
  const startedAt = clock.now();
  let next = call;
  for (let failures = 0; ;) {
    try {
      return await next();
    } catch (error) {
      const backoff = () => (isPassing(error) ? WAITS_MS[failures++] : undefined);
      const wait = error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : backoff();
      if (wait === undefined || clock.now() + wait - startedAt > PATIENCE_MS) throw error;
      await clock.sleep(wait);
      if (isPassing(error)) next = repeat;
    }
  }
}

/** Slack's name of what is wrong with a call (`invalid_blocks`); undefined for other failures. */
export function refusal(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}

function isPassing(error: unknown): boolean {
  const passing = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);
  if (error instanceof webApi.WebAPIHTTPError) return error.statusCode >= 500;
  return error instanceof webApi.WebAPIRequestError || passing.has(refusal(error) ?? '');
}
