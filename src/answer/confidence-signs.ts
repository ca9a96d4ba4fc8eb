import type { RankedSentence } from './rank-sentences.ts';

/** What makes it likely, or unlikely, that the best sentence answers a part of a question. */
export interface ConfidenceSigns {
  /** Share of the likelihood that the best has among all sentences, as their scores tell it. */
  likelihood: number;
  /** How far its score lies before the second one's and the sixth one's; beyond a limit it says no more. */
  leadOverSecond: number;
  leadOverSixth: number;
  /** It, or the one before, holds nearly every word, and nothing that is insisted on is missing. */
  saysAll: number;
  /** Share of the question's words that stand in none of the places it is read with, nowhere in its chunk, … */
  uncovered: number;
  missing: number;
  /** … and of those that some report holds, not near. */
  knownMissing: number;
  /** A figure, or a name, is asked for and it has none. */
  noFigure: number;
  noName: number;
  /** Its figures run into each other. */
  glued: number;
  /** Names, measures and times that the part insists on and that are not near, counted up to a limit. */
  unmet: number;
  /** Names of the question that no report holds, counted up to a limit. */
  unknownNames: number;
  /** The time that is asked for is said nowhere around; another year stands in it, or in the head of its table. */
  periodNowhere: number;
  otherYearHere: number;
  otherYearInHead: number;
  /** It names another company or place than the part does, and none of the part's. */
  otherName: number;
  /** Nearness of its vector alone, with what is read before it, and the latter of rows alone. */
  nearness: number;
  nearnessWithPrevious: number;
  rowNearness: number;
  /** The report is in another language than the question. */
  otherLanguage: number;
  /** What else the question asks, counted. */
  furtherParts: number;
}

const MOST_LEAD = 6;
const MOST_UNMET = 2;
const SIXTH = 5;
/** Share of the words that is nearly all; or most, for one that lies so far before every other. */
const ALL = 0.95;
const MOST_WORDS = 0.6;
const ALONE = 4;

/**
 * Signs of whether the best of some ranked sentences answers; undefined where there is none.
 * @param partCount what the question asks, counted
 */
export function confidenceSigns(ranked: readonly RankedSentence[], partCount: number): ConfidenceSigns | undefined {
  const [best] = ranked;
  if (!best) return undefined;
  const { features, score, unmet } = best;
  const leadOver = (at: number) => Math.min(MOST_LEAD, score - (ranked[at]?.score ?? Number.NEGATIVE_INFINITY));
  return {
    likelihood: 1 / ranked.reduce((sum, other) => sum + Math.exp(other.score - score), 0),
    leadOverSecond: leadOver(1),
    leadOverSixth: leadOver(SIXTH),
    saysAll: Number(saysAll(best, leadOver(1))),
    uncovered: features.uncovered,
    missing: features.missing,
    knownMissing: features.knownMissing,
    noFigure: features.noFigure,
    noName: features.noName,
    glued: features.glued,
    unmet: Math.min(MOST_UNMET, unmet.length),
    unknownNames: Math.min(MOST_UNMET, features.unknownNames),
    periodNowhere: features.periodNowhere,
    otherYearHere: features.otherYearHere,
    otherYearInHead: features.otherYearInHead,
    otherName: features.otherName,
    nearness: features.nearness,
    nearnessWithPrevious: features.nearnessWithPrevious,
    rowNearness: features.rowNearness,
    otherLanguage: features.otherLanguage,
    furtherParts: partCount - 1,
  };
}

/** Short questions lie far from every sentence: then it says more that their words are all there. */
function saysAll({ features, unmet }: RankedSentence, lead: number): boolean {
  const held = features.words + features.before;
  const isMet = features.noFigure + features.noName + unmet.length === 0;
  return isMet && (held >= ALL || (held >= MOST_WORDS && lead >= ALONE));
}
