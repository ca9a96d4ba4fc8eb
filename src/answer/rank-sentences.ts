import type { Passage } from '../domain/answer.ts';
import type { Span } from '../domain/report.ts';
import { splitSentences } from '../text/sentences.ts';
import { tokenise } from '../text/tokenise.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import type { WeighedTerm } from './bm25.ts';
import { shapeScore } from './answer-shape.ts';

/** What a term counts when it stands in the sentence itself, the one before, the one after, a heading, or elsewhere in the chunk. */
const NEARNESS = { sentence: 1, before: 0.6, after: 0.3, heading: 0.5, chunk: 0.25 };
const WEIGHTS = { own: 0.5, near: 1, shape: 0.4, rank: -0.02 };

/** A sentence of a passage with its score for a question. */
export interface RankedSentence {
  passage: Passage;
  /** Offsets in the chunk's text. */
  span: Span;
  text: string;
  score: number;
  /** Share of the question's weight in the sentence itself, 0 to 1. */
  own: number;
  /** The same with what stands around it, each at its nearness. */
  near: number;
  /** How well its figures and words fit what is asked for, -1 to 1. */
  shape: number;
  /** Terms of the question that it holds itself. */
  terms: Set<string>;
}

/** The sentences of the passages, best first. */
export function rankSentences(question: AnalysedQuestion, terms: WeighedTerm[], passages: Passage[]): RankedSentence[] {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return passages
    .flatMap((passage, rank) => {
      const sentences = splitSentences(passage.chunk.text).map((sentence) => ({ ...sentence, terms: termSet(sentence.text) }));
      const heading = termSet(passage.chunk.path.slice(-2).join('\n'));
      const chunk = new Set(sentences.flatMap((sentence) => [...sentence.terms]));
      return sentences.map(({ span, text, terms: held }, at) => {
        const before = sentences[at - 1]?.terms;
        const after = sentences[at + 1]?.terms;
        const nearness = ({ term }: WeighedTerm) => {
          if (held.has(term)) return NEARNESS.sentence;
          return Math.max(before?.has(term) ? NEARNESS.before : 0, after?.has(term) ? NEARNESS.after : 0, heading.has(term) ? NEARNESS.heading : 0, chunk.has(term) ? NEARNESS.chunk : 0);
        };
        const own = terms.reduce((sum, term) => sum + (held.has(term.term) ? term.weight : 0), 0) / total;
        const near = terms.reduce((sum, term) => sum + term.weight * nearness(term), 0) / total;
        const shape = shapeScore(question, text);
        const score = WEIGHTS.own * own + WEIGHTS.near * near + WEIGHTS.shape * shape + WEIGHTS.rank * rank;
        const ownTerms = new Set(terms.filter(({ term }) => held.has(term)).map(({ term }) => term));
        return { passage, span, text, score, own, near, shape, terms: ownTerms };
      });
    })
    .toSorted((a, b) => b.score - a.score);
}

function termSet(text: string): Set<string> {
  return new Set(tokenise(text).map(({ term }) => term));
}
