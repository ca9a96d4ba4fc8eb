import type { Claim, Passage, Quote, Withheld } from '../domain/answer.ts';
import { PORTIONS } from '../domain/limits.ts';
import type { Language } from '../domain/report.ts';
import { givesOrders, sentencesWithOrders } from '../lexicon/instructions.ts';
import { detectLanguage } from '../text/language.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import { plainLetters } from '../text/plain-letters.ts';
import { plainSentence } from '../text/plain-sentence.ts';
import { checkClaim } from '../verify/check-claim.ts';
import { unprovedBindings } from '../compare/unproved-bindings.ts';
import { quotedSentences } from '../compare/quoted-sentences.ts';
import { unprovedDates } from '../compare/unproved-dates.ts';
import { unprovedDenials } from '../compare/unproved-denials.ts';
import { unprovedFacts } from '../compare/unproved-facts.ts';
import { unprovedGist } from '../compare/unproved-gist.ts';
import { unprovedHolders } from '../compare/unproved-holders.ts';
import { unprovedLimits } from '../compare/unproved-limits.ts';
import { unprovedMeasures } from '../compare/unproved-measures.ts';
import { unprovedPlaces } from '../compare/unproved-places.ts';
import { unprovedRelations } from '../compare/unproved-relations.ts';
import { unprovedStances } from '../compare/unproved-stances.ts';
import { unprovedStress } from '../compare/unproved-stress.ts';
import { unprovedWords } from '../compare/unproved-words.ts';
import type { DraftClaim } from '../verify/check-claim.ts';

/** Longest sentence of an answer, in characters. */
const LONGEST = 600;

/** What a sentence is checked against. */
export interface CheckContext {
  passages: Passage[];
  /** Of the question. */
  language: Language;
  /** Tells names from words. */
  names: NameReader;
}

/** What became of a model's sentence. */
export type ModelClaimCheck =
  | { kind: 'proved'; draft: DraftClaim; claim: Claim }
  | { kind: 'failed'; draft: DraftClaim; withheld: Withheld };

/**
 * Checks a model's sentence as every sentence is checked, and beyond that for what only models do: another language,
 * orders, links.
 */
export function checkModelClaim({ text, citations }: DraftClaim, context: CheckContext): ModelClaimCheck {
  const { passages, language } = context;
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
  const check = checkClaim(draft, passages);
  if (check.kind === 'withheld') return fail(check.withheld.reason);
  if (check.claim.quotes.some((quote) => holdersOf(quote, passages).some((passage) => standsInOrder(quote, passage))))
    return fail('the quote gives orders and states nothing');
  const unproved = unprovedBy(check.claim, context);
  return unproved.length > 0
    ? fail(`no quote holds ${unproved.join(', ')}`)
    : { kind: 'proved', draft, claim: check.claim };
}

/** What of a claim is too much to be looked at. */
function excessOf({ text, citations }: DraftClaim): string | undefined {
  if (text.length > PORTIONS.modelClaim) return `the sentence has more than ${LONGEST} characters`;
  if (citations.length > PORTIONS.modelQuotes) return `the sentence has more than ${PORTIONS.modelQuotes} quotes`;
  return citations.some(({ quote }) => quote.length > PORTIONS.modelQuote)
    ? `a quote has more than ${PORTIONS.modelQuote} characters`
    : undefined;
}

/**
 * What a claim puts together otherwise than its quotes do, says beyond them, or says otherwise than their whole
 * sentences.
 */
function unprovedBy({ text, quotes: found }: Claim, { passages, names }: CheckContext): string[] {
  const [claim, quotes] = [plainLetters(text), found.map((quote) => plainLetters(quote.text))];
  const sentences = found.flatMap((quote) =>
    holdersOf(quote, passages).flatMap((passage) => quotedSentences(passage, quote)),
  );
  const comparisons = [
    unprovedFacts,
    unprovedBindings,
    unprovedDates,
    unprovedMeasures,
    unprovedPlaces,
    unprovedLimits,
    unprovedHolders,
    unprovedRelations,
    unprovedStress,
  ];
  const unproved = [
    ...comparisons.flatMap((compare) => compare(claim, quotes)),
    ...unprovedWords(claim, quotes, names),
    ...unprovedDenials(claim, quotes, names),
    ...unprovedStances(claim, sentences),
    ...unprovedGist(claim, quotes, names),
  ];
  return [...new Set(unproved)];
}

/** The passages in which a quote stands. */
function holdersOf({ reportId, span, text }: Quote, passages: readonly Passage[]): Passage[] {
  return passages.filter(
    ({ chunk, report }) =>
      report.id === reportId && chunk.text.slice(span.start - chunk.span.start, span.end - chunk.span.start) === text,
  );
}

function standsInOrder({ span }: Quote, { chunk }: Passage): boolean {
  return sentencesWithOrders(chunk.text).some(
    (sentence) =>
      chunk.span.start + sentence.span.start < span.end && span.start < chunk.span.start + sentence.span.end,
  );
}
