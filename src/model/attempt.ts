import type { Claim, CitedAnswer, Passage, Withheld } from '../domain/answer.ts';
import { ModelError } from '../domain/errors.ts';
import type { ModelUse } from '../domain/model.ts';
import type { GroundingModel, LanguageModel, ModelStore } from '../domain/ports.ts';
import type { Prompts } from '../domain/prompts.ts';
import { given } from '../domain/given.ts';
import type { Prove } from '../compare/prove.ts';
import { groundingJudge } from './grounding-judge.ts';
import type { Judge } from './judge.ts';
import { modelJudge } from './model-judge.ts';
import type { ModelSession } from './model-session.ts';
import { openModelSession } from './model-session.ts';

/** What every task for a model stands on. */
export interface ModelSteps {
  model: LanguageModel;
  /** Judges what the program does not know by itself; absent: nothing is judged. */
  judge?: LanguageModel;
  /** Judges in its place, on this machine. */
  grounding?: GroundingModel;
  prompts: Prompts;
  store: ModelStore;
  use: ModelUse;
  prove: Prove;
  /** Takes what a task cost, and why a model did not do it. */
  report(outcome: ModelOutcome): void;
}

/** What a task took. */
export interface ModelOutcome extends Cost {
  elapsedMs: number;
  cached: boolean;
  /** What judging took besides; absent where nothing was judged. */
  judge?: Cost;
  /** Why the model did not do it, in words. */
  problem?: string;
}

/** What calls to a model took. */
export interface Cost {
  model: string;
  calls: number;
  inputTokens: number;
  outputTokens: number;
}

/** Who asks, and who listens. */
export interface AskerOptions {
  /** Whose tokens are counted and limited; absent: only those of all together. */
  user?: string;
  /**
   * Takes each claim as soon as it is proved. What is given in the end is what counts: it may be without it when the
   * model fails later.
   */
  onClaim?(claim: Claim): void;
  /** Ends the task, and the calls to the model, when nobody waits for it any more. */
  signal?: AbortSignal;
}

/** A model for one task. */
export interface Tasking {
  model: LanguageModel;
  prompts: Prompts;
  /** Ends the task, all calls together. */
  signal: AbortSignal;
  prove: Prove;
  /** Judges what the program does not know by itself; absent: nothing is judged. */
  judge?: Judge;
  /** Takes each claim as soon as it is proved. */
  onClaim?(claim: Claim): void;
}

/** What became of a task: `cached` when the model had said all of it before. */
export type Attempt<T> =
  | { kind: 'done'; value: T; cached: boolean }
  | { kind: 'failed'; problem: ModelError; withheld: Withheld[] };

/** A task whose claims were all withheld. */
export class NothingVerified extends ModelError {
  readonly withheld: Withheld[];

  constructor(model: string, withheld: Withheld[]) {
    super('nothing_verified', `${model}: no sentence could be proved`);
    this.withheld = withheld;
  }
}

/** A model that failed in the middle of its answer, with what was proved of it by then. */
export class BrokenOff extends ModelError {
  readonly draft: CitedAnswer;
  readonly passages: Passage[];

  constructor(cause: ModelError, draft: CitedAnswer, passages: Passage[]) {
    super(cause.failure, cause.message, { cause });
    this.draft = draft;
    this.passages = passages;
  }
}

/**
 * Lets a model do a task within its time and its tokens. What it said is kept when the task is done.
 * @throws the reason of the asker's signal when that ends the task
 */
export async function attemptWithModel<T>(
  steps: ModelSteps,
  { user, onClaim, signal }: AskerOptions,
  task: (tasking: Tasking) => Promise<T>,
): Promise<Attempt<T>> {
  const started = performance.now();
  const { use, prompts, prove, grounding } = steps;
  const open = (model: LanguageModel) =>
    openModelSession(model, steps.store, { limits: use.limits, ...given({ user }) });
  const session = open(steps.model);
  const judging = grounding ? undefined : steps.judge && open(steps.judge);
  const begin = async () => {
    // Loading the provider's package takes seconds, once: they are not the answer's.
    await whileWaited(steps.model.load?.(), signal);
    if (steps.judge !== steps.model) await whileWaited(steps.judge?.load?.(), signal);
    const inTime = AbortSignal.timeout(use.timeoutMs);
    const ending = signal ? AbortSignal.any([inTime, signal]) : inTime;
    const judge = grounding ? groundingJudge(grounding) : judging && modelJudge(judging.model, prompts, ending);
    return task({
      model: session.model,
      prompts,
      prove,
      ...given({ judge }),
      signal: ending,
      ...(onClaim ? { onClaim } : {}),
    });
  };
  const sessions = [session, ...(judging ? [judging] : [])];
  const attempt = await settle(begin(), sessions, signal);
  const problem = problemOf(attempt);
  steps.report({
    ...costOf(session),
    cached: areRecalled(sessions),
    ...(judging && judging.callCount() > 0 ? { judge: costOf(judging) } : {}),
    elapsedMs: Math.round(performance.now() - started),
    ...given({ problem }),
  });
  if (attempt.kind === 'given up') throw attempt.reason;
  return attempt;
}

/** Waits for something as long as somebody waits for the answer. */
async function whileWaited(work: Promise<void> | undefined, signal: AbortSignal | undefined): Promise<void> {
  const gone = Promise.withResolvers<never>();
  const abort = () => gone.reject(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted === true) abort();
  await Promise.race([work, gone.promise]).finally(() => signal?.removeEventListener('abort', abort));
}

/** What became of a task, or that nobody waits for it any more. */
type Settled<T> = Attempt<T> | { kind: 'given up'; reason: unknown };

function problemOf(attempt: Settled<unknown>): string | undefined {
  if (attempt.kind === 'failed') return attempt.problem.message;
  return attempt.kind === 'given up' ? 'nobody waits for it any more' : undefined;
}

async function settle<T>(
  task: Promise<T>,
  sessions: readonly ModelSession[],
  signal: AbortSignal | undefined,
): Promise<Settled<T>> {
  try {
    const value = await task;
    for (const session of sessions) await session.keep();
    return { kind: 'done', value, cached: areRecalled(sessions) };
  } catch (error) {
    if (signal?.aborted === true) return { kind: 'given up', reason: error };
    if (!(error instanceof ModelError)) throw error;
    return { kind: 'failed', problem: error, withheld: error instanceof NothingVerified ? error.withheld : [] };
  }
}

/** All that was asked was answered before. */
function areRecalled(sessions: readonly ModelSession[]): boolean {
  return sessions.some((session) => session.isRecalled()) && sessions.every((session) => session.callCount() === 0);
}

function costOf({ model, usage, callCount }: ModelSession): Cost {
  return { model: model.id, calls: callCount(), inputTokens: usage.input, outputTokens: usage.output };
}
