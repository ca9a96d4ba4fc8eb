import { z } from 'zod';
import type { CheckedClaim, CheckedDraft, Unchecked } from '../domain/check.ts';
import { CheckDegree, CheckVerdict, ClaimPart, UncheckedReason } from '../domain/check.ts';
import { given } from '../domain/given.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Language } from '../domain/report.ts';
import { detectLanguage } from '../text/language.ts';
import { checkNotes, uncheckedReasonText, uncheckedText } from '../words/check-words.ts';
import { toldJson } from './answer-json.ts';
import { CitationJson, citationJson } from './citation-json.ts';

/** A checked claim. */
export const CheckedClaimJson = z.object({
  claim: z.string(),
  verdict: CheckVerdict.describe('What the reports say: the same, something else, or nothing that decides it.'),
  degree: CheckDegree.optional(),
  computed: z.string().optional().describe('How its figures follow from those of its quotes.'),
  parts: z.array(ClaimPart).optional().describe('Of one that is said partly: its parts, and which of them stand.'),
  unsaid: z.array(z.string()).optional().describe('Words that the nearest sentence does not give.'),
  reason: z.string().describe('For people, in the claim’s language.'),
  citations: z.array(CitationJson),
  differences: z.array(z.object({ claimed: z.string(), found: z.string() })),
  error: z.string().optional(),
  unchecked: UncheckedReason.optional().describe('Why it was not looked at.'),
  ...toldJson,
});
export type CheckedClaimJson = z.infer<typeof CheckedClaimJson>;

/** A checked draft: its claims in order. */
export const CheckedDraftJson = z.object({
  claims: z.array(CheckedClaimJson),
  skipped: z.array(z.string()).describe('Sentences that state nothing that could be checked.'),
  notes: z.array(z.string()).describe('That something was left out, or that a model was away; for people.'),
});
export type CheckedDraftJson = z.infer<typeof CheckedDraftJson>;

/** One claim with something wrong about it makes a draft wrong. */
const WORST_FIRST: readonly CheckVerdict[] = ['contradicted', 'not_found', 'supported'];

/** How a check came about. */
type Told = Pick<Extract<CheckedDraft, { outcome: 'checked' }>, 'fallback' | 'cached'>;

/** The claims of a draft as scripts read them: those that were checked, then those that were left out. */
export function draftClaimsJson(
  checked: Extract<CheckedDraft, { outcome: 'checked' }>,
  language: Language,
): CheckedClaimJson[] {
  return [
    ...checked.claims.map((claim) => checkedClaimJson(claim, checked)),
    ...uncheckedClaimsJson(checked.unchecked ?? [], language),
  ];
}

/** A checked claim as scripts read it. */
export function checkedClaimJson(
  { text, verdict, degree, computed, parts, unsaid, reason, quotes, differences }: CheckedClaim,
  { fallback, cached }: Told = {},
): CheckedClaimJson {
  return {
    claim: text,
    verdict,
    ...given({ degree, computed, parts, unsaid }),
    reason,
    citations: quotes.map(citationJson),
    differences: differences.map(({ claimed, found }) => ({ claimed, found })),
    ...given({ fallback, cached }),
  };
}

/** Claims that were not looked at, as scripts read them: they are supported by nothing. */
export function uncheckedClaimsJson(unchecked: readonly Unchecked[], language: Language): CheckedClaimJson[] {
  return unchecked.map(({ text, reason }) => ({
    ...refusedClaimJson(text, uncheckedReasonText(reason, language)),
    unchecked: reason,
  }));
}

/** A claim that was refused, with the reason. */
export function refusedClaimJson(claim: string, reason: string): CheckedClaimJson {
  return {
    claim: claim.slice(0, LIMITS.question),
    verdict: 'not_found',
    reason,
    citations: [],
    differences: [],
    error: reason,
  };
}

/** A checked draft as one claim: contradicted when one of its claims is, supported when all are. */
export function mergedClaimJson(draft: CheckedDraft, text: string): CheckedClaimJson {
  const language = detectLanguage(text);
  if (draft.outcome === 'nothing_to_check' && draft.unchecked === undefined)
    return checkedClaimJson({
      text,
      verdict: 'not_found',
      reason: uncheckedText(draft, language),
      quotes: [],
      differences: [],
    });
  if (draft.outcome !== 'checked') return refusedClaimJson(text, uncheckedText(draft, language));
  if (draft.unchecked && !draft.claims.some(({ verdict }) => verdict === 'contradicted'))
    return refusedClaimJson(text, checkNotes(draft, language).join(' '));
  const verdict = WORST_FIRST.find((each) => draft.claims.some((claim) => claim.verdict === each)) ?? 'supported';
  const deciding = draft.claims.filter((claim) => claim.verdict === verdict);
  const [first] = deciding;
  const isSaidPartly = verdict === 'not_found' && draft.claims.some((claim) => claim.verdict === 'supported');
  return checkedClaimJson(
    {
      ...(deciding.length === 1 ? first : {}),
      ...(isSaidPartly ? { degree: 'partly' } : {}),
      text,
      verdict,
      reason: deciding.map(({ reason }) => reason).join(' '),
      quotes: deciding.flatMap(({ quotes }) => quotes),
      differences: deciding.flatMap(({ differences }) => differences),
    },
    draft,
  );
}
