import type { Language } from '../domain/report.ts';
import { fold } from '../text/fold-text.ts';
import { tagWords } from '../text/tag-words.ts';
import { tokenise } from '../text/tokenise.ts';
import type { AnalysedQuestion } from '../retrieve/analyse-question.ts';
import { findFocus } from './find-focus.ts';
import type { QueryUnit, QuestionUnits } from '../dictionary/query-unit.ts';
import type { ReadSentence } from './read-sentences.ts';
import type { SentenceFeatures } from './sentence-features.ts';
import { featuresOf } from './sentence-features.ts';
import type { StatementWeights } from './statement-weights.ts';
import { STATEMENT_FEATURES } from './statement-weights.ts';
import type { Weighing } from './word-features.ts';
import type { Ask } from '../retrieve/split-question.ts';
import { startsUpper } from '../text/starts-with.ts';
import { atSpaces } from '../text/white-space.ts';

/** What a unit weighs that stands in another part of the question, and when this part leans on that one. */
const ELSEWHERE = 0.35;
const LEANT_ON = 0.7;
/** Of a question in title case more than this share of the words has a capital. */
const TITLED = 0.7;

/** A sentence with its score for one part of a question. */
export interface RankedSentence {
  sentence: ReadSentence;
  score: number;
  features: SentenceFeatures;
  /** Hard terms (measure, year, quarter, name) that neither it nor what stands around it meets. */
  unmet: string[];
  /** The names that it gives where one is asked for; none that the question holds. */
  named: string[];
}

/** A sentence before it is scored. */
export type FeaturedSentence = Omit<RankedSentence, 'score'>;

/** The sentences by how well they answer one part of a question, best first. */
export function rankSentences(featured: readonly FeaturedSentence[], weights: StatementWeights): RankedSentence[] {
  return featured
    .map((one) => ({ ...one, score: scoreOf(one.features, weights) }))
    .toSorted((a, b) => b.score - a.score);
}

/** What each sentence is ranked by for one part of a question. */
export function featureSentences(
  question: AnalysedQuestion,
  ask: Ask,
  units: QuestionUnits,
  sentences: readonly ReadSentence[],
): FeaturedSentence[] {
  const weighing = { zh: weigh(ask, units, 'zh'), en: weigh(ask, units, 'en') };
  return sentences
    .filter(({ isHead }) => !isHead)
    .map((sentence) => ({
      sentence,
      ...featuresOf(question, ask, weighing[sentence.passage.report.language], sentence),
    }));
}

function scoreOf(features: SentenceFeatures, { weights }: StatementWeights): number {
  return STATEMENT_FEATURES.reduce((sum, name) => sum + weights[name] * features[name], 0);
}

function weigh(ask: Ask, { units, concepts }: QuestionUnits, language: Language): Weighing {
  const translated = units[language]
    .filter(({ label, alternatives }) => alternatives.some(({ terms }) => terms.join(' ') !== fold(label)))
    .map(({ label }) => label.toLowerCase());
  return {
    terms: weightsFor(ask, units[language]),
    words: weightsFor(ask, concepts[language]),
    isKnown: concepts[language].map(({ documentFrequency }) => documentFrequency > 0),
    unknownNames: concepts[language].filter(
      ({ label, documentFrequency }) => documentFrequency === 0 && isName(label, ask.text),
    ).length,
    focus: findFocus(ask.text, concepts[language]),
    isTranslated: (name) =>
      name
        .toLowerCase()
        .split(/\s+/u)
        .every((word) => translated.some((label) => label.split(' ').includes(word))),
  };
}

/** A capitalised word that does not begin the text, or what the tagger takes for a name. */
function isName(label: string, text: string): boolean {
  if (/^\p{Script=Latin}/u.test(label)) return startsUpper(label) && text.indexOf(label) > 0 && !isTitleCase(text);
  return tagWords(text).some((word) => word.text === label && /^n[rstz]/u.test(word.tag));
}

/** `What Is The Price Of Glass`: where nearly every word has a capital, none is a name for it. */
function isTitleCase(text: string): boolean {
  const words = atSpaces(text);
  return words.filter(startsUpper).length > TITLED * words.length;
}

/**
 * A unit counts fully in the part that holds it, less elsewhere, and not at all when it belongs to another member of a
 * list.
 */
function weightsFor(ask: Ask, units: QueryUnit[]): number[] {
  const holder = (text: string) => {
    const terms = new Set(tokenise(text).map(({ term }) => term));
    const folded = fold(text);
    return (label: string) => terms.has(label) || folded.includes(fold(label));
  };
  const isHere = holder(ask.text);
  const isMember = holder(ask.member ?? '');
  const isOther = holder(ask.others.join('\n'));
  const elsewhere = ask.leans ? LEANT_ON : ELSEWHERE;
  const weights = units.map(({ label, weight }) =>
    ask.others.length > 0 && isOther(label) && !isMember(label) ? 0 : weight * (isHere(label) ? 1 : elsewhere),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return weights.map((weight) => weight / total);
}
