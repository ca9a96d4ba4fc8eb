// Fits the weights by which sentences are chosen: `npm run fit -- statements --set QUESTIONS.jsonl --reports FILE,FOLDER
// [--weight 1] [--index FOLDER] ... [--out weights/statements.json]`, the options once for each set, in order. Prints
// what the weights are worth on reports that were left out.
import { readSets } from './read-sets.ts';
import { fitStatements, leaveOut, namedWeights } from './leave-out.ts';
import type { ReadQuestion } from './read-questions.ts';
import { choicesOf } from './read-questions.ts';
import { likelihoods } from './softmax.ts';
import { round, writeWeights } from './write-weights.ts';

const { questions, described, out } = await readSets();
const final = fitStatements(questions);

interface Outcome {
  question: ReadQuestion;
  isFirst: boolean;
  isAmongThree: boolean;
  logLikelihood: number;
}

/** How the sentences of each question come out by weights that its group had no part in. */
const outcomes = [...leaveOut(questions, final)].flatMap(([group, weights]) =>
  questions.filter((one) => one.group === group).flatMap((question) => outcomesOf(question, weights)),
);

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

const show = (name: string, some: readonly Outcome[]) =>
  console.log(name.padEnd(28), String(some.length).padStart(4), JSON.stringify(summary(some)));
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
writeWeights(out, { set: described, leftOut: summary(outcomes), weights });
