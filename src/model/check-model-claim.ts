import type { Claim, Passage, Withheld } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { givesOrders } from '../text/instructions.ts';
import { detectLanguage } from '../text/language.ts';
import type { NameReader } from '../text/read-names.ts';
import { plainSentence } from '../text/plain-sentence.ts';
import { checkClaim } from '../verify/check-claim.ts';
import { unprovedBindings } from '../verify/unproved-bindings.ts';
import { unprovedDenials } from '../verify/unproved-denials.ts';
import { unprovedWords } from '../verify/unproved-words.ts';
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
export type ModelClaimCheck = { kind: 'proved'; draft: DraftClaim; claim: Claim } | { kind: 'failed'; draft: DraftClaim; withheld: Withheld };

/** Checks a model's sentence as every sentence is checked, and beyond that for what only models do: another language, orders, links. */
export function checkModelClaim({ text, citations }: DraftClaim, { passages, language, names }: CheckContext): ModelClaimCheck {
  const draft = { text: plainSentence(text), citations };
  const fail = (reason: string): ModelClaimCheck => ({ kind: 'failed', draft, withheld: { text: draft.text === '' ? '…' : draft.text.slice(0, LONGEST), reason } });
  if (draft.text === '') return fail('the sentence is empty');
  if (draft.text.length > LONGEST) return fail(`the sentence has more than ${LONGEST} characters`);
  if (detectLanguage(draft.text) !== language) return fail(language === 'zh' ? 'the sentence is not in Chinese' : 'the sentence is not in English');
  if (givesOrders(draft.text) || citations.some(({ quote }) => givesOrders(quote))) return fail('the quote gives orders and states nothing');
  const check = checkClaim(draft, passages);
  if (check.kind === 'withheld') return fail(check.withheld.reason);
  const quotes = check.claim.quotes.map((quote) => quote.text);
  const unproved = [...unprovedBindings(draft.text, quotes), ...unprovedWords(draft.text, quotes, names), ...unprovedDenials(draft.text, quotes, names)];
  return unproved.length > 0 ? fail(`no quote holds ${unproved.join(', ')}`) : { kind: 'proved', draft, claim: check.claim };
}
