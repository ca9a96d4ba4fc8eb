import { randomUUID } from 'node:crypto';
import { openGlosses } from './adapters/gloss-table.ts';
import { createDictionaryEmbedder } from './adapters/dictionary-embedder.ts';
import { openFile } from './adapters/open-file.ts';
import { pdfReader } from './adapters/pdf-reader.ts';
import { openSqliteInbox, ownerName } from './adapters/sqlite-inbox.ts';
import { openSqliteInstallations } from './adapters/sqlite-installations.ts';
import { openSqliteLedger } from './adapters/sqlite-ledger.ts';
import { openSqliteLibrary } from './adapters/sqlite-library.ts';
import { openSqlitePreferences } from './adapters/sqlite-preferences.ts';
import { txtReader } from './adapters/txt-reader.ts';
import { withTemporaryFile } from './adapters/with-temporary-file.ts';
import { answerQuestion } from './answer/answer-question.ts';
import { composeExtract } from './answer/compose-extract.ts';
import { quoteSources } from './verify/quote-sources.ts';
import { retrieveForAnswer, retrievePassages } from './retrieve/retrieve-passages.ts';
import type { Retrieval } from './retrieve/retrieve-passages.ts';
import type { Config } from './config.ts';
import type { Question, VerifiedAnswer } from './domain/answer.ts';
import type { Library } from './domain/ports.ts';
import { ingestFiles } from './ingest/ingest-files.ts';
import type { IngestParts, IngestResult } from './ingest/ingest-files.ts';
import type { SlackSettings } from './slack/install/settings.ts';
import { createSlackApp } from './slack/slack-app.ts';
import type { SlackBot } from './slack/slack-app.ts';
import type { LibrarySteps, SlackSteps } from './slack/steps.ts';
import { createWebServer } from './web/web-server.ts';

/** Everything the commands, Slack and the web pages call, with real parts behind it. */
export interface Footnote {
  library: Library;
  ingest(paths: string[], onProgress?: IngestParts['onProgress']): Promise<IngestResult>;
  retrieve(question: Question, limit?: number): Promise<Retrieval>;
  answer(question: Question): Promise<VerifiedAnswer>;
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
  const kept = { ledger: openSqliteLedger(config.indexDirectory, Date.now), inbox: openSqliteInbox(config.indexDirectory, Date.now), preferences: openSqlitePreferences(config.indexDirectory) };
  const slack = config.slack && slackSettings(config.slack, config.indexDirectory);
  const bot = slack && createSlackApp(slack.settings, slackSteps(config, footnote, { ...kept, log }), ownerName(randomUUID()));
  const web = createWebServer({
    answerQuestion: footnote.answer,
    reports: () => footnote.library.reports(),
    report: (id) => footnote.library.report(id),
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
      for (const store of [kept.ledger, kept.inbox, kept.preferences]) store.close();
      slack?.close();
    },
  };
}

function slackSettings({ install, ...rest }: NonNullable<Config['slack']>, directory: string): { settings: SlackSettings; close(): void } {
  if (install.kind === 'token') return { settings: { ...rest, auth: install }, close: () => undefined };
  const installations = openSqliteInstallations(directory, install.tokenKey);
  const { clientId, clientSecret, tokenKey: stateSecret, redirectUri } = install;
  return { settings: { ...rest, auth: { kind: 'installations', clientId, clientSecret, stateSecret, redirectUri, installations } }, close: () => installations.close() };
}

/** What the bot calls. */
function slackSteps({ slackUse, baseUrl }: Config, footnote: Footnote, kept: Pick<SlackSteps, 'ledger' | 'inbox' | 'preferences' | 'log'>): SlackSteps {
  const { perUser, perTeam, allowedTeams } = slackUse;
  return {
    ...kept,
    answerQuestion: (question) => footnote.answer(question),
    sourcesOf: (answer) => quoteSources(answer, (id) => footnote.library.report(id)),
    reports: () => footnote.library.reports(),
    sections: async (reportId) => ((await footnote.library.report(reportId))?.sections ?? []).map(({ path }) => path),
    limits: { perUser, perTeam, allowedTeams },
    ...(slackUse.librarians.length > 0 ? { library: librarySteps(slackUse, footnote) } : {}),
    ...(baseUrl === undefined ? {} : { baseUrl }),
  };
}

function librarySteps({ librarians, announceIn }: Config['slackUse'], { library, ingest }: Footnote): LibrarySteps {
  return {
    isLibrarian: (user, userGroups) => [user, ...userGroups].some((id) => librarians.includes(id)),
    extensions: READERS.flatMap(({ extensions }) => extensions),
    announceIn,
    remove: (reportId) => library.remove(reportId),
    async add({ name, bytes }) {
      const before = await library.reports();
      const { added, refused } = await withTemporaryFile(name, bytes, (path) => ingest([path]));
      if (refused[0]) return { outcome: 'refused', reason: refused[0].reason };
      const report = added[0] ?? (await library.reports()).find(({ file }) => file === name);
      if (!report) return { outcome: 'refused', reason: 'the index holds this content already, under another name' };
      return { outcome: added.length === 0 ? 'unchanged' : before.some(({ file }) => file === report.file) ? 'replaced' : 'added', report };
    },
  };
}
