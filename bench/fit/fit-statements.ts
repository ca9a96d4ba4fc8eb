import type { KeptChoice } from './kept-choice.ts';
import { choiceOf } from './kept-choice.ts';
import type { FittedStatements } from './leave-out.ts';
import { namedWeights } from './leave-out.ts';
import { likelihoods } from './softmax.ts';
import { round } from './write-weights.ts';

/** Prints what the weights are worth on reports that were left out. */
export function judgeChoice(choices: readonly KeptChoice[], { final, leftOut }: FittedStatements) {
  const outcomes = choices.map((choice) => outcomeOf(choice, leftOut.get(choice.group) ?? final));
  show('left out, all', outcomes);
  for (const [set, ofSet] of Map.groupBy(outcomes, ({ choice }) => choice.set)) {
    show(`  ${set}`, ofSet);
    for (const [type, ofType] of Map.groupBy(ofSet, ({ choice }) => choice.type)) show(`    ${type}`, ofType);
  }
  const weights = namedWeights(final);
  console.log(JSON.stringify(weights));
  return { leftOut: summary(outcomes), weights };
}

interface Outcome {
  choice: KeptChoice;
  isFirst: boolean;
  isAmongThree: boolean;
  logLikelihood: number;
}

/** How the sentences for a question come out by weights that its group had no part in. */
function outcomeOf(choice: KeptChoice, weights: readonly number[]): Outcome {
  const { candidates, isRight } = choiceOf(choice);
  const chances = likelihoods(weights, candidates);
  const order = chances.map((_, at) => at).toSorted((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0));
  const right = chances.reduce((sum, chance, at) => sum + (isRight[at] ? chance : 0), 0);
  return {
    choice,
    isFirst: isRight[order[0] ?? 0] ?? false,
    isAmongThree: order.slice(0, 3).some((at) => isRight[at]),
    logLikelihood: Math.log(Math.max(right, 1e-300)),
  };
}

function summary(some: readonly Outcome[]) {
  const mean = (values: number[]) => round(values.reduce((sum, value) => sum + value, 0) / values.length, 3);
  return {
    first: mean(some.map(({ isFirst }) => Number(isFirst))),
    firstThree: mean(some.map(({ isAmongThree }) => Number(isAmongThree))),
    logLikelihood: mean(some.map(({ logLikelihood }) => logLikelihood)),
  };
}

function show(name: string, some: readonly Outcome[]): void {
  console.log(name.padEnd(28), String(some.length).padStart(4), JSON.stringify(summary(some)));
}
