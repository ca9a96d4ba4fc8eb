import type { CitedAnswer, Claim, Passage, Quote, Withheld } from '../domain/answer.ts';
import { findQuote } from './find-quote.ts';
import type { Prove } from '../compare/prove.ts';
import { groundsOf } from './grounds-of.ts';
import { holdsCells } from './holds-cells.ts';
import { followsFromCells } from './reckoned-cells.ts';

/** A sentence with what it says it copied from which passage. */
export type DraftClaim = CitedAnswer['claims'][number];

/** What became of the sentences of a draft. */
export interface CheckedClaims {
  claims: Claim[];
  withheld: Withheld[];
}

/** What became of one sentence. */
export type ClaimCheck = { kind: 'proved'; claim: Claim } | { kind: 'withheld'; withheld: Withheld };

/**
 * Checks each sentence against the passages it cites: its quotes must be there word for word, and prove what it says.
 */
export function checkClaims(drafts: readonly DraftClaim[], passages: readonly Passage[], prove: Prove): CheckedClaims {
  const checks = drafts.map((draft) => checkClaim(draft, passages, prove));
  return {
    claims: checks.flatMap((check) => (check.kind === 'proved' ? [check.claim] : [])),
    withheld: checks.flatMap((check) => (check.kind === 'withheld' ? [check.withheld] : [])),
  };
}

/** Checks one sentence: its quotes must be there word for word, and prove its facts. */
export function checkClaim(claim: DraftClaim, passages: readonly Passage[], prove: Prove): ClaimCheck {
  const withhold = (reason: string): ClaimCheck => ({ kind: 'withheld', withheld: { text: claim.text, reason } });
  if (claim.citations.length === 0) return withhold('no citation');
  const quotes: Quote[] = [];
  for (const citation of claim.citations) {
    const passage = passages.find(({ ref }) => ref === citation.passage);
    if (!passage) return withhold(`passage ${citation.passage} was not retrieved`);
    const quote = findQuote(passage, citation.quote);
    if (!quote) return withhold(`the quote is not in passage ${citation.passage}`);
    quotes.push(quote);
  }
  const grounds = groundsOf(quotes, passages);
  const rows = (grounds.statements ?? []).flatMap(({ statement: { kind, text } }) => (kind === 'row' ? [text] : []));
  const isOfRows = claim.reckoned
    ? followsFromCells(claim.text, claim.reckoned, rows)
    : rows.some((row) => holdsCells(row, claim.text));
  const unproved = isOfRows ? [] : prove(claim.text, grounds);
  if (unproved.length > 0) return withhold(`no quote holds ${unproved.join(', ')}`);
  const isComputed = claim.reckoned !== undefined || claim.computed === true;
  return { kind: 'proved', claim: { text: claim.text, quotes, ...(isComputed ? { degree: 'computed' } : {}) } };
}
