import type { Candidate } from '../domain/ports.ts';
import type { Language, Span } from '../domain/report.ts';
import { splitCanonical } from '../text/sentences.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import { hasAnswerShape } from './analyse-question.ts';
import type { Bm25Settings } from './bm25.ts';
import { bm25, coverage } from './bm25.ts';
import type { QueryUnit } from '../dictionary/query-unit.ts';
import type { UnitFinder } from '../dictionary/find-units.ts';
import { createUnitFinder } from '../dictionary/find-units.ts';
import type { UnitCounts } from './unit-counts.ts';
import { countUnits, sumCounts } from './unit-counts.ts';

/** What a candidate is ordered by; lexical features are shares of the question's weight. */
interface Features {
  /** BM25 of the whole chunk, and of the sentence of it that fits best. */
  chunk: number;
  sentence: number;
  /** Share of the question that the chunk holds at all. */
  coverage: number;
  /** Share of its figures and Latin names that stand in the two sentences that fit best. */
  figures: number;
  /** Share of the question in the headings and the report's title. */
  heading: number;
  /** 1 when the two sentences that fit best hold something of the kind that is asked for. */
  answerShape: number;
  /** ln of the number of tokens. */
  length: number;
  /** Nearness of the vectors. */
  cosine: number;
}

const FEATURES = ['chunk', 'sentence', 'coverage', 'figures', 'heading', 'answerShape', 'length', 'cosine'] as const;
/**
 * For chunks in the question's language. Fitted on XQuAD (zh, en), CMRC 2018 and RGB together, each half tested with
 * the weights of the other (docs/retrieval.md); `heading` on our own reports, for the public sets have no headings.
 */
const WEIGHTS: Features = {
  chunk: 10.5,
  sentence: 3.5,
  coverage: 2.9,
  figures: 2.3,
  heading: 4.4,
  answerShape: 2.7,
  length: -0.2,
  cosine: 5.9,
};
/**
 * For chunks in the other language, fitted on XQuAD en→zh and zh→en: words match by chance more often, so the
 * vectors count more.
 */
const TRANSLATED_WEIGHTS: Features = {
  chunk: 6.4,
  sentence: 4.4,
  coverage: 1.6,
  figures: 2.9,
  heading: 2,
  answerShape: 0.9,
  length: -0.7,
  cosine: 19,
};
/**
 * What a chunk in the other language is put back by: the two sets of weights give scores of different height. With CMRC
 * 2018 and XQuAD in one library, Chinese questions on the Chinese passages find .97 first instead of .74, on the
 * English ones .65 instead of .77.
 */
const OTHER_LANGUAGE = -6;
const CHUNK = { k1: 0.6, b: 0.4, averageLength: 900 };
const TRANSLATED_CHUNK = { k1: 1.5, b: 0.75, averageLength: 500 };
const WINDOW = { k1: 0.4, b: 0.3, averageLength: 120 };

/** A candidate with the score that decides. */
export interface RankedCandidate extends Candidate {
  score: number;
}

/** A question's units with what finds them. */
interface Measure {
  weights: Features;
  chunk: Bm25Settings;
  units: QueryUnit[];
  find: UnitFinder;
  /** Weight of all units together. */
  total: number;
  /** Added to every score. */
  offset: number;
}

/** Orders candidates by a linear score over lexical and dense features, best first. */
export function rankCandidates(
  question: AnalysedQuestion,
  units: Record<Language, QueryUnit[]>,
  candidates: Candidate[],
): RankedCandidate[] {
  const measures = {
    zh: measureOf(units.zh, question.language === 'zh'),
    en: measureOf(units.en, question.language === 'en'),
  };
  return candidates
    .map((candidate) => ({
      ...candidate,
      score: scoreCandidate(question, candidate, measures[candidate.report.language]),
    }))
    .toSorted((a, b) => b.score - a.score);
}

function measureOf(units: QueryUnit[], isOwn: boolean): Measure {
  const scoring = isOwn
    ? { weights: WEIGHTS, chunk: CHUNK, offset: 0 }
    : { weights: TRANSLATED_WEIGHTS, chunk: TRANSLATED_CHUNK, offset: OTHER_LANGUAGE };
  return {
    ...scoring,
    units,
    find: createUnitFinder(units),
    total: units.reduce((sum, { weight }) => sum + weight, 0) || 1,
  };
}

function scoreCandidate(question: AnalysedQuestion, candidate: Candidate, measure: Measure): number {
  const features = featuresOf(question, candidate, measure);
  return FEATURES.reduce((sum, name) => sum + measure.weights[name] * features[name], measure.offset);
}

function featuresOf(
  { answerType }: AnalysedQuestion,
  { chunk, report, cosine }: Candidate,
  { units, find, total, chunk: settings }: Measure,
): Features {
  const found = find(chunk.text);
  const spans = splitCanonical(found.canonical).map(({ span }) => span);
  const sentences = countUnits(found, units.length, spans).map((counts, at) => ({
    ...counts,
    span: spans[at] ?? { start: 0, end: 0 },
  }));
  const all = sumCounts(sentences);
  const [one, two] = [1, 2].map((size) => bestWindow(sentences, size, units));
  const isFigure = ({ kind }: QueryUnit) => kind === 'latin' || kind === 'number';
  const headings = find([report.title, report.file, ...chunk.path].join('\n'));
  const [heading = all] = countUnits(headings, units.length, [{ start: 0, end: headings.canonical.length }]);
  return {
    chunk: bm25(units, all, settings) / total,
    sentence: (one?.score ?? 0) / total,
    coverage: coverage(units, all),
    figures: two ? coverage(units, two, isFigure) : 0,
    heading: coverage(units, heading),
    answerShape: two && hasAnswerShape(answerType, found.canonical.slice(two.span.start, two.span.end)) ? 1 : 0,
    length: Math.log(Math.max(20, all.length)),
    cosine,
  };
}

type CountedSpan = UnitCounts & { span: Span };

/** The window of this many sentences that fits best. */
function bestWindow(
  sentences: CountedSpan[],
  size: number,
  units: QueryUnit[],
): (CountedSpan & { score: number }) | undefined {
  let best: (CountedSpan & { score: number }) | undefined;
  for (let at = 0; at + Math.min(size, sentences.length) <= sentences.length; at++) {
    const window = sentences.slice(at, at + size);
    const sum = sumCounts(window);
    const score = bm25(units, sum, WINDOW);
    if (!best || score > best.score)
      best = { ...sum, span: { start: window[0]?.span.start ?? 0, end: window.at(-1)?.span.end ?? 0 }, score };
  }
  return best;
}
