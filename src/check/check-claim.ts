import type { Comparison } from '../compare/comparison.ts';
import type { CompareResources } from '../compare/compare-statements.ts';
import type { Fault } from '../compare/fault.ts';
import { tellReckoning } from '../compare/tell-reckoning.ts';
import type { Passage, Question, Quote } from '../domain/answer.ts';
import type { CheckedClaim } from '../domain/check.ts';
import type { Language, Place } from '../domain/report.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import { detectLanguage } from '../text/language.ts';
import { fold } from '../text/fold-text.ts';
import { claimParts, unsaidWords } from './claim-parts.ts';
import type { CheckWeights } from './check-weights.ts';
import type { Decision } from './decide.ts';
import { decide } from './decide.ts';
import type { Compared } from './find-evidence.ts';
import { findEvidence, saidIn } from './find-evidence.ts';
import { quoteOf } from './quote-of.ts';
import { readClaimFor } from './read-claim.ts';
import type { ReckonedClaim } from './reckoned-claim.ts';
import { reckonedClaim } from './reckoned-claim.ts';
import { differencesIn, nothingNear, partlySaid, reasonFor } from './reasons.ts';

/** What checking stands on. */
export interface CheckParts {
  retrieve(question: Question): Promise<Pick<Retrieval, 'passages'>>;
  comparing: { resources: CompareResources; checks: CheckWeights };
}

type Decided = Compared & Decision;

/** A claim that was not found is shown with the nearest sentence only when this share of its words stands there. */
const NEAR = 0.5;
/** So little less fits a sentence that is quoted, or supports, too; a share of the claim's words. */
const AS_GOOD = 0.06;

/**
 * Checks one claim against the reports: the statements that say most of it are compared with it part by part.
 * @param reports ids or file names of the reports to check against; absent: all
 */
export async function checkClaim(text: string, parts: CheckParts, reports?: string[]): Promise<CheckedClaim> {
  const { passages } = await parts.retrieve({ text, earlier: [], ...(reports ? { reports } : {}) });
  return decideBy(text, passages, parts.comparing);
}

function decideBy(
  text: string,
  passages: readonly Passage[],
  { resources, checks }: CheckParts['comparing'],
): CheckedClaim {
  const language = detectLanguage(text);
  const readClaim = readClaimFor(text, resources);
  const found = findEvidence(readClaim, passages, resources).map((compared): Decided => ({
    ...compared,
    ...decide(compared.comparison, checks),
  }));
  const best = bestOf(found);
  const reckoned = isSaidOutright(best) ? undefined : reckonedClaim(readClaim, passages, resources);
  const [operand] = reckoned?.quotes ?? [];
  if (reckoned && reckoned.verdict !== 'not_found' && operand && !isHeldOtherwise(reckoned, best))
    return asReckoned(text, reckoned, operand.place, language);
  const quote = best && quoteOf(best);
  const isNear = best !== undefined && (best.verdict !== 'not_found' || saidIn(best.comparison) >= NEAR);
  if (!quote || !isNear)
    return { text, verdict: 'not_found', reason: nothingNear(language), quotes: [], differences: [] };
  const { faults } = best;
  // By chance other figures give what those that the claim speaks of do not.
  const verdict = reckoned && best.verdict === 'supported' ? 'not_found' : best.verdict;
  const beside = found.find((other) => other !== best && isAsGood(other, best));
  const quoteBeside = beside && quoteOf(beside);
  const claim = readClaim(best.passage);
  const parts = verdict === 'not_found' ? claimParts(claim, best.comparison, faults, checks.supported) : [];
  const unsaid = verdict === 'not_found' ? unsaidWords(claim, best.comparison, faults) : [];
  return {
    text,
    verdict,
    ...(verdict === 'supported' ? supportedAs(text, quote, best.comparison) : {}),
    ...(verdict === 'not_found' ? { degree: parts.length > 0 ? 'partly' : 'nearest' } : {}),
    ...(parts.length > 0 ? { parts } : {}),
    ...(unsaid.length > 0 ? { unsaid } : {}),
    reason:
      parts.length > 0
        ? partlySaid(parts, quote.place, language)
        : reasonFor(verdict, faults, quote.place, language, unsaid),
    quotes: quoteBeside ? [quote, quoteBeside] : [quote],
    differences: verdict === 'contradicted' ? differencesIn(faults).map((each) => ({ ...each, quote })) : [],
  };
}

/** A statement says it, and nothing of it had to be reckoned. */
function isSaidOutright(best: Decided | undefined): boolean {
  return best?.verdict === 'supported' && best.comparison.figures.every(({ outcome }) => outcome === 'held');
}

/** The statement that fits best has the very figure that something else would follow in the place of. */
function isHeldOtherwise({ verdict }: ReckonedClaim, best: Decided | undefined): boolean {
  const isHeld = best?.comparison.figures.every(({ outcome }) => outcome === 'held') === true;
  return verdict === 'contradicted' && isHeld;
}

function asReckoned(
  text: string,
  reckoned: Exclude<ReckonedClaim, { verdict: 'not_found' }>,
  place: Place,
  language: Language,
): CheckedClaim {
  const { quotes, verdict } = reckoned;
  if (verdict === 'supported') {
    const { computed } = reckoned;
    return {
      text,
      verdict,
      degree: 'computed',
      computed,
      reason: reasonFor(verdict, [], place, language),
      quotes,
      differences: [],
    };
  }
  const faults = reckoned.differences.map(({ claimed, found }): Fault => ({ fact: 'figure', claimed, found }));
  return {
    text,
    verdict,
    reason: reasonFor(verdict, faults, place, language),
    quotes,
    differences: reckoned.differences,
  };
}

/** How a supported claim is said. */
function supportedAs(text: string, quote: Quote, { figures }: Comparison): Pick<CheckedClaim, 'degree' | 'computed'> {
  if (fold(text) === fold(quote.text)) return { degree: 'verbatim' };
  const computed = figures.flatMap((one) => (one.outcome === 'reckoned' ? tellReckoning(one) : [])).join('; ');
  return computed === '' ? { degree: 'compared' } : { degree: 'computed', computed };
}

/**
 * The one that fits best. One that supports may fit a little less where nothing is wrong with the best one; and where
 * it decides nothing, one that contradicts.
 */
export function bestOf<T extends Pick<Decided, 'fit' | 'verdict' | 'faults'>>(found: readonly T[]): T | undefined {
  const [first] = found;
  if (!first) return undefined;
  const least = first.faults.length > 0 ? first.fit : first.fit - AS_GOOD;
  const supporting = found.find(({ verdict, fit }) => verdict === 'supported' && fit >= least);
  if (supporting || first.verdict !== 'not_found') return supporting ?? first;
  return found.find((one) => one.verdict === 'contradicted' && isAsGood(one, first)) ?? first;
}

function isAsGood(one: Pick<Compared, 'fit'>, other: Pick<Compared, 'fit'>): boolean {
  return one.fit >= other.fit - AS_GOOD;
}
