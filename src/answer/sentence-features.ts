import { unmetMeasures } from '../lexicon/measures.ts';
import { refersBack, speaksOfList } from '../lexicon/refers-back.ts';
import type { AnalysedQuestion } from '../retrieve/analyse-question.ts';
import { quotedWords } from '../retrieve/quoted-words.ts';
import type { Ask } from '../retrieve/split-question.ts';
import { fold } from '../text/fold-text.ts';
import type { FigureFeatures } from './figure-features.ts';
import { figureFeatures } from './figure-features.ts';
import type { NameFeatures } from './name-features.ts';
import { nameFeatures } from './name-features.ts';
import type { PeriodFeatures } from './period-features.ts';
import { periodAsked, periodFeatures, unmetIn } from './period-features.ts';
import type { PlaceFeatures } from './place-features.ts';
import { placeFeatures } from './place-features.ts';
import type { ReadSentence } from './read-sentences.ts';
import { union } from './read-sentences.ts';
import { nameOf } from '../retrieve/meant-reports.ts';
import { unmetNames } from './unmet-names.ts';
import type { Weighing, WordFeatures } from './word-features.ts';
import { wordFeatures } from './word-features.ts';

/** What a sentence is ranked by for one part of a question. */
export interface SentenceFeatures extends WordFeatures, FigureFeatures, PeriodFeatures, NameFeatures, PlaceFeatures {
  /** Quoted words and names, years and quarters, measures that the part insists on and that do not stand near. */
  unmetNames: number;
  unmetPeriods: number;
  unmetMeasures: number;
}

/** True for a sentence that is read, and said, together with the one before it. */
export function isJoined({ text, previous }: ReadSentence): boolean {
  return previous !== undefined && speaksOfList(text);
}

/** The features of a sentence, what the part insists on that it does not meet, and the names that it gives for it. */
export function featuresOf(
  question: AnalysedQuestion,
  ask: Ask,
  weighing: Weighing,
  sentence: ReadSentence,
): { features: SentenceFeatures; unmet: string[]; named: string[] } {
  const named = nameFeatures(question, ask, sentence, saidWith(sentence));
  const unmet = unmetTerms(question, ask, weighing, sentence);
  const features: SentenceFeatures = {
    ...wordFeatures(weighing, sentence, heldBy(sentence)),
    ...figureFeatures(question, ask, weighing, sentence),
    ...periodFeatures(question, ask, sentence),
    ...named.features,
    ...placeFeatures(question, ask, sentence),
    unmetNames: unmet.names.length,
    unmetPeriods: unmet.periods.length,
    unmetMeasures: unmet.measures.length,
  };
  return { features, unmet: [...unmet.names, ...unmet.measures, ...unmet.periods], named: named.given };
}

function heldBy(sentence: ReadSentence): Pick<ReadSentence, 'terms' | 'presence'> {
  const { terms, presence, previous } = sentence;
  if (!previous || !isJoined(sentence)) return { terms, presence };
  return { terms: union(terms, previous.terms), presence: union(presence, previous.presence) };
}

function saidWith(sentence: ReadSentence): string {
  return `${isJoined(sentence) ? (sentence.previous?.text ?? '') : ''}${sentence.text}`;
}

/** What a part insists on that is not near. */
interface Unmet {
  names: string[];
  periods: string[];
  measures: string[];
}

function unmetTerms(question: AnalysedQuestion, ask: Ask, { isTranslated }: Weighing, sentence: ReadSentence): Unmet {
  const { passage, text, previous, head, section, article } = sentence;
  const around = [nameOf(passage.report), ...passage.chunk.path, previous?.text ?? '', head.text, text].join('\n');
  const quoted = quotedWords(ask.text)
    .map(({ words }) => words)
    .filter((words) => !fold(article).includes(fold(words)));
  const near = refersBack(text) ? around : [...passage.chunk.path, text].join('\n');
  return {
    names: [
      ...quoted,
      ...unmetNames(ask, {
        near,
        paragraph: [head.text, paragraphSoFar(sentence)].join('\n'),
        far: refersBack(text) ? toldSoFar(sentence) : section,
        names: question.names,
        isTranslated,
      }),
    ],
    periods: unmetIn(periodAsked(question, ask), around, sentence),
    measures: unmetMeasures(ask.text, around, question.language),
  };
}

/** What a sentence that refers back may refer to: the headings above it, and what stands before it there. */
function toldSoFar({ passage: { chunk }, span }: ReadSentence): string {
  return [...chunk.path, chunk.text.slice(0, span.end)].join('\n');
}

function paragraphSoFar({ passage: { chunk }, span }: ReadSentence): string {
  return chunk.text.slice(chunk.text.lastIndexOf('\n', span.start) + 1, span.end);
}
