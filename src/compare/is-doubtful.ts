import { turnedRound } from '../lexicon/antonyms.ts';
import { fold } from '../text/fold-text.ts';
import { asksForDone, isPlan, saysDone } from '../lexicon/plans.ts';
import { coreOf } from './affinity.ts';
import { isPatched } from './is-patched.ts';
import type { ReadClaim } from './read-claim.ts';
import type { Evidence } from './read-evidence.ts';

/**
 * True when a sentence holds a claim's words and is no support all the same: its figures or words are somebody else's
 * there, it is only planned, or what it and its neighbours say is turned round.
 * @param isAbroad they are in two languages: only what is compared by meaning counts
 */
export function isDoubtful(claim: ReadClaim, evidence: Evidence, isAbroad: boolean): boolean {
  return (
    isPatched(claim, evidence) || isPlanToldAsDone(claim, evidence) || (!isAbroad && isSaidOtherwise(claim, evidence))
  );
}

function isSaidOtherwise({ text }: ReadClaim, { before, sentence, after }: Evidence): boolean {
  return turnedRound(fold(text), fold(before + sentence.text + after)).length > 0;
}

/** The claim says that something is so, and the clause that says most of it that it is meant to be so. */
function isPlanToldAsDone(claim: ReadClaim, { clauses }: Evidence): boolean {
  const core = asksForDone(claim.text) ? coreOf(clauses, claim) : undefined;
  return core !== undefined && isPlan(core.text) && !saysDone(core.text);
}
