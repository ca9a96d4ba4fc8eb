import type { Quote } from '../domain/answer.ts';
import { ModelError } from '../domain/errors.ts';
import { fold } from '../text/fold-text.ts';
import type { Tasking } from './attempt.ts';
import type { CheckContext, ModelClaimCheck } from './check-model-claim.ts';
import { checkModelClaim, quotesGiven } from './check-model-claim.ts';
import type { Judged, Judgement } from './judge.ts';

/**
 * What becomes of a model's sentences when a model judges them: one that it finds proved is shown, unless code knows
 * better; of another, the sentence that the quotes do prove, when the model gives it and code has nothing against it;
 * else the quotes. What needs no judgement is not asked about, and without a judge the program's word stands.
 */
export async function judgeClaims(
  checks: readonly ModelClaimCheck[],
  context: CheckContext,
  tasking: Tasking,
): Promise<ModelClaimCheck[]> {
  const asked = checks.flatMap((check, at) => {
    const quotes = needsJudgement(check) ? quotesOf(check, context) : [];
    return quotes.length > 0 ? [{ at, check, judged: { text: check.draft.text, quotes } }] : [];
  });
  const judgements = await judgementsOf(
    asked.map(({ judged }) => judged),
    context,
    tasking,
  );
  if (!judgements) {
    for (const { check } of asked) if (tasking.judge && check.kind === 'proved') tasking.onClaim?.(check.claim);
    return [...checks];
  }
  const results = [...checks];
  for (const [number, { at, check }] of asked.entries()) {
    const result = settle(check, judgements.get(number), context);
    results[at] = result;
    if (result.kind === 'proved') tasking.onClaim?.(result.claim);
  }
  return results;
}

/** Undefined where nobody judged: then what the program found stands. */
async function judgementsOf(
  sentences: readonly Judged[],
  { passages, language }: CheckContext,
  tasking: Tasking,
): Promise<Map<number, Judgement> | undefined> {
  if (!tasking.judge) return undefined;
  try {
    return await tasking.judge(sentences, passages, language);
  } catch (error) {
    if (error instanceof ModelError) return undefined;
    throw error;
  }
}

/** A sentence that the report itself says, or that follows from its figures, needs nobody's judgement. */
export function needsJudgement(check: ModelClaimCheck): boolean {
  return check.kind === 'failed' || check.claim.degree === 'compared';
}

function quotesOf(check: ModelClaimCheck, { passages }: CheckContext): Quote[] {
  return check.kind === 'proved' ? check.claim.quotes : quotesGiven(check.draft, passages).map(({ quote }) => quote);
}

function settle(check: ModelClaimCheck, judgement: Judgement | undefined, context: CheckContext): ModelClaimCheck {
  const { draft } = check;
  if (judgement?.proved === true && (check.kind === 'proved' || !check.isSettled)) {
    const judged = check.kind === 'proved' ? check : checkModelClaim({ ...draft, as: 'judged' }, context);
    if (judged.kind === 'proved') return judged;
  }
  const instead = judgement?.instead ?? '';
  if (instead !== '' && fold(instead) !== fold(draft.text)) {
    const other = checkModelClaim({ ...draft, text: instead, as: 'judged' }, context);
    if (other.kind === 'proved') return other;
  }
  if (check.kind === 'failed') return check;
  const words = judgement?.unproved?.join(', ') ?? '';
  return {
    kind: 'failed',
    draft,
    isSettled: true,
    withheld: {
      text: draft.text,
      reason: `the model that judges does not find it in the quotes${words === '' ? '' : `: ${words}`}`,
    },
  };
}
