import { fitStatements, leaveOut, namedWeights } from './leave-out.ts';
import type { ReadQuestion } from './read-questions.ts';
import { choicesOf } from './read-questions.ts';
import { likelihoods } from './softmax.ts';
import { round } from './write-weights.ts';

/** The choice among sentences as it was fitted. */
export interface FittedStatements {
  final: number[];
  /** For each group of questions the weights that it had no part in. */
  leftOut: Map<string, number[]>;
}

/** Fits the weights by which sentences are chosen, on all questions and without each group of them. */
export function fitChoice(questions: readonly ReadQuestion[]): FittedStatements {
  const final = fitStatements(questions);
  return { final, leftOut: leaveOut(questions, final) };
}

/** Prints what the weights are worth on reports that were left out. */
export function judgeChoice(questions: readonly ReadQuestion[], { final, leftOut }: FittedStatements) {
  const outcomes = [...leftOut].flatMap(([group, weights]) =>
    questions.filter((one) => one.group === group).flatMap((question) => outcomesOf(question, weights)),
  );
  show('left out, all', outcomes);
  for (const set of new Set(questions.map((one) => one.set))) {
    const of = outcomes.filter(({ question }) => question.set === set);
    show(`  ${set}`, of);
    for (const type of new Set(of.map(({ question }) => question.question.type)))
      show(
        `    ${type}`,
        of.filter(({ question }) => question.question.type === type),
      );
  }
  const weights = namedWeights(final);
  console.log(JSON.stringify(weights));
  return { leftOut: summary(outcomes), weights };
}

interface Outcome {
  question: ReadQuestion;
  isFirst: boolean;
  isAmongThree: boolean;
  logLikelihood: number;
}

/** How the sentences of a question come out by weights that its group had no part in. */
function outcomesOf(question: ReadQuestion, weights: readonly number[]): Outcome[] {
  return choicesOf(question).map(({ candidates, isRight }) => {
    const chances = likelihoods(weights, candidates);
    const order = chances.map((_, at) => at).toSorted((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0));
    const right = chances.reduce((sum, chance, at) => sum + (isRight[at] ? chance : 0), 0);
    return {
      question,
      isFirst: isRight[order[0] ?? 0] ?? false,
      isAmongThree: order.slice(0, 3).some((at) => isRight[at]),
      logLikelihood: Math.log(Math.max(right, 1e-300)),
    };
  });
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
