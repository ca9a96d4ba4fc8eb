import type { CitedAnswer, Question, VerifiedAnswer } from '../domain/answer.ts';
import type { AskerOptions, Attempt, ModelSteps, Tasking } from '../model/attempt.ts';
import { attemptWithModel, BrokenOff, NothingVerified } from '../model/attempt.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import { completeWithModel, rankWithModel, retrieveBroadly } from './ask-well.ts';
import { composeWithModel } from './compose-with-model.ts';

/** What answering with a model stands on. */
export interface ModelAnswerSteps extends ModelSteps {
  retrieve(question: Question): Promise<Retrieval>;
  /** Composes without a model. */
  extract(retrieval: Retrieval): Promise<CitedAnswer>;
}

/**
 * Answers with a language model, every sentence checked in code. When the model is away, too slow or proves nothing,
 * the answer is made of the reports' own sentences and says why; where these do not answer, of what was proved before
 * it broke off.
 */
export async function answerWithModel(
  question: Question,
  steps: ModelAnswerSteps,
  options: AskerOptions = {},
): Promise<VerifiedAnswer> {
  const attempt = await attemptWithModel(steps, options, (tasking) => compose(question, steps, tasking));
  if (attempt.kind === 'failed') return extractInstead(question, attempt, steps);
  const { draft, retrieval, asked } = attempt.value;
  return verifyAnswer(
    named(question, asked.text),
    { ...draft, ...(attempt.cached ? { cached: true } : {}) },
    retrieval.passages,
    steps.prove,
  );
}

/** What a model made of a question. */
interface Composed {
  asked: Question;
  retrieval: Retrieval;
  draft: CitedAnswer;
}

async function compose(
  question: Question,
  { use, retrieve, extract }: ModelAnswerSteps,
  tasking: Tasking,
): Promise<Composed> {
  const asking = { ...tasking, retrieve };
  const asked = await completeWithModel(question, asking);
  const found = await retrieveBroadly(asked, asking, use.writesQueries);
  const retrieval = use.ranks ? await rankWithModel(found, asking) : found;
  const draft = retrieval.passages.length === 0 ? await extract(retrieval) : await composeWithModel(retrieval, tasking);
  const { claims, refused = [], missing = [] } = draft;
  if (claims.length === 0 && refused.length > 0) throw new NothingVerified(tasking.model.id, refused);
  if (claims.length > 0 || missing.length > 0) return { asked, retrieval, draft };
  // A model that only says that there is no answer may have overlooked one.
  const extracted = await extract(retrieval);
  return { asked, retrieval, draft: extracted.claims.length > 0 ? { ...extracted, fallback: 'empty' } : draft };
}

async function extractInstead(
  question: Question,
  { problem, withheld }: Extract<Attempt<Composed>, { kind: 'failed' }>,
  { retrieve, extract, prove }: ModelAnswerSteps,
): Promise<VerifiedAnswer> {
  const retrieval = await retrieve(question);
  const extracted = await extract(retrieval);
  // Whoever saw sentences appear must not read in the end that nothing was found.
  const { draft, passages } =
    extracted.claims.length === 0 && problem instanceof BrokenOff
      ? problem
      : { draft: extracted, passages: retrieval.passages };
  return verifyAnswer(
    named(question, retrieval.question.text),
    { ...draft, fallback: problem.failure, refused: withheld },
    passages,
    prove,
  );
}

function named(question: Question, standalone: string): Question {
  return standalone === question.text ? question : { ...question, standalone };
}
