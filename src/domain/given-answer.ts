import { z } from 'zod';
import { AnswerRecord, Source } from './answer.ts';
import type { Audience } from './audience.ts';
import type { ForgetsQuestions } from './feedback.ts';
import type { PostedCitation } from './review.ts';
import type { VerifiedAnswer } from './answer.ts';

/**
 * An answer as it was given, with its evidence as it stood then. Made by `giveAnswer` of a `VerifiedAnswer`, and read
 * back from where that was kept.
 */
export const GivenAnswer = z.object({
  id: z.string().min(1),
  at: z.iso.datetime(),
  /** Where it was asked. */
  door: z.enum(['web', 'slack']),
  /** Who asked: workspace and id of a Slack user, or `web/` and a browser or editor; absent: not known. */
  by: z.string().min(1).optional(),
  /** Id of the answer that its question follows up. */
  after: z.string().min(1).optional(),
  answer: AnswerRecord,
  /** Its quotes, each in its paragraph. */
  sources: z.array(Source),
  /** File names of the cited reports, by their ids: a file of the same name replaces a report. */
  files: z.record(z.string(), z.string()),
  /** Names the set of reports that everyone could see: as long as it is the same, what is said of them holds. */
  shelf: z.string(),
});
export type GivenAnswer = z.infer<typeof GivenAnswer>;

/** A question of somebody's, as a list of them shows it. */
export const OwnQuestion = z.object({ answerId: z.string().min(1), question: z.string(), at: z.iso.datetime() });
export type OwnQuestion = z.infer<typeof OwnQuestion>;

/** Remembers the answers that were given, who asked, and who could see reports that are gone. */
export interface AnswerStore extends ForgetsQuestions {
  /** Keeps an answer; one with the same id stays as it is. */
  keep(answer: GivenAnswer): Promise<void>;
  find(id: string): Promise<GivenAnswer | undefined>;
  /** Notes that somebody asked; the oldest questions of a person make room. */
  noteAsked(person: string, asked: OwnQuestion): Promise<void>;
  /** What somebody asked, the latest first. */
  askedBy(person: string): Promise<OwnQuestion[]>;
  /** Forgets which questions are somebody's: their answers stay where their links lead. */
  forgetList(person: string): Promise<void>;
  /** Notes who may see what is left of a report that is removed. */
  noteRemoved(reportId: string, audience: Audience): Promise<void>;
  /** Who may see what is left of a report; undefined where none of this id was removed. */
  audienceOfRemoved(reportId: string): Promise<Audience | undefined>;
}

/** What has become of a report since it was cited. */
export type CitedState = { kind: 'current' } | { kind: 'replaced'; by: string } | { kind: 'removed' };

/** A given answer as somebody may see it now. */
export interface SeenAnswer extends Pick<GivenAnswer, 'id' | 'at' | 'after' | 'sources'> {
  /** Without the sentences and quotes of reports that they may not see. */
  answer: AnswerRecord;
  /** So many sentences are not shown. */
  hidden: number;
  /** True where what it said of the reports there are, citing none, may hold no longer: it is not shown. */
  isOutdated: boolean;
  /** For each claim that is shown, what editors found about its citations, in the order of its quotes. */
  citations: PostedCitation[][];
  /** What has become of each cited report, by id. */
  states: Record<string, CitedState>;
}

/** What is given beside a verified answer. */
export interface GivingAnswer {
  answer: VerifiedAnswer;
  sources: readonly Source[];
  /** Id of the posted answer; absent: it has none, for it cites nothing. */
  id?: string;
  door: GivenAnswer['door'];
  after?: string;
  /** Who asked; on the web it is listed among their own questions. */
  by?: string;
}

/** Answers that were given, behind an address each. */
export interface GivenAnswers {
  /** Keeps an answer, and gives the id under which it is had again. */
  give(giving: GivingAnswer): Promise<string>;
  /** An answer as those see it who see what is for everyone, or an editor: undefined where nothing is left to see. */
  find(id: string, as: 'everyone' | 'editor'): Promise<SeenAnswer | undefined>;
  askedBy(person: string): Promise<OwnQuestion[]>;
  forgetList(person: string): Promise<void>;
}
