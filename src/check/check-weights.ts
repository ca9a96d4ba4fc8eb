import { z } from 'zod';

const Share = z.number().min(0).max(1);

/**
 * From when on a claim is supported or contradicted, as `npm run fit -- checks` writes it: where it comes from, and
 * what it is worth on reports that were left out.
 */
export const CheckWeights = z.object({
  /** What was fitted on: the sets with their sizes. */
  set: z.string(),
  /** ISO date. */
  date: z.string(),
  /** On reports left out in turn: the share of right verdicts, and of claims wrongly supported or contradicted. */
  leftOut: z.object({ accuracy: Share, falseSupport: Share, falseContradiction: Share }),
  supported: z.object({
    /** Shares of a claim's words: said by the statement or what stands around it, and by the statement alone. */
    said: Share,
    here: Share,
    /** The weight that a single word may lack. */
    lacking: z.number(),
  }),
  /**
   * The share of the words beside the one that differs: where a figure, a direction, a place in an order or a negation
   * does, and where a name or a time does, for much happens again at another time and place.
   */
  contradicted: z.object({ fact: Share, place: Share }),
});
export type CheckWeights = z.infer<typeof CheckWeights>;
