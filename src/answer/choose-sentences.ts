import type { Names } from '../lexicon/names.ts';
import { hereOrEverywhere, holdsName } from '../lexicon/names.ts';
import { isOtherPlace, isRate } from './fit-scope.ts';
import type { RankedSentence } from './rank-sentences.ts';
import type { ReadSentence } from './read-sentences.ts';
import { sayableText } from './sayable-text.ts';
import { refersBack } from '../lexicon/refers-back.ts';
import type { Ask } from '../retrieve/split-question.ts';
import { expectsDifferences } from '../retrieve/split-question.ts';

/** A further part of a question that has an answer needs this share of the confidence that the first needs. */
export const FURTHER = 2 / 3;
/** Scores that lie this near to the best's (they are log likelihoods): a runner-up that is said, too, */
const TIE = 1;
/** one that goes on where the best ends, */
const CONTINUES = 2;
/** one that is chosen already and does for a further part, */
const GOOD_ENOUGH = 0.3;
/** and, where different values are expected, another value, with this share of the question's words in the best. */
const DIFFERING = 4;
const DIFFERING_WORDS = 0.6;
const SAME_THING = 3;
/**
 * Without being asked for, another value is shown when its sentence lies this near, holds this share of the best's
 * words, and the best this share of the question's.
 */
const CONTRADICTING = 3;
const SAME_WORDS = 0.9;
const MOST_WORDS = 0.6;
/** Most sentences of an answer. */
const SENTENCES = 4;

/** A part of the question with the sentences for it, best first. */
export interface RankedPart {
  ask: Ask;
  ranked: RankedSentence[];
  /** How likely the best sentence answers it, 0 to 1. */
  confidence: number;
}

/** What is said. */
export interface Choice {
  sentences: RankedSentence[];
  /** They give different values for one thing. */
  differing: boolean;
}

/**
 * The sentences that answer the parts, in the order of the parts, none twice.
 * @param threshold confidence below which nothing is said
 */
export function choose(parts: RankedPart[], names: Names, threshold: number): Choice {
  if (Math.max(...parts.map(({ confidence }) => confidence)) < threshold) return { sentences: [], differing: false };
  const chosen: RankedSentence[] = [];
  let differing = false;
  for (const { ask, ranked, confidence } of parts) {
    const isDiffering = expectsDifferences(ask.whole);
    const ordered = isDiffering ? ranked.toSorted((a, b) => fitOf(b) - fitOf(a)) : ranked;
    const [best] = ordered;
    if (!best || confidence < threshold * FURTHER) continue;
    if (isCovered(ask, ordered, chosen)) {
      chosen.push(...continuations(best, ordered));
      continue;
    }
    const others = isDiffering ? [] : contradictions(ask, names, best, ordered);
    differing ||= isDiffering || others.length > 0;
    chosen.push(
      best,
      ...(others.length > 0 ? others : additions(best, ordered, { isOnly: parts.length === 1, isDiffering })),
    );
  }
  return { sentences: distinct(chosen).slice(0, SENTENCES), differing };
}

/**
 * True when a sentence that is said already does for this part as well, and meets what it insists on; each of several
 * things side by side gets its own best.
 */
function isCovered(ask: Ask, [best, ...others]: RankedSentence[], chosen: RankedSentence[]): boolean {
  if (!best) return true;
  const least = best.score - (ask.member === undefined ? GOOD_ENOUGH : 0);
  return [best, ...others].some(
    ({ sentence, score, unmet }) =>
      score >= least &&
      (unmet.length === 0 || best.unmet.length > 0) &&
      chosen.some((other) => isSame(other.sentence, sentence)),
  );
}

/** Where values differ, the first question is whether they are values of the same thing. */
function fitOf({ score, features }: RankedSentence): number {
  return score + SAME_THING * features.scope;
}

/**
 * What is said beside the best sentence: what goes on from it, what comes as near, and what gives another figure where
 * that is wanted.
 */
function additions(
  best: RankedSentence,
  ranked: RankedSentence[],
  { isOnly, isDiffering }: { isOnly: boolean; isDiffering: boolean },
): RankedSentence[] {
  const others = ranked.filter(
    (other) => other !== best && !isSame(other.sentence, best.sentence) && other.unmet.length === 0,
  );
  if (isDiffering) return others.filter((other) => isAlternative(best, other));
  const [next] = others;
  const isTie = next !== undefined && next.score >= best.score - TIE && languageOf(next) === languageOf(best);
  return next && isOnly && isTie ? [next] : continuations(best, others);
}

/** Scores of two languages stand on other words: a tie between them says nothing. */
function languageOf({ sentence }: RankedSentence): string {
  return sentence.passage.report.language;
}

/**
 * A sentence that speaks of the same things as the best and gives another figure of the kind that is asked for,
 * elsewhere in the reports.
 */
function contradictions(ask: Ask, names: Names, best: RankedSentence, ranked: RankedSentence[]): RankedSentence[] {
  if (best.features.words < MOST_WORDS) return [];
  const other = ranked.find(
    (one) =>
      one.score >= best.score - CONTRADICTING &&
      isRival(best, one) &&
      !isRate(ask.text, one.sentence.text) &&
      !isOtherPlace(ask.text, one.sentence.text, names),
  );
  return other ? [other] : [];
}

/**
 * True when both give a figure, next to the question's words, for the same words and the same scope, and no figure
 * stands in both.
 */
function isRival(best: RankedSentence, other: RankedSentence): boolean {
  if (other === best || other.unmet.length > 0 || !isElsewhere(best, other)) return false;
  const { words, figure, scope } = best.features;
  const isClose =
    other.features.words >= SAME_WORDS * words && figure > 0 && other.features.figure >= SAME_WORDS * figure;
  const isSameScope = scope >= 0 && other.features.scope >= 0 && other.features.shape === best.features.shape;
  // `全世界有300座，其中中国占四成` is no figure of one of them.
  const isMixed = hereOrEverywhere().every((forms) => holdsName(other.sentence.text, forms));
  const known = new Set(best.sentence.figures.map(({ text }) => text));
  return isClose && isSameScope && !isMixed && !other.sentence.figures.some(({ text }) => known.has(text));
}

function isElsewhere(best: RankedSentence, other: RankedSentence): boolean {
  return best.sentence.passage.chunk.path.join('\n') !== other.sentence.passage.chunk.path.join('\n');
}

/** The next best sentence where it goes on from the best: `其中，…`. */
function continuations(best: RankedSentence, ranked: RankedSentence[]): RankedSentence[] {
  const next = ranked.find((other) => other !== best);
  const continues =
    next?.sentence.previous === best.sentence && refersBack(next.sentence.text) && next.score >= best.score - CONTINUES;
  return next && continues ? [next] : [];
}

function isAlternative(best: RankedSentence, other: RankedSentence): boolean {
  const said = new Set(best.sentence.text.match(/\d[\d,.]*/gu));
  const hasOtherFigure = (other.sentence.text.match(/\d[\d,.]*/gu) ?? []).some((figure) => !said.has(figure));
  return (
    hasOtherFigure &&
    fitOf(other) >= fitOf(best) - DIFFERING &&
    other.features.words >= DIFFERING_WORDS * best.features.words
  );
}

/** None twice, and none that is said within another. */
function distinct(chosen: RankedSentence[]): RankedSentence[] {
  const texts = chosen.map(({ sentence }) => sayableText(sentence));
  return chosen.filter(
    (_, at) =>
      !texts.some(
        (other, index) => index !== at && other.includes(texts[at] ?? '') && (other !== texts[at] || index < at),
      ),
  );
}

function isSame(one: ReadSentence, other: ReadSentence): boolean {
  return sayableText(one) === sayableText(other);
}
