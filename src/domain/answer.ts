import { z } from 'zod';
import { ModelFailure } from './model.ts';
import { ReckonOperation } from './quantity.ts';
import { Chunk, Place, Report, Span } from './report.ts';
import { Statement } from './statement.ts';

/** A question as asked, with the turns before it, oldest first. */
export const Question = z.object({
  /** May be blank: nothing is found for it. */
  text: z.string(),
  earlier: z.array(z.string()).default([]),
  /** The question with what it takes from the earlier turns, when that is anything. */
  standalone: z.string().optional(),
  /** Ask these reports only: ids or file names without extension. */
  reports: z.array(z.string()).optional(),
});
export type Question = z.infer<typeof Question>;

/** A chunk that was retrieved for a question. */
export const Passage = z.object({
  /** `P1` is the best. */
  ref: z.string().regex(/^P[1-9]\d*$/),
  chunk: Chunk,
  report: Report,
  /** What the chunk says, in reading order; spans are offsets in its text. */
  statements: z.array(Statement),
  /** Higher is nearer; comparable within one retrieval only. */
  score: z.number(),
});
export type Passage = z.infer<typeof Passage>;

/** Verbatim text of a report with its place. Made by `findQuote` only. */
export const Quote = z.object({
  reportId: z.string().min(1),
  reportTitle: z.string().min(1),
  path: z.array(z.string()),
  place: Place,
  span: Span,
  text: z.string().min(1),
});
export type Quote = z.infer<typeof Quote>;

/**
 * How a sentence is known to be right: it is the report's own words; its figures follow from those of its quotes; every
 * part of it was found in them by the program; a model judged that they prove it; or it could not be proved, and what
 * stands in its place is the quote itself.
 */
export const Degree = z.enum(['verbatim', 'computed', 'compared', 'judged', 'quoted']);
export type Degree = z.infer<typeof Degree>;

/** Values that can be compared with each other: one unit, one measure. */
export const FigureSeries = z.object({
  /** Shares of one whole; one measure over time; one measure of several things. */
  kind: z.enum(['shares', 'over_time', 'across']),
  /** What is measured; empty where the text does not name it near the values. */
  title: z.string(),
  /** As printed after the values, a sign of currency first: `%`, `亿元`, `$billion`. */
  unit: z.string(),
  values: z.array(z.object({ label: z.string().min(1), value: z.number(), quote: Quote })).min(3),
});
export type FigureSeries = z.infer<typeof FigureSeries>;

/** A sentence of the draft that is not shown, and why. */
export const Withheld = z.object({ text: z.string().min(1), reason: z.string().min(1) });
export type Withheld = z.infer<typeof Withheld>;

/** How something came about, beyond who composed it. */
export const told = {
  /**
   * A model was asked and did not answer to its end: why. The sentences are the reports' own; where a model composed
   * them, those proved before it broke off.
   */
  fallback: ModelFailure.optional(),
  /** The model said this before, to the same words on the same passages. */
  cached: z.literal(true).optional(),
};

/** What an answer is beyond sentences one after another. */
export const AnswerKind = z.enum(['comparison', 'list', 'overview', 'trend']);
export type AnswerKind = z.infer<typeof AnswerKind>;

/** Of a question that is answered with yes or no; `open`: no sentence decides it for sure. */
export const Verdict = z.enum(['yes', 'no', 'open']);
export type Verdict = z.infer<typeof Verdict>;

/** How a sentence was reckoned from cells of rows, or of a rank from what sentences say of several. */
export const Reckoned = z.object({
  /** `rank`: the rows are in order, the largest first, and the result says whose place it is. */
  operation: z.union([ReckonOperation, z.literal('rank')]),
  /** The rows in their order: what is said of each, its label and cells with their heads, and the figures of these. */
  rows: z.array(z.object({ said: z.string().min(1), figures: z.array(z.string().min(1)).min(1) })).min(1),
  result: z.string().min(1),
});
export type Reckoned = z.infer<typeof Reckoned>;

/** A name that stands in the reports, and what the question has that is written nearly so and stands in none. */
export const NearName = z.object({ asked: z.string().min(1), name: z.string().min(1) });
export type NearName = z.infer<typeof NearName>;

/** A draft: sentences, each with what it says it copied from which passage. No claims means that nothing was found. */
export const CitedAnswer = z.object({
  composer: z.string().min(1),
  /** What the question insists on and no report speaks of that the asker may see. */
  missing: z.array(z.string()).optional(),
  /** Periods that the nearest passages speak of where they lack the one that is asked for: `2020 Q3`. */
  held: z.array(z.string()).optional(),
  /** Of an answer without claims: what comes nearest, best first. */
  nearest: z.array(z.object({ passage: z.string(), quote: z.string() })).optional(),
  /** The sentences give different values for one thing. */
  differing: z.boolean().optional(),
  kind: AnswerKind.optional(),
  verdict: Verdict.optional(),
  /** Values in order of time, each with a quote that a claim cites. */
  series: FigureSeries.optional(),
  /** Parts of the question that stay without an answer, while others have one. */
  open: z.array(z.string()).optional(),
  ...told,
  /** Sentences that the composer itself holds back. */
  refused: z.array(Withheld).optional(),
  claims: z.array(
    z.object({
      text: z.string().min(1),
      citations: z.array(z.object({ passage: z.string(), quote: z.string() })),
      /** Its figures follow from those of its quotes. */
      computed: z.literal(true).optional(),
      reckoned: Reckoned.optional(),
      /**
       * What the composer has done about a sentence that the program does not prove by itself: had it judged, or put
       * its quotes in its place.
       */
      as: z.enum(['judged', 'quoted']).optional(),
    }),
  ),
});
export type CitedAnswer = z.infer<typeof CitedAnswer>;

/** One sentence with the quotes that it rests on, and how it is known to be right. */
export const Claim = z.object({
  text: z.string().min(1),
  quotes: z.array(Quote).min(1),
  degree: Degree,
  /** Of a computed sentence, how: `32% − 19% = 13 points`. */
  computed: z.string().min(1).optional(),
});
export type Claim = z.infer<typeof Claim>;

const answerBase = { question: Question, composer: z.string().min(1), ...told, withheld: z.array(Withheld) };

/** `differing`: the claims give different values for one thing. */
const answeredBase = {
  ...answerBase,
  claims: z.array(Claim).min(1),
  differing: z.boolean(),
  kind: AnswerKind.optional(),
  verdict: Verdict.optional(),
  /** Values in order of time, to be drawn where that can be. */
  series: FigureSeries.optional(),
  /** Parts of the question that the reports give no answer to; absent when there is none. */
  open: z.array(z.string().min(1)).min(1).optional(),
};

/** What of a report is asked besides its text. */
export const AskedFact = z.enum(['title', 'publishedOn', 'publisher', 'pages', 'language']);
export type AskedFact = z.infer<typeof AskedFact>;

/** A report as it is spoken of. */
const ToldReport = Report.pick({
  id: true,
  title: true,
  publisher: true,
  publishedOn: true,
  pageCount: true,
  paged: true,
  language: true,
});
export type ToldReport = z.infer<typeof ToldReport>;

/**
 * What is said without a citation, for it is no word of a report's text: small talk, what Footnote does, which reports
 * there are and what is known of them, that there is nothing to go on with.
 */
export const Reply = z.discriminatedUnion('about', [
  z.object({ about: z.enum(['greeting', 'thanks', 'farewell', 'help', 'trust', 'no_more', 'no_translation']) }),
  /** The newest first; `count` of all. */
  z.object({ about: z.literal('reports'), reports: z.array(ToldReport), count: z.int().min(0) }),
  z.object({ about: z.literal('fact'), fact: AskedFact, reports: z.array(ToldReport).min(1) }),
]);
export type Reply = z.infer<typeof Reply>;

/** One of several things that a question may mean, with the words that ask for it alone. */
export const Meant = z.object({
  reportTitle: z.string().min(1),
  path: z.array(z.string()),
  request: z.string().min(1),
});
export type Meant = z.infer<typeof Meant>;

/** What became of a question, whoever says so. */
export const AnswerRecord = z.discriminatedUnion('outcome', [
  z.object({ ...answeredBase, outcome: z.literal('answered') }),
  z.object({ ...answeredBase, outcome: z.literal('partly_answered') }),
  z.object({
    ...answerBase,
    outcome: z.literal('not_found'),
    /** What the question insists on and no report speaks of that the asker may see. */
    missing: z.array(z.string()),
    /** Periods that the nearest passages do speak of, when they lack the one that is asked for. */
    held: z.array(z.string()),
    /** Where the reports come nearest to the question, best first; not an answer. */
    nearest: z.array(Quote),
    /** Names that may be meant by words which stand nowhere; absent: none. */
    near: z.array(NearName).min(1).optional(),
  }),
  z.object({ ...answerBase, outcome: z.literal('told'), reply: Reply }),
  /** The question may mean several things, the likeliest first. */
  z.object({ ...answerBase, outcome: z.literal('which'), candidates: z.array(Meant).min(1) }),
]);
export type AnswerRecord = z.infer<typeof AnswerRecord>;

/** What may be posted or printed. Made by `verifyAnswer` only: the brand keeps every other value out. */
export const VerifiedAnswer = AnswerRecord.brand<'VerifiedAnswer'>();
export type VerifiedAnswer = z.infer<typeof VerifiedAnswer>;

/** A quote in the paragraph that it was taken from, for people who check. */
export const Source = z.object({
  quote: Quote,
  /** The paragraph; `before + quote.text + after` is its text. */
  before: z.string(),
  after: z.string(),
});
export type Source = z.infer<typeof Source>;

/** The sentences that answer; none where nothing was found, asked back or told without citing. */
export function claimsOf(answer: AnswerRecord): Claim[] {
  return answer.outcome === 'answered' || answer.outcome === 'partly_answered' ? answer.claims : [];
}
