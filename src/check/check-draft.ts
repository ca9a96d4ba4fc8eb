import { setImmediate } from 'node:timers/promises';
import type { CheckedClaim, CheckedDraft } from '../domain/check.ts';
import type { CheckParts } from './check-claim.ts';
import { checkClaim } from './check-claim.ts';
import { splitDraft } from './split-draft.ts';

/** Longest draft that is checked at once, in characters: some 25 pages of Chinese, half a minute of work. */
const LONGEST = 30_000;

/**
 * Checks a draft claim by claim, in order.
 * @param reports ids or file names of the reports to check against; absent: all
 */
export async function checkDraft(draft: string, parts: CheckParts, reports?: string[]): Promise<CheckedDraft> {
  if (draft.length > LONGEST) return { outcome: 'too_long', characters: draft.length, limit: LONGEST };
  const { claims, skipped } = splitDraft(draft);
  if (claims.length === 0) return { outcome: 'nothing_to_check', skipped };
  const checked: CheckedClaim[] = [];
  // One after the other: each takes the whole of a processor for its milliseconds. In between, others have their turn.
  for (const claim of claims) {
    checked.push(await checkClaim(claim, parts, reports));
    await setImmediate();
  }
  return { outcome: 'checked', claims: checked, skipped };
}
