import { fold } from '../text/fold-text.ts';
import { unmetMeasures } from '../lexicon/measures.ts';
import { holdsName } from '../lexicon/names.ts';
import { refersBack, speaksOfList } from '../lexicon/refers-back.ts';
import { asksForDone, isPlan } from '../lexicon/plans.ts';
import { periodsOf, unmetPeriods } from '../quantities/periods.ts';
import type { AnalysedQuestion } from '../retrieve/analyse-question.ts';
import { isListAsked, isListing, shapeOf } from './answer-shape.ts';
import { fitsScope } from './fit-scope.ts';
import { namedIn } from '../retrieve/named-things.ts';
import { quotedWords } from '../retrieve/quoted-words.ts';
import type { Presence, ReadFigure, ReadSentence } from './read-sentences.ts';
import type { NamedKinds } from './named-kinds.ts';
import { namedKinds } from './named-kinds.ts';
import type { Ask } from '../retrieve/split-question.ts';
import { expectsDifferences } from '../retrieve/split-question.ts';
import { speaksOfOthers, unmetNames } from './unmet-names.ts';

/** What a sentence is ranked by for one part of a question. Shares are of the weight of what the part speaks of. */
export interface SentenceFeatures extends NamedKinds {
  /** Share of the terms, and of the words, in the sentence itself. */
  terms: number;
  words: number;
  /** What the sentence before adds, and the same where the sentence refers back. */
  before: number;
  referred: number;
  /** Words that stand nowhere around: not in the chunk, nor in the headings above. */
  missing: number;
  /** Words that some report holds, and that stand neither in the sentence nor before it nor in the headings. */
  knownMissing: number;
  /** It names another company or place than the part does, and none of the part's. */
  otherName: number;
  /** The word that names what is asked for stands in the sentence; or nowhere around. */
  focus: number;
  focusMissing: number;
  /** Share of the words next to a figure that may answer. */
  figure: number;
  /** The measure that is asked for is not said where a figure is. */
  measureElsewhere: number;
  /**
   * How its figures fit what is asked for: the very unit, the right shape, a figure at all, none though one is asked
   * for.
   */
  unit: number;
  shape: number;
  anyFigure: number;
  noFigure: number;
  /** It names several things, where several are asked for. */
  list: number;
  /** It is no sentence: a row of a table, a line. */
  fragment: number;
  /** Share of the part's names and quoted words that stand near. */
  names: number;
  /** Quoted words and names, years and quarters, measures that the part insists on and that do not stand near. */
  unmetNames: number;
  unmetPeriods: number;
  unmetMeasures: number;
  /** It speaks of the thing among several that the part is about, and of how many of the others. */
  member: number;
  others: number;
  /** The country or the world, one or all, as asked. */
  scope: number;
  /** What is done is asked for, and its figures are planned ones. */
  planned: number;
  /** Nearness of its vector, and of it together with the sentence before, to the question's. */
  nearness: number;
  nearnessWithPrevious: number;
  /** Position of its passage, and how far that lies behind the best one's score. */
  rank: number;
  lag: number;
}

/** True for a sentence that is read, and said, together with the one before it. */
export function isJoined({ text, previous }: ReadSentence): boolean {
  return previous !== undefined && speaksOfList(text);
}

/** How a part of a question weighs terms and words; each together 1. */
export interface Weighing {
  terms: number[];
  words: number[];
  /** True for words that some report holds under some form. */
  isKnown: boolean[];
  /** Position of the word that names what is asked for. */
  focus: number | undefined;
  /** True for a word that may stand there under another form. */
  isTranslated(name: string): boolean;
}

/** The features of a sentence, and what the part insists on that it does not meet. */
export function featuresOf(
  question: AnalysedQuestion,
  ask: Ask,
  weighing: Weighing,
  sentence: ReadSentence,
): { features: SentenceFeatures; unmet: string[] } {
  const { text, previous } = sentence;
  const presence = isJoined(sentence) ? union(sentence.presence, previous?.presence ?? []) : sentence.presence;
  const terms = isJoined(sentence) ? union(sentence.terms, previous?.terms ?? []) : sentence.terms;
  const share = (present: Presence) => dot(weighing.words, present);
  const before = share(union(presence, previous?.presence ?? [])) - share(presence);
  const around = union(sentence.heading, sentence.chunk);
  const nearby = union(union(presence, previous?.presence ?? []), sentence.heading);
  const shape = shapeOf(ask.text, text);
  const figures = shape === 'not asked' ? [] : newFigures(question.text, sentence);
  const unmet = unmetTerms(question, ask, weighing.isTranslated, sentence);
  const features: SentenceFeatures = {
    terms: dot(weighing.terms, terms),
    words: share(presence),
    before,
    referred: refersBack(text) ? before : 0,
    missing: 1 - share(around),
    knownMissing: missingShare(weighing, nearby),
    otherName: speaksOfOthers(ask, `${isJoined(sentence) ? previous?.text : ''}${text}`, question.names) ? 1 : 0,
    focus: weighing.focus === undefined ? 0 : (presence[weighing.focus] ?? 0),
    focusMissing: weighing.focus === undefined ? 0 : 1 - (around[weighing.focus] ?? 0),
    figure: Math.max(0, ...figures.map((figure) => share(figure.presence))),
    measureElsewhere:
      shape === 'not asked' ||
      figures.some(({ clauses }) => unmetMeasures(ask.text, clauses, question.language).length === 0)
        ? 0
        : 1,
    unit: shape === 'unit' ? 1 : 0,
    shape: shape === 'shape' ? 1 : 0,
    anyFigure: shape === 'figure' ? 1 : 0,
    noFigure: shape === 'none' ? 1 : 0,
    ...namedKinds(ask.text, text, question.names),
    list: ask.member === undefined && isListAsked(ask.text) && isListing(text) ? 1 : 0,
    fragment: isFragment(text) ? 1 : 0,
    names: namesNear(question, ask, sentence),
    unmetNames: unmet.names.length,
    unmetPeriods: unmet.periods.length,
    unmetMeasures: unmet.measures.length,
    member: ask.member !== undefined && holdsName(text, question.names.formsOf(ask.member)) ? 1 : 0,
    others: ask.others.filter((other) => holdsName(text, question.names.formsOf(other))).length,
    scope: shape === 'not asked' ? 0 : fitsScope(ask, text, question.names),
    planned: isPlanInstead(ask, figures) ? 1 : 0,
    nearness: sentence.nearness,
    nearnessWithPrevious: sentence.nearnessWithPrevious,
    rank: sentence.rank,
    lag: sentence.lag,
  };
  return { features, unmet: [...unmet.names, ...unmet.measures, ...unmet.periods] };
}

/** Share of the known words' weight that is not there. */
function missingShare({ words, isKnown }: Weighing, present: Presence): number {
  const known = words.map((weight, at) => (isKnown[at] ? weight : 0));
  const total = known.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? 0 : 1 - dot(known, present) / total;
}

/** A figure of the question is no answer. */
function newFigures(asked: string, { figures }: ReadSentence): ReadFigure[] {
  const known = new Set(asked.normalize('NFKC').match(/\d[\d,]*(?:\.\d+)?/gu));
  return figures.filter((figure) => !known.has(figure.text));
}

/**
 * Share of the companies and quoted words of a part that stand in the sentence, the one it refers back to, or the
 * headings.
 */
function namesNear({ names }: AnalysedQuestion, ask: Ask, { text, previous, passage }: ReadSentence): number {
  const asked = namedIn(ask.text, names).filter(
    ({ text: name, kind }) => kind === 'company' && !ask.others.includes(name),
  );
  const quoted = quotedWords(ask.text).map(({ words }) => words);
  if (asked.length + quoted.length === 0) return 0;
  const near = [...passage.chunk.path, refersBack(text) ? (previous?.text ?? '') : '', text].join('\n');
  const held =
    asked.filter(({ forms }) => holdsName(near, forms)).length +
    quoted.filter((words) => fold(near).includes(fold(words))).length;
  return held / (asked.length + quoted.length);
}

/** Where different values are expected, a plan may be one of them. */
function isPlanInstead({ text, whole }: Ask, figures: readonly ReadFigure[]): boolean {
  return (
    asksForDone(text) &&
    !expectsDifferences(whole) &&
    figures.length > 0 &&
    figures.every(({ before }) => isPlan(before))
  );
}

/** A row of a table or a line that is no sentence: it says little by itself. */
function isFragment(text: string): boolean {
  return text.includes('\t') || !/[。！？!?；;.”"’）)]$/u.test(text);
}

/** What a part insists on that is not near. */
interface Unmet {
  names: string[];
  periods: string[];
  measures: string[];
}

function unmetTerms(
  question: AnalysedQuestion,
  ask: Ask,
  isTranslated: (name: string) => boolean,
  { passage, text, previous, section, article }: ReadSentence,
): Unmet {
  const around = [passage.report.title, ...passage.chunk.path, previous?.text ?? '', text].join('\n');
  const { publishedOn } = passage.report;
  const isDated = /年|季度|目前|现在|\b(?:19|20)\d{2}\b|\bQ[1-4]\b|quarter|now|current/iu.test(ask.text);
  const period = periodsOf(isDated ? ask.text : question.text);
  const quoted = quotedWords(ask.text)
    .map(({ words }) => words)
    .filter((words) => !fold(article).includes(fold(words)));
  const near = refersBack(text) ? around : [...passage.chunk.path, text].join('\n');
  return {
    names: [
      ...quoted,
      ...unmetNames(ask, { near, far: refersBack(text) ? article : section, names: question.names, isTranslated }),
    ],
    periods: unmetPeriods(period, around, publishedOn === undefined ? undefined : Number(publishedOn.slice(0, 4))),
    measures: unmetMeasures(ask.text, around, question.language),
  };
}

function dot(weights: number[], presence: Presence): number {
  return weights.reduce((sum, weight, at) => sum + weight * (presence[at] ?? 0), 0);
}

function union(one: Presence, other: Presence): Presence {
  return one.map((value, at) => Math.max(value, other[at] ?? 0));
}
