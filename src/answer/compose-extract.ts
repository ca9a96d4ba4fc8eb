import type { CitedAnswer, Passage } from '../domain/answer.ts';
import { splitSentences } from '../text/sentences.ts';
import { tokenise } from '../text/tokenise.ts';
import { hasAnswerShape } from './analyse-question.ts';
import { countTerms, coverage } from './bm25.ts';
import type { Retrieval } from './retrieve-passages.ts';

/** Passages whose sentences are considered. */
const PASSAGES = 6;
/** Below this share of the question's weight, sentence and heading together, the reports do not speak of it. */
const LEAST_COVERAGE = 0.5;
/** What the heading and the sentence before hold counts this much: they say what "it" is. */
const CONTEXT_WEIGHT = 0.5;
const SHAPE_BONUS = 0.15;
const RANK_PENALTY = 0.03;

/** Answers with the reports' own sentence that covers the question best; without one, with nothing. */
export function composeExtract({ question, terms, passages }: Retrieval): CitedAnswer {
  const sentences = passages.slice(0, PASSAGES).flatMap((passage, rank) => sentencesOf(passage, rank));
  const [best] = sentences
    .map((sentence) => ({ ...sentence, score: scoreSentence(sentence) }))
    .filter(({ text, context }) => coverage(terms, countTerms(tokenise(`${text}\n${context}`))) >= LEAST_COVERAGE)
    .toSorted((a, b) => b.score - a.score);
  const claims = best ? [{ text: best.text, citations: [{ passage: best.ref, quote: best.text }] }] : [];
  return { composer: 'extractive', claims };

  function scoreSentence({ text, context, rank }: SentenceInContext): number {
    const own = coverage(terms, countTerms(tokenise(text)));
    const wide = coverage(terms, countTerms(tokenise(`${text}\n${context}`)));
    const shape = hasAnswerShape(question.answerType, text) ? SHAPE_BONUS : 0;
    return own + CONTEXT_WEIGHT * wide + shape - RANK_PENALTY * rank;
  }
}

interface SentenceInContext {
  ref: string;
  rank: number;
  text: string;
  context: string;
}

function sentencesOf({ ref, chunk }: Passage, rank: number): SentenceInContext[] {
  const sentences = splitSentences(chunk.text);
  return sentences.map(({ text }, at) => ({ ref, rank, text, context: [...chunk.path.slice(-2), sentences[at - 1]?.text ?? ''].join('\n') }));
}
