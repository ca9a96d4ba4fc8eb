import type { StatementKind } from '../../src/answer/confidence-weights.ts';
import { CONFIDENCE_SIGNS, ConfidenceWeights, Regression } from '../../src/answer/confidence-weights.ts';
import type { Example, Logistic } from './logistic.ts';
import { fitLogistic } from './logistic.ts';
import { CONFIDENCE_PRIOR } from './priors.ts';
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
  otherMonthHere: -1,
  otherName: -1,
  nearness: 1,
  nearnessWithPrevious: 1,
  rowNearness: 0,
  otherLanguage: 0,
  furtherParts: 0,
};
const PENALTY = 10;
const signs = CONFIDENCE_SIGNS.map((name) => SIGNS[name]);

/** How sure an answer is, for each kind of statement. */
export type ConfidenceModels = Record<StatementKind, Logistic>;

/** Fits how sure an answer is; of Chinese prose something was known before. */
export function fitModels(examples: readonly (Example & { kind: StatementKind })[]): ConfidenceModels {
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

/** The same as the program reads it. */
export function confidenceWeights({ chineseProse, other }: ConfidenceModels, least: number): ConfidenceWeights {
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
