import { openGlosses } from './adapters/gloss-table.ts';
import { createChatModel } from './adapters/chat-model.ts';
import { createDictionaryEmbedder } from './adapters/dictionary-embedder.ts';
import { openEmbedder } from './adapters/open-embedder.ts';
import { loadPrompts } from './adapters/prompt-files.ts';
import { openSqliteModelStore } from './adapters/sqlite-model-store.ts';
import { createSteadyModel } from './adapters/steady-model.ts';
import { openFile } from './adapters/open-file.ts';
import { pdfReader } from './adapters/pdf-reader.ts';
import { openSqliteLedger } from './adapters/sqlite-ledger.ts';
import { openSqliteLibrary } from './adapters/sqlite-library.ts';
import { txtReader } from './adapters/txt-reader.ts';
import { answerQuestion } from './answer/answer-question.ts';
import type { AnswerOptions, ModelAnswerSteps, ModelOutcome } from './answer/answer-with-model.ts';
import { answerWithModel } from './answer/answer-with-model.ts';
import { composeExtract } from './answer/compose-extract.ts';
import { checkDraft } from './check/check-draft.ts';
import { quoteSources } from './verify/quote-sources.ts';
import { retrieveForAnswer, retrievePassages } from './retrieve/retrieve-passages.ts';
import type { Retrieval } from './retrieve/retrieve-passages.ts';
import type { Config, ModelConfig } from './config.ts';
import { PROMPTS_FOLDER } from './config.ts';
import type { Question, VerifiedAnswer } from './domain/answer.ts';
import type { CheckedDraft } from './domain/check.ts';
import type { Library } from './domain/ports.ts';
import { ingestFiles } from './ingest/ingest-files.ts';
import type { IngestParts, IngestResult } from './ingest/ingest-files.ts';
import { stemPhrase } from './text/glosses.ts';
import { createSlackApp } from './slack/slack-app.ts';
import type { SlackBot } from './slack/slack-app.ts';
import { createWebServer } from './web/web-server.ts';

/** Everything the commands, Slack and the web pages call, with real parts behind it. */
export interface Footnote {
  library: Library;
  ingest(paths: string[], onProgress?: IngestParts['onProgress']): Promise<IngestResult>;
  retrieve(question: Question, limit?: number): Promise<Retrieval>;
  answer(question: Question): Promise<VerifiedAnswer>;
  /** The same, each claim given as soon as it is proved. */
  answerStream(question: Question, options: AnswerOptions): Promise<VerifiedAnswer>;
  /** Checks a draft claim by claim, against all reports or those named by id or file. */
  check(draft: string, reports?: string[]): Promise<CheckedDraft>;
  close(): Promise<void>;
}

const READERS = [txtReader, pdfReader];

/**
 * Picks and joins the real parts. The one place that does.
 * @param say takes a line for the log: what an answer of a model cost
 * @throws LibraryError when the index cannot be opened
 * @throws ConfigurationError when the model, the embeddings or the prompts are not as they must be
 */
export async function wireFootnote(config: WiredConfig, say: (line: string) => void = () => undefined): Promise<Footnote> {
  const { indexDirectory, dictionaryDirectory } = config;
  const dictionary = createDictionaryEmbedder(dictionaryDirectory);
  const embedder = await openEmbedder(config.embeddings, dictionaryDirectory);
  const withModel = config.model && wireModel(config.model, indexDirectory, say);
  const library = openSqliteLibrary(indexDirectory, embedder);
  const glosses = openGlosses(dictionaryDirectory);
  const retrieve = (question: Question, limit?: number): Promise<Retrieval> => retrievePassages(question, { library, embedder, glosses }, limit);
  const steps = {
    retrieve: (asked: Question) => retrieveForAnswer(asked, { library, embedder, glosses }),
    // The weights by which sentences are chosen were measured with the dictionary's vectors.
    compose: (retrieval: Retrieval) => composeExtract(retrieval, dictionary.embed),
  };
  const answerStream = async (question: Question, options: AnswerOptions): Promise<VerifiedAnswer> => {
    if (withModel) return answerWithModel(question, { ...withModel.steps, retrieve: steps.retrieve, extract: steps.compose, isWord: (word) => glosses.toChinese(stemPhrase(word)).length > 0 }, options);
    const answer = await answerQuestion(question, steps);
    if (answer.outcome !== 'not_found') for (const claim of answer.claims) options.onClaim?.(claim);
    return answer;
  };
  return {
    library,
    ingest: (paths, onProgress) => ingestFiles(paths, { library, openFile: (path) => openFile(path, READERS), ...(onProgress ? { onProgress } : {}) }),
    retrieve,
    answer: (question) => answerStream(question, {}),
    answerStream,
    check: (draft, reports) => checkDraft(draft, { retrieve, embed: dictionary.embed }, reports),
    async close() {
      withModel?.close();
      await library.close();
    },
  };
}

type WiredConfig = Pick<Config, 'indexDirectory' | 'dictionaryDirectory' | 'embeddings' | 'model'>;

/** The model with what it says and costs, kept beside the index. */
function wireModel(config: ModelConfig, directory: string, say: (line: string) => void): { steps: Omit<ModelAnswerSteps, 'retrieve' | 'extract' | 'isWord'>; close(): void } {
  const prompts = loadPrompts(PROMPTS_FOLDER);
  const model = createSteadyModel(createChatModel(config));
  const store = openSqliteModelStore(directory, Date.now);
  return { steps: { model, prompts, store, use: config.use, report: (outcome) => say(costLine(outcome, config.price)) }, close: () => store.close() };
}

function costLine({ model, calls, inputTokens, outputTokens, elapsedMs, cached, problem }: ModelOutcome, price: ModelConfig['price']): string {
  const dollars = price === undefined ? '' : `, $${((inputTokens * price.input + outputTokens * price.output) / 1e6).toFixed(4)}`;
  const cost = cached ? 'said before, no call' : `${calls} calls, ${inputTokens} + ${outputTokens} tokens${dollars}`;
  return `${model}: ${cost}, ${elapsedMs} ms${problem === undefined ? '' : `; answered without it: ${problem.message}`}`;
}

/** The web pages and, with tokens, the Slack bot. */
export interface Services {
  bot?: SlackBot;
  web: ReturnType<typeof createWebServer>;
  close(): Promise<void>;
}

/** Joins the services to the parts; nothing listens or connects yet. */
export function wireServices(config: Config, footnote: Footnote, log: (line: string) => void): Services {
  const ledger = openSqliteLedger(config.indexDirectory, Date.now);
  const loadReport = (id: string) => footnote.library.report(id);
  const steps = {
    answerQuestion: (question: Question) => footnote.answer(question),
    sourcesOf: (answer: VerifiedAnswer) => quoteSources(answer, loadReport),
    ledger,
    log,
    ...(config.baseUrl === undefined ? {} : { baseUrl: config.baseUrl }),
  };
  const bot = config.slack && createSlackApp(config.slack, steps);
  const web = createWebServer({
    answerQuestion: steps.answerQuestion,
    reports: () => footnote.library.reports(),
    report: loadReport,
    log,
    ...(bot?.requestListener ? { slack: bot.requestListener } : {}),
  });
  return {
    web,
    ...(bot ? { bot } : {}),
    async close() {
      await bot?.stop();
      web.close();
      web.closeAllConnections();
      ledger.close();
    },
  };
}
