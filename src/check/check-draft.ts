import { setImmediate } from 'node:timers/promises';
import type { CheckedClaim, CheckedDraft, Unchecked } from '../domain/check.ts';
import { LIMITS, PORTIONS } from '../domain/limits.ts';
import type { AskerOptions, ModelSteps } from '../model/attempt.ts';
import { attemptWithModel } from '../model/attempt.ts';
import type { CheckParts } from './check-claim.ts';
import { checkClaim } from './check-claim.ts';
import type { Judging } from './reconsider.ts';
import { canReconsider, judgeFound, reconsider } from './reconsider.ts';
import { createDraftRetrieval } from './retrieve-for-draft.ts';
import { portionClaims } from './portion-claims.ts';
import { splitDraft } from './split-draft.ts';

/** Who asks, and against what. */
export interface CheckOptions extends AskerOptions {
  /** Ids or file names of the reports to check against; absent: all. */
  reports?: string[];
  /** Called before each claim with how many are done. */
  onProgress?(done: number, total: number): void;
}

/** What a whole draft is checked with. */
export interface DraftParts extends CheckParts {
  /** Seeks what the comparison alone does not find; absent: the comparison alone. */
  model?: ModelSteps;
  /** Judges where no model seeks anything: a grounding model. */
  judging?: Judging;
  /** Milliseconds that pass; absent: those of this process. */
  now?: () => number;
}

/**
 * Checks a draft claim by claim, in order, as far as `PORTIONS` and its time go; what is left out is named in the
 * result.
 */
export async function checkDraft(
  draft: string,
  { model, judging, now = () => performance.now(), ...parts }: DraftParts,
  { reports, onProgress, ...asker }: CheckOptions = {},
): Promise<CheckedDraft> {
  if (draft.length > LIMITS.draft) return { outcome: 'too_long', characters: draft.length, limit: LIMITS.draft };
  const { claims: all, skipped } = splitDraft(draft);
  const { claims, unchecked } = portionClaims(all);
  const checked: CheckedClaim[] = [];
  // One after the other: each takes the whole of a processor for its milliseconds. In between, others have their turn.
  const until = now() + PORTIONS.checkMs;
  const inDraft = { ...parts, retrieve: createDraftRetrieval(parts.retrieve) };
  for (const [at, claim] of claims.entries()) {
    asker.signal?.throwIfAborted();
    onProgress?.(at, claims.length);
    if (now() > until) unchecked.push({ text: claim, reason: 'no_time' });
    else checked.push(await checkClaim(claim, inDraft, reports));
    await setImmediate();
  }
  const rest = { skipped, ...leftOut(unchecked, all) };
  if (checked.length === 0) return { outcome: 'nothing_to_check', ...rest };
  if (!model && judging)
    return { outcome: 'checked', claims: await judgeFound(checked, parts, judging, reports), ...rest };
  if (!model || !canReconsider(checked, (model.grounding ?? model.judge) !== undefined))
    return { outcome: 'checked', claims: checked, ...rest };
  const attempt = await attemptWithModel(model, asker, (tasking) => reconsider(checked, parts, tasking, reports));
  if (attempt.kind === 'failed')
    return { outcome: 'checked', claims: checked, ...rest, fallback: attempt.problem.failure };
  return { outcome: 'checked', claims: attempt.value, ...rest, ...(attempt.cached ? { cached: true } : {}) };
}

/** What was left out, in the order of the draft. */
function leftOut(unchecked: readonly Unchecked[], all: readonly string[]): { unchecked?: Unchecked[] } {
  if (unchecked.length === 0) return {};
  const places = new Map(all.map((text, at) => [text, at]));
  return { unchecked: unchecked.toSorted((a, b) => (places.get(a.text) ?? 0) - (places.get(b.text) ?? 0)) };
}
