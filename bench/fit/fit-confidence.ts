import { composeParts, orderPart } from '../../src/answer/compose-extract.ts';
import { confidenceSigns } from '../../src/answer/confidence-signs.ts';
import type { StatementKind } from '../../src/answer/confidence-weights.ts';
import { CONFIDENCE_SIGNS, ConfidenceWeights, kindOf, Regression } from '../../src/answer/confidence-weights.ts';
import type { StatementWeights } from '../../src/answer/statement-weights.ts';
import type { Judged } from './calibration.ts';
import { areaUnderCurve, calibrationError } from './calibration.ts';
import { labelOf } from './label.ts';
import type { FittedStatements } from './fit-statements.ts';
import { namedWeights } from './leave-out.ts';
import type { Example, Logistic } from './logistic.ts';
import { fitLogistic, predict } from './logistic.ts';
import { CONFIDENCE_PRIOR } from './priors.ts';
import type { ReadQuestion } from './read-questions.ts';
import { round } from './write-weights.ts';

/** What a sign may say; 0 where it may say either. */
const SIGNS: Record<(typeof CONFIDENCE_SIGNS)[number], number> = {
  likelihood: 1,
  leadOverSecond: 1,
  leadOverSixth: 1,
  saysAll: 1,
  uncovered: -1,
  missing: -1,
  knownMissing: -1,
  noFigure: -1,
  noName: -1,
  glued: -1,
  unmet: -1,
  unknownNames: -1,
  periodNowhere: -1,
  otherYearHere: -1,
  otherYearInHead: -1,
  otherName: -1,
  nearness: 1,
  nearnessWithPrevious: 1,
  rowNearness: 0,
  otherLanguage: 0,
  furtherParts: 0,
};
const PENALTY = 10;
/** A wrong answer costs as much as so many refusals. */
const COST = 3;
const signs = CONFIDENCE_SIGNS.map((name) => SIGNS[name]);
const THRESHOLDS = [0.3, 0.35, 0.4, 0.5, 0.6];

interface Asked extends Example {
  question: ReadQuestion;
  kind: StatementKind;
}
type Models = Record<StatementKind, Logistic>;

/** For each group of questions what was fitted without it. */
interface Fitted {
  statements: StatementWeights;
  models: Models;
}

/**
 * Fits how sure an answer is: every question is ranked by weights that its group had no part in. Prints how well the
 * confidence tells right from wrong there, and what each threshold costs.
 * @param threshold below this nothing is said
 */
export function fitConfidence(questions: readonly ReadQuestion[], { leftOut }: FittedStatements, threshold: number) {
  const statementsOf = new Map([...leftOut].map(([group, weights]) => [group, statementWeights(weights)]));
  const asked = questions.flatMap((question) => {
    const weights = statementsOf.get(question.group);
    return weights ? question.parts.flatMap((part) => exampleOf(question, part, weights)) : [];
  });
  const fittedOf = new Map(
    [...statementsOf].map(([group, statements]) => [
      group,
      { statements, models: fit(asked.filter(({ question }) => question.group !== group)) },
    ]),
  );
  const judged = asked.map(({ question: { group, set }, kind, values, isTrue }) => {
    const model = fittedOf.get(group)?.models[kind];
    return { set, isRight: isTrue, confidence: model ? predict(model, values) : 0 };
  });
  console.log('left out, all'.padEnd(16), judged.length, JSON.stringify(quality(judged)));
  for (const [set, some] of Map.groupBy(judged, (one) => one.set))
    console.log(`  ${set}`.padEnd(16), some.length, JSON.stringify(quality(some)));
  for (const least of THRESHOLDS) showThreshold(questions, fittedOf, least);
  const { kinds } = confidenceWeights(fit(asked), threshold);
  console.log(JSON.stringify(kinds));
  return { leftOut: quality(judged), threshold, kinds };
}

function quality(judged: readonly Judged[]) {
  return {
    auc: round(areaUnderCurve(judged), 3),
    calibrationError: round(calibrationError(judged), 3),
  };
}

function showThreshold(questions: readonly ReadQuestion[], fittedOf: Map<string, Fitted>, least: number): void {
  const counts = questions.map((one) => ({ set: one.set, outcome: outcomeOf(one, fittedOf.get(one.group), least) }));
  for (const [set, some] of Map.groupBy(counts, (one) => one.set))
    console.log(least.toFixed(2), set.padEnd(12), JSON.stringify(tally(some.map(({ outcome }) => outcome))));
}

type Outcome = 'right' | 'wrong' | 'answered' | 'refused' | 'rightly refused';

/** What comes of a question by weights that its report had no part in; right: every fact is said. */
function outcomeOf(question: ReadQuestion, fitted: Fitted | undefined, least: number): Outcome {
  const { retrieval, parts } = question;
  if (!fitted) return 'refused';
  const { statements, models } = fitted;
  const draft = composeParts(retrieval, parts, { statements, confidence: confidenceWeights(models, least) });
  const { answerable, answers, evidence } = question.question;
  if (draft.claims.length === 0) return answerable ? 'refused' : 'rightly refused';
  if (!answerable) return 'answered';
  const said = draft.claims.map(({ text }) => text).join('\n');
  const files = new Set(evidence.map(({ report }) => report ?? ''));
  const isRight = [...files].some((file) => labelOf(said, `${file}.`, question.question).holdsAll);
  return isRight && answers.length > 0 ? 'right' : 'wrong';
}

function tally(counts: readonly Outcome[]) {
  const count = (outcome: Outcome) => counts.filter((one) => one === outcome).length;
  const { right, wrong, answered, refused } = {
    right: count('right'),
    wrong: count('wrong'),
    answered: count('answered'),
    refused: count('refused'),
  };
  return { right, wrong, answered, refused, cost: COST * (wrong + answered) + refused };
}

function exampleOf(question: ReadQuestion, part: ReadQuestion['parts'][number], statements: StatementWeights): Asked[] {
  const ranked = orderPart(part, statements);
  const found = confidenceSigns(ranked, question.parts.length, part.ask.text);
  const [best] = ranked;
  if (!found || !best) return [];
  const label = part.labels[part.featured.findIndex(({ sentence }) => sentence === best.sentence)];
  const isTrue = question.question.answerable && (question.parts.length === 1 ? label?.isRight : label?.isPartly);
  return [
    {
      question,
      kind: kindOf(best),
      values: CONFIDENCE_SIGNS.map((name) => found[name]),
      isTrue: isTrue ?? false,
      weight: question.weight / question.parts.length,
    },
  ];
}

function fit(examples: readonly Asked[]): Models {
  const of = (kind: StatementKind, prior: readonly number[]) =>
    fitLogistic(
      examples.filter((one) => one.kind === kind),
      signs,
      { isBalanced: false, penalty: PENALTY, prior },
    );
  return {
    chineseProse: of(
      'chineseProse',
      CONFIDENCE_SIGNS.map((name) => CONFIDENCE_PRIOR[name] ?? 0),
    ),
    other: of('other', []),
  };
}

function statementWeights(weights: readonly number[]): StatementWeights {
  const leftOut = { first: 0, firstThree: 0, logLikelihood: 0 };
  return { set: 'left out', date: '2000-01-01', leftOut, weights: namedWeights(weights) };
}

function confidenceWeights({ chineseProse, other }: Models, least: number): ConfidenceWeights {
  return ConfidenceWeights.parse({
    set: 'left out',
    date: '2000-01-01',
    leftOut: { auc: 0, calibrationError: 0 },
    threshold: least,
    kinds: { chineseProse: natural(chineseProse), other: natural(other) },
  });
}

/** The same regression on signs as they are: mean and scale go into the weights and the intercept. */
function natural({ weights: scaled, scales, means, intercept }: Logistic): Regression {
  const plain = scaled.map((weight, at) => weight / (scales[at] ?? 1));
  const shift = plain.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0);
  return Regression.parse({
    intercept: round(intercept - shift, 4),
    weights: Object.fromEntries(CONFIDENCE_SIGNS.map((name, at) => [name, round(plain[at] ?? 0, 4)])),
  });
}
