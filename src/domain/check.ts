import { z } from 'zod';
import { Quote, told } from './answer.ts';

/** What the reports say of a claim: the same, something else, or nothing that decides it. */
export const CheckVerdict = z.enum(['supported', 'contradicted', 'not_found']);
export type CheckVerdict = z.infer<typeof CheckVerdict>;

/** A fact of a claim that the reports give otherwise: `claimed 7%, found 19%`. */
export const Difference = z.object({ claimed: z.string().min(1), found: z.string().min(1), quote: Quote.optional() });
export type Difference = z.infer<typeof Difference>;

/**
 * How far a claim is said, where nothing contradicts it: in the report's own words, computed from its figures, compared
 * part by part, judged by a model; a part of it only; or not at all, beside the sentence that comes nearest.
 */
export const CheckDegree = z.enum(['verbatim', 'computed', 'compared', 'judged', 'partly', 'nearest']);
export type CheckDegree = z.infer<typeof CheckDegree>;

/** A part of a claim, and whether the report says it. */
export const ClaimPart = z.object({ text: z.string().min(1), stands: z.boolean() });
export type ClaimPart = z.infer<typeof ClaimPart>;

/** One claim of a draft with what the reports say of it. */
export const CheckedClaim = z.object({
  text: z.string().min(1),
  verdict: CheckVerdict,
  /** Absent of what is contradicted, and of what nothing comes near. */
  degree: CheckDegree.optional(),
  /** Of a computed claim, how: `32% − 19% = 13 points`. */
  computed: z.string().min(1).optional(),
  /** Of one that is said partly: its parts in order. */
  parts: z.array(ClaimPart).optional(),
  /** Words of the claim that the nearest sentence does not give, or gives otherwise. */
  unsaid: z.array(z.string().min(1)).optional(),
  /** For people, in the claim's language. */
  reason: z.string().min(1),
  /** What it was compared with, the nearest first; none when the reports hold nothing near. */
  quotes: z.array(Quote),
  /** What differs; only of a contradicted claim. */
  differences: z.array(Difference),
});
export type CheckedClaim = z.infer<typeof CheckedClaim>;

/**
 * Why a sentence that states something was not checked: it is longer, has more figures or comes later than what is
 * looked at, or the time was up.
 */
export const UncheckedReason = z.enum(['too_long', 'too_many_figures', 'too_many_claims', 'no_time']);
export type UncheckedReason = z.infer<typeof UncheckedReason>;

/** A sentence of a draft that was left out. */
export const Unchecked = z.object({ text: z.string().min(1), reason: UncheckedReason });
export type Unchecked = z.infer<typeof Unchecked>;

/** What of a draft was left out, in its order; absent: nothing. */
const leftOut = { unchecked: z.array(Unchecked).optional() };

/** A draft after checking. */
export const CheckedDraft = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('checked'),
    ...told,
    claims: z.array(CheckedClaim).min(1),
    /** Sentences that state nothing that could be checked: questions, headings, opinions of one word. */
    skipped: z.array(z.string()),
    ...leftOut,
  }),
  z.object({ outcome: z.literal('nothing_to_check'), skipped: z.array(z.string()), ...leftOut }),
  /** Nothing was checked: a part of a draft that looks checked as a whole would mislead. */
  z.object({ outcome: z.literal('too_long'), characters: z.int(), limit: z.int() }),
]);
export type CheckedDraft = z.infer<typeof CheckedDraft>;
