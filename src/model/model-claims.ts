import { z } from 'zod';
import type { DraftClaim } from '../verify/check-claim.ts';

/** A sentence as a model gives it. */
const ModelClaim = z.object({
  text: z.string().describe('one plain sentence'),
  citations: z.array(
    z.object({
      passage: z.string().describe('reference of the passage: P1'),
      quote: z.string().describe('copied from this passage character by character, in its own language'),
    }),
  ),
});

/** An answer as a model gives it. The one description of its form. */
export const ModelAnswer = z.object({
  claims: z.array(ModelClaim).describe('none when the passages do not answer'),
  missing: z
    .array(z.string())
    .describe("what the passages do not say, in the question's own words; none when they answer"),
});

/** Points of a summary, as a model gives them. */
export const ModelClaims = ModelAnswer.pick({ claims: true });

const Growing = z.object({ claims: z.array(z.unknown()).catch([]) }).catch({ claims: [] });

/** The claims of an unfinished answer that are complete: all but the last, which may still grow. */
export function completeClaims(partial: unknown): DraftClaim[] {
  return Growing.parse(partial)
    .claims.slice(0, -1)
    .flatMap((claim) => ModelClaim.safeParse(claim).data ?? []);
}
