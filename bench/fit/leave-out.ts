import { STATEMENT_FEATURES, StatementWeights } from '../../src/answer/statement-weights.ts';
import type { KeptChoice } from './kept-choice.ts';
import { choiceOf, PRIOR } from './kept-choice.ts';
import { fitSoftmax } from './softmax.ts';
import { round } from './write-weights.ts';

/** Weights for a left-out report are compared, not kept: they need not be as exact. */
const NEAR = 1e-3;

/** The choice among sentences as it was fitted. */
export interface FittedStatements {
  final: number[];
  /** For each group of questions the weights that it had no part in. */
  leftOut: Map<string, number[]>;
}

/** Fits the weights by which sentences are chosen, on all choices and without those of each group. */
export function fitChoice(kept: readonly KeptChoice[], groups: readonly string[]): FittedStatements {
  const choices = kept.map((one) => ({ group: one.group, ...choiceOf(one) }));
  const final = fitSoftmax(choices, { prior: PRIOR });
  const leftOut = [...new Set(groups)].map((left) => {
    const others = choices.filter(({ group }) => group !== left);
    return [left, fitSoftmax(others, { prior: PRIOR, start: final, still: NEAR })] as const;
  });
  return { final, leftOut: new Map(leftOut) };
}

const Named = StatementWeights.shape.weights;

/** Weights by name, as they are written. */
export function namedWeights(weights: readonly number[]): StatementWeights['weights'] {
  return Named.parse(Object.fromEntries(STATEMENT_FEATURES.map((name, at) => [name, round(weights[at] ?? 0, 4)])));
}
