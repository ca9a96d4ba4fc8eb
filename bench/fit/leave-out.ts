import { STATEMENT_FEATURES, StatementWeights } from '../../src/answer/statement-weights.ts';
import { STATEMENT_PRIOR } from './priors.ts';
import type { ReadQuestion } from './read-questions.ts';
import { choicesOf } from './read-questions.ts';
import type { Choice } from './softmax.ts';
import { fitSoftmax } from './softmax.ts';
import { round } from './write-weights.ts';

const PRIOR = STATEMENT_FEATURES.map((name) => STATEMENT_PRIOR[name] ?? 0);

/** Weights for a left-out report are compared, not kept: they need not be as exact. */
const NEAR = 1e-3;

/** Taken out of the features once, and fitted on again and again. */
const choicesByQuestion = new WeakMap<ReadQuestion, Choice[]>();

function knownChoicesOf(question: ReadQuestion): Choice[] {
  const choices = choicesByQuestion.get(question) ?? choicesOf(question);
  choicesByQuestion.set(question, choices);
  return choices;
}

/** Weights of the choice among sentences, in the order of their names. */
export function fitStatements(questions: readonly ReadQuestion[], start?: readonly number[]): number[] {
  return fitSoftmax(questions.flatMap(knownChoicesOf), { prior: PRIOR, ...(start ? { start, still: NEAR } : {}) });
}

/** For each group of questions the weights that it had no part in. */
export function leaveOut(questions: readonly ReadQuestion[], start: readonly number[]): Map<string, number[]> {
  const groups = new Set(questions.map(({ group }) => group));
  return new Map(
    [...groups].map((left) => [
      left,
      fitStatements(
        questions.filter(({ group }) => group !== left),
        start,
      ),
    ]),
  );
}

const Named = StatementWeights.shape.weights;

/** Weights by name, as they are written. */
export function namedWeights(weights: readonly number[]): StatementWeights['weights'] {
  return Named.parse(Object.fromEntries(STATEMENT_FEATURES.map((name, at) => [name, round(weights[at] ?? 0, 4)])));
}
