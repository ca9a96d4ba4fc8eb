import { z } from 'zod';
import { Span } from './report.ts';

/** What a token lets its holder do. */
export const SignedContent = z.discriminatedUnion('kind', [
  /** See one page of one report, with a quote marked, and the pages on which the quote goes on. */
  z.object({ kind: z.literal('page'), reportId: z.string().min(1), page: z.int().min(1), quote: Span.optional() }),
  /** Sign in as an editor. */
  z.object({ kind: z.literal('sign-in'), editor: z.string().min(1) }),
  /** Be signed in as an editor. */
  z.object({ kind: z.literal('session'), editor: z.string().min(1) }),
]);
export type SignedContent = z.infer<typeof SignedContent>;

/** A token's payload; `until` in milliseconds since 1970. */
export const SignedPayload = z.object({ content: SignedContent, until: z.int() });

/** A token after its check; `until` in milliseconds since 1970. */
export type OpenedToken = { outcome: 'valid'; content: SignedContent; until: number } | { outcome: 'tampered' } | { outcome: 'expired' };
