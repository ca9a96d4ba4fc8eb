import type { Candidate, LibraryResult } from '../domain/ports.ts';
import { splitSentences } from '../text/sentences.ts';
import { tokenise } from '../text/tokenise.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import { hasAnswerShape } from './analyse-question.ts';
import type { WeighedTerm } from './bm25.ts';
import { bm25, countTerms, coverage, weighTerms } from './bm25.ts';

/** Weights of the features, fitted on public question sets (see docs/decisions). */
const WEIGHTS = {
  chunk: 4.7,
  window1: 4.66,
  window2: 2.31,
  window3: 1.47,
  coverage: 7.93,
  figuresInChunk: 2.98,
  figuresInWindow: 1.5,
  heading: 4.4,
  answerShape: 1.3,
  logLength: -0.78,
  cosine: 1.0,
};
const CHUNK = { k1: 0.6, b: 0.4, averageLength: 900 };
const WINDOW = { k1: 0.4, b: 0.3, averageLength: 120 };

/** A candidate with the score that decides. */
export interface RankedCandidate extends Candidate {
  score: number;
}

/** Orders candidates by a linear score over lexical and dense features, best first. */
export function rankCandidates(question: AnalysedQuestion, { candidates, documentFrequency, chunkCount }: LibraryResult): RankedCandidate[] {
  const terms = weighTerms(question.tokens, documentFrequency, chunkCount);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return candidates
    .map((candidate) => ({ ...candidate, score: scoreCandidate(question, candidate, terms, total) }))
    .toSorted((a, b) => b.score - a.score);
}

function scoreCandidate(question: AnalysedQuestion, { chunk, report, cosine }: Candidate, terms: WeighedTerm[], total: number): number {
  const sentences = splitSentences(chunk.text).map(({ text }) => ({ text, tokens: tokenise(text) }));
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const counts = countTerms(tokens);
  const figures = terms.filter(({ kind }) => kind === 'latin' || kind === 'number');
  const windows = [1, 2, 3].map((size) => bestWindow(sentences, size, terms));
  const best = windows[1];
  const headingCounts = countTerms(tokenise([report.title, ...chunk.path].join('\n')));
  return (
    (WEIGHTS.chunk * bm25(terms, counts, tokens.length, CHUNK)) / total
    + (WEIGHTS.window1 * (windows[0]?.score ?? 0) + WEIGHTS.window2 * (windows[1]?.score ?? 0) + WEIGHTS.window3 * (windows[2]?.score ?? 0)) / total
    + WEIGHTS.coverage * coverage(terms, counts)
    + WEIGHTS.figuresInChunk * coverage(figures, counts)
    + WEIGHTS.figuresInWindow * coverage(figures, countTerms(best?.tokens ?? []))
    + WEIGHTS.heading * coverage(terms, headingCounts)
    + WEIGHTS.answerShape * (best && hasAnswerShape(question.answerType, best.text) ? 1 : 0)
    + WEIGHTS.logLength * Math.log(Math.max(20, tokens.length))
    + WEIGHTS.cosine * cosine
  );
}

type SentenceTokens = { text: string; tokens: ReturnType<typeof tokenise> };

function bestWindow(sentences: SentenceTokens[], size: number, terms: WeighedTerm[]): SentenceTokens & { score: number } {
  let best = { text: '', tokens: sentences[0]?.tokens ?? [], score: 0 };
  for (let at = 0; at + Math.min(size, sentences.length) <= sentences.length; at++) {
    const window = sentences.slice(at, at + size);
    const tokens = window.flatMap((sentence) => sentence.tokens);
    const score = bm25(terms, countTerms(tokens), tokens.length, WINDOW);
    if (score > best.score) best = { text: window.map(({ text }) => text).join(''), tokens, score };
  }
  return best;
}
