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
import type { Viewer } from './domain/audience.ts';
import { EVERYONE_ONLY } from './domain/audience.ts';
import type { Library, VisibleLibrary } from './domain/ports.ts';
import { ingestFiles } from './ingest/ingest-files.ts';
import type { IngestOptions, IngestResult } from './ingest/ingest-files.ts';
import { createSlackApp } from './slack/slack-app.ts';
import type { SlackBot } from './slack/slack-app.ts';
import { createWebServer } from './web/web-server.ts';

/** Everything the commands, Slack and the web pages call, with real parts behind it. */
export interface Footnote {
  library: Library;
  ingest(paths: string[], options?: IngestOptions): Promise<IngestResult>;
  /** What a viewer can do with the reports; whatever reads them belongs there. */
  seenBy(viewer: Viewer): ReadingRoom;
  close(): Promise<void>;
}

/** The reports that a viewer may see, to be read and asked: as if there were no others. */
export interface ReadingRoom {
  library: VisibleLibrary;
  retrieve(question: Question, limit?: number): Promise<Retrieval>;
  answer(question: Question): Promise<VerifiedAnswer>;
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
  const compose = (retrieval: Retrieval) => composeExtract(retrieval, embedder.embed);
  return {
    library,
    ingest: (paths, options) => ingestFiles(paths, { library, openFile: (path) => openFile(path, READERS), ...options }),
    seenBy(viewer) {
      const parts = { library: library.seenBy(viewer), embedder, glosses };
      return {
        library: parts.library,
        retrieve: (question, limit) => retrievePassages(question, parts, limit),
        answer: (question) => answerQuestion(question, { retrieve: (asked) => retrieveForAnswer(asked, parts), compose }),
      };
    },
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
  const web = createWebServer({
    answerQuestion: steps.answerQuestion,
    reports: () => room.library.reports(),
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
