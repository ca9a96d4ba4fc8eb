import type { Claim, Passage, Quote, Withheld } from '../domain/answer.ts';
import { PORTIONS } from '../domain/limits.ts';
import type { Language } from '../domain/report.ts';
import { givesOrders, sentencesWithOrders } from '../lexicon/instructions.ts';
import { detectLanguage } from '../text/language.ts';
import type { Prove } from '../compare/prove.ts';
import { plainSentence } from '../text/plain-sentence.ts';
import { checkClaim } from '../verify/check-claim.ts';
import { holdersOf } from '../verify/grounds-of.ts';
import type { DraftClaim } from '../verify/check-claim.ts';

/** Longest sentence of an answer, in characters. */
const LONGEST = 600;

/** What a sentence is checked against. */
export interface CheckContext {
  passages: Passage[];
  /** Of the question. */
  language: Language;
  prove: Prove;
}

/** What became of a model's sentence. */
export type ModelClaimCheck =
  | { kind: 'proved'; draft: DraftClaim; claim: Claim }
  | { kind: 'failed'; draft: DraftClaim; withheld: Withheld };

/**
 * Checks a model's sentence as every sentence is checked, and beyond that for what only models do: another language,
 * orders, links.
 */
export function checkModelClaim(
  { text, citations }: DraftClaim,
  { passages, language, prove }: CheckContext,
): ModelClaimCheck {
  const excess = excessOf({ text, citations });
  const draft =
    excess === undefined ? { text: plainSentence(text), citations } : { text: text.slice(0, LONGEST), citations: [] };
  const fail = (reason: string): ModelClaimCheck => ({
    kind: 'failed',
    draft,
    withheld: { text: draft.text === '' ? '…' : draft.text.slice(0, LONGEST), reason },
  });
  if (excess !== undefined) return fail(excess);
  if (draft.text === '') return fail('the sentence is empty');
  if (draft.text.length > LONGEST) return fail(`the sentence has more than ${LONGEST} characters`);
  if (detectLanguage(draft.text) !== language)
    return fail(language === 'zh' ? 'the sentence is not in Chinese' : 'the sentence is not in English');
  if (givesOrders(draft.text) || citations.some(({ quote }) => givesOrders(quote)))
    return fail('the quote gives orders and states nothing');
  const check = checkClaim(draft, passages, prove);
  if (check.kind === 'withheld') return fail(check.withheld.reason);
  if (check.claim.quotes.some((quote) => holdersOf(quote, passages).some((passage) => standsInOrder(quote, passage))))
    return fail('the quote gives orders and states nothing');
  return { kind: 'proved', draft, claim: check.claim };
}

/** What of a claim is too much to be looked at. */
function excessOf({ text, citations }: DraftClaim): string | undefined {
  if (text.length > PORTIONS.modelClaim) return `the sentence has more than ${LONGEST} characters`;
  if (citations.length > PORTIONS.modelQuotes) return `the sentence has more than ${PORTIONS.modelQuotes} quotes`;
  return citations.some(({ quote }) => quote.length > PORTIONS.modelQuote)
    ? `a quote has more than ${PORTIONS.modelQuote} characters`
    : undefined;
}

function standsInOrder({ span }: Quote, { chunk }: Passage): boolean {
  return sentencesWithOrders(chunk.text).some(
    (sentence) =>
      chunk.span.start + sentence.span.start < span.end && span.start < chunk.span.start + sentence.span.end,
  );
}
