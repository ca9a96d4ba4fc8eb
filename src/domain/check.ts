import { z } from 'zod';
import { Quote, told } from './answer.ts';

/** What the reports say of a claim: the same, something else, or nothing that decides it. */
export const CheckVerdict = z.enum(['supported', 'contradicted', 'not_found']);
export type CheckVerdict = z.infer<typeof CheckVerdict>;

/** A fact of a claim that the reports give otherwise: `claimed 7%, found 19%`. */
export const Difference = z.object({ claimed: z.string().min(1), found: z.string().min(1), quote: Quote.optional() });
export type Difference = z.infer<typeof Difference>;

/** One claim of a draft with what the reports say of it. */
export const CheckedClaim = z.object({
  text: z.string().min(1),
  verdict: CheckVerdict,
  /** For people, in the claim's language. */
  reason: z.string().min(1),
  /** What it was compared with, the nearest first; none when the reports hold nothing near. */
  quotes: z.array(Quote),
  /** What differs; only of a contradicted claim. */
  differences: z.array(Difference),
});
export type CheckedClaim = z.infer<typeof CheckedClaim>;

/** A draft after checking. */
export const CheckedDraft = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('checked'),
    ...told,
    claims: z.array(CheckedClaim).min(1),
    /** Sentences that state nothing that could be checked: questions, headings, opinions of one word. */
    skipped: z.array(z.string()),
  }),
  z.object({ outcome: z.literal('nothing_to_check'), skipped: z.array(z.string()) }),
  /** Nothing was checked: a part of a draft that looks checked as a whole would mislead. */
  z.object({ outcome: z.literal('too_long'), characters: z.int(), limit: z.int() }),
]);
export type CheckedDraft = z.infer<typeof CheckedDraft>;
