import type { Prove } from '../compare/prove.ts';
import type { Passage } from '../domain/answer.ts';
import type { CheckedClaim } from '../domain/check.ts';
import type { Tasking } from '../model/attempt.ts';
import type { Judge } from '../model/judge.ts';
import { detectLanguage } from '../text/language.ts';
import { groundsOf } from '../verify/grounds-of.ts';
import type { CheckParts } from './check-claim.ts';
import { notJudgedSupported, reasonFor } from './reasons.ts';
import { seekSupport } from './seek-support.ts';

/** Claims of a draft for which a model seeks support: a call each. */
const SOUGHT = 12;

/** True when a model has something to do about a draft. */
export function canReconsider(claims: readonly CheckedClaim[], isJudged: boolean): boolean {
  return claims.some(({ verdict }) => verdict === 'not_found' || (verdict === 'supported' && isJudged));
}

/** A claim with the passages that are near it. */
interface Sought {
  claim: CheckedClaim;
  passages: Passage[];
}

/**
 * Lets a model seek support for what was not found and, where one judges, decide on the sentences that were found, in
 * one call: what it does not find proved is not found, and what it does is supported, unless code knows better.
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
  const all = await Promise.all(
    claims.map(async (claim): Promise<Sought> => {
      if (claim.verdict === 'contradicted') return { claim, passages: [] };
      const question = { text: claim.text, earlier: [], ...(reports ? { reports } : {}) };
      const { passages } = await retrieve(question);
      const isSought = open.includes(claim);
      return { claim: isSought ? await seekSupport(claim, passages, comparing, tasking) : claim, passages };
    }),
  );
  return tasking.judge ? judged(all, { judge: tasking.judge, prove: tasking.prove }) : all.map(({ claim }) => claim);
}

/** What decides on the sentences that were found. */
export interface Judging {
  judge: Judge;
  prove: Prove;
}

/** Lets a judge decide on the sentences that were found, where no model seeks others. */
export async function judgeFound(
  claims: readonly CheckedClaim[],
  { retrieve }: Pick<CheckParts, 'retrieve'>,
  judging: Judging,
  reports?: string[],
): Promise<CheckedClaim[]> {
  const all = await Promise.all(
    claims.map(async (claim): Promise<Sought> => {
      if (claim.verdict === 'contradicted') return { claim, passages: [] };
      const question = { text: claim.text, earlier: [], ...(reports ? { reports } : {}) };
      return { claim, passages: (await retrieve(question)).passages };
    }),
  );
  return judged(all, judging);
}

async function judged(all: readonly Sought[], judging: Judging): Promise<CheckedClaim[]> {
  const asked = all.filter(({ claim, passages }) => isOpenToJudgement(claim, passages, judging));
  const language = detectLanguage(asked.map(({ claim }) => claim.text).join('\n'));
  const passages = asked.flatMap((one) => one.passages);
  const judgements = await judging.judge(
    asked.map(({ claim }) => claim),
    passages,
    language,
  );
  return all.map((one) => {
    const at = asked.indexOf(one);
    return at < 0 ? one.claim : decided(one.claim, judgements.get(at)?.proved === true);
  });
}

/** A claim that code knows nothing against, and that is not the report's own words. */
function isOpenToJudgement(
  { text, verdict, quotes }: CheckedClaim,
  passages: readonly Passage[],
  { prove }: Judging,
): boolean {
  if (verdict === 'contradicted' || quotes.length === 0) return false;
  const { degree, isSettled = false } = prove(text, groundsOf(quotes, passages));
  return degree !== 'verbatim' && (verdict === 'supported' || !isSettled);
}

function decided(claim: CheckedClaim, isProved: boolean): CheckedClaim {
  const language = detectLanguage(claim.text);
  const [first] = claim.quotes;
  if (!isProved)
    return claim.verdict === 'supported'
      ? { ...claim, verdict: 'not_found', degree: 'nearest', reason: notJudgedSupported(language) }
      : claim;
  if (claim.verdict === 'supported' || !first) return claim;
  const { parts: _parts, unsaid: _unsaid, ...rest } = claim;
  return { ...rest, verdict: 'supported', degree: 'judged', reason: reasonFor('supported', [], first.place, language) };
}
