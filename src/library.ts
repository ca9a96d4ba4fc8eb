import { parseConfig } from './config.ts';
import type { Viewer } from './domain/audience.ts';
import { OPERATOR } from './domain/audience.ts';
import { createLogRedactor } from './outlets/log-redactor.ts';
import type { AnswerJson } from './programs/answer-json.ts';
import type { ProgramAsker } from './programs/asked-room.ts';
import type { CheckedDraftJson } from './programs/check-json.ts';
import type { FiguresJson } from './programs/figures-json.ts';
import { OPERATION } from './programs/operations.ts';
import type { PageJson, ReportsJson } from './programs/report-json.ts';
import type {
  AskRequest,
  CheckRequest,
  FiguresAsked,
  PageRequest,
  SearchRequest,
  SummarizeRequest,
  VerifyRequest,
} from './programs/requests.ts';
import type { HitsJson } from './programs/search-json.ts';
import type { SummaryJson } from './programs/summary-json.ts';
import type { JudgedJson } from './programs/verify-json.ts';
import type { Footnote } from './wiring/wire-footnote.ts';
import { wireFootnote } from './wiring/wire-footnote.ts';

// The package as a library: what `import … from 'footnote'` gives.

export { FootnoteRetriever } from './adapters/langchain-retriever.ts';
export {
  ConfigurationError,
  LibraryError,
  OverloadError,
  RefusedError,
  ServiceError,
  UnreadableReportError,
} from './domain/errors.ts';

/** How a library is opened. */
export interface FootnoteOptions {
  /** Folder of the index; it is made when it is not there. */
  index: string;
  /**
   * Further settings, by their names in `.env.example`: MODEL and OPENAI_API_KEY, for instance. Nothing is read from
   * the environment or from `.env`.
   */
  settings?: Record<string, string>;
  /** For whom reports are read; absent: the operator, who sees all of them. */
  viewer?: Viewer;
  /** Takes a line for the log: what an answer of a model cost, what was damaged; absent: nobody does. */
  log?(line: string): void;
}

/** What became of files that were taken in. */
export type Ingested = Awaited<ReturnType<Footnote['ingest']>>;

/**
 * An open library. Each call takes what its tool at the other doors takes, and gives the JSON of the command line; it
 * throws a RefusedError with a sentence for what is blank, too long, or names what is not there.
 */
export interface OpenedFootnote {
  /** Answers a question, or the last turn of a conversation, every sentence with checked citations. */
  ask(request: string | AskRequest, asker?: ProgramAsker): Promise<AnswerJson>;
  /** Finds passages, best first. */
  search(request: string | SearchRequest, asker?: ProgramAsker): Promise<HitsJson>;
  /** Checks a draft claim by claim. */
  check(request: string | CheckRequest, asker?: ProgramAsker): Promise<CheckedDraftJson>;
  /** Tells whether a sentence may be shown as proved by its quotes. */
  verify(request: VerifyRequest, asker?: ProgramAsker): Promise<JudgedJson>;
  /** Summarises a section, pages or a whole report. */
  summarize(request: string | SummarizeRequest, asker?: ProgramAsker): Promise<SummaryJson>;
  /** Gives figures as data. */
  figures(request: string | FiguresAsked, asker?: ProgramAsker): Promise<FiguresJson>;
  /** Lists the reports. */
  reports(): Promise<ReportsJson>;
  /** Gives the text of a page. */
  page(request: PageRequest): Promise<PageJson>;
  /** Takes report files in; one of the same name replaces the report that is there. */
  ingest(paths: string[]): Promise<Ingested>;
  /** Lets go of files and processes; call it in the end. */
  close(): Promise<void>;
}

/**
 * Opens a library of reports: everything computes in this process, files are read in one beside it.
 * @throws ConfigurationError when a setting needs a correction
 * @throws LibraryError when the index cannot be opened
 */
export async function openFootnote({
  index,
  settings = {},
  viewer = OPERATOR,
  log = () => undefined,
}: FootnoteOptions): Promise<OpenedFootnote> {
  const config = parseConfig({ ...settings, INDEX_DIR: index });
  const redact = createLogRedactor(config.secrets);
  const footnote = await wireFootnote(config, (line) => log(redact(line)));
  const room = footnote.seenBy(viewer);
  const named = (name: string, request: string | object) =>
    typeof request === 'string' ? { [name]: request } : request;
  return {
    ask: (request, asker) => OPERATION.ask.call(room, named('question', request), asker),
    search: (request, asker) => OPERATION.search.call(room, named('question', request), asker),
    check: (request, asker) => OPERATION.check.call(room, named('draft', request), asker),
    verify: (request, asker) => OPERATION.verify.call(room, request, asker),
    summarize: (request, asker) => OPERATION.summarize.call(room, named('request', request), asker),
    figures: (request, asker) => OPERATION.figures.call(room, named('words', request), asker),
    reports: () => OPERATION.reports.call(room, {}),
    page: (request) => OPERATION.page.call(room, request),
    ingest: (paths) => footnote.ingest(paths),
    close: () => footnote.close(),
  };
}
