import type { Passage, Question } from '../domain/answer.ts';
import type { Candidate, Embedder, Frequencies, ReportSummary, VisibleLibrary } from '../domain/ports.ts';
import type { Language } from '../domain/report.ts';
import type { Glosses } from '../dictionary/glosses.ts';
import type { Names } from '../lexicon/names.ts';
import { createNames } from '../lexicon/names.ts';
import { statementsOf } from '../statements/statements-of.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import { analyseQuestion } from './analyse-question.ts';
import { ownUnits, searchTerms, translatedUnits } from './build-units.ts';
import { buildConcepts } from './build-concepts.ts';
import { meantReports, stemOf } from './meant-reports.ts';
import type { PassageWeights } from './passage-weights.ts';
import type { FeaturedCandidate, RankedCandidate } from './rank-candidates.ts';
import { featureCandidates, rankCandidates } from './rank-candidates.ts';
import { splitQuestion } from './split-question.ts';
import type { TranslatedSpan } from '../dictionary/query-unit.ts';
import type { QuestionUnits } from '../dictionary/query-unit.ts';
import { translateQuestion } from './translate-question.ts';
import { latinSpans, wordSpans } from './word-spans.ts';

/** Candidates taken from each index before ranking. */
const CANDIDATES = 100;
/** Further passages for each part of a question. */
const PER_PART = 2;
/** A translated question is vaguer: more terms are searched for. */
const TRANSLATED_TERMS = 20;

const NOTHING: QuestionUnits = { units: { zh: [], en: [] }, concepts: { zh: [], en: [] } };

/** What retrieval stands on. */
export interface RetrievalParts {
  library: VisibleLibrary;
  embedder: Embedder;
  glosses: Glosses;
  weights: PassageWeights;
}

/** What retrieval found, with what a composer needs to weigh it. */
export interface Retrieval {
  question: AnalysedQuestion;
  /** What the question asks about, as chunks of each language say it. */
  asked: QuestionUnits;
  /** Best first. */
  passages: Passage[];
}

/**
 * Finds the passages that matter for a question: candidates of the full-text and the vector index, in the
 * question's language and translated, ranked together.
 * @param limit most passages to give
 * @returns passages `P1` to `Pn`; none when the reports named in the question do not exist
 */
export async function retrievePassages(question: Question, parts: RetrievalParts, limit = 10): Promise<Retrieval> {
  const { question: analysed, asked, found } = await findCandidates(question, parts, limit);
  return { question: analysed, asked, passages: await toPassages(found.slice(0, limit), analysed, parts) };
}

/**
 * The same for answering: what a question asks in several parts is looked for part by part, too, and the findings take
 * turns.
 */
export async function retrieveForAnswer(question: Question, parts: RetrievalParts, limit = 10): Promise<Retrieval> {
  const whole = await findCandidates(question, parts, limit);
  const texts = new Set(splitQuestion(whole.question.text, whole.question.names).map(({ text }) => text));
  if (texts.size < 2)
    return {
      question: whole.question,
      asked: whole.asked,
      passages: await toPassages(whole.found.slice(0, limit), whole.question, parts),
    };
  const each = await Promise.all(
    [...texts].map((text) => findCandidates({ ...question, text, earlier: [] }, parts, limit)),
  );
  const lists = [whole.found, ...each.map(({ found }) => found)];
  const turns = takeTurns(
    lists.map((list) => alignScores(list, whole.found[0]?.score ?? 0)),
    limit + PER_PART * texts.size,
  );
  return { question: whole.question, asked: whole.asked, passages: await toPassages(turns, whole.question, parts) };
}

interface Found {
  question: AnalysedQuestion;
  asked: QuestionUnits;
  /** Best first. */
  found: RankedCandidate[];
}

async function findCandidates(question: Question, parts: RetrievalParts, limit: number): Promise<Found> {
  const { featured, ...found } = await featureFindings(question, parts, limit);
  return { ...found, found: rankCandidates(featured, parts.weights) };
}

/** What both indexes find for a question, with what it is ordered by. */
export async function featureFindings(
  question: Question,
  { library, embedder, glosses }: Omit<RetrievalParts, 'weights'>,
  limit: number,
): Promise<Omit<Found, 'found'> & { featured: FeaturedCandidate[] }> {
  const analysed = analyseQuestion(question, namesOf(await library.aliases()));
  if (analysed.tokens.length === 0) return { question: analysed, asked: NOTHING, featured: [] };
  const all = await library.reports();
  const meant = question.reports ? reportsAsked(all, question.reports) : meantReports(analysed.text, all);
  const reports = meant ?? all;
  const other: Language = analysed.language === 'zh' ? 'en' : 'zh';
  const translated = reports.some(({ language }) => language === other)
    ? translateQuestion(analysed, glosses, await library.nameRuns())
    : [];
  const own = wordSpans(analysed, glosses);
  const frequencies = await library.frequencies([
    ...analysed.tokens.map(({ term }) => term),
    ...termsIn([...own, ...translated]),
  ]);
  const asked = unitsOf(analysed, own, translated, frequencies);
  const [vector = new Float32Array(embedder.dimension)] = await embedder.embed([analysed.content]);
  const query = {
    vector,
    limit: Math.max(CANDIDATES, limit),
    ...(meant ? { reportIds: reports.map(({ id }) => id) } : {}),
  };
  const found = await library.search({ ...query, terms: searchTerms(asked.units[analysed.language], frequencies) });
  const foundAbroad =
    translated.length > 0
      ? await library.search({ ...query, terms: searchTerms(asked.units[other], frequencies, TRANSLATED_TERMS) })
      : [];
  return {
    question: analysed,
    asked,
    featured: featureCandidates(analysed, asked.units, distinct([...found, ...foundAbroad])),
  };
}

/** Kept as long as the library gives the same list: there may be thousands. */
const namesByAliases = new WeakMap<string[][], Names>();

function namesOf(aliases: string[][]): Names {
  const known = namesByAliases.get(aliases) ?? createNames(aliases);
  namesByAliases.set(aliases, known);
  return known;
}

/** Terms and words of a question for chunks in its own language, and in the other one where there are any. */
function unitsOf(
  question: AnalysedQuestion,
  own: TranslatedSpan[],
  translated: TranslatedSpan[],
  frequencies: Frequencies,
): QuestionUnits {
  const terms = ownUnits(question, frequencies);
  const words = buildConcepts(own, frequencies);
  if (translated.length === 0) return { units: { zh: terms, en: terms }, concepts: { zh: words, en: words } };
  const other: Language = question.language === 'zh' ? 'en' : 'zh';
  return {
    units: { zh: terms, en: terms, [other]: translatedUnits(question, translated, frequencies) },
    concepts: {
      zh: words,
      en: words,
      [other]: buildConcepts([...translated, ...latinSpans(question.text)], frequencies),
    },
  };
}

function termsIn(spans: TranslatedSpan[]): string[] {
  return spans.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms));
}

async function toPassages(
  found: RankedCandidate[],
  { names }: AnalysedQuestion,
  { library }: RetrievalParts,
): Promise<Passage[]> {
  const statements = await statementsOf(library, found, names);
  return found.map(({ chunk, report, score }, index) => ({
    ref: `P${index + 1}`,
    chunk,
    report,
    statements: statements[index] ?? [],
    score,
  }));
}

/** Scores of two questions cannot be compared, only how far each lies behind the best. */
function alignScores(found: RankedCandidate[], best: number): RankedCandidate[] {
  const shift = best - (found[0]?.score ?? 0);
  return found.map((candidate) => ({ ...candidate, score: candidate.score + shift }));
}

/** The first of each list, then the second of each, none twice. */
function takeTurns(lists: RankedCandidate[][], limit: number): RankedCandidate[] {
  const taken = new Map<string, RankedCandidate>();
  for (let at = 0; at < limit && taken.size < limit; at++) {
    for (const list of lists) {
      const candidate = list[at];
      if (candidate && !taken.has(keyOf(candidate))) taken.set(keyOf(candidate), candidate);
    }
  }
  return [...taken.values()].slice(0, limit);
}

/** Reports can be named by id, by file name and by file name without extension. */
function reportsAsked(reports: ReportSummary[], names: string[]): ReportSummary[] {
  const wanted = new Set(names);
  return reports.filter(({ id, file }) => [id, file, stemOf(file)].some((name) => wanted.has(name)));
}

/** Of a candidate that was found twice, the better finding. */
function distinct(candidates: Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    if (candidate.lexical > (best.get(key)?.lexical ?? -1)) best.set(key, candidate);
  }
  return [...best.values()];
}

function keyOf({ chunk }: Candidate): string {
  return `${chunk.reportId} ${chunk.order}`;
}
