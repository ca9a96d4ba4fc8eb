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

/** Something that was asked for, and what became of it. */
export const AskedQuestion = z.object({
  /** Its words; empty for a draft that was checked, which is its writer's own. */
  question: z.string(),
  /** Workspace and id of a Slack user, `web`, `web/NAME` or the name of a program. */
  by: z.string().min(1),
  at: z.iso.datetime(),
  door: z.enum(['slack', 'web', 'program']),
  /** Workspace and channel, `T1/C1`; empty: where one person alone reads. */
  channel: z.string(),
  task: z.enum(['answer', 'check', 'summarize']),
  /** As the answer, the check or the summary names it; `failed`: it ended by an error, or nobody waited for it. */
  outcome: z.string().min(1),
  /** What it insisted on and no report speaks of that the asker may see. */
  missing: z.array(z.string()),
  /** How long it took, in milliseconds; 0: not known. */
  ms: z.int().min(0),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** Whatever keeps questions forgets them, too: their words, and whose they were. */
export interface ForgetsQuestions {
  /**
   * Forgets what a person asked and said of answers.
   * @param person as in `by` of what is kept
   * @returns how many entries were forgotten; one question may stand in several places
   */
  forgetPerson(person: string): Promise<number>;
  /**
   * Forgets what was asked and said before a time, and the oldest of what is more than a store keeps.
   * @param at an ISO time
   */
  forgetBefore(at: string): Promise<void>;
}

/**
 * Remembers what people asked and what they think of answers: for the operator, who sees all reports, for editors, and
 * for nobody else.
 */
export interface FeedbackStore extends ForgetsQuestions {
  /** Keeps an opinion. One without a reason keeps the reason that was given for the same opinion. */
  rate(rating: Omit<Rating, 'at'>): Promise<void>;
  /** Those of dissatisfied people first, then the latest. */
  ratings(): Promise<Rating[]>;
  /** Keeps what was asked; the oldest make room. */
  keepQuestion(question: Omit<AskedQuestion, 'at'>): Promise<void>;
  /** The latest first. */
  questions(): Promise<AskedQuestion[]>;
}
