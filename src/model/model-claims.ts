import { z } from 'zod';

const words = z.string().nullish();

/** What a figure of a sentence is, as a model gives it: each slot in the words of the quote. */
const FigureSlots = z.object({
  value: z.string().describe('the figure with its unit'),
  who: words.describe('whose it is'),
  measure: words.describe('what it measures'),
  period: words.describe('when, if the quote, its heading or the sentence before says so'),
  unit: words,
  status: z.enum(['fact', 'plan', 'estimate']).nullish(),
  saidBy: words.describe('who says so, where the quote names somebody'),
});
export type FigureSlots = z.infer<typeof FigureSlots>;

/** A sentence as a model gives it. */
const ModelClaim = z.object({
  text: z.string().describe('one plain sentence'),
  citations: z.array(
    z.object({
      passage: z.string().describe('reference of the passage: P1'),
      quote: z.string().describe('copied from this passage character by character, in its own language'),
    }),
  ),
  // Whoever gives none, or of another form, is checked without.
  figures: z
    .array(FigureSlots)
    .nullish()
    .catch(undefined)
    .describe('of each figure in the sentence: what it is, in the words of the quote; of a sum, each of its operands'),
});
/** A sentence with what its figures are. */
export type SaidClaim = z.infer<typeof ModelClaim>;

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
export function completeClaims(partial: unknown): SaidClaim[] {
  return Growing.parse(partial)
    .claims.slice(0, -1)
    .flatMap((claim) => ModelClaim.safeParse(claim).data ?? []);
}
