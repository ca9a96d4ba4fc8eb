import { drawBarChart } from './adapters/bar-chart.ts';
import { openGlosses } from './adapters/gloss-table.ts';
import { createDictionaryEmbedder } from './adapters/dictionary-embedder.ts';
import { openFile } from './adapters/open-file.ts';
import { pdfReader } from './adapters/pdf-reader.ts';
import { openSqliteLedger } from './adapters/sqlite-ledger.ts';
import { openSqliteLibrary } from './adapters/sqlite-library.ts';
import { txtReader } from './adapters/txt-reader.ts';
import { answerQuestion } from './answer/answer-question.ts';
import { composeExtract } from './answer/compose-extract.ts';
import { quoteSources } from './verify/quote-sources.ts';
import { retrieveForAnswer, retrievePassages } from './retrieve/retrieve-passages.ts';
import type { Retrieval } from './retrieve/retrieve-passages.ts';
import type { Config } from './config.ts';
import type { Question, VerifiedAnswer } from './domain/answer.ts';
import type { Library } from './domain/ports.ts';
import type { FigureSeries, SummaryRequest, VerifiedSummary } from './domain/summary.ts';
import { ingestFiles } from './ingest/ingest-files.ts';
import type { IngestParts, IngestResult } from './ingest/ingest-files.ts';
import { createSlackApp } from './slack/slack-app.ts';
import type { SlackBot } from './slack/slack-app.ts';
import { summarise } from './summarise/summarise.ts';
import { createWebServer } from './web/web-server.ts';

/** Everything the commands, Slack and the web pages call, with real parts behind it. */
export interface Footnote {
  library: Library;
  ingest(paths: string[], onProgress?: IngestParts['onProgress']): Promise<IngestResult>;
  retrieve(question: Question, limit?: number): Promise<Retrieval>;
  answer(question: Question): Promise<VerifiedAnswer>;
  summarize(request: SummaryRequest): Promise<VerifiedSummary>;
  /** A PNG of bars. */
  drawChart(series: FigureSeries, title: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

const READERS = [txtReader, pdfReader];

/**
 * Picks and joins the real parts. The one place that does.
 * @throws LibraryError when the index cannot be opened
 */
export function wireFootnote({ indexDirectory, dictionaryDirectory }: Pick<Config, 'indexDirectory' | 'dictionaryDirectory'>): Footnote {
  const embedder = createDictionaryEmbedder(dictionaryDirectory);
  const library = openSqliteLibrary(indexDirectory, embedder);
  const glosses = openGlosses(dictionaryDirectory);
  const retrieve = (question: Question, limit?: number): Promise<Retrieval> => retrievePassages(question, { library, embedder, glosses }, limit);
  const compose = (retrieval: Retrieval) => composeExtract(retrieval, embedder.embed);
  return {
    library,
    ingest: (paths, onProgress) => ingestFiles(paths, { library, openFile: (path) => openFile(path, READERS), ...(onProgress ? { onProgress } : {}) }),
    retrieve,
    answer: (question) => answerQuestion(question, { retrieve: (asked) => retrieveForAnswer(asked, { library, embedder, glosses }), compose }),
    summarize: (request) => summarise(request, { library, embedder, glosses }),
    drawChart: drawBarChart,
    close: () => library.close(),
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
    summarize: footnote.summarize,
    drawChart: footnote.drawChart,
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
