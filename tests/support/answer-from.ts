import { comparing, prove } from './prove.ts';
import { createHash } from 'node:crypto';
import { createDictionaryEmbedder } from '../../src/adapters/vectors/dictionary-embedder.ts';
import { createNameReader } from '../../src/dictionary/read-names.ts';
import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { openSqliteLibrary } from '../../src/adapters/sqlite/library.ts';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { composeEach, composeExtract } from '../../src/answer/compose-extract.ts';
import { checkDraft } from '../../src/check/check-draft.ts';
import { retrieveForAnswer, retrievePassages } from '../../src/retrieve/retrieve-passages.ts';
import { parseConfig, WEIGHTS_FOLDER } from '../../src/config.ts';
import { openWeights } from '../../src/wiring/open-weights.ts';
import { given } from '../../src/domain/given.ts';
import { claimsOf } from '../../src/domain/answer.ts';
import type { Question, VerifiedAnswer } from '../../src/domain/answer.ts';
import { answerByKind } from '../../src/kinds/answer-by-kind.ts';
import { kindSteps } from '../../src/wiring/wire-kinds.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import type { SummaryRequest } from '../../src/domain/summary.ts';
import type { ModelSteps } from '../../src/model/attempt.ts';
import type { PreparedReport } from '../../src/domain/prepared-report.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';
import { summarise } from '../../src/summarise/summarise.ts';
import { aTemporaryFolder } from './temporary-folder.ts';

/** The dictionary that the project builds once. */
const { dictionaryDirectory } = parseConfig({});
const embedder = createDictionaryEmbedder(dictionaryDirectory);
const glosses = openGlosses(dictionaryDirectory);
const weights = openWeights(WEIGHTS_FOLDER);
const names = createNameReader(glosses);

/** A report of sections, each a heading with paragraphs. */
export function aReportOf(
  sections: Record<string, string[]>,
  over: Partial<Record<'file' | 'title' | 'publishedOn' | 'publisher' | 'company' | 'period', string>> = {},
): PreparedReport {
  const { file = 'monthly.txt', company, period, ...rest } = over;
  const lines = Object.entries(sections).flatMap(([heading, paragraphs]) => [
    ...(heading === '' ? [] : [{ text: heading, headingLevel: 1, endsParagraph: true }]),
    ...paragraphs.map((text) => ({ text, endsParagraph: true })),
  ]);
  const hash = createHash('sha256')
    .update(file + lines.map(({ text }) => text).join('\n'))
    .digest('hex');
  const prepared = prepareReport({ file, hash, title: '产业月报', paged: false, pages: [{ lines }], ...rest });
  return { ...prepared, report: { ...prepared.report, ...given({ company, period }) } };
}

/** A library on disk that holds some reports, with what answers from it. */
export async function aLibraryOf(...reports: PreparedReport[]) {
  const whole = openSqliteLibrary(aTemporaryFolder(), embedder);
  await whole.add(reports);
  const library = whole.seenBy(OPERATOR);
  const parts = { library, embedder, glosses, weights: weights.passages, summaryWeights: weights.summary, prove };
  const askFacts = (question: Question) =>
    answerQuestion(question, {
      retrieve: (asked) => retrieveForAnswer(asked, parts),
      compose: (retrieval) => composeExtract(retrieval, { embed: embedder.embed, weights }),
      composeEach: (retrieval, member) => composeEach(retrieval, { embed: embedder.embed, weights }, member),
      prove,
    });
  const steps = kindSteps(
    { library, embedder, glosses, weights, embed: embedder.embed, prove, comparing, names },
    askFacts,
    (request) => summarise(request, parts),
  );
  return {
    library,
    parts,
    steps,
    embed: embedder.embed,
    ask: (text: string, earlier: string[] = []) => askFacts({ text, earlier }),
    askByKind: (text: string, earlier: string[] = []) => answerByKind({ text, earlier }, steps),
    checkWith: (draft: string, model: ModelSteps) =>
      checkDraft(draft, {
        retrieve: (question) => retrievePassages(question, parts),
        comparing,
        model,
      }),
    check: (draft: string) =>
      checkDraft(draft, {
        retrieve: (question) => retrievePassages(question, parts),
        comparing,
      }),
    summarize: (text: string, over: Omit<SummaryRequest, 'text'> = {}) => summarise({ text, ...over }, parts),
    summarizeWith: (text: string, model: ModelSteps) => summarise({ text }, { ...parts, model }),
    search: async (text: string) =>
      (await retrievePassages({ text, earlier: [] }, parts)).passages.map(({ chunk }) => chunk.text),
  };
}

/** What an answer says, sentence by sentence; nothing when it says that the reports do not. */
export function saidBy(answer: VerifiedAnswer): string[] {
  return claimsOf(answer).map(({ text }) => text);
}
