import type { CitedAnswer } from '../domain/answer.ts';
import type { Embedder } from '../domain/ports.ts';
import type { AnalysedQuestion } from '../retrieve/analyse-question.ts';
import type { RankedPart } from './choose-sentences.ts';
import { choose } from './choose-sentences.ts';
import { estimateConfidence } from './estimate-confidence.ts';
import type { RankedSentence } from './rank-sentences.ts';
import { rankSentences } from './rank-sentences.ts';
import type { ReadSentence } from './read-sentences.ts';
import { compareVectors, readSentences } from './read-sentences.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import type { Ask } from '../retrieve/split-question.ts';
import { splitQuestion } from '../retrieve/split-question.ts';
import { quartersIn } from '../quantities/periods.ts';
import type { UnitFinder } from '../dictionary/find-units.ts';
import type { QuestionUnits } from '../dictionary/query-unit.ts';
import { createUnitFinder } from '../dictionary/find-units.ts';
import { trimClauses } from './trim-clauses.ts';
import { sayableText } from './sayable-text.ts';

/** Passages whose sentences are considered: for one part of the question, and for each further one. */
const PASSAGES = 8;
const PER_PART = 3;
const COMPOSER = 'extractive';
/**
 * Sentences in which periods are looked for when the one that is asked for is missing, and how many of these are named.
 */
const CONSIDERED = 8;
const PERIODS = 3;
/** Slightly: half of what the names of a question weigh together. */
const NEAR = 3;

/**
 * Answers with the reports' own sentences that fit each part of the question best; without any, with nothing.
 * @param embed gives the vectors by which sentences are compared with the question
 */
export async function composeExtract(
  { question, asked, passages }: Retrieval,
  embed: Embedder['embed'],
): Promise<CitedAnswer> {
  const asks = splitQuestion(question.text, question.names);
  const sentences = readSentences(asked, passages.slice(0, PASSAGES + PER_PART * (asks.length - 1)));
  await compareVectors(question.content, sentences, embed);
  const parts = asks.map((ask) => rankPart(ask, question, asked, sentences));
  const { sentences: chosen, differing } = choose(parts, question.names);
  const find = { zh: createUnitFinder(asked.concepts.zh), en: createUnitFinder(asked.concepts.en) };
  if (chosen.length > 0)
    return {
      composer: COMPOSER,
      claims: chosen.map(({ sentence }) => claimOf(sentence, question.text, find[sentence.passage.report.language])),
      differing,
    };
  return { composer: COMPOSER, claims: [], ...whyNot(parts) };
}

/**
 * What the question insists on that the nearest sentences do not meet; and where that is a period, which ones they
 * have.
 */
function whyNot(parts: RankedPart[]): Pick<CitedAnswer, 'missing' | 'held'> {
  const nearest = parts.flatMap(({ ranked }) => ranked.slice(0, 1));
  const missing = [...new Set(nearest.flatMap(({ unmet }) => unmet))];
  const isPeriod = missing.some((each) => /^(?:\d{4}|Q[1-4])$/u.test(each));
  const around = parts
    .flatMap(({ ranked }) => ranked.slice(0, CONSIDERED).map(({ sentence }) => sentence.text))
    .join('\n');
  return { missing, held: isPeriod ? quartersIn(around).slice(0, PERIODS) : [] };
}

function rankPart(ask: Ask, question: AnalysedQuestion, asked: QuestionUnits, sentences: ReadSentence[]): RankedPart {
  const all = rankSentences(question, ask, asked, sentences);
  const ranked = ask.text === ask.whole ? all : meetingFirst(all);
  const language = ranked[0]?.sentence.passage.report.language ?? question.language;
  const confidence = estimateConfidence(ranked, {
    wordCount: asked.concepts[language].length,
    isTranslated: language !== question.language,
    isEnglish: language === 'en' && question.language === 'en',
  });
  return { ask, ranked, confidence };
}

/**
 * Of several parts each names something else: a sentence that meets what this part insists on goes before a slightly
 * better one that does not.
 */
function meetingFirst(ranked: RankedSentence[]): RankedSentence[] {
  const least = (ranked[0]?.score ?? 0) - NEAR;
  const meeting = ranked.filter(({ unmet, score }) => unmet.length === 0 && score >= least);
  return [...meeting, ...ranked.filter((one) => !meeting.includes(one))];
}

function claimOf(sentence: ReadSentence, question: string, find: UnitFinder): CitedAnswer['claims'][number] {
  const quote = trimClauses(sayableText(sentence), question, find);
  return { text: quote, citations: [{ passage: sentence.passage.ref, quote }] };
}
