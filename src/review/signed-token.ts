import { createHmac, timingSafeEqual } from 'node:crypto';
import { SignedPayload } from '../domain/signed.ts';
import type { OpenedToken, SignedContent } from '../domain/signed.ts';

/** Makes and opens tokens that nobody else can make. */
export interface Signer {
  /** @param lifeMs how long it can be opened, in milliseconds */
  sign(content: SignedContent, lifeMs: number): string;
  open(token: string): OpenedToken;
  /** A mark for a form of a session, which no other site can guess. */
  formToken(session: string): string;
}

/**
 * Tokens are a payload and its HMAC-SHA-256.
 * @param secretOf gives at least 32 bytes
 * @param now the clock, in milliseconds
 */
export function createSigner(secretOf: () => string, now: () => number): Signer {
  const mac = (purpose: string, text: string) =>
    createHmac('sha256', secretOf()).update(`${purpose}\n${text}`).digest();
  return {
    sign(content, lifeMs) {
      const payload = Buffer.from(JSON.stringify({ content, until: now() + lifeMs })).toString('base64url');
      return `${payload}.${mac('token', payload).toString('base64url')}`;
    },
    open(token) {
      const [payload = '', signature = '', ...rest] = token.split('.');
      if (rest.length > 0 || !isEqual(signature, mac('token', payload).toString('base64url')))
        return { outcome: 'tampered' };
      const parsed = SignedPayload.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
      if (!parsed.success) return { outcome: 'tampered' };
      return parsed.data.until <= now() ? { outcome: 'expired' } : { outcome: 'valid', ...parsed.data };
    },
    formToken: (session) => mac('form', session).toString('base64url'),
  };
}

// Takes as long for a near miss as for a wild guess.
function isEqual(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
