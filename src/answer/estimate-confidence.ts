import type { RankedSentence } from './rank-sentences.ts';

/** What makes it likely that the best sentence answers. */
interface Signs {
  /** How far it lies before the next one. */
  margin: number;
  unmet: number;
  /** It names another company or place instead of the one that is asked for. */
  otherName: number;
  noFigure: number;
  noName: number;
  shape: number;
  figure: number;
  focusMissing: number;
  measureElsewhere: number;
  /** A figure is asked for at all. */
  asksFigure: number;
  /** Number of the question's words. */
  words: number;
  /** The question is in another language than the report. */
  translated: number;
  /** Question and report are both in English: such texts lie farther apart. */
  english: number;
  nearness: number;
  nearnessWithPrevious: number;
  missing: number;
  knownMissing: number;
}

/**
 * Logistic regression of `one of the two best sentences answers` on 460 questions on a monthly, 180 of which it does
 * not answer. See docs/retrieval.md.
 */
const WEIGHTS: Signs = {
  margin: 0.3,
  unmet: -3,
  otherName: -2.6,
  noFigure: -2.5,
  noName: -1.1,
  shape: 0.7,
  figure: 0.6,
  focusMissing: -0.2,
  measureElsewhere: -0.3,
  asksFigure: -1.2,
  words: 0.2,
  translated: 1.35,
  english: 0.7,
  nearness: 5.4,
  nearnessWithPrevious: 6.1,
  missing: 0.9,
  knownMissing: -0.5,
};
const BIAS = -8.9;
const ALL = 0.95;
const SAYS_ALL = 0.5;
/** Or most words, and so far before every other sentence. */
const MOST_WORDS = 0.6;
const ALONE = 4;
const SIGNS = [
  'margin',
  'unmet',
  'otherName',
  'noFigure',
  'noName',
  'shape',
  'figure',
  'focusMissing',
  'measureElsewhere',
  'asksFigure',
  'words',
  'translated',
  'english',
  'nearness',
  'nearnessWithPrevious',
  'missing',
  'knownMissing',
] as const;
/** More words, or more that is unmet, say nothing more. */
const MOST = { words: 6, unmet: 2, margin: 6 };

/** How likely it is, 0 to 1, that the best sentence answers a part of a question. */
export function estimateConfidence(
  [best, next]: readonly RankedSentence[],
  { wordCount, isTranslated, isEnglish }: { wordCount: number; isTranslated: boolean; isEnglish: boolean },
): number {
  if (!best) return 0;
  const { features } = best;
  const signs: Signs = {
    margin: Math.min(MOST.margin, best.score - (next?.score ?? 0)),
    unmet: Math.min(MOST.unmet, best.unmet.length),
    otherName: features.otherName,
    noFigure: features.noFigure,
    noName: features.noName,
    shape: features.shape,
    figure: features.figure,
    focusMissing: features.focusMissing,
    measureElsewhere: features.measureElsewhere,
    asksFigure: features.noFigure + features.shape + features.unit + features.anyFigure,
    words: Math.min(MOST.words, wordCount),
    translated: isTranslated ? 1 : 0,
    english: isEnglish ? 1 : 0,
    nearness: features.nearness,
    nearnessWithPrevious: features.nearnessWithPrevious,
    missing: features.missing,
    knownMissing: features.knownMissing,
  };
  const likelihood = 1 / (1 + Math.exp(-SIGNS.reduce((sum, name) => sum + WEIGHTS[name] * signs[name], BIAS)));
  return saysAll(best) || standsAlone(best, signs.margin) ? Math.max(likelihood, SAYS_ALL) : likelihood;
}

/**
 * A sentence that holds every word of a short question and a thing of the kind that is asked for: short questions lie
 * far from every sentence.
 */
function saysAll({ features, unmet }: RankedSentence): boolean {
  return features.words + features.before >= ALL && features.noFigure + features.noName + unmet.length === 0;
}

function standsAlone({ features, unmet }: RankedSentence, margin: number): boolean {
  return (
    margin >= ALONE &&
    features.words + features.before >= MOST_WORDS &&
    features.noFigure + features.noName + unmet.length === 0
  );
}
