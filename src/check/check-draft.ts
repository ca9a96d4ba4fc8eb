import { setImmediate } from 'node:timers/promises';
import type { CheckedClaim, CheckedDraft } from '../domain/check.ts';
import type { AskerOptions, ModelSteps } from '../model/attempt.ts';
import { attemptWithModel } from '../model/attempt.ts';
import type { CheckParts } from './check-claim.ts';
import { checkClaim } from './check-claim.ts';
import { canReconsider, reconsider } from './reconsider.ts';
import { splitDraft } from './split-draft.ts';

/** Longest draft that is checked at once, in characters: some 25 pages of Chinese, half a minute of work. */
const LONGEST = 30_000;

/** Who asks, and against what. */
export interface CheckOptions extends AskerOptions {
  /** Ids or file names of the reports to check against; absent: all. */
  reports?: string[];
}

/**
 * Checks a draft claim by claim, in order.
 * @param parts `model`: seeks what the comparison alone does not find; absent: the comparison alone
 */
export async function checkDraft(draft: string, { model, ...parts }: CheckParts & { model?: ModelSteps }, { reports, ...asker }: CheckOptions = {}): Promise<CheckedDraft> {
  if (draft.length > LONGEST) return { outcome: 'too_long', characters: draft.length, limit: LONGEST };
  const { claims, skipped } = splitDraft(draft);
  if (claims.length === 0) return { outcome: 'nothing_to_check', skipped };
  const checked: CheckedClaim[] = [];
  // One after the other: each takes the whole of a processor for its milliseconds. In between, others have their turn.
  for (const claim of claims) {
    asker.signal?.throwIfAborted();
    checked.push(await checkClaim(claim, parts, reports));
    await setImmediate();
  }
  if (!model || !canReconsider(checked, model.use.judges)) return { outcome: 'checked', claims: checked, skipped };
  const attempt = await attemptWithModel(model, asker, (tasking) => reconsider(checked, parts, tasking, reports));
  if (attempt.kind === 'failed') return { outcome: 'checked', claims: checked, skipped, fallback: attempt.problem.failure };
  return { outcome: 'checked', claims: attempt.value, skipped, ...(attempt.cached ? { cached: true } : {}) };
}
