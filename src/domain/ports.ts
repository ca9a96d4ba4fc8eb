import type { Quote, Source } from './answer.ts';
import type { ModelEvent, ModelRequest, TokenUsage } from './model.ts';
import type { Chunk, Page, PreparedReport, Report, Section } from './report.ts';
import type { AnswerPlace, KeptAnswer, KeptCitation, LogEntry, LogHead, NewEntry } from './review.ts';
import type { PageLayout, SourceReport } from './source.ts';

/** Reads one file format. */
export interface ReportReader {
  /** File extensions with their dot, lower case. */
  extensions: readonly string[];
  /**
   * @param file path of the file
   * @param bytes its content
   * @throws UnreadableReportError when the file is empty, damaged, encrypted, without text or of another format
   */
  read(file: string, bytes: Uint8Array): Promise<SourceReport>;
}

/** Turns texts into unit vectors whose cosine is nearness of meaning. */
export interface Embedder {
  /** Changes whenever the same text would get another vector; the index remembers it. */
  id: string;
  dimension: number;
  /** One vector a text, in order, each of Euclidean length 1 (or all zeros for a text without words). */
  embed(texts: string[]): Promise<Float32Array[]>;
}

/** What the library looks for. */
export interface LibraryQuery {
  /** Search terms, as `tokenise` makes them; a dozen rare ones find what a long list finds, ten times faster. */
  terms: string[];
  vector: Float32Array;
  /** Ids of the reports to search; absent: all. */
  reportIds?: string[];
  /** Candidates wanted from each of the two indexes. */
  limit: number;
}

/** A chunk that one of the two indexes found. */
export interface Candidate {
  chunk: Chunk;
  report: Report;
  /** BM25 as the engine computes it, higher is nearer; 0 when only the vector found it. */
  lexical: number;
  /** Cosine of the query's and the chunk's vector, -1 to 1. */
  cosine: number;
}

/** How often terms occur in the library. */
export interface Frequencies {
  /** Number of chunks in the library. */
  chunkCount: number;
  /** In how many chunks each term occurs; 0 for one that does not. */
  documentFrequency: ReadonlyMap<string, number>;
}

/** Stretches of text that may be names, none twice. */
export interface NameRuns {
  /** Foreign names, in either script. */
  foreign: string[];
  /** Chinese persons in Chinese characters. */
  persons: string[];
}

/** A report with how much of it is stored. */
export interface ReportSummary extends Report {
  sectionCount: number;
  chunkCount: number;
}

/** Everything stored of one report but its chunks. */
export interface StoredReport {
  report: Report;
  text: string;
  pages: Page[];
  sections: Section[];
}

/** Reports, their full text and their vectors behind one door. */
export interface Library {
  /** Adds reports, all or none; a report whose file has the name of a stored one replaces it. */
  add(reports: PreparedReport[]): Promise<void>;
  /** Removes a report; false when there is none with this id. */
  remove(reportId: string): Promise<boolean>;
  /** Candidates of both indexes, in no order. */
  search(query: LibraryQuery): Promise<Candidate[]>;
  frequencies(terms: string[]): Promise<Frequencies>;
  /** Names that the reports teach, each as the forms it goes by. */
  aliases(): Promise<string[][]>;
  /** Stretches of the reports' text that may be names. */
  nameRuns(): Promise<NameRuns>;
  /** All reports by file name. */
  reports(): Promise<ReportSummary[]>;
  /** One report with its text and outline; undefined when there is none with this id. */
  report(reportId: string): Promise<StoredReport | undefined>;
  /** A report's chunks in reading order; none when there is no report with this id. */
  chunks(reportId: string): Promise<Chunk[]>;
  /** Writes what is derived and lets go of files; nothing is lost without it. */
  close(): Promise<void>;
}

/** Remembers what must survive a restart: accepted events, and the sources of posted answers. */
export interface Ledger {
  /** Accepts an event once: true the first time, false ever after. */
  accept(eventId: string): Promise<boolean>;
  /** Keeps an answer's sources and gives the id under which they can be had again. */
  keepSources(sources: Source[]): Promise<string>;
  /** The sources kept under an id; undefined when the id is unknown. */
  sources(id: string): Promise<Source[] | undefined>;
}

/** Answers prompts with values of a given form. */
export interface LanguageModel {
  /** Provider and name, as `openai:gpt-5-mini`. */
  id: string;
  /**
   * The answer as it grows, and at the end the whole of it, which has the form that was asked for.
   * @throws ModelError when it does not come, or not in this form
   */
  stream<T>(request: ModelRequest<T>, signal: AbortSignal): AsyncIterable<ModelEvent<T>>;
}

/** Remembers what models said and what they cost. */
export interface ModelStore {
  /** What was kept under a key; undefined when nothing was. */
  recall(key: string): Promise<string | undefined>;
  keep(key: string, value: string): Promise<void>;
  /** Tokens used today (UTC), input and output together, by all and by one person. */
  spentToday(user: string): Promise<{ all: number; user: number }>;
  spend(user: string, usage: TokenUsage): Promise<void>;
}

/** An entry to append. */
export interface LogChange {
  entry: NewEntry;
  /** Number of the last entry about the citation that this one is based on; absent: whatever stands there. */
  seen?: number;
  /** Where the citation's quote stands from now on. */
  quote?: Quote;
}

/** Keeps posted answers and, append-only, what was found about their citations. Safe with several processes. */
export interface ReviewStore {
  /** Keeps an answer; one with the same id stays as it is. */
  keep(answer: KeptAnswer): Promise<void>;
  /** Sets where an answer stands. */
  placed(answerId: string, place: AnswerPlace): Promise<void>;
  /** An answer with the entries about it in order; undefined when the id is unknown. */
  answer(answerId: string): Promise<{ answer: KeptAnswer; entries: LogEntry[] } | undefined>;
  /** Ids of the citations that wait for a verdict: flagged ones first, then the oldest. */
  waiting(limit: number): Promise<string[]>;
  /** All citations, for a report that comes, goes or changes. */
  citations(): Promise<KeptCitation[]>;
  /** Appends entries, all or none: none when one is based on what is no longer the last about its citation. */
  append(changes: LogChange[]): Promise<LogEntry[] | undefined>;
  /** The whole log in order, and what its last entry should be. */
  log(): Promise<{ entries: LogEntry[]; head: LogHead | undefined }>;
}

/** The pages of reports as they are printed, for formats that have such. */
export interface PagePictures {
  /** A page as PNG, for screens; undefined when the report has no printed pages or its original is not kept. */
  picture(reportId: string, page: number): Promise<Uint8Array | undefined>;
  /** Where the page's words stand; undefined likewise. */
  layout(reportId: string, page: number): Promise<PageLayout | undefined>;
  close(): Promise<void>;
}
