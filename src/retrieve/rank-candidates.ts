import type { Candidate } from '../domain/ports.ts';
import type { Language } from '../domain/report.ts';
import type { Period } from '../quantities/periods.ts';
import { countPeriods, periodsOf, unmetPeriods } from '../quantities/periods.ts';
import { splitCanonical } from '../text/sentences.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import { hasAnswerShape } from './analyse-question.ts';
import type { Bm25Settings } from './bm25.ts';
import { bm25, coverage } from './bm25.ts';
import type { QueryUnit } from '../dictionary/query-unit.ts';
import type { UnitFinder } from '../dictionary/find-units.ts';
import { createUnitFinder } from '../dictionary/find-units.ts';
import { nameOf } from './meant-reports.ts';
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
  const period = periodsOf(question.text);
  return candidates.map((candidate) => {
    const measure = measures[candidate.report.language];
    return { candidate, features: featuresOf(question, period, candidate, measure), isOwn: measure.isOwn };
  });
}

function measureOf(units: QueryUnit[], isOwn: boolean): Measure {
  return {
    isOwn,
    chunk: isOwn ? CHUNK : TRANSLATED_CHUNK,
    units,
    find: createUnitFinder(units),
    // What no report holds is in none more than in another.
    total: units.reduce((sum, { weight, documentFrequency }) => sum + (documentFrequency > 0 ? weight : 0), 0) || 1,
  };
}

function scoreOf(features: PassageFeatures, weights: PassageWeights['own']): number {
  return PASSAGE_FEATURES.reduce((sum, name) => sum + weights[name] * features[name], 0);
}

function featuresOf(
  { answerType }: AnalysedQuestion,
  period: Period,
  { chunk, report, cosine }: Candidate,
  { units, find, total, chunk: settings }: Measure,
): PassageFeatures {
  const found = find(chunk.text);
  const spans = splitCanonical(found.canonical).map(({ span }) => span);
  const sentences = countUnits(found, units.length, spans).map((counts, at) => ({
    ...counts,
    text: found.canonical.slice(spans[at]?.start, spans[at]?.end),
  }));
  const wholeOf = (text: string): Window => {
    const whole = find(text);
    const [counts] = countUnits(whole, units.length, [{ start: 0, end: whole.canonical.length }]);
    return { ...(counts ?? sumCounts([])), text: whole.canonical };
  };
  const { heads = '', rows = [] } = chunk.tables ?? {};
  const all = sumCounts([...sentences, wholeOf(heads)]);
  // A row is read with its heads, which stand far above it, or on another page.
  const said = rows.map((row) => wholeOf(row.said));
  const [one, two] = [1, 2].map((size) => best([...windowsOf(sentences, size), ...said], units));
  const isFigure = ({ kind }: QueryUnit) => kind === 'latin' || kind === 'number';
  const around = [nameOf(report), ...chunk.path].join('\n');
  return {
    chunk: bm25(units, all, settings) / total,
    sentence: (one?.score ?? 0) / total,
    coverage: coverage(units, all),
    figures: two ? coverage(units, two, isFigure) : 0,
    heading: coverage(units, wholeOf(around)),
    report: coverage(units, wholeOf(nameOf(report))),
    period: periodMet(period, [around, heads, chunk.text].join('\n'), report.publishedOn),
    answerShape: two && hasAnswerShape(answerType, two.text) ? 1 : 0,
    length: Math.log(Math.max(20, all.length)),
    cosine,
  };
}

function periodMet(period: Period, text: string, publishedOn: string | undefined): number {
  const count = countPeriods(period);
  if (count === 0) return 0;
  const reportYear = publishedOn === undefined ? undefined : Number(publishedOn.slice(0, 4));
  return 1 - unmetPeriods(period, text, reportYear).length / count;
}

/** Sentences beside each other, or a row, in canonical form. */
type Window = UnitCounts & { text: string };

/** The windows of so many sentences; all of them where there are fewer. */
function windowsOf(sentences: readonly Window[], size: number): Window[] {
  return sentences.slice(0, Math.max(1, sentences.length - size + 1)).map((_, at) => {
    const window = sentences.slice(at, at + size);
    return { ...sumCounts(window), text: window.map(({ text }) => text).join('\n') };
  });
}

function best(windows: readonly Window[], units: QueryUnit[]): (Window & { score: number }) | undefined {
  let first: (Window & { score: number }) | undefined;
  for (const window of windows) {
    const score = bm25(units, window, WINDOW);
    if (!first || score > first.score) first = { ...window, score };
  }
  return first;
}
