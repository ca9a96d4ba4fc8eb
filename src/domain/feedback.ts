import { z } from 'zod';

/** What somebody thinks of an answer. A person has one opinion of an answer; a later one takes its place. */
export const Rating = z.object({
  answerId: z.string().min(1),
  question: z.string(),
  /** Workspace and id of a Slack user: `T1/U1`. */
  by: z.string().min(1),
  at: z.iso.datetime(),
  way: z.enum(['up', 'down']),
  /** Why, where they said so. */
  reason: z.string(),
});
export type Rating = z.infer<typeof Rating>;

/** A question that the reports did not answer. */
export const Unanswered = z.object({
  question: z.string().min(1),
  /** Workspace and id of a Slack user, or `web`. */
  by: z.string().min(1),
  at: z.iso.datetime(),
});
export type Unanswered = z.infer<typeof Unanswered>;

/**
 * Remembers what people think of answers, and what they asked in vain: for the operator, who sees all reports, and for
 * nobody else.
 */
export interface FeedbackStore {
  /** Keeps an opinion. One without a reason keeps the reason that was given for the same opinion. */
  rate(rating: Omit<Rating, 'at'>): Promise<void>;
  /** Those of dissatisfied people first, then the latest. */
  ratings(): Promise<Rating[]>;
  /** Keeps a question that found no answer; the oldest make room. */
  keepUnanswered(question: Omit<Unanswered, 'at'>): Promise<void>;
  /** The latest first. */
  unanswered(): Promise<Unanswered[]>;
}
