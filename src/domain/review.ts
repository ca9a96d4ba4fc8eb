import { z } from 'zod';
import { Quote } from './answer.ts';

/** What an editor finds about a citation. */
export const Verdict = z.enum(['verified', 'wrong_quote', 'wrong_page', 'out_of_context']);
export type Verdict = z.infer<typeof Verdict>;

/** Where a citation stands: nobody looked yet, or the verdict that is in force. */
export type CitationStatus = 'unverified' | Verdict;

/**
 * Where an answer was posted; `message` is its own timestamp, known once it is posted. `isEphemeral`: its asker alone
 * saw it there, and it has no timestamp.
 */
export const AnswerPlace = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('slack'),
    team: z.string().optional(),
    channel: z.string().min(1),
    thread: z.string().optional(),
    message: z.string().optional(),
    isEphemeral: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('web') }),
  /** It never got to where it was to be posted. */
  z.object({ kind: z.literal('nowhere'), team: z.string().optional() }),
]);
export type AnswerPlace = z.infer<typeof AnswerPlace>;

/** A claim's reference to a quote, with an id of its own. */
export const KeptCitation = z.object({
  /** The answer's id, a dot, and its number in the answer from 1. */
  id: z.string().min(1),
  /** File name of the report: a file of the same name replaces it. */
  file: z.string().min(1),
  quote: Quote,
});
export type KeptCitation = z.infer<typeof KeptCitation>;

/** An answer as it was posted. */
export const KeptAnswer = z.object({
  id: z.string().min(1),
  at: z.iso.datetime(),
  /** Empty: it was forgotten. */
  question: z.string(),
  /** A Slack user's id, `web`, or `FORGOTTEN`. */
  asker: z.string().min(1),
  place: AnswerPlace,
  claims: z.array(z.object({ text: z.string().min(1), citations: z.array(KeptCitation) })),
});
export type KeptAnswer = z.infer<typeof KeptAnswer>;

/** Stands in place of the asker of an answer whose question was forgotten. */
export const FORGOTTEN = 'forgotten';

/** Who asked, as people are named across workspaces: `T1/U1`; on the web, as the answer names them. */
export function personOf(asker: string, place: AnswerPlace): string {
  const team = place.kind === 'web' ? undefined : place.team;
  return team === undefined ? asker : `${team}/${asker}`;
}

/**
 * What is written down: a verdict; a report of a wrong citation; a verdict that no longer holds because its report was
 * replaced; one that still does; that the asker was told.
 */
export const Action = z.enum(['verdict', 'flagged', 'withdrawn', 'carried_over', 'asker_told']);
export type Action = z.infer<typeof Action>;

/** What somebody wants written down. */
export interface NewEntry {
  /** Who did it: an editor, somebody who flagged, or `footnote`. */
  editor: string;
  action: Action;
  answerId: string;
  /** Absent: the whole answer, which cites nothing. */
  citationId?: string;
  /** Names the quote by its report, place and words, as they were then. */
  quoteKey?: string;
  verdict?: Verdict;
  note: string;
}

/**
 * An entry of the log as it is stored. Action and verdict are any text: whoever changed the file may have put anything
 * in.
 */
export const LogEntry = z.object({
  /** From 1, without gaps. */
  number: z.int(),
  at: z.string(),
  editor: z.string(),
  action: z.string(),
  answerId: z.string(),
  citationId: z.string().nullable(),
  quoteKey: z.string().nullable(),
  verdict: z.string().nullable(),
  note: z.string(),
  /** Hash of the entry before; of the first one, 64 zeros. */
  previousHash: z.string(),
  /** SHA-256 over all the rest. */
  hash: z.string(),
});
export type LogEntry = z.infer<typeof LogEntry>;

/**
 * Number and hash of the last entry, kept apart from the log: without it, entries missing at the end would not be
 * missed.
 */
export interface LogHead {
  number: number;
  hash: string;
}

/** What the log is found to be; `number` is the first entry with something wrong. */
export type LogCheck = { outcome: 'intact'; head: LogHead } | { outcome: 'changed' | 'missing'; number: number };

/** That somebody reported a citation. */
export interface Flag {
  by: string;
  reason: string;
  at: string;
}

/** A citation with what the log says of it. */
export interface PostedCitation extends KeptCitation {
  status: CitationStatus;
  /** Who gave the verdict in force, and their note. */
  verdict?: { editor: string; at: string; note: string };
  /** Reports since the last verdict. */
  flags: Flag[];
  /** True when a verdict was withdrawn because the report was replaced, and none was given since. */
  withdrawn: boolean;
  /** Number of the last log entry about it, 0 without any: what an editor's verdict is based on. */
  entry: number;
}

/** An answer with its citations' statuses. */
export interface PostedAnswer extends Omit<KeptAnswer, 'claims'> {
  claims: { text: string; citations: PostedCitation[] }[];
}

/** A citation that waits for a verdict, with the claim that it stands under. */
export interface QueueItem {
  answer: PostedAnswer;
  claim: string;
  citation: PostedCitation;
}

/** A verdict as an editor gives it. */
export interface VerdictRequest {
  citationId: string;
  verdict: Verdict;
  note: string;
  editor: string;
  /** The Slack workspace of the editor, and the user groups that they belong to. */
  team?: string;
  userGroups?: string[];
  /** `PostedCitation.entry` as the editor saw it: when it is another by now, the editor is asked again. */
  seen: number;
}

/** What became of a verdict; only `given` wrote something down. */
export type VerdictOutcome =
  | { outcome: 'given'; item: QueueItem; entry: LogEntry }
  | { outcome: 'already'; item: QueueItem }
  | { outcome: 'changed_since'; item: QueueItem }
  | { outcome: 'no_editor' }
  | { outcome: 'unknown_citation' };

/** A report of a wrong citation, or of a whole answer. */
export interface FlagRequest {
  /** Id of an answer, or of one citation. */
  id: string;
  by: string;
  reason: string;
}

/** What became of a report: the same person's second one about the same thing is `already`. */
export type FlagOutcome =
  | { outcome: 'flagged'; answer: PostedAnswer }
  | { outcome: 'already'; answer: PostedAnswer }
  | { outcome: 'unknown' };

/** A log entry beside what it is about, for an export. */
export interface LogRow {
  entry: LogEntry;
  answer?: KeptAnswer;
  claim?: string;
  citation?: KeptCitation;
}

/** Everything that Slack, the web pages and the command line do with posted answers. */
export interface Review {
  /**
   * Keeps an answer that is being posted, and gives its citations their ids. On the web, the same answer twice is one.
   */
  recordAnswer(answer: PostedQuestion): Promise<PostedAnswer>;
  /** Says where the answer stands once it is posted. */
  placed(answerId: string, place: AnswerPlace): Promise<void>;
  answer(answerId: string): Promise<PostedAnswer | undefined>;
  /** The citation with its claim and its answer; undefined for an unknown id. */
  answerOf(citationId: string): Promise<QueueItem | undefined>;
  flag(request: FlagRequest): Promise<FlagOutcome>;
  giveVerdict(request: VerdictRequest): Promise<VerdictOutcome>;
  /** Writes down that the asker was told of a verdict. */
  askerTold(citationId: string, by: string, note: string): Promise<void>;
  /** Citations that wait, flagged ones first, then the oldest; `limit` of them. */
  queue(limit: number): Promise<QueueItem[]>;
  log(): Promise<LogRow[]>;
  verifyLog(): Promise<LogCheck>;
}

/** What is posted, by whom it was asked, and where it goes. */
export interface PostedQuestion {
  /** Id of the answer that it follows up: in another conversation it is another answer. */
  after?: string | undefined;
  question: string;
  claims: { text: string; quotes: Quote[] }[];
  asker: string;
  place: AnswerPlace;
}
