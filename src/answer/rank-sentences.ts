import type { Language } from '../domain/report.ts';
import { fold } from '../text/fold-text.ts';
import { tokenise } from '../text/tokenise.ts';
import type { AnalysedQuestion } from '../retrieve/analyse-question.ts';
import { findFocus } from './find-focus.ts';
import type { QueryUnit, QuestionUnits } from '../dictionary/query-unit.ts';
import type { ReadSentence } from './read-sentences.ts';
import type { SentenceFeatures, Weighing } from './sentence-features.ts';
import { featuresOf } from './sentence-features.ts';
import type { Ask } from '../retrieve/split-question.ts';

/**
 * Fitted by the likelihood of the right sentence (listwise softmax) on 2,000 questions: XQuAD, CMRC 2018 and RGB, whose
 * answers tell the sentence, and questions on a monthly of 70 pages; `member`, `others` and `planned` by hand. See
 * docs/retrieval.md.
 */
const WEIGHTS: SentenceFeatures = {
  terms: 3.7,
  words: 2.3,
  before: 0.6,
  referred: 1.9,
  missing: -2.7,
  knownMissing: -1.7,
  otherName: -1,
  focus: 1,
  focusMissing: 0,
  figure: 2.3,
  measureElsewhere: -0.4,
  unit: 3.7,
  shape: 1.4,
  anyFigure: 1.4,
  noFigure: -0.8,
  person: 0,
  organisation: 0.4,
  place: 1.8,
  title: 0,
  reason: 0,
  noName: -1.1,
  list: 1.3,
  fragment: -1.7,
  names: 0.8,
  unmetNames: -0.7,
  unmetPeriods: -2,
  unmetMeasures: -0.8,
  member: 1.5,
  others: -0.6,
  scope: 1,
  planned: -2,
  nearness: 5.6,
  nearnessWithPrevious: 3.7,
  rank: -0.2,
  lag: 0.2,
};
const FEATURES = [
  'terms',
  'words',
  'before',
  'referred',
  'missing',
  'knownMissing',
  'otherName',
  'focus',
  'focusMissing',
  'figure',
  'measureElsewhere',
  'unit',
  'shape',
  'anyFigure',
  'noFigure',
  'person',
  'organisation',
  'place',
  'title',
  'reason',
  'noName',
  'list',
  'fragment',
  'names',
  'unmetNames',
  'unmetPeriods',
  'unmetMeasures',
  'member',
  'others',
  'scope',
  'planned',
  'nearness',
  'nearnessWithPrevious',
  'rank',
  'lag',
] as const;
/** What a unit weighs that stands in another part of the question, and when this part leans on that one. */
const ELSEWHERE = 0.35;
const LEANT_ON = 0.7;

/** A sentence with its score for one part of a question. */
export interface RankedSentence {
  sentence: ReadSentence;
  score: number;
  features: SentenceFeatures;
  /** Hard terms (measure, year, quarter, name) that neither it nor what stands around it meets. */
  unmet: string[];
}

/** The sentences by how well they answer one part of a question, best first. */
export function rankSentences(
  question: AnalysedQuestion,
  ask: Ask,
  units: QuestionUnits,
  sentences: ReadSentence[],
): RankedSentence[] {
  const weighing = { zh: weigh(ask, units, 'zh'), en: weigh(ask, units, 'en') };
  return sentences
    .map((sentence) => {
      const { features, unmet } = featuresOf(question, ask, weighing[sentence.passage.report.language], sentence);
      return { sentence, features, unmet, score: scoreOf(features) };
    })
    .toSorted((a, b) => b.score - a.score);
}

function scoreOf(features: SentenceFeatures): number {
  return FEATURES.reduce((sum, name) => sum + WEIGHTS[name] * features[name], 0);
}

function weigh(ask: Ask, { units, concepts }: QuestionUnits, language: Language): Weighing {
  const translated = units[language]
    .filter(({ label, alternatives }) => alternatives.some(({ terms }) => terms.join(' ') !== fold(label)))
    .map(({ label }) => label.toLowerCase());
  return {
    terms: weightsFor(ask, units[language]),
    words: weightsFor(ask, concepts[language]),
    isKnown: concepts[language].map(({ documentFrequency }) => documentFrequency > 0),
    focus: findFocus(ask.text, concepts[language]),
    isTranslated: (name) =>
      name
        .toLowerCase()
        .split(/\s+/u)
        .every((word) => translated.some((label) => label.split(' ').includes(word))),
  };
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
