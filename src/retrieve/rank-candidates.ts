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
import type { PassageFeatures, PassageWeights } from './passage-weights.ts';
import { PASSAGE_FEATURES } from './passage-weights.ts';
import type { UnitCounts } from './unit-counts.ts';
import { countUnits, sumCounts } from './unit-counts.ts';

/**
 * What a chunk in the other language is put back by: the two sets of weights give scores of different height. With CMRC
 * 2018 and XQuAD in one library, Chinese questions on the Chinese passages find .97 first instead of .74, on the
 * English ones .65 instead of .77.
 */
const OTHER_LANGUAGE = -6;
/** Of BM25: measured with the weights on the public sets (docs/retrieval.md). */
const CHUNK = { k1: 0.6, b: 0.4, averageLength: 900 };
const TRANSLATED_CHUNK = { k1: 1.5, b: 0.75, averageLength: 500 };
const WINDOW = { k1: 0.4, b: 0.3, averageLength: 120 };

/** A candidate with the score that decides. */
export interface RankedCandidate extends Candidate {
  score: number;
}

/** A candidate before it is scored. */
export interface FeaturedCandidate {
  candidate: Candidate;
  features: PassageFeatures;
  /** It is in the question's language. */
  isOwn: boolean;
}

/** A question's units with what finds them. */
interface Measure {
  isOwn: boolean;
  chunk: Bm25Settings;
  units: QueryUnit[];
  find: UnitFinder;
  /** Weight of all units together. */
  total: number;
}

/** Orders candidates by a linear score over lexical and dense features, best first. */
export function rankCandidates(featured: readonly FeaturedCandidate[], weights: PassageWeights): RankedCandidate[] {
  return featured
    .map(({ candidate, features, isOwn }) => ({
      ...candidate,
      score: scoreOf(features, isOwn ? weights.own : weights.translated) + (isOwn ? 0 : OTHER_LANGUAGE),
    }))
    .toSorted((a, b) => b.score - a.score);
}

/** What each candidate is ordered by. */
export function featureCandidates(
  question: AnalysedQuestion,
  units: Record<Language, QueryUnit[]>,
  candidates: readonly Candidate[],
): FeaturedCandidate[] {
  const measures = {
    zh: measureOf(units.zh, question.language === 'zh'),
    en: measureOf(units.en, question.language === 'en'),
  };
  return candidates.map((candidate) => {
    const measure = measures[candidate.report.language];
    return { candidate, features: featuresOf(question, candidate, measure), isOwn: measure.isOwn };
  });
}

function measureOf(units: QueryUnit[], isOwn: boolean): Measure {
  return {
    isOwn,
    chunk: isOwn ? CHUNK : TRANSLATED_CHUNK,
    units,
    find: createUnitFinder(units),
    total: units.reduce((sum, { weight }) => sum + weight, 0) || 1,
  };
}

function scoreOf(features: PassageFeatures, weights: PassageWeights['own']): number {
  return PASSAGE_FEATURES.reduce((sum, name) => sum + weights[name] * features[name], 0);
}

function featuresOf(
  { answerType }: AnalysedQuestion,
  { chunk, report, cosine }: Candidate,
  { units, find, total, chunk: settings }: Measure,
): PassageFeatures {
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
