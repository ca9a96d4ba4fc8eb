import { openGlosses } from './adapters/gloss-table.ts';
import { createChatModel } from './adapters/chat-model.ts';
import { createDictionaryEmbedder } from './adapters/dictionary-embedder.ts';
import { openEmbedder } from './adapters/open-embedder.ts';
import { loadPrompts } from './adapters/prompt-files.ts';
import { openSqliteModelStore } from './adapters/sqlite-model-store.ts';
import { createSteadyModel } from './adapters/steady-model.ts';
import { readLinkSecret } from './adapters/link-secret.ts';
import { openFile } from './adapters/open-file.ts';
import { openOriginals } from './adapters/originals.ts';
import { openPdfPages } from './adapters/pdf-pages.ts';
import { pdfReader } from './adapters/pdf-reader.ts';
import { openSqliteLedger } from './adapters/sqlite-ledger.ts';
import { openSqliteLibrary } from './adapters/sqlite-library.ts';
import { openSqliteReviewStore } from './adapters/sqlite-review-store.ts';
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
import type { Library, PagePictures, ReviewStore } from './domain/ports.ts';
import type { Review } from './domain/review.ts';
import type { Access } from './domain/signed.ts';
import type { CheckedDraft } from './domain/check.ts';
import type { SummaryRequest, VerifiedSummary } from './domain/summary.ts';
import { ingestFiles } from './ingest/ingest-files.ts';
import type { IngestParts, IngestResult } from './ingest/ingest-files.ts';
import { stemPhrase } from './text/glosses.ts';
import { logCsv, logJson } from './review/export-log.ts';
import { findBoxes } from './review/find-boxes.ts';
import { openAccess } from './review/open-access.ts';
import { openReview } from './review/open-review.ts';
import { reviewReplaced } from './review/review-replaced.ts';
import { FIRST_HASH, sealEntry } from './review/seal-entry.ts';
import { createSigner } from './review/signed-token.ts';
import { createSlackApp } from './slack/slack-app.ts';
import type { SlackBot } from './slack/slack-app.ts';
import { summarise } from './summarise/summarise.ts';
import { createWebServer } from './web/web-server.ts';

/** Everything the commands, Slack and the web pages call, with real parts behind it. */
export interface Footnote {
  library: Library;
  ingest(paths: string[], onProgress?: IngestParts['onProgress']): Promise<IngestResult>;
  /** Takes a report out, and its verdicts back; false when there is none with this id. */
  remove(reportId: string): Promise<boolean>;
  retrieve(question: Question, limit?: number): Promise<Retrieval>;
  answer(question: Question): Promise<VerifiedAnswer>;
  /** The same, each claim given as soon as it is proved. */
  answerStream(question: Question, options: AnswerOptions): Promise<VerifiedAnswer>;
  /** Posted answers, their citations' statuses, and the log. */
  review: Review;
  /** The log for a spreadsheet or a script. */
  exportLog(format: 'csv' | 'json'): Promise<string>;
  access: Access;
  pictures: PagePictures;
  /** Checks a draft claim by claim, against all reports or those named by id or file. */
  check(draft: string, reports?: string[]): Promise<CheckedDraft>;
  summarize(request: SummaryRequest): Promise<VerifiedSummary>;
  close(): Promise<void>;
}

const READERS = [txtReader, pdfReader];

/** The settings that the parts depend on. */
export type PartsConfig = Pick<Config, 'indexDirectory' | 'dictionaryDirectory' | 'editors' | 'linkSecret' | 'embeddings' | 'model'>;

/**
 * Picks and joins the real parts. The one place that does.
 * @param say takes a line for the log: what an answer of a model cost
 * @throws LibraryError when the index cannot be opened
 * @throws ConfigurationError when the model, the embeddings or the prompts are not as they must be
 */
export async function wireFootnote(config: PartsConfig, say: (line: string) => void = () => undefined): Promise<Footnote> {
  const { indexDirectory, dictionaryDirectory } = config;
  const dictionary = createDictionaryEmbedder(dictionaryDirectory);
  const embedder = await openEmbedder(config.embeddings, dictionaryDirectory);
  const withModel = config.model && wireModel(config.model, indexDirectory, say);
  const library = openSqliteLibrary(indexDirectory, embedder);
  const glosses = openGlosses(dictionaryDirectory);
  const originals = openOriginals(indexDirectory);
  const pictures = openPdfPages((reportId) => originals.pathOf(reportId));
  const { review, access, replaced, close } = wireReview(config, library);
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
  const idsNow = async () => new Set((await library.reports()).map(({ id }) => id));

  /** Does something that reports may leave by, and looks after what they leave behind. */
  async function following<T>(change: () => Promise<T>): Promise<T> {
    const before = await idsNow();
    const result = await change();
    const held = await idsNow();
    const gone = [...before].filter((id) => !held.has(id));
    originals.sweep(held, gone);
    await replaced();
    return result;
  }

  return {
    library,
    ingest: (paths, onProgress) => following(() => ingestFiles(paths, { library, openFile: (path) => openFile(path, READERS, originals), ...(onProgress ? { onProgress } : {}) })),
    remove: (reportId) => following(() => library.remove(reportId)),
    retrieve,
    answer: (question) => answerStream(question, {}),
    answerStream,
    check: (draft, reports) => checkDraft(draft, { retrieve, embed: dictionary.embed }, reports),
    summarize: (request) => summarise(request, { library, embedder, glosses }),
    review,
    exportLog: async (format) => (format === 'csv' ? logCsv : logJson)(await review.log()),
    access,
    pictures,
    async close() {
      await pictures.close();
      close();
      withModel?.close();
      await library.close();
    },
  };
}

/** Joins the review; its database opens when it is first needed, for most commands never. */
function wireReview({ indexDirectory, editors, linkSecret }: PartsConfig, library: Library) {
  let opened: ReturnType<typeof openSqliteReviewStore> | undefined;
  const open = () => (opened ??= openSqliteReviewStore(indexDirectory, { now: Date.now, seal: sealEntry, firstHash: FIRST_HASH }));
  const store: ReviewStore = {
    keep: (answer) => open().keep(answer),
    placed: (answerId, place) => open().placed(answerId, place),
    answer: (answerId) => open().answer(answerId),
    waiting: (limit) => open().waiting(limit),
    citations: () => open().citations(),
    append: (changes) => open().append(changes),
    log: () => open().log(),
  };
  const signer = createSigner(() => linkSecret ?? readLinkSecret(indexDirectory), Date.now);
  const files = async () => new Map((await library.reports()).map(({ id, file }) => [id, file]));
  async function reportOf(file: string) {
    const report = (await library.reports()).find((held) => held.file === file);
    return report && library.report(report.id);
  }
  return {
    review: openReview({ store, editors, now: Date.now, files }),
    access: openAccess(signer, editors),
    replaced: () => reviewReplaced({ store, reportOf }),
    close: () => opened?.close(),
  };
}

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
  const { review, access, exportLog, pictures } = footnote;
  const web = createWebServer({
    answerQuestion: steps.answerQuestion,
    check: (draft) => footnote.check(draft),
    reports: () => footnote.library.reports(),
    report: loadReport,
    picture: (reportId, page) => pictures.picture(reportId, page),
    async printedPage(stored, page, spans) {
      const layout = await pictures.layout(stored.report.id, page.number);
      return layout && { width: layout.width, height: layout.height, boxes: spans.map((span) => findBoxes(stored.text, page, span, layout)) };
    },
    review,
    exportLog,
    access,
    webAccess: config.webAccess,
    secure: config.baseUrl?.startsWith('https:') ?? false,
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
