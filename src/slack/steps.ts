import type { CheckDegree } from '../domain/check.ts';
import type { Claim, Question, Quote, Source, VerifiedAnswer } from '../domain/answer.ts';
import type { Audience, Viewer } from '../domain/audience.ts';
import type { Inbox, Ledger, Preferences } from '../domain/ports.ts';
import type { ReadingNote } from '../domain/report.ts';
import type { Note } from '../watch/events.ts';
import type { Chart } from './delivery/message.ts';
import type { DrawChart } from './delivery/variants.ts';

/** A report as it is listed. */
export interface ListedReport {
  id: string;
  title: string;
  publisher?: string | undefined;
  /** ISO date. */
  publishedOn?: string | undefined;
  file: string;
  pageCount: number;
  slides?: true | undefined;
  /** What a person should know of how it was read. */
  notes?: readonly ReadingNote[] | undefined;
}

/** A summary, or why there is none. */
export type Summary =
  | { outcome: 'summarised'; heading: string; points: Claim[]; notes: string[]; chart?: Chart }
  /** Several sections fit; each is a request of its own. */
  | { outcome: 'which'; candidates: { label: string; request: string }[] }
  | { outcome: 'not_found'; nearest: string[] };

/** A draft, claim by claim; no claims: nothing in it can be checked, and `note` says why. */
export interface Checked {
  claims: {
    text: string;
    verdict: 'supported' | 'contradicted' | 'not_found';
    /** How far it is said. */
    degree?: CheckDegree | undefined;
    computed?: string | undefined;
    reason: string;
    quotes: Quote[];
    differences: { claimed: string; found: string }[];
  }[];
  note?: string;
}

/** A citation that waits for an editor, or has a verdict. */
export interface ReviewedCitation {
  id: string;
  claim: string;
  quote: Quote;
  status: 'unverified' | 'verified' | 'wrong_quote' | 'wrong_page' | 'out_of_context';
  /** What an editor's verdict is based on. */
  seen: number;
  question: string;
}

/** What an editor found wrong about a citation, and where its answer was posted. */
export interface Correction {
  team: string;
  /** The message that is the answer; absent: only the asker saw it, where nobody finds it again. */
  posted?: { channel: string; thread?: string; message: string };
  /** Absent: it was forgotten who asked. */
  asker?: string;
  question: string;
  claim: string;
  verdict: 'wrong_quote' | 'wrong_page' | 'out_of_context';
  note: string;
}

/** Telling whoever asked of a correction. */
export interface CorrectionSteps {
  /** What was corrected about a citation; undefined for one that stands, and for one that was not posted in Slack. */
  correction(citationId: string): Promise<Correction | undefined>;
  /** True when a viewer may see the report of a citation now. */
  sees(viewer: Viewer, citationId: string): Promise<boolean>;
  /** Writes down that the asker was told of it. */
  askerTold(citationId: string, asker: string): Promise<void>;
}

/** Verification by editors. */
export interface ReviewSteps extends CorrectionSteps {
  isEditor(user: string, userGroups: string[]): boolean;
  /** Keeps an answer that is posted, and gives the id under which it can be flagged. */
  recordAnswer(
    answer: VerifiedAnswer,
    by: { team: string; user: string; channel: string; thread?: string; isEphemeral: boolean },
  ): Promise<string>;
  /** Says where it stands. */
  placed(answerId: string, place: { team: string; channel: string; thread?: string; message: string }): Promise<void>;
  citations(answerId: string): Promise<ReviewedCitation[]>;
  citation(citationId: string): Promise<ReviewedCitation | undefined>;
  /**
   * Keeps what somebody thinks of an answer; their later opinion takes its place. Nothing for an answer that is not
   * known.
   */
  rate(answerId: string, by: { team: string; user: string }, way: 'up' | 'down', reason: string): Promise<void>;
  /** Reports an answer, or one citation of it. */
  flag(id: string, by: string, reason: string): Promise<void>;
  giveVerdict(verdict: {
    citationId: string;
    verdict: 'verified' | 'wrong_quote' | 'wrong_page' | 'out_of_context';
    note: string;
    editor: string;
    userGroups: string[];
    seen: number;
  }): Promise<'given' | 'already' | 'changed_since' | 'no_editor' | 'unknown_citation'>;
  queue(limit: number): Promise<ReviewedCitation[]>;
}

/** For whom a file is taken in. */
export interface AddHow {
  /** Who sees what is said of it. */
  viewer: Viewer;
  /** Who may see it; that of a report that it replaces stays. */
  audience: Audience;
  /** Id of the report that it replaces. */
  replaces?: string;
}

/** What became of a file. */
export type Added =
  | { outcome: 'added' | 'replaced' | 'unchanged'; report: ListedReport; audience: Audience }
  | { outcome: 'refused'; reason: string };

/** Taking reports in and out. */
export interface LibrarySteps {
  isLibrarian(user: string, userGroups: string[]): boolean;
  /**
   * Takes a file in, as if what its viewer does not see were not there.
   * @returns the report, with who sees it
   */
  add(file: { name: string; bytes: Uint8Array }, how: AddHow, onProgress: (share: number) => void): Promise<Added>;
  remove(reportId: string): Promise<boolean>;
  /** Who may see a report; undefined when there is none with this id. */
  audienceOf(reportId: string): Promise<Audience | undefined>;
  /** Changes who may see a report; false when there is none with this id. */
  setAudience(reportId: string, audience: Audience): Promise<boolean>;
  /** File extensions that can be read, with their dot. */
  extensions: readonly string[];
  /** Channels in which a new report is announced. */
  announceIn: readonly string[];
}

/** What may happen while an answer is composed. */
export interface WhileAnswering {
  /** Whose allowance is used; `channel`: workspace and id of the one in which others read along. */
  asker: { team: string; user: string; channel?: string };
  /** The bot asks by itself: it counts among no one's questions. */
  isUnasked?: true;
  /** Takes each sentence as soon as it is verified, where the composer gives them one by one. */
  onClaim?: (claim: Claim) => void;
  /**
   * Aborted when nobody waits for the answer any more: it was stopped, its question deleted, or another process has it.
   * The promise may then reject.
   */
  signal: AbortSignal;
}

/** What the bot calls for one workspace: whatever stands on its library. */
export interface WorkspaceSteps {
  answerQuestion(question: Question, viewer: Viewer, meanwhile: WhileAnswering): Promise<VerifiedAnswer>;
  /** Each quote of an answer in its paragraph. */
  sourcesOf(answer: VerifiedAnswer, viewer: Viewer): Promise<Source[]>;
  reports(viewer: Viewer): Promise<ListedReport[]>;
  /** Headings of a report's sections, outermost first, in reading order; none for one that the viewer may not see. */
  sections(reportId: string, viewer: Viewer): Promise<string[][]>;
  summarize?(request: string, viewer: Viewer, meanwhile: WhileAnswering): Promise<Summary>;
  checkDraft?(draft: string, viewer: Viewer, meanwhile: WhileAnswering): Promise<Checked>;
  review?: ReviewSteps;
  library?: LibrarySteps;
  /** Forgets what a person (`T1/U1`) asked and thought of answers; gives how many entries that were. */
  forgetPerson(person: string): Promise<number>;
  /** Holds texts of the library. */
  ledger: Ledger;
  /** Address that shows exactly the page of a quote, for as long as the viewer may see its report; absent: no links. */
  linkTo?(quote: Quote, viewer: Viewer): string;
  /** Report and page that an address of our web pages shows; undefined for any other address. */
  pageOf?(url: string): { reportId: string; page?: number } | undefined;
}

/** What the bot calls whatever the workspace is; what it keeps carries the workspace. */
export interface CommonSteps {
  drawChart?: DrawChart;
  inbox: Inbox;
  preferences: Preferences;
  log(line: string): void;
  /** Takes what happens, for whoever watches. */
  note?: Note;
  limits: UseLimits;
  /** Between two looks for new reports that somebody follows, in milliseconds; absent: a minute. */
  lookMs?: number;
}

/** What answering in one workspace calls. */
export interface SlackSteps extends CommonSteps, WorkspaceSteps {}

/** What the bot calls: everything behind Slack. */
export interface BotSteps extends CommonSteps {
  /**
   * The library of the people of a workspace. Two workspaces may have the same one, and never see that in what they are
   * given.
   */
  libraryOf(team: string): Promise<WorkspaceSteps>;
}

/** How much people may ask. */
export interface UseLimits {
  /** Questions of one person, and of one workspace, in an hour. */
  perUser: number;
  perTeam: number;
  /** Workspaces that are answered; empty: each in which the app is installed. */
  allowedTeams: readonly string[];
}
