import { VerifiedAnswer } from '../domain/answer.ts';
import type { CitedAnswer, Claim, Passage, Question, Quote, Withheld } from '../domain/answer.ts';
import { splitSentences } from '../text/sentences.ts';
import { findQuote } from './find-quote.ts';
import { unprovedFacts } from './unproved-facts.ts';

/** How many of the nearest passages are named when nothing was found. */
const NEAREST = 3;

type DraftClaim = CitedAnswer['claims'][number];
type Check = { kind: 'proved'; claim: Claim } | { kind: 'withheld'; withheld: Withheld };

/**
 * Checks a draft against the passages it cites: every quote must be there word for word, and every fact of
 * a claim (figure, name, direction, negation) must stand in one of its quotes. What does not pass is withheld with its reason; the rest is shown.
 * This is the only place that makes a `VerifiedAnswer`.
 */
export function verifyAnswer(question: Question, draft: CitedAnswer, passages: Passage[]): VerifiedAnswer {
  const checks = draft.claims.map((claim) => checkClaim(claim, passages));
  const claims = checks.flatMap((check) => (check.kind === 'proved' ? [check.claim] : []));
  const withheld = checks.flatMap((check) => (check.kind === 'withheld' ? [check.withheld] : []));
  const base = { question, composer: draft.composer, withheld };
  if (claims.length === 0) return VerifiedAnswer.parse({ ...base, outcome: 'not_found', missing: draft.missing ?? [], held: draft.held ?? [], nearest: nearestQuotes(passages) });
  return VerifiedAnswer.parse({ ...base, outcome: withheld.length > 0 ? 'partly_answered' : 'answered', claims, differing: draft.differing === true && claims.length > 1 });
}

function checkClaim(claim: DraftClaim, passages: Passage[]): Check {
  const withhold = (reason: string): Check => ({ kind: 'withheld', withheld: { text: claim.text, reason } });
  if (claim.citations.length === 0) return withhold('no citation');
  const quotes: Quote[] = [];
  for (const citation of claim.citations) {
    const passage = passages.find(({ ref }) => ref === citation.passage);
    if (!passage) return withhold(`passage ${citation.passage} was not retrieved`);
    const quote = findQuote(passage, citation.quote);
    if (!quote) return withhold(`the quote is not in passage ${citation.passage}`);
    quotes.push(quote);
  }
  const facts = unprovedFacts(claim.text, quotes.map(({ text }) => text));
  if (facts.length > 0) return withhold(`no quote holds ${facts.join(', ')}`);
  return { kind: 'proved', claim: { text: claim.text, quotes } };
}

function nearestQuotes(passages: Passage[]): Quote[] {
  return passages.slice(0, NEAREST).flatMap((passage) => {
    const first = splitSentences(passage.chunk.text)[0];
    const quote = first && findQuote(passage, first.text);
    return quote ? [quote] : [];
  });
}
