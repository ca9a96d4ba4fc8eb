import { z } from 'zod';
import type { Verdict } from './review.ts';

const Counted = z.record(z.string(), z.int());

/** A question with how often it was asked. */
const TimesAsked = z.object({ question: z.string(), times: z.int(), lastAt: z.iso.datetime() });

/** How Footnote was used in a stretch of days; nobody is named. */
export const Usage = z.object({
  /** Days that are counted, back from now. */
  days: z.int(),
  asked: z.object({
    all: z.int(),
    /** Who asked at least once. */
    people: z.int(),
    byTask: Counted,
    byDoor: Counted,
    /** Of questions, not of summaries and checks. */
    byOutcome: Counted,
    /** Half of all, and 95 of 100, took no longer, in milliseconds; absent: nothing was timed. */
    ms: z.object({ half: z.int(), most: z.int() }).optional(),
  }),
  /** Channels of Slack, those that ask most first; what was asked directly is in none. */
  channels: z.array(z.object({ channel: z.string(), asked: z.int(), notFound: z.int() })),
  /** What was asked most often first. */
  questions: z.array(TimesAsked),
  /** What found no answer, what was asked most often first. */
  notFound: z.array(TimesAsked),
  /** What such questions insisted on and no report speaks of: what to buy next. */
  missing: z.array(z.object({ name: z.string(), times: z.int() })),
  ratings: z.object({
    up: z.int(),
    down: z.int(),
    /** Of thumbs down, the latest first. */
    reasons: z.array(z.object({ question: z.string(), reason: z.string(), at: z.iso.datetime() })),
  }),
  models: z.object({
    input: z.int(),
    output: z.int(),
    /** By the price in the settings; absent: none is set. */
    dollars: z.number().optional(),
    /** The latest day first. */
    days: z.array(z.object({ day: z.iso.date(), input: z.int(), output: z.int() })),
  }),
});
export type Usage = z.infer<typeof Usage>;

/** How the parts are that can be looked at without calling anybody. */
export const Health = z.object({
  reports: z.int(),
  passages: z.int(),
  /** What Slack wants done and is not done. */
  backlog: z.object({ waiting: z.int(), working: z.int(), oldestMs: z.number() }),
  /** Citations that wait for an editor. */
  waitingCitations: z.int(),
  log: z.enum(['intact', 'changed', 'missing']),
});
export type Health = z.infer<typeof Health>;

/** How often which verdict is in force. */
export interface VerdictCounts {
  all: Record<Verdict, number>;
  /** By title; the one with most that are wrong first. */
  byReport: (Record<Verdict, number> & { title: string })[];
}
