import { z } from 'zod';
import type { SentenceFeatures } from './sentence-features.ts';

/** The features that decide, by name: `npm run fit -- statements` weighs these. */
export const STATEMENT_FEATURES = [
  'terms',
  'words',
  'precision',
  'headAdds',
  'before',
  'pathAdds',
  'titleAdds',
  'uncovered',
  'referred',
  'missing',
  'knownMissing',
  'focus',
  'rowLabel',
  'rowLabelPrecision',
  'cellPrecision',
  'unit',
  'shape',
  'anyFigure',
  'noFigure',
  'quantity',
  'figureHinted',
  'figureOfTime',
  'figure',
  'figureClause',
  'digits',
  'digitsForName',
  'glued',
  'measureElsewhere',
  'scope',
  'planned',
  'periodHere',
  'periodInHead',
  'periodNear',
  'periodNowhere',
  'otherYearHere',
  'otherYearInHead',
  'monthHere',
  'otherMonthHere',
  'organisation',
  'place',
  'reason',
  'noName',
  'otherName',
  'names',
  'member',
  'others',
  'row',
  'rowWithoutFigure',
  'fragment',
  'contents',
  'heading',
  'asking',
  'caption',
  'list',
  'rank',
  'lag',
  'nearness',
  'nearnessWithPrevious',
  'rowNearness',
  'otherLanguage',
  'unmetNames',
  'unmetPeriods',
  'unmetMeasures',
] as const satisfies readonly (keyof SentenceFeatures)[];

/** Shares of questions on reports that were left out. */
const Share = z.number().min(0).max(1);

/** Weights of the choice among sentences as `npm run fit -- statements` writes them. */
export const StatementWeights = z.object({
  /** What was fitted on: the sets with their sizes and weights. */
  set: z.string().min(1),
  date: z.iso.date(),
  /**
   * On reports left out in turn: shares of the questions with a right sentence whose best one is right, or one of the
   * best three; and the mean log likelihood of the right one.
   */
  leftOut: z.object({ first: Share, firstThree: Share, logLikelihood: z.number().max(0) }),
  /** For each unit of a feature; a score is a log likelihood but for a constant. */
  weights: z.record(z.enum(STATEMENT_FEATURES), z.number()),
});
export type StatementWeights = z.infer<typeof StatementWeights>;
