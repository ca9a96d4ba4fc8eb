import type { Claim, Passage, Quote, Withheld } from '../domain/answer.ts';
import { PORTIONS } from '../domain/limits.ts';
import type { Language } from '../domain/report.ts';
import { givesOrders, sentencesWithOrders } from '../lexicon/instructions.ts';
import { detectLanguage } from '../text/language.ts';
import type { Prove } from '../compare/prove.ts';
import { plainSentence } from '../text/plain-sentence.ts';
import { given } from '../domain/given.ts';
import { checkClaim, quotedText } from '../verify/check-claim.ts';
import { findQuote } from '../verify/find-quote.ts';
import { wrongFigures } from './check-figures.ts';
import type { SaidClaim } from './model-claims.ts';
import { groundsOf, holdersOf } from '../verify/grounds-of.ts';
import type { DraftClaim } from '../verify/check-claim.ts';

/** Longest sentence of an answer, in characters. */
const LONGEST = 600;

/** Figures of a sentence that are looked at. */
const MOST_FIGURES = 12;
/** Longest quote that stands for a sentence, in characters. */
const LONGEST_QUOTE = 1000;

/** What a sentence is checked against. */
export interface CheckContext {
  passages: Passage[];
  /** Of the question. */
  language: Language;
  prove: Prove;
}

/** What became of a model's sentence; `isSettled`: code knows that it is wrong, whoever judges it. */
export type ModelClaimCheck =
  | { kind: 'proved'; draft: DraftClaim; claim: Claim }
  | { kind: 'failed'; draft: DraftClaim; withheld: Withheld; isSettled: boolean };

/**
 * Checks a model's sentence as every sentence is checked, and beyond that for what only models do: another language,
 * orders, links.
 */
export function checkModelClaim(
  { text, citations, as, figures }: DraftClaim & Pick<SaidClaim, 'figures'>,
  { passages, language, prove }: CheckContext,
): ModelClaimCheck {
  const excess = excessOf({ text, citations });
  const draft =
    excess === undefined
      ? { text: plainSentence(text), citations, ...given({ as }) }
      : { text: text.slice(0, LONGEST), citations: [] };
  const fail = (reason: string, isSettled = true): ModelClaimCheck => ({
    kind: 'failed',
    draft,
    withheld: { text: draft.text === '' ? '…' : draft.text.slice(0, LONGEST), reason },
    isSettled,
  });
  if (excess !== undefined) return fail(excess);
  if (draft.text === '') return fail('the sentence is empty');
  if (draft.text.length > LONGEST) return fail(`the sentence has more than ${LONGEST} characters`);
  if (detectLanguage(draft.text) !== language)
    return fail(language === 'zh' ? 'the sentence is not in Chinese' : 'the sentence is not in English');
  if (givesOrders(draft.text) || citations.some(({ quote }) => givesOrders(quote)))
    return fail('the quote gives orders and states nothing');
  const wrong = wrongIn(figures, draft, passages);
  if (wrong.length > 0) return fail(`no quote holds ${wrong.join(', ')}`);
  const check = checkClaim(draft, passages, prove);
  if (check.kind === 'withheld') return fail(check.withheld.reason, check.isSettled);
  if (check.claim.quotes.some((quote) => isOrder(quote, passages)))
    return fail('the quote gives orders and states nothing');
  return { kind: 'proved', draft, claim: check.claim };
}

function wrongIn(figures: SaidClaim['figures'], draft: DraftClaim, passages: readonly Passage[]): string[] {
  if (!figures || figures.length === 0) return [];
  const quotes = quotesGiven(draft, passages).map(({ quote }) => quote);
  return wrongFigures(figures.slice(0, MOST_FIGURES), groundsOf(quotes, passages));
}

/** The quotes that a model gave for a sentence, each once, as far as they stand in a passage and give no orders. */
export function quotesGiven({ citations }: DraftClaim, passages: readonly Passage[]): { ref: string; quote: Quote }[] {
  const found = citations.flatMap(({ passage, quote: text }) => {
    if (text.length > LONGEST_QUOTE) return [];
    const ordered = passages.toSorted((a, b) => Number(b.ref === passage) - Number(a.ref === passage));
    for (const holder of ordered) {
      const quote = findQuote(holder, text);
      if (quote) return givesOrders(text) || isOrder(quote, passages) ? [] : [{ ref: holder.ref, quote }];
    }
    return [];
  });
  return found.filter(({ quote }, at) => found.findIndex((other) => other.quote.text === quote.text) === at);
}

/** What stands in the place of a sentence that is not proved: its quotes, in their own language. */
export function quotedInstead(draft: DraftClaim, { passages, prove }: CheckContext): ModelClaimCheck | undefined {
  const quotes = quotesGiven(draft, passages);
  if (quotes.length === 0) return undefined;
  const quoted: DraftClaim = {
    text: quotedText(quotes.map(({ quote }) => quote)),
    citations: quotes.map(({ ref, quote }) => ({ passage: ref, quote: quote.text })),
    as: 'quoted',
  };
  const check = checkClaim(quoted, passages, prove);
  return check.kind === 'proved' ? { kind: 'proved', draft: quoted, claim: check.claim } : undefined;
}

/** What is shown for a sentence: itself when it is proved, else its quotes. */
export function shownFor(check: ModelClaimCheck, context: CheckContext): ModelClaimCheck {
  return check.kind === 'proved' ? check : (quotedInstead(check.draft, context) ?? check);
}

function isOrder(quote: Quote, passages: readonly Passage[]): boolean {
  return holdersOf(quote, passages).some((passage) => standsInOrder(quote, passage));
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
