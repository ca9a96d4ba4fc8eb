import type { CitedAnswer } from '../domain/answer.ts';
import { given } from '../domain/given.ts';
import type { Embedder } from '../domain/ports.ts';
import type { RankedPart } from './choose-sentences.ts';
import { choose, FURTHER } from './choose-sentences.ts';
import type { ConfidenceWeights } from './confidence-weights.ts';
import { confidenceSigns } from './confidence-signs.ts';
import { estimateConfidence, kindOf } from './confidence-weights.ts';
import type { FeaturedSentence, RankedSentence } from './rank-sentences.ts';
import { featureSentences, rankSentences } from './rank-sentences.ts';
import type { ReadSentence } from './read-sentences.ts';
import { compareVectors, readSentences } from './read-sentences.ts';
import type { StatementWeights } from './statement-weights.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import type { Ask } from '../retrieve/split-question.ts';
import { splitQuestion } from '../retrieve/split-question.ts';
import { quartersIn } from '../quantities/periods.ts';
import type { QuestionUnits } from '../dictionary/query-unit.ts';
import { fold } from '../text/fold-text.ts';
import type { UnitFinder } from '../dictionary/find-units.ts';
import { createUnitFinder } from '../dictionary/find-units.ts';
import { periodAsked } from './period-features.ts';
import { sayCells } from './say-cells.ts';
import type { AnalysedQuestion } from '../retrieve/analyse-question.ts';
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
/** Sentences that are shown where nothing answers. */
const NEAREST = 3;
/** Slightly: half of what the names of a question weigh together. */
const NEAR = 3;
/** From how likely on a sentence answers that lacks something. */
const LACKING = 0.65;

/** A year, a quarter or half of one, as what is not met is named. */
const PERIOD = /^(?:\d{4}|[QH]\d(?:–Q\d)?)$/u;

/** What composing stands on. */
export interface ExtractParts {
  /** Gives the vectors by which sentences are compared with the question. */
  embed: Embedder['embed'];
  weights: AnswerWeights;
}

/** What decides which sentences answer, and whether they do. */
export interface AnswerWeights {
  statements: StatementWeights;
  confidence: ConfidenceWeights;
}

/** Answers with the reports' own sentences that fit each part of the question best; without any, with nothing. */
export async function composeExtract(retrieval: Retrieval, { embed, weights }: ExtractParts): Promise<CitedAnswer> {
  return composeParts(retrieval, await readParts(retrieval, embed), weights);
}

/** What was composed for one part of a question alone. */
export interface ComposedPart {
  /** Of several things side by side, the one that it is about. */
  member?: string;
  draft: CitedAnswer;
  /** How likely it would answer if nothing else were asked, 0 to 1. */
  confidence: number;
  /** Its best sentence meets all that it insists on. */
  isMet: boolean;
  /** Its best sentence speaks of another than the member. */
  isOfOther: boolean;
  /** So likely that it may be said alone; what is less likely is said beside what is sure. */
  isSure: boolean;
}

/**
 * Answers each part of a question for itself.
 * @param member of several things that were asked about, the one that this question is about
 */
export async function composeEach(
  retrieval: Retrieval,
  { embed, weights }: ExtractParts,
  member?: string,
): Promise<ComposedPart[]> {
  const read = await readParts(retrieval, embed, member);
  const { threshold } = weights.confidence;
  const least = read.length > 1 ? threshold * FURTHER : threshold;
  return read.map((part) => {
    const ranked = rankPart(part, read.length, weights);
    const [best] = ranked.ranked;
    const ofMember = part.ask.member;
    // What is said of another is no answer, however likely it looks.
    const isOfOther = ofMember !== undefined && best !== undefined && best.unmet.includes(ofMember);
    return {
      draft: composeRanked(retrieval, [ranked], isOfOther ? Number.POSITIVE_INFINITY : least),
      confidence: rankPart(part, 1, weights).confidence,
      isMet: best?.unmet.length === 0,
      isOfOther,
      isSure: ranked.confidence >= threshold && !isOfOther,
      ...given({ member: ofMember }),
    };
  });
}

/** The statements of what was retrieved for a question that asks one thing, best first. */
export async function rankStatements(
  retrieval: Retrieval,
  { embed, weights }: ExtractParts,
): Promise<RankedSentence[]> {
  const [part] = await readParts(retrieval, embed);
  return part ? orderPart(part, weights.statements) : [];
}

/** One part of a question with the sentences that may answer it, not yet ranked. */
export interface ReadPart {
  ask: Ask;
  featured: FeaturedSentence[];
}

/** The parts of a question, each with the sentences of the passages as it sees them. */
export async function readParts(
  { question, asked, passages }: Retrieval,
  embed: Embedder['embed'],
  member?: string,
): Promise<ReadPart[]> {
  const asks = splitQuestion(question.text, question.names).map((ask) => ({ ...given({ member }), ...ask }));
  const sentences = readSentences(asked, passages.slice(0, PASSAGES + PER_PART * (asks.length - 1)));
  await compareVectors(question.content, sentences, embed);
  return asks.map((ask) => ({ ask, featured: featureSentences(question, ask, asked, sentences) }));
}

/** The answer that some weights make of what was read. */
export function composeParts(
  retrieval: Pick<Retrieval, 'question' | 'asked'>,
  read: readonly ReadPart[],
  weights: AnswerWeights,
): CitedAnswer {
  const parts = read.map((part) => rankPart(part, read.length, weights));
  return composeRanked(retrieval, parts, weights.confidence.threshold);
}

function composeRanked(
  { question, asked }: Pick<Retrieval, 'question' | 'asked'>,
  parts: RankedPart[],
  threshold: number,
): CitedAnswer {
  const { sentences: chosen, differing } = choose(parts, question.names, threshold);
  const find = { zh: createUnitFinder(asked.concepts.zh), en: createUnitFinder(asked.concepts.en) };
  if (chosen.length > 0)
    return {
      composer: COMPOSER,
      claims: chosen.map(({ sentence }) =>
        claimOf(
          sentence,
          question,
          parts.length === 1 ? parts[0]?.ask : undefined,
          find[sentence.passage.report.language],
        ),
      ),
      differing,
    };
  return { composer: COMPOSER, claims: [], ...whyNot(parts, asked), nearest: nearestOf(parts) };
}

/**
 * What the question insists on and no report says; and where the nearest sentences lack the period that is asked for,
 * which ones they have.
 */
function whyNot(parts: RankedPart[], asked: QuestionUnits): Pick<CitedAnswer, 'missing' | 'held'> {
  const nearest = parts.flatMap(({ ranked }) => ranked.slice(0, 1));
  const unmet = [...new Set(nearest.flatMap((one) => one.unmet))];
  const missing = unmet.filter((term) => isNowhere(term, asked));
  const isPeriod = unmet.some((each) => PERIOD.test(each));
  const around = parts
    .flatMap(({ ranked }) => ranked.slice(0, CONSIDERED).map(({ sentence: { head, text } }) => `${head.text}\n${text}`))
    .join('\n');
  return { missing, held: isPeriod ? quartersIn(around).slice(0, PERIODS) : [] };
}

/** True when a word of a term stands in no report that the asker may see, in neither language. */
export function isNowhere(term: string, { concepts, units }: QuestionUnits): boolean {
  const folded = fold(term);
  const frequencies = (['zh', 'en'] as const).map((language) =>
    [...concepts[language], ...units[language]]
      .filter(({ label, kind }) => kind !== 'character' && folded.includes(fold(label)))
      .map(({ documentFrequency }) => documentFrequency),
  );
  return frequencies.flat().length > 0 && frequencies.every((all) => all.length === 0 || all.includes(0));
}

/** The sentences that come nearest, those of the parts in turns: headings and captions say nothing. */
function nearestOf(parts: RankedPart[]): CitedAnswer['nearest'] {
  const lists = parts.map(({ ranked }) =>
    ranked.filter(({ sentence }) => sentence.kind !== 'heading' && sentence.kind !== 'caption'),
  );
  const turns = Array.from({ length: NEAREST }, (_, at) => lists.flatMap((ranked) => ranked[at] ?? [])).flat();
  const quotes = new Map(turns.map(({ sentence }) => [sayableText(sentence), sentence.passage.ref]));
  return [...quotes].slice(0, NEAREST).map(([quote, passage]) => ({ passage, quote }));
}

function rankPart(part: ReadPart, partCount: number, { statements, confidence }: AnswerWeights): RankedPart {
  const ranked = orderPart(part, statements);
  const [best] = ranked;
  const signs = confidenceSigns(ranked, partCount, part.ask.text);
  return {
    ask: part.ask,
    ranked,
    confidence: best && signs ? surely(best, estimateConfidence(signs, confidence.kinds[kindOf(best)])) : 0,
  };
}

/**
 * What the question insists on and the sentence lacks is no matter of degree: of 12 sentences of left-out reports (709
 * questions) that lacked something and were .35 to .65 likely, 2 answered; above that 6 of 7. Of a name that no report
 * has none tells anything; in another language it may go by another name.
 */
function surely({ unmet, features }: RankedSentence, confidence: number): number {
  const isOfUnknown = features.unknownNames > 0 && features.otherLanguage === 0;
  return isOfUnknown || (unmet.length > 0 && confidence < LACKING) ? 0 : confidence;
}

/** The sentences of a part of a question, best first. */
export function orderPart({ ask, featured }: ReadPart, weights: StatementWeights): RankedSentence[] {
  const ranked = rankSentences(featured, weights);
  return ask.text === ask.whole && ask.member === undefined ? ranked : meetingFirst(ranked);
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

function claimOf(
  sentence: ReadSentence,
  question: AnalysedQuestion,
  ask: Ask | undefined,
  find: UnitFinder,
): CitedAnswer['claims'][number] {
  const whole = sayableText(sentence);
  // Of several parts each may want another cell.
  const cells = sayCells(sentence, ask && { period: periodAsked(question, ask), find });
  const quote = cells === undefined ? trimClauses(whole, question.text, find) : whole;
  return { text: cells ?? quote, citations: [{ passage: sentence.passage.ref, quote }] };
}
