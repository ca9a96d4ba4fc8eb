import { z } from 'zod';
import type { ConfidenceSigns } from './confidence-signs.ts';
import type { RankedSentence } from './rank-sentences.ts';

/** The signs that decide, by name: `npm run fit -- confidence` weighs these. */
export const CONFIDENCE_SIGNS = [
  'likelihood',
  'leadOverSecond',
  'leadOverSixth',
  'saysAll',
  'uncovered',
  'missing',
  'knownMissing',
  'noFigure',
  'noName',
  'glued',
  'unmet',
  'unknownNames',
  'periodNowhere',
  'otherYearHere',
  'otherYearInHead',
  'otherMonthHere',
  'otherName',
  'nearness',
  'nearnessWithPrevious',
  'rowNearness',
  'otherLanguage',
  'furtherParts',
] as const satisfies readonly (keyof ConfidenceSigns)[];

/** What a best sentence is: vectors and words of Chinese prose lie otherwise than those of tables and of English. */
export const StatementKind = z.enum(['chineseProse', 'other']);
export type StatementKind = z.infer<typeof StatementKind>;

/** A regression: its weights are for each unit of a sign. */
export const Regression = z.object({ intercept: z.number(), weights: z.record(z.enum(CONFIDENCE_SIGNS), z.number()) });
export type Regression = z.infer<typeof Regression>;

/** Weights of the confidence as `npm run fit -- confidence` writes them. */
export const ConfidenceWeights = z.object({
  /** What was fitted on: the sets with their sizes. */
  set: z.string().min(1),
  date: z.iso.date(),
  /**
   * On reports left out in turn: how often a right answer is given more than a wrong one, and by how much the
   * confidence misses the share of right answers, over ten equal groups.
   */
  leftOut: z.object({ auc: z.number().min(0).max(1), calibrationError: z.number().min(0).max(1) }),
  /** Below this nothing is said. */
  threshold: z.number().min(0).max(1),
  kinds: z.record(StatementKind, Regression),
});
export type ConfidenceWeights = z.infer<typeof ConfidenceWeights>;

/** What kind of statement a sentence is. */
export function kindOf({ sentence }: Pick<RankedSentence, 'sentence'>): StatementKind {
  return sentence.kind === 'sentence' && sentence.passage.report.language === 'zh' ? 'chineseProse' : 'other';
}

/** How likely it is, 0 to 1, that the best sentence answers: logistic regression on its signs. */
export function estimateConfidence(signs: ConfidenceSigns, { intercept, weights }: Regression): number {
  const sum = CONFIDENCE_SIGNS.reduce((total, name) => total + weights[name] * signs[name], intercept);
  return 1 / (1 + Math.exp(-sum));
}
