import { z } from 'zod';
import type { ProofFeatures } from './proof-features.ts';
import { PROOF_FEATURES } from './proof-features.ts';

/**
 * Weights of a comparison as `npm run fit -- comparison` writes them: where they come from, and what they are worth on
 * reports that were left out.
 */
export const ComparisonWeights = z.object({
  /** What was fitted on: the set with its size, and what was made of it. */
  set: z.string(),
  /** ISO date. */
  date: z.string(),
  /** On reports left out in turn: shares of true and of false sentences that are shown, and their balanced accuracy. */
  leftOut: z.object({ shownTrue: z.number(), shownFalse: z.number(), balanced: z.number() }),
  /** From this score on a claim counts as proved. */
  provedFrom: z.number(),
  intercept: z.number(),
  /** Each feature counts its weight times (its value less the mean) over the scale. */
  features: z.record(
    z.enum(PROOF_FEATURES),
    z.object({ weight: z.number(), mean: z.number(), scale: z.number().positive() }),
  ),
});
export type ComparisonWeights = z.infer<typeof ComparisonWeights>;

/** How likely a claim is proved by its quotes, 0 to 1: logistic regression on the features of their comparison. */
export function proofScore(
  values: ProofFeatures,
  { intercept, features }: Pick<ComparisonWeights, 'intercept' | 'features'>,
): number {
  const sum = PROOF_FEATURES.reduce(
    (total, name) => total + (features[name].weight * (values[name] - features[name].mean)) / features[name].scale,
    intercept,
  );
  return 1 / (1 + Math.exp(-sum));
}
