import { findQuantities } from '../quantities/find-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { isFigure } from '../quantities/quantity.ts';
import type { RankedSentence } from './rank-sentences.ts';

/** What makes it likely, or unlikely, that the best sentence answers a part of a question. */
export interface ConfidenceSigns {
  /** Share of the likelihood that the best, and what agrees with it, has among all sentences, as scores tell it. */
  likelihood: number;
  /**
   * How far its score lies before the second one's and the sixth one's of those that say anything else; beyond a limit
   * it says no more.
   */
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
  /** A month is asked for, and it names others only. */
  otherMonthHere: number;
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

/** So many of the best are looked through for what agrees with it. */
const NEAR = 14;
/** Digits of a figure that two sentences hardly share by chance, and figures of a sentence that tells one thing. */
const DIGITS = 2;
const FIGURES = 3;

/**
 * Signs of whether the best of some ranked sentences answers; undefined where there is none.
 * @param partCount what the question asks, counted
 * @param asked the part of it that they answer: its own figures tell nothing
 */
export function confidenceSigns(
  ranked: readonly RankedSentence[],
  partCount: number,
  asked = '',
): ConfidenceSigns | undefined {
  const [best] = ranked;
  if (!best) return undefined;
  const { features, score, unmet } = best;
  // What lacks something that the question insists on is no rival of what lacks nothing.
  const rivals = unmet.length > 0 ? ranked : ranked.filter((one) => one.unmet.length === 0);
  const agreeing = agreeingWith(best, rivals.slice(1, NEAR), asked);
  const others = rivals.filter((one) => !agreeing.includes(one));
  const leadOver = (at: number) => Math.min(MOST_LEAD, score - (others[at]?.score ?? Number.NEGATIVE_INFINITY));
  const likelihoodOf = (all: readonly RankedSentence[]) =>
    all.reduce((sum, other) => sum + Math.exp(other.score - score), 0);
  return {
    likelihood: likelihoodOf([best, ...agreeing]) / likelihoodOf(rivals),
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
    otherMonthHere: features.otherMonthHere,
    otherName: features.otherName,
    nearness: features.nearness,
    nearnessWithPrevious: features.nearnessWithPrevious,
    rowNearness: features.rowNearness,
    otherLanguage: features.otherLanguage,
    furtherParts: partCount - 1,
  };
}

/**
 * What gives a figure, or the name asked for, that the best gives is no rival of it: two places that say the same are
 * one answer. Of another time than is asked for they agree on something else.
 */
function agreeingWith(
  best: RankedSentence,
  others: readonly RankedSentence[],
  asked: string,
): readonly RankedSentence[] {
  const { features, unmet } = best;
  if (unmet.length + features.otherYearHere + features.otherYearInHead + features.otherMonthHere > 0) return [];
  // Where it gives no figure of the kind that is asked for, they agree on something else, too.
  if (best.named.length === 0 && features.shape <= 0) return [];
  const given = best.named.length > 0 ? ({ named }: RankedSentence) => named : figuresFor(asked);
  const said = new Set(given(best));
  if (said.size === 0 || said.size > FIGURES) return [];
  return others.filter((other) => given(other).some((one) => said.has(one)));
}

function figuresFor(asked: string): (one: RankedSentence) => string[] {
  const known = new Set(findQuantities(asked).map(valueOf));
  return ({ sentence }) =>
    sentence.quantities.filter((one) => isTelling(one, sentence.text) && !known.has(valueOf(one))).map(valueOf);
}

/** What stands in a head is of all rows below it. */
function isTelling(quantity: Quantity, printed: string): boolean {
  const number = /\d[\d,.]*/u.exec(quantity.text)?.[0] ?? '';
  return isFigure(quantity) && (number.match(/\d/gu) ?? []).length >= DIGITS && printed.includes(number);
}

function valueOf({ kind, unit, low, high }: Quantity): string {
  return [kind, unit, low, high].join(' ');
}

/** Short questions lie far from every sentence: then it says more that their words are all there. */
function saysAll({ features, unmet }: RankedSentence, lead: number): boolean {
  const held = features.words + features.before;
  const isMet = features.noFigure + features.noName + unmet.length === 0;
  return isMet && (held >= ALL || (held >= MOST_WORDS && lead >= ALONE));
}
