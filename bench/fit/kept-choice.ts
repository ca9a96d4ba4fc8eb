import { z } from 'zod';
import { STATEMENT_FEATURES } from '../../src/answer/statement-weights.ts';
import { STATEMENT_PRIOR } from './priors.ts';
import type { ReadQuestion } from './read-questions.ts';
import { choicesOf } from './read-questions.ts';
import type { Choice } from './softmax.ts';

/** The choice among the sentences for a part of a question, in numbers. */
export const KeptChoice = z.object({
  set: z.string(),
  type: z.string(),
  group: z.string(),
  weight: z.number(),
  /** Of each candidate the values that are not 0, each after its place. */
  candidates: z.array(z.array(z.number())),
  /** Places of the right ones. */
  right: z.array(z.number()),
});
export type KeptChoice = z.infer<typeof KeptChoice>;

/** Weights that were known before, in the order of their names. */
export const PRIOR = STATEMENT_FEATURES.map((name) => STATEMENT_PRIOR[name] ?? 0);
/** Candidates that are kept of a choice: those that come first by what was known before, and the right ones. */
const NEAREST = 30;

/** To the fourth decimal: the third one of what is fitted hangs on no more. */
export function brief(value: number): number {
  return Math.round(value * 1e4) / 1e4 || 0;
}

/** What is kept of a question's choices. */
export function keptChoices(question: ReadQuestion): KeptChoice[] {
  return choicesOf(question).map(({ candidates, isRight, weight }) => {
    const known = candidates.map((values) =>
      values.reduce((sum, value, column) => sum + value * (PRIOR[column] ?? 0), 0),
    );
    const least = known.toSorted((a, b) => b - a)[NEAREST - 1] ?? Number.NEGATIVE_INFINITY;
    const some = candidates
      .map((values, at) => ({ values, isRight: isRight[at] ?? false, isNear: (known[at] ?? 0) >= least }))
      .filter((one) => one.isRight || one.isNear);
    return {
      set: question.set,
      type: question.question.type,
      group: question.group,
      weight,
      candidates: some.map(({ values }) =>
        values.flatMap((value, column) => (brief(value) === 0 ? [] : [column, brief(value)])),
      ),
      right: some.flatMap((one, at) => (one.isRight ? [at] : [])),
    };
  });
}

/** A choice as it is fitted on. */
export function choiceOf({ candidates, right, weight }: KeptChoice): Choice {
  return { candidates: candidates.map(valuesOf), isRight: candidates.map((_, at) => right.includes(at)), weight };
}

function valuesOf(kept: readonly number[]): number[] {
  const values: number[] = STATEMENT_FEATURES.map(() => 0);
  for (let at = 0; at < kept.length; at += 2) values[kept[at] ?? 0] = kept[at + 1] ?? 0;
  return values;
}
