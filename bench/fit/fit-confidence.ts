// Fits how sure an answer is: `npm run fit -- confidence --set ... --reports ... [--out weights/confidence.json]`, with
// the options of `statements`. Every question is ranked by weights that its report had no part in. Prints how well the
// confidence tells right from wrong on reports that were left out, and what each threshold costs there.
import { composeParts, orderPart } from '../../src/answer/compose-extract.ts';
import { confidenceSigns } from '../../src/answer/confidence-signs.ts';
import type { StatementKind } from '../../src/answer/confidence-weights.ts';
import { CONFIDENCE_SIGNS, ConfidenceWeights, kindOf, Regression } from '../../src/answer/confidence-weights.ts';
import type { StatementWeights } from '../../src/answer/statement-weights.ts';
import { areaUnderCurve, calibrationError } from './calibration.ts';
import { labelOf } from './label.ts';
import { fitStatements, leaveOut, namedWeights } from './leave-out.ts';
import type { Example, Logistic } from './logistic.ts';
import { fitLogistic, predict } from './logistic.ts';
import { CONFIDENCE_PRIOR } from './priors.ts';
import type { ReadQuestion } from './read-questions.ts';
import { readSets } from './read-sets.ts';
import { round, writeWeights } from './write-weights.ts';

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
/**
 * Below this nothing is said, unless `--threshold` says otherwise. The cost on other reports goes on falling up to .6
 * (docs/retrieval.md); from here on the monthly is answered less often than before.
 */
const LOW_END = 0.35;
const THRESHOLDS = [0.3, 0.35, 0.4, 0.5, 0.6];

const { questions, described, out, threshold: chosen = LOW_END } = await readSets();
const signs = CONFIDENCE_SIGNS.map((name) => SIGNS[name]);
const statementsOf = new Map(
  [...leaveOut(questions, fitStatements(questions))].map(([group, weights]) => [group, statementWeights(weights)]),
);

interface Asked extends Example {
  question: ReadQuestion;
  kind: StatementKind;
}
type Models = Record<StatementKind, Logistic>;

/** The parts of every question with whether their best sentence, as its report's absence ranks it, answers. */
const asked = questions.flatMap((question) => {
  const weights = statementsOf.get(question.group);
  return weights ? question.parts.flatMap((part) => exampleOf(question, part, weights)) : [];
});
const modelOf = new Map(
  [...statementsOf.keys()].map((group) => [group, fit(asked.filter(({ question }) => question.group !== group))]),
);
const final = fit(asked);

const judged = asked.map((one) => {
  const model = modelOf.get(one.question.group);
  return { set: one.question.set, isRight: one.isTrue, confidence: model ? predict(model[one.kind], one.values) : 0 };
});
const quality = (some: typeof judged) => ({
  auc: round(areaUnderCurve(some), 3),
  calibrationError: round(calibrationError(some), 3),
});
console.log('left out, all'.padEnd(16), judged.length, JSON.stringify(quality(judged)));
for (const [set, some] of Map.groupBy(judged, (one) => one.set))
  console.log(`  ${set}`.padEnd(16), some.length, JSON.stringify(quality(some)));

const outcomes = THRESHOLDS.map((least) => ({ least, counts: questions.map((one) => outcomeOf(one, least)) }));
for (const { least, counts } of outcomes)
  for (const set of new Set(questions.map((one) => one.set)))
    console.log(
      least.toFixed(2),
      set.padEnd(12),
      JSON.stringify(tally(counts.filter((_, at) => questions[at]?.set === set))),
    );

const { kinds } = confidenceWeights(final, chosen);
console.log(JSON.stringify(kinds));
writeWeights(out, {
  set: described,
  leftOut: quality(judged),
  threshold: chosen,
  kinds,
});

type Outcome = 'right' | 'wrong' | 'answered' | 'refused' | 'rightly refused';

/** What comes of a question by weights that its report had no part in; right: every fact is said. */
function outcomeOf(question: ReadQuestion, least: number): Outcome {
  const { retrieval, parts } = question;
  const model = modelOf.get(question.group);
  const statements = statementsOf.get(question.group);
  if (!model || !statements) return 'refused';
  const draft = composeParts(retrieval, parts, { statements, confidence: confidenceWeights(model, least) });
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
  const found = confidenceSigns(ranked, question.parts.length);
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
  return { set: described, date: '2000-01-01', leftOut, weights: namedWeights(weights) };
}

function confidenceWeights({ chineseProse, other }: Models, least: number): ConfidenceWeights {
  return ConfidenceWeights.parse({
    set: described,
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
