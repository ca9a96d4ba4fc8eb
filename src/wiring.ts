import { drawBarChart } from './adapters/bar-chart.ts';
import { openGlosses } from './adapters/gloss-table.ts';
import { createDictionaryEmbedder } from './adapters/dictionary-embedder.ts';
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
import { composeExtract } from './answer/compose-extract.ts';
import { checkDraft } from './check/check-draft.ts';
import { quoteSources } from './verify/quote-sources.ts';
import { retrieveForAnswer, retrievePassages } from './retrieve/retrieve-passages.ts';
import type { Retrieval } from './retrieve/retrieve-passages.ts';
import type { Config } from './config.ts';
import type { Question, VerifiedAnswer } from './domain/answer.ts';
import type { Library, PagePictures, ReviewStore, VisibleLibrary } from './domain/ports.ts';
import type { Review } from './domain/review.ts';
import type { Access } from './domain/signed.ts';
import type { CheckedDraft } from './domain/check.ts';
import type { FigureSeries, SummaryRequest, VerifiedSummary } from './domain/summary.ts';
import { ingestFiles } from './ingest/ingest-files.ts';
import type { IngestOptions, IngestResult } from './ingest/ingest-files.ts';
import { logCsv, logJson } from './review/export-log.ts';
import { findBoxes } from './review/find-boxes.ts';
import { openAccess } from './review/open-access.ts';
import { openReview } from './review/open-review.ts';
import { reviewReplaced } from './review/review-replaced.ts';
import { FIRST_HASH, sealEntry } from './review/seal-entry.ts';
import { createSigner } from './review/signed-token.ts';
import type { Viewer } from './domain/audience.ts';
import { EVERYONE_ONLY, OPERATOR } from './domain/audience.ts';
import { createSlackApp } from './slack/slack-app.ts';
import type { SlackBot } from './slack/slack-app.ts';
import { summarise } from './summarise/summarise.ts';
import { createWebServer } from './web/web-server.ts';

/** Everything the commands, Slack and the web pages call, with real parts behind it. */
export interface Footnote {
  library: Library;
  ingest(paths: string[], options?: IngestOptions): Promise<IngestResult>;
  /** Takes a report out, and its verdicts back; false when there is none with this id. */
  remove(reportId: string): Promise<boolean>;
  /** What a viewer can do with the reports; whatever reads them belongs there. */
  seenBy(viewer: Viewer): ReadingRoom;
  /** Posted answers, their citations' statuses, and the log. */
  review: Review;
  /** The log for a spreadsheet or a script. */
  exportLog(format: 'csv' | 'json'): Promise<string>;
  access: Access;
  pictures: PagePictures;
  /** A PNG of bars. */
  drawChart(series: FigureSeries, title: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The reports that a viewer may see, to be read and asked: as if there were no others. */
export interface ReadingRoom {
  library: VisibleLibrary;
  retrieve(question: Question, limit?: number): Promise<Retrieval>;
  answer(question: Question): Promise<VerifiedAnswer>;
  /** Checks a draft claim by claim, against all reports or those named by id or file. */
  check(draft: string, reports?: string[]): Promise<CheckedDraft>;
  summarize(request: SummaryRequest): Promise<VerifiedSummary>;
}

const READERS = [txtReader, pdfReader];

/** The settings that the parts depend on. */
export type PartsConfig = Pick<Config, 'indexDirectory' | 'dictionaryDirectory' | 'editors' | 'linkSecret'>;

/**
 * Picks and joins the real parts. The one place that does.
 * @throws LibraryError when the index cannot be opened
 */
export function wireFootnote(config: PartsConfig): Footnote {
  const { indexDirectory, dictionaryDirectory } = config;
  const embedder = createDictionaryEmbedder(dictionaryDirectory);
  const library = openSqliteLibrary(indexDirectory, embedder);
  const glosses = openGlosses(dictionaryDirectory);
  const originals = openOriginals(indexDirectory);
  const pictures = openPdfPages((reportId) => originals.pathOf(reportId));
  const whole = library.seenBy(OPERATOR);
  const { review, access, replaced, close } = wireReview(config, whole);
  const compose = (retrieval: Retrieval) => composeExtract(retrieval, embedder.embed);
  const idsNow = async () => new Set((await whole.reports()).map(({ id }) => id));

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
    ingest: (paths, options) => following(() => ingestFiles(paths, { library, openFile: (path) => openFile(path, READERS, originals), ...options })),
    remove: (reportId) => following(() => library.remove(reportId)),
    seenBy(viewer) {
      const parts = { library: library.seenBy(viewer), embedder, glosses };
      const retrieve: ReadingRoom['retrieve'] = (question, limit) => retrievePassages(question, parts, limit);
      return {
        library: parts.library,
        retrieve,
        answer: (question) => answerQuestion(question, { retrieve: (asked) => retrieveForAnswer(asked, parts), compose }),
        check: (draft, reports) => checkDraft(draft, { retrieve, embed: embedder.embed }, reports),
        summarize: (request) => summarise(request, parts),
      };
    },
    review,
    exportLog: async (format) => (format === 'csv' ? logCsv : logJson)(await review.log()),
    access,
    pictures,
    drawChart: drawBarChart,
    async close() {
      await pictures.close();
      close();
      await library.close();
    },
  };
}

/** Joins the review; its database opens when it is first needed, for most commands never. */
function wireReview({ indexDirectory, editors, linkSecret }: PartsConfig, library: VisibleLibrary) {
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

/** The web pages and, with tokens, the Slack bot. */
export interface Services {
  bot?: SlackBot;
  web: ReturnType<typeof createWebServer>;
  close(): Promise<void>;
}

/** Joins the services to the parts; nothing listens or connects yet. */
export function wireServices(config: Config, footnote: Footnote, log: (line: string) => void): Services {
  const ledger = openSqliteLedger(config.indexDirectory, Date.now);
  // The narrowest, until the listeners say where an answer will be seen.
  const room = footnote.seenBy(EVERYONE_ONLY);
  const loadReport = (id: string) => room.library.report(id);
  const steps = {
    answerQuestion: (question: Question) => room.answer(question),
    sourcesOf: (answer: VerifiedAnswer) => quoteSources(answer, loadReport),
    ledger,
    log,
    ...(config.baseUrl === undefined ? {} : { baseUrl: config.baseUrl }),
  };
  const bot = config.slack && createSlackApp(config.slack, steps);
  const { review, access, exportLog, pictures } = footnote;
  const web = createWebServer({
    answerQuestion: steps.answerQuestion,
    check: (draft) => room.check(draft),
    summarize: (request) => room.summarize(request),
    drawChart: footnote.drawChart,
    reports: () => room.library.reports(),
    report: loadReport,
    anyReport: (id) => footnote.seenBy(OPERATOR).library.report(id),
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
