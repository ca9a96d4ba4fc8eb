import type { CitedAnswer, Passage } from '../domain/answer.ts';
import { ModelError } from '../domain/errors.ts';
import { PORTIONS } from '../domain/limits.ts';
import type { Prompt } from '../domain/model.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import type { Tasking } from '../model/attempt.ts';
import { BrokenOff } from '../model/attempt.ts';
import { fold } from '../text/fold-text.ts';
import { plainSentence } from '../text/plain-sentence.ts';
import { cutQuestionWords } from '../lexicon/question-words.ts';
import type { CheckContext, ModelClaimCheck } from '../model/check-model-claim.ts';
import { checkModelClaim, quotedInstead, shownFor } from '../model/check-model-claim.ts';
import { judgeClaims, needsJudgement } from '../model/judge-claims.ts';
import type { SaidClaim } from '../model/model-claims.ts';
import { completeClaims, ModelAnswer } from '../model/model-claims.ts';
import { LANGUAGE_NAMES, showPassages } from '../model/show-passages.ts';

/** Most claims of an answer: what comes after them is not read. */
const CLAIMS = 8;

/**
 * Lets a model answer from the passages. Each sentence is checked as it comes; what the program does not know by
 * itself is judged in one more call. In the place of a sentence that is not proved stand the quotes that the model gave
 * for it.
 * @throws ModelError when the model does not answer, or says nothing at all; BrokenOff when it fails after sentences
 *   that were shown
 */
export async function composeWithModel({ question, passages }: Retrieval, composing: Tasking): Promise<CitedAnswer> {
  const { model, prompts, judge } = composing;
  const task = {
    question: question.text,
    language: LANGUAGE_NAMES[question.language],
    passages: showPassages(passages),
  };
  const context = { passages, language: question.language, prove: composing.prove };
  const checks: ModelClaimCheck[] = [];
  const quoted = new Set<string>();
  const show = ({ claim }: Extract<ModelClaimCheck, { kind: 'proved' }>) => {
    // Several sentences may rest on one quote: it is shown once.
    if (claim.degree === 'quoted' && quoted.has(claim.text)) return;
    if (claim.degree === 'quoted') quoted.add(claim.text);
    composing.onClaim?.(claim);
  };
  const take = (claims: SaidClaim[]) => {
    for (const claim of fresh(claims, checks)) {
      const check = checkModelClaim(claim, context);
      checks.push(check);
      const shown = judge && needsJudgement(check) ? quotedInstead(check.draft, context) : shownFor(check, context);
      if (shown?.kind === 'proved') show(shown);
    }
  };
  const prompt = prompts.fill('compose-answer', task);
  const missing = await readAnswer(prompt, take, { question: question.text, passages, composing }).catch(
    (error: unknown) => {
      throw withShown(error, checks, { context, composing });
    },
  );
  return draftOf(await judgeClaims(checks, context, composing), missing, { context, composer: model.id });
}

/** What an answer is read for. */
interface Reading {
  question: string;
  passages: Passage[];
  composing: Tasking;
}

/** Hands over the claims as they come; gives what the model names as missing. */
async function readAnswer(
  prompt: Prompt,
  take: (claims: SaidClaim[]) => void,
  { question, passages, composing: { model, signal } }: Reading,
): Promise<string[]> {
  let missing: string[] = [];
  for await (const event of model.stream({ prompt, schema: ModelAnswer }, signal)) {
    take(event.kind === 'partial' ? completeClaims(event.value) : event.value.claims);
    if (event.kind === 'partial') continue;
    missing = askedFor(event.value.missing, question, passages);
    if (event.value.claims.length === 0 && !isRefusal(event.value.missing, missing, question))
      throw new ModelError('empty', `${model.id}: gave no claims and named nothing that is missing`);
  }
  return missing;
}

/** A failure with what was shown before it; what was to be judged is its quotes. */
function withShown(
  error: unknown,
  checks: readonly ModelClaimCheck[],
  { context, composing: { model, judge } }: { context: CheckContext; composing: Tasking },
): unknown {
  const shown = checks.map((check) =>
    judge && needsJudgement(check) ? (quotedInstead(check.draft, context) ?? check) : check,
  );
  const { claims } = draftOf(shown, [], { context, composer: model.id });
  if (!(error instanceof ModelError) || claims.length === 0) return error;
  return new BrokenOff(error, { composer: model.id, claims }, context.passages);
}

function draftOf(
  checks: readonly ModelClaimCheck[],
  missing: string[],
  { context, composer }: { context: CheckContext; composer: string },
): CitedAnswer {
  const shown = checks.map((check) => shownFor(check, context));
  const claims = shown.flatMap((check) => (check.kind === 'proved' ? [check.draft] : []));
  const refused = shown.flatMap((check) => (check.kind === 'failed' ? [check.withheld] : []));
  return {
    composer,
    claims: claims.filter(({ text }, at) => claims.findIndex((other) => other.text === text) === at),
    refused,
    ...(claims.length === 0 ? { missing } : {}),
  };
}

/** Claims that were not taken yet, as far as an answer has room. After a call that broke off the model begins anew. */
function fresh(claims: SaidClaim[], taken: ModelClaimCheck[]): SaidClaim[] {
  const known = new Set(taken.map(({ draft }) => fold(draft.text)));
  return claims
    .slice(0, PORTIONS.modelClaims)
    .filter(({ text }) => text.length > PORTIONS.modelClaim || !known.has(fold(plainSentence(text))))
    .slice(0, Math.max(0, CLAIMS - taken.length));
}

/** Names something that is missing; of what it names in words of the question not all stands in the passages. */
function isRefusal(named: readonly string[], missing: readonly string[], question: string): boolean {
  const asked = named.slice(0, PORTIONS.modelClaims).filter((words) => fold(question).includes(fold(words)));
  return (
    named.length > 0 && (asked.length === 0 || missing.length > 0 || named.some((words) => isWhole(words, question)))
  );
}

/**
 * Says no more than that all of the question is missing: nothing that people could be told beside that there is no
 * answer.
 */
function isWhole(words: string, question: string): boolean {
  const bare = (text: string) => fold(cutQuestionWords(text)).replaceAll(/[^\p{L}\p{N}]/gu, '');
  return bare(words) === bare(question);
}

/** Words of the question only, and none that a passage has: what a model names as missing is shown to people. */
function askedFor(missing: string[], question: string, passages: readonly Passage[]): string[] {
  const asked = fold(question);
  const held = passages.map(({ chunk }) => fold(chunk.text)).join('\n');
  return [...new Set(missing.slice(0, PORTIONS.modelClaims))].filter(
    (words) =>
      words.length <= question.length &&
      fold(words) !== '' &&
      asked.includes(fold(words)) &&
      !held.includes(fold(words)) &&
      !isWhole(words, question),
  );
}
