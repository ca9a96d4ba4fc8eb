import type { CheckedClaim } from '../domain/check.ts';
import type { Tasking } from '../model/attempt.ts';
import { judgeClaims } from '../model/judge-claims.ts';
import { detectLanguage } from '../text/language.ts';
import type { CheckParts } from './check-claim.ts';
import { notJudgedSupported } from './reasons.ts';
import { seekSupport } from './seek-support.ts';

/** Claims of a draft for which a model seeks support: a call each. */
const SOUGHT = 12;

/** True when a model has something to do about a draft. */
export function canReconsider(claims: readonly CheckedClaim[], judges: boolean): boolean {
  return claims.some(({ verdict }) => verdict === 'not_found' || (verdict === 'supported' && judges));
}

/**
 * Lets a model seek support for what was not found and, where it judges, doubt what is supported: then it is not found.
 * Contradictions stay as the comparison found them.
 * @throws ModelError when the model does not answer
 */
export async function reconsider(
  claims: readonly CheckedClaim[],
  { retrieve, comparing }: CheckParts,
  tasking: Tasking,
  reports?: string[],
): Promise<CheckedClaim[]> {
  const open = claims.filter(({ verdict }) => verdict === 'not_found').slice(0, SOUGHT);
  const sought = new Map(
    await Promise.all(
      open.map(
        async (claim) =>
          [
            claim,
            await seekSupport(
              claim,
              (await retrieve({ text: claim.text, earlier: [], ...(reports ? { reports } : {}) })).passages,
              comparing,
              tasking,
            ),
          ] as const,
      ),
    ),
  );
  const all = claims.map((claim) => sought.get(claim) ?? claim);
  return tasking.judges ? doubt(all, tasking) : all;
}

async function doubt(claims: CheckedClaim[], tasking: Tasking): Promise<CheckedClaim[]> {
  const supported = claims.filter(({ verdict }) => verdict === 'supported');
  const judged = await judgeClaims(
    supported.map(({ text, quotes }) => ({ kind: 'proved', draft: { text, citations: [] }, claim: { text, quotes } })),
    tasking,
  );
  const doubted = new Set(supported.filter((_, at) => judged[at]?.kind === 'failed'));
  return claims.map((claim) =>
    doubted.has(claim)
      ? { ...claim, verdict: 'not_found', reason: notJudgedSupported(detectLanguage(claim.text)) }
      : claim,
  );
}
