import type { CitedAnswer } from '../domain/answer.ts';
import type { Embedder } from '../domain/ports.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import type { RankedPart } from './choose-sentences.ts';
import { choose } from './choose-sentences.ts';
import { estimateConfidence } from './estimate-confidence.ts';
import type { RankedSentence } from './rank-sentences.ts';
import { rankSentences } from './rank-sentences.ts';
import type { QuestionUnits, ReadSentence } from './read-sentences.ts';
import { compareVectors, readSentences } from './read-sentences.ts';
import type { Retrieval } from './retrieve-passages.ts';
import type { Ask } from './split-question.ts';
import { splitQuestion } from './split-question.ts';
import { sayableText } from './sayable-text.ts';

/** Passages whose sentences are considered: for one part of the question, and for each further one. */
const PASSAGES = 8;
const PER_PART = 3;
/** Slightly: half of what the names of a question weigh together. */
const NEAR = 3;

/**
 * Answers with the reports' own sentences that fit each part of the question best; without any, with nothing.
 * @param embed gives the vectors by which sentences are compared with the question
 */
export async function composeExtract({ question, asked, passages }: Retrieval, embed: Embedder['embed']): Promise<CitedAnswer> {
  const asks = splitQuestion(question.text, question.names);
  const sentences = readSentences(asked, passages.slice(0, PASSAGES + PER_PART * (asks.length - 1)));
  await compareVectors(question.content, sentences, embed);
  const parts = asks.map((ask) => rankPart(ask, question, asked, sentences));
  const chosen = choose(parts);
  const missing = chosen.length > 0 ? [] : [...new Set(parts.flatMap(({ ranked }) => ranked[0]?.unmet ?? []))];
  return { composer: 'extractive', missing, claims: chosen.map(claimOf) };
}

function rankPart(ask: Ask, question: AnalysedQuestion, asked: QuestionUnits, sentences: ReadSentence[]): RankedPart {
  const all = rankSentences(question, ask, asked, sentences);
  const ranked = ask.text === ask.whole ? all : meetingFirst(all);
  const language = ranked[0]?.sentence.passage.report.language ?? question.language;
  const confidence = estimateConfidence(ranked, { wordCount: asked.concepts[language].length, isTranslated: language !== question.language });
  return { ask, ranked, confidence };
}

/** Of several parts each names something else: a sentence that meets what this part insists on goes before a slightly better one that does not. */
function meetingFirst(ranked: RankedSentence[]): RankedSentence[] {
  const least = (ranked[0]?.score ?? 0) - NEAR;
  const meeting = ranked.filter(({ unmet, score }) => unmet.length === 0 && score >= least);
  return [...meeting, ...ranked.filter((one) => !meeting.includes(one))];
}

function claimOf({ sentence }: RankedSentence): CitedAnswer['claims'][number] {
  const quote = sayableText(sentence);
  return { text: quote, citations: [{ passage: sentence.passage.ref, quote }] };
}
