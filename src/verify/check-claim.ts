import type { CitedAnswer, Claim, Passage, Quote, Withheld } from '../domain/answer.ts';
import { findQuote } from './find-quote.ts';
import { unprovedFacts } from './unproved-facts.ts';

type DraftClaim = CitedAnswer['claims'][number];

/** What became of a claim of a draft. */
export type ClaimCheck = { kind: 'proved'; claim: Claim } | { kind: 'withheld'; withheld: Withheld };

/** Checks one claim against the passages that it cites: each quote must be there word for word, and prove the claim's facts. */
export function checkClaim(claim: DraftClaim, passages: Passage[]): ClaimCheck {
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
  const unproved = unprovedFacts(claim.text, quotes.map(({ text }) => text));
  if (unproved.length > 0) return withhold(`no quote holds ${unproved.join(', ')}`);
  return { kind: 'proved', claim: { text: claim.text, quotes } };
}
