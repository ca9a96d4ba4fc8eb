import type { Passage, Question } from '../domain/answer.ts';
import type { Embedder, Library } from '../domain/ports.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import { analyseQuestion } from './analyse-question.ts';
import type { WeighedTerm } from './bm25.ts';
import { weighTerms } from './bm25.ts';
import { rankCandidates } from './rank-candidates.ts';

/** Candidates taken from each index before ranking. */
const CANDIDATES = 100;

/** What retrieval stands on. */
export interface RetrievalParts {
  library: Library;
  embedder: Embedder;
}

/** What retrieval found, with what a composer needs to weigh it. */
export interface Retrieval {
  question: AnalysedQuestion;
  /** The question's terms with their weight in this collection. */
  terms: WeighedTerm[];
  /** Best first. */
  passages: Passage[];
}

/**
 * Finds the passages that matter for a question: candidates of the full-text and the vector index, ranked together.
 * @param limit most passages to give
 * @returns passages `P1` to `Pn`; none when the reports named in the question do not exist
 */
export async function retrievePassages(question: Question, { library, embedder }: RetrievalParts, limit = 10): Promise<Retrieval> {
  const analysed = analyseQuestion(question);
  const [vector] = await embedder.embed([analysed.content]);
  if (!vector) throw new RangeError('an embedder gives one vector a text');
  const reportIds = question.reports && (await reportIdsOf(question.reports, library));
  const result = await library.search({
    terms: analysed.tokens.map(({ term }) => term),
    vector,
    limit: Math.max(CANDIDATES, limit),
    ...(reportIds ? { reportIds } : {}),
  });
  const passages = rankCandidates(analysed, result)
    .slice(0, limit)
    .map(({ chunk, report, score }, index) => ({ ref: `P${index + 1}`, chunk, report, score }));
  return { question: analysed, terms: weighTerms(analysed.tokens, result.documentFrequency, result.chunkCount), passages };
}

/** Reports can be named by id, by file name and by file name without extension. */
async function reportIdsOf(names: string[], library: Library): Promise<string[]> {
  const wanted = new Set(names);
  const reports = await library.reports();
  return reports.filter(({ id, file }) => [id, file, file.replace(/\.[^.]+$/u, '')].some((name) => wanted.has(name))).map(({ id }) => id);
}
