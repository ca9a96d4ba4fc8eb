import type { Degree, VerifiedAnswer } from '../domain/answer.ts';
import type { CheckedClaim, CheckedDraft } from '../domain/check.ts';
import type { ModelFailure } from '../domain/model.ts';
import type { Verdict } from '../domain/review.ts';
import type { VerifiedSummary } from '../domain/summary.ts';

/** Where work comes in. */
export type Door = 'slack' | 'web' | 'program' | 'folder';

/** What can be asked for. */
export type Task = 'answer' | 'check' | 'summarize' | 'figures';

/** What is timed of it: `queue` is waiting for a thread, `verify` all proofs of a task together. */
export const STEPS = ['queue', 'retrieve', 'search', 'compose', 'verify', 'model', 'deliver', 'ingest'] as const;
export type Step = (typeof STEPS)[number];

/** How a task ended, as the answer, the check or the summary names it. */
export type Outcome =
  | (VerifiedAnswer | CheckedDraft | VerifiedSummary)['outcome']
  /** Of figures. */
  | 'found'
  /** By an error. */
  | 'failed';

/** A citation as it may stand in a log: where, never what. */
export interface CitedPlace {
  report: string;
  /** Physical number of the page; absent where there are none. */
  page?: number;
}

/**
 * What happened, for whoever watches: kinds and numbers, ids of reports and answers. No question, name, text or token
 * is ever in one.
 */
export type WatchEvent =
  /** Something timed that is over; a task is the parent of its steps, work of its tasks. */
  | {
      kind: 'span';
      name: Step | Task | 'work';
      span: string;
      parent?: string;
      startedAt: number;
      ms: number;
      ok: boolean;
    }
  | { kind: 'accepted' }
  | {
      kind: 'outcome';
      task: Task;
      outcome: Outcome;
      /** Sentences that are shown, by how they are known to be right; claims of a check by their verdict. */
      sentences: Partial<Record<Degree | CheckedClaim['verdict'], number>>;
      /** Sentences of the composer that are not shown. */
      withheld: number;
      /** Why a model that was asked did not do it. */
      fallback?: ModelFailure;
      cited: CitedPlace[];
    }
  /** What one task for a model took. */
  | { kind: 'model'; calls: number; inputTokens: number; outputTokens: number; cached: boolean }
  /** An answer was kept, under the id by which editors know it. */
  | { kind: 'kept'; answer: string }
  | { kind: 'refused'; reason: 'person' | 'team' | 'outside' | 'busy' | 'too_long' }
  | { kind: 'verdict'; verdict: Verdict }
  | { kind: 'flagged' }
  | { kind: 'ingested'; outcome: 'added' | 'unchanged' | 'refused'; files: number }
  | { kind: 'served'; route: string; status: number; ms: number };

/** Takes what happened, and to which work; nothing may be thrown. */
export type Note = (event: WatchEvent, work?: WorkMark) => void;

/** Which work something belongs to. */
export interface WorkMark {
  /** 32 hexadecimal digits: in every line of the log about it, and the id of its trace. */
  id: string;
  door: Door;
}
