import type { Quote, Source } from './answer.ts';
import type { DescriptionChange } from './description.ts';
import type { Audience, Viewer } from './audience.ts';
import type { ForgetsQuestions } from './feedback.ts';
import type { Follows } from './follow.ts';
import type { Allowance, Backlog, Excess, InboxItem, NewWork, Work } from './inbox.ts';
import type { DaysTokens, ModelEvent, ModelRequest, TokenUsage } from './model.ts';
import type { PreparedReport } from './prepared-report.ts';
import type { Chunk, NameRuns, Page, Report, Section } from './report.ts';
import type { AnswerPlace, KeptAnswer, KeptCitation, LogEntry, LogHead, NewEntry } from './review.ts';
import type { PageLayout, SourcePage, SourceReport } from './source.ts';
import type { Statement } from './statement.ts';

/** What a reader may use that not every machine or moment has. */
export interface ReadingHelp {
  /** Physical numbers of pages that are left out: they take too long. */
  skip?: readonly number[];
  /** Recognises text in the picture of a page; absent: nothing does, or it is not wanted. */
  recogniser?: Recogniser;
  /** Whether a page's text is no language's; absent: every text is taken. */
  isUnreadable?(page: Pick<SourcePage, 'lines'>): boolean;
}

/** A program that recognises text in pictures. */
export interface Recogniser {
  program: string;
  /** As it names them, the likeliest first. */
  languages: string[];
  /** Where its languages are; absent: where it has them itself. */
  data?: string | undefined;
}

/** Reads one file format. */
export interface ReportReader {
  /** File extensions with their dot, lower case. */
  extensions: readonly string[];
  /** Largest file that is read, in bytes. */
  largest: number;
  /**
   * @param file path of the file
   * @param bytes its content
   * @param progress called with the number of pages read so far, where a file is read page by page
   * @param help for pages that say nothing by themselves
   * @throws UnreadableReportError when the file is empty, damaged, encrypted, without text or of another format
   */
  read(file: string, bytes: Uint8Array, progress?: (pages: number) => void, help?: ReadingHelp): Promise<SourceReport>;
}

/** Turns texts into unit vectors whose cosine is nearness of meaning. */
export interface Embedder {
  /** Changes whenever the same text would get another vector; the index remembers it. */
  id: string;
  dimension: number;
  /** One vector a text, in order, each of Euclidean length 1 (or all zeros for a text without words). */
  embed(texts: string[]): Promise<Float32Array[]>;
}

/** Tells how likely texts say what sentences do: trained on pairs of the two. */
export interface GroundingModel {
  id: string;
  /** One a pair, in order, 0 to 1. */
  probabilities(pairs: readonly { grounds: string; claim: string }[]): Promise<number[]>;
}

/** Reads what the texts of a report say. */
export interface StatementReader {
  /** Changes whenever the same text would be read in another way; the index remembers it. */
  id: string;
  /** The statements of each chunk, in the order of the chunks. */
  read(of: Pick<PreparedReport, 'report' | 'chunks' | 'aliases'>): Statement[][];
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

/** How often terms occur in the reports that are seen. */
export interface Frequencies {
  /** Number of chunks that are seen. */
  chunkCount: number;
  /** In how many chunks each term occurs; 0 for one that does not. */
  documentFrequency: ReadonlyMap<string, number>;
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

/** The reports that a viewer may see, as if there were no others: in what is found, in every figure, name and list. */
export interface VisibleLibrary {
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
  /**
   * Where the words of a page stand that were recognised from its picture when the report was read; undefined for other
   * pages.
   */
  recognisedLayout(reportId: string, page: number): Promise<PageLayout | undefined>;
  /** A report's chunks in reading order; none when there is no report with this id. */
  chunks(reportId: string): Promise<Chunk[]>;
  /** What some chunks say, each chunk's statements in reading order; undefined where none are stored. */
  statements(chunks: readonly Chunk[]): Promise<(Statement[] | undefined)[]>;
}

/** Reports, their full text and their vectors behind one door. Nothing is read without saying for whom. */
export interface Library {
  /**
   * Adds reports, all or none.
   * @param audience absent: that of the report it replaces, and of a new one everyone
   * @param replaced ids of the reports that make place for them, and whose audience they keep as long as one is still
   *   there; absent: those whose file has the same name
   */
  add(reports: PreparedReport[], audience?: Audience, replaced?: readonly string[]): Promise<void>;
  /**
   * Reads the reports again whose statements another reader has read, or none. Each is done once, whatever ends in
   * between, and whoever else does the same.
   * @param progress called before the first and after each report with how many are done; not at all when none is to be
   *   read
   */
  readAnew(reader: StatementReader, progress?: (done: number, total: number) => void): Promise<void>;
  /** Removes a report; false when there is none with this id. */
  remove(reportId: string): Promise<boolean>;
  /** Who may see a report; undefined when there is none with this id. */
  audienceOf(reportId: string): Promise<Audience | undefined>;
  /** Changes who may see a report, at once for every process; false when there is none with this id. */
  setAudience(reportId: string, audience: Audience): Promise<boolean>;
  /**
   * Sets what a person says of a report, fact by fact; null takes back what was said. It stays when the same
   * content comes again, also after it was removed, and with another edition of the file as far as that reads the same.
   * @returns the report as it is now; undefined when there is none with this id
   */
  describe(reportId: string, said: DescriptionChange): Promise<Report | undefined>;
  /** The library as a viewer sees it, also after audiences change. The only way to read. */
  seenBy(viewer: Viewer): VisibleLibrary;
  /** Writes what is derived and lets go of files; nothing is lost without it. */
  close(): Promise<void>;
}

/** Remembers the sources of posted answers. */
export interface Ledger {
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
   * Gets ready what takes its time and is no part of an answer; absent: nothing is to be loaded.
   * @throws ModelError when it cannot
   */
  load?(): Promise<void>;
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
  /** What all together used on each day (UTC), the latest first. */
  spentByDay(): Promise<DaysTokens[]>;
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
export interface ReviewStore extends ForgetsQuestions {
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
  /**
   * A page as PNG, for screens; undefined when the report has no printed pages, its original is not kept, or the page
   * is known to be one that cannot be drawn within its limits.
   * @throws ServiceError the first time that a page cannot be drawn
   */
  picture(reportId: string, page: number): Promise<Uint8Array | undefined>;
  /** Where the page's words stand; undefined likewise. */
  layout(reportId: string, page: number): Promise<PageLayout | undefined>;
  close(): Promise<void>;
}

/**
 * Work that must be done once, whatever dies: accepted durably, taken with a lease, finished. Safe with several
 * processes.
 */
export interface Inbox {
  /**
   * Accepts work, once a key: true the first time. It is on disk when the promise resolves.
   * @throws what could not be read again is refused: it would stand in the way of the rest
   */
  accept(work: NewWork): Promise<boolean>;
  /**
   * Takes waiting work, and work whose owner is gone, in a fair order: nobody's second before everybody's first.
   * Never two about one subject at a time.
   */
  take(owner: string, limit: number): Promise<InboxItem[]>;
  /** Extends the leases of an owner's work, and gives the ids that are still its own. */
  renew(owner: string, ids: number[]): Promise<number[]>;
  /**
   * Puts an end to work that the owner still has.
   * @param attempt the one that ends; absent: whichever the owner has. Another one goes on: the owner lost the work
   *   meanwhile, and took it again
   */
  finish(owner: string, id: number, outcome: 'done' | 'failed', attempt?: number): Promise<void>;
  /**
   * Puts back all that an owner has taken and not finished, because it ends: it waits again at once, and does not have
   * to outlast a lease.
   */
  release(owner: string): Promise<void>;
  /** Takes back work that waits, because its message was deleted; true when there was some. */
  withdraw(subject: string): Promise<boolean>;
  /**
   * Counts taken work, once, among what its person and workspace asked; where that is too much, says so and does not
   * count it.
   */
  count(id: number, allowance: Allowance): Promise<Excess | undefined>;
  /** Stops the work of a thread: takes back what waits and gives it; what is being worked on is marked as stopped. */
  stop(team: string, channel: string, thread: string): Promise<InboxItem[]>;
  /** Which of these were stopped while they were worked on. */
  stopped(ids: number[]): Promise<number[]>;
  /**
   * Writes down that the result is about to be said: whoever takes the work after a crash knows that it may have been.
   */
  aboutToSay(id: number): Promise<void>;
  /** How much work goes before the waiting work about a subject; undefined when none waits. */
  ahead(subject: string): Promise<number | undefined>;
  /** How much work waits and is being done, of all processes, and how long the oldest of it has waited. */
  backlog(): Promise<Backlog>;
  /** True when work of a thread was done within the last week. */
  wasAnswered(team: string, channel: string, thread: string): Promise<boolean>;
  /**
   * Calls back when other processes accepted, put back or stopped work; absent: nothing tells. Not all of it is heard:
   * whoever works looks from time to time, too.
   * @returns ends it
   */
  hear?(onNews: () => void): () => void;
  /**
   * Forgets what a person asked, but for what waits and is being done: the same is not accepted again, it counts
   * among what they asked, and its thread stays one that was answered in. All of it is gone after a week in any case.
   * @returns how much it was
   */
  forgetPerson: ForgetsQuestions['forgetPerson'];
  /** A person's latest work, newest first. */
  recent(team: string, user: string, limit: number): Promise<Work[]>;
}

/** How somebody wants to be answered. */
export interface Preference {
  /** `auto`: the language of the question. */
  language: 'auto' | 'zh' | 'en';
  /** Where the answers to shortcuts go. */
  where: 'direct' | 'thread';
}

/** Remembers how people and channels want to be answered, and what they follow. */
export interface Preferences extends Follows {
  of(team: string, user: string): Promise<Preference>;
  set(team: string, user: string, preference: Preference): Promise<void>;
}

/** The app as one workspace installed it. */
export interface Installed {
  team: string;
  botToken: string;
  botUserId: string;
}

/** Remembers in which workspaces the app is installed, and its tokens. */
export interface Installations {
  keep(installed: Installed): Promise<void>;
  find(team: string): Promise<Installed | undefined>;
  remove(team: string): Promise<void>;
}
