import { VerifiedAnswer } from '../domain/answer.ts';
import type { CitedAnswer, Passage, Question, Quote } from '../domain/answer.ts';
import { given } from '../domain/given.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Prove } from '../compare/prove.ts';
import { checkClaims } from './check-claim.ts';
import { findQuote } from './find-quote.ts';

/** How many of the nearest quotes are shown when nothing was found. */
const NEAREST = 3;

/**
 * Checks a draft against the passages it cites: every quote must be there word for word, and prove its claim. What does
 * not pass is withheld with its reason; the rest is shown.
 * This is the only place that makes a `VerifiedAnswer`.
 */
export function verifyAnswer(
  question: Question,
  draft: CitedAnswer,
  passages: Passage[],
  prove: Prove,
): VerifiedAnswer {
  const { claims, withheld: unproved } = checkClaims(draft.claims, passages, prove);
  const withheld = [...unproved, ...(draft.refused ?? [])];
  const { composer, fallback, cached } = draft;
  const base = {
    question,
    composer,
    withheld,
    ...given({ fallback, cached }),
  };
  if (claims.length === 0)
    return VerifiedAnswer.parse({
      ...base,
      outcome: 'not_found',
      missing: draft.missing ?? [],
      held: draft.held ?? [],
      nearest: nearestQuotes(draft, passages),
    });
  return VerifiedAnswer.parse({
    ...base,
    outcome: withheld.length > 0 ? 'partly_answered' : 'answered',
    claims,
    differing: draft.differing === true && claims.length > 1,
  });
}

/** What the composer found nearest; else where the best passages begin. */
function nearestQuotes({ nearest }: CitedAnswer, passages: Passage[]): Quote[] {
  if (nearest)
    return nearest.slice(0, NEAREST).flatMap(({ passage: ref, quote: text }) => {
      const passage = passages.find((one) => one.ref === ref);
      const quote = passage && findQuote(passage, text);
      return quote ? [quote] : [];
    });
  return passages.slice(0, NEAREST).flatMap((passage) => {
    const first = splitSentences(passage.chunk.text)[0];
    const quote = first && findQuote(passage, first.text);
    return quote ? [quote] : [];
  });
}
