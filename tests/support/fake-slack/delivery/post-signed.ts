import { createHmac } from 'node:crypto';

/** How a body is signed and sent. */
export interface Signing {
  contentType: string;
  signingSecret: string;
  /** Number of the repetition; 0 for the first delivery. */
  retry?: number;
  retryReason?: string;
  /** Age of the signature, in seconds. */
  ageSeconds?: number;
  /** Milliseconds after which the answer is too late. */
  timeoutMs?: number;
}

/** Posts a body with Slack's v0 signature. */
export function postSigned(
  url: string,
  body: string,
  { contentType, signingSecret, retry = 0, retryReason = 'http_timeout', ageSeconds = 0, timeoutMs = 30_000 }: Signing,
): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const retries = retry > 0 ? { 'X-Slack-Retry-Num': String(retry), 'X-Slack-Retry-Reason': retryReason } : {};
  const headers = {
    // One that is used again may be closed just then.
    Connection: 'close',
    'Content-Type': contentType,
    'X-Slack-Request-Timestamp': timestamp,
    'X-Slack-Signature': signature,
    ...retries,
  };
  return fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(timeoutMs) });
}
