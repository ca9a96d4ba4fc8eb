import type { EvalQuestion, Grade } from '../answer/grade-answer.ts';

/** A question with its grade and the answer's text. */
export interface Graded {
  expected: EvalQuestion;
  grade: Grade;
  answer: string;
  elapsedMs: number;
  /** A model was asked and the reports' own sentences answered. */
  isFallback: boolean;
  /** Sentences that did not pass the check. */
  withheld: number;
}
