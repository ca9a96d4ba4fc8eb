import type { CitedAnswer, Claim, Question, VerifiedAnswer } from '../domain/answer.ts';
import { ModelError } from '../domain/errors.ts';
import type { ModelUse } from '../domain/model.ts';
import type { LanguageModel, ModelStore } from '../domain/ports.ts';
import type { Prompts } from '../domain/prompts.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import { completeWithModel, rankWithModel, retrieveBroadly } from './ask-well.ts';
import { composeWithModel } from './compose-with-model.ts';
import type { ModelSession } from './model-session.ts';
import { openModelSession } from './model-session.ts';

/** What answering with a model stands on. */
export interface ModelAnswerSteps {
  model: LanguageModel;
  prompts: Prompts;
  store: ModelStore;
  use: ModelUse;
  retrieve(question: Question): Promise<Retrieval>;
  /** Composes without a model. */
  extract(retrieval: Retrieval): Promise<CitedAnswer>;
  /** True for an English word of the dictionary: names are told from words with it. */
  isWord(word: string): boolean;
  /** Takes what an answer cost, and why a model did not answer. */
  report(outcome: ModelOutcome): void;
}

/** What an answer took. */
export interface ModelOutcome {
  model: string;
  calls: number;
  inputTokens: number;
  outputTokens: number;
  elapsedMs: number;
  cached: boolean;
  /** Why the model did not answer. */
  problem?: ModelError;
}

/** Who asks, and who listens. */
export interface AnswerOptions {
  /** Whose tokens are counted; absent: nobody's in particular. */
  user?: string;
  /** Takes each claim as soon as it is proved. The answer that is given in the end is what counts: it may be without it when the model fails later. */
  onClaim?(claim: Claim): void;
}

/**
 * Answers with a language model, every sentence checked in code. When the model is away, too slow or proves nothing, the answer is made of
 * the reports' own sentences and says why.
 */
export async function answerWithModel(question: Question, steps: ModelAnswerSteps, { user = '', onClaim }: AnswerOptions = {}): Promise<VerifiedAnswer> {
  const started = performance.now();
  const session = openModelSession(steps.model, steps.store, { user, limits: steps.use.limits });
  const attempt = await tryModel(question, steps, session, onClaim);
  steps.report({
    model: steps.model.id,
    calls: session.callCount(),
    inputTokens: session.usage.input,
    outputTokens: session.usage.output,
    elapsedMs: Math.round(performance.now() - started),
    cached: session.isRecalled(),
    ...(attempt.kind === 'failed' ? { problem: attempt.problem } : {}),
  });
  return attempt.kind === 'answered' ? attempt.answer : extractInstead(question, attempt, steps);
}

type Attempt = { kind: 'answered'; answer: VerifiedAnswer } | { kind: 'failed'; problem: ModelError; withheld: VerifiedAnswer['withheld'] };

async function tryModel(question: Question, { prompts, use, retrieve, extract, isWord }: ModelAnswerSteps, session: ModelSession, onClaim: AnswerOptions['onClaim']): Promise<Attempt> {
  const asking = { model: session.model, prompts, signal: AbortSignal.timeout(use.timeoutMs), retrieve };
  try {
    const asked = await completeWithModel(question, asking);
    const found = await retrieveBroadly(asked, asking, use.writesQueries);
    const retrieval = use.ranks ? await rankWithModel(found, asking) : found;
    const draft = retrieval.passages.length === 0 ? await extract(retrieval) : await composeWithModel(retrieval, { ...asking, isWord, judges: use.judges, ...(onClaim ? { onClaim } : {}) });
    const named = asked.text === question.text ? question : { ...question, standalone: asked.text };
    const answer = verifyAnswer(named, { ...draft, ...(session.isRecalled() ? { cached: true as const } : {}) }, retrieval.passages);
    if (answer.outcome === 'not_found' && answer.withheld.length > 0) return { kind: 'failed', problem: new ModelError('nothing_verified', `${session.model.id}: no sentence could be proved`), withheld: answer.withheld };
    await session.keep();
    return { kind: 'answered', answer };
  } catch (error) {
    if (error instanceof ModelError) return { kind: 'failed', problem: error, withheld: [] };
    throw error;
  }
}

async function extractInstead(question: Question, { problem, withheld }: Extract<Attempt, { kind: 'failed' }>, { retrieve, extract }: ModelAnswerSteps): Promise<VerifiedAnswer> {
  const retrieval = await retrieve(question);
  const draft = await extract(retrieval);
  const standalone = retrieval.question.text;
  return verifyAnswer(standalone === question.text ? question : { ...question, standalone }, { ...draft, fallback: problem.failure, refused: withheld }, retrieval.passages);
}
