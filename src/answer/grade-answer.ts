import { z } from 'zod';
import type { Quote, VerifiedAnswer } from '../domain/answer.ts';
import { claimsOf } from '../domain/answer.ts';
import { fold } from '../text/fold-text.ts';

const Facts = z.array(z.array(z.string().min(1)).min(1));
const Evidence = z.array(z.object({ quote: z.string().min(1), page: z.union([z.int(), z.string()]).optional() }));

/** One question of an evaluation set with what the right answer holds. */
export const EvalQuestion = z
  .object({
    id: z.union([z.string(), z.number()]),
    /** Questions of one type are counted together. */
    type: z.string().default('question'),
    question: z.string().optional(),
    /** A conversation, of which the last turn is answered. */
    turns: z.array(z.string()).min(1).optional(),
    reports: z.array(z.string()).optional(),
    /**
     * Facts that the answer must hold, each in one of several spellings; the names with `_last` are for conversations.
     */
    answers: Facts.optional(),
    answers_last: Facts.optional(),
    /** Where the answer stands; quotes are alternatives. */
    evidence: Evidence.optional(),
    evidence_last: Evidence.optional(),
    /** False: the reports do not say, and the right answer says so. */
    answerable: z.boolean().default(true),
  })
  .refine(({ question, turns }) => (question === undefined) !== (turns === undefined), 'give either question or turns')
  .transform(
    ({
      question,
      turns = [question ?? ''],
      answers,
      answers_last: answersLast,
      evidence,
      evidence_last: evidenceLast,
      ...rest
    }) => ({
      ...rest,
      turns,
      answers: answers ?? answersLast ?? [],
      evidence: evidence ?? evidenceLast ?? [],
    }),
  );
export type EvalQuestion = z.infer<typeof EvalQuestion>;

/** What became of a question. */
export interface Grade {
  verdict: 'right' | 'wrong' | 'refused' | 'rightly refused' | 'should have refused';
  /** One of its citations overlaps the evidence; false without evidence. */
  isCited: boolean;
  /** Facts that the answer lacks, in their first spelling. */
  lacking: string[];
}

/** Characters that a citation must share with the evidence. */
const SHARED = 8;

/** Grades an answer: facts as stretches of its text, white space, width and case aside. */
export function gradeAnswer(expected: EvalQuestion, answer: VerifiedAnswer): Grade {
  const claims = claimsOf(answer);
  if (!expected.answerable)
    return { verdict: claims.length === 0 ? 'rightly refused' : 'should have refused', isCited: false, lacking: [] };
  const text = fold(claims.map((claim) => claim.text).join(' '));
  const lacking = expected.answers
    .filter((spellings) => !spellings.some((spelling) => text.includes(fold(spelling))))
    .map(([first = '']) => first);
  const isCited = claims.some(({ quotes }) => quotes.some((quote) => overlapsEvidence(quote, expected)));
  return { verdict: verdictOn(claims.length, lacking.length), isCited, lacking };
}

function verdictOn(claimCount: number, lackingCount: number): 'refused' | 'wrong' | 'right' {
  if (claimCount === 0) return 'refused';
  return lackingCount > 0 ? 'wrong' : 'right';
}

function overlapsEvidence(quote: Quote, { evidence }: EvalQuestion): boolean {
  const cited = fold(quote.text);
  return evidence.some((each) => shares(cited, fold(each.quote)));
}

function shares(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < SHARED) return long.includes(short);
  return Array.from({ length: short.length - SHARED + 1 }, (_, at) => short.slice(at, at + SHARED)).some((stretch) =>
    long.includes(stretch),
  );
}
