import type { AnswerExamples, KeptBest, Outcome } from './answer-examples.ts';
import type { Judged } from './calibration.ts';
import { areaUnderCurve, calibrationError } from './calibration.ts';
import { confidenceWeights, fitModels } from './confidence-models.ts';
import { predict } from './logistic.ts';
import { round } from './write-weights.ts';

/**
 * Fits how sure an answer is; every best sentence was chosen by weights that its group had no part in. Prints how well
 * the confidence tells right from wrong there and what each threshold costs, and takes the cheapest.
 */
export function fitConfidence(examples: AnswerExamples) {
  const { asked } = examples;
  const judged = leftOut(asked);
  console.log('left out, all'.padEnd(16), judged.length, JSON.stringify(quality(judged)));
  for (const [set, some] of Map.groupBy(judged, (one) => one.set))
    console.log(`  ${set}`.padEnd(16), some.length, JSON.stringify(quality(some)));
  for (const [at, least] of examples.thresholds.entries())
    for (const [set, some] of Map.groupBy(examples.questions, (one) => one.set))
      console.log(least.toFixed(2), set.padEnd(16), JSON.stringify(tally(some, at)));
  const threshold = cheapest(examples);
  const { kinds } = confidenceWeights(fitModels(asked), threshold);
  console.log('threshold', threshold, JSON.stringify(kinds));
  return { leftOut: quality(judged), threshold, kinds };
}

/** How sure each best sentence is by what was fitted without its group. */
function leftOut(asked: readonly KeptBest[]) {
  return [...Map.groupBy(asked, ({ group }) => group)].flatMap(([left, own]) => {
    const models = fitModels(asked.filter(({ group }) => group !== left));
    return own.map(({ set, kind, values, isTrue }) => ({
      set,
      isRight: isTrue,
      confidence: predict(models[kind], values),
    }));
  });
}

function quality(judged: readonly Judged[]) {
  return {
    auc: round(areaUnderCurve(judged), 3),
    calibrationError: round(calibrationError(judged), 3),
  };
}

/** What an outcome costs: something wrong more than a refusal. */
const COST: Record<Outcome, number> = { right: 0, 'rightly refused': 0, refused: 1, wrong: 1.5, answered: 1.5 };
type Asked = Pick<AnswerExamples, 'thresholds' | 'questions'>;

/** The threshold at which questions on reports left out cost least; the lowest of those that cost as much. */
export function cheapest({ thresholds, questions }: Asked): number {
  const [first, ...others] = thresholds.map((least, at) => ({ least, cost: costOf(questions, at) }));
  if (!first) throw new RangeError('No threshold is tried');
  return others.reduce((best, one) => (one.cost < best.cost ? one : best), first).least;
}

function costOf(questions: Asked['questions'], at: number): number {
  const costs = questions.map(({ outcomes, weight }) => COST[outcomes[at] ?? 'refused'] * weight);
  return round(
    costs.reduce((sum, cost) => sum + cost, 0),
    1,
  );
}

function tally(questions: Asked['questions'], at: number) {
  const counts = Map.groupBy(questions, ({ outcomes }) => outcomes[at] ?? 'refused');
  const said = Object.fromEntries([...counts].map(([outcome, some]) => [outcome, some.length]));
  return { ...said, cost: costOf(questions, at) };
}
