import type { VerifiedAnswer } from '../domain/answer.ts';
import { claimsOf } from '../domain/answer.ts';
import type { ReadComparison } from './read-comparison.ts';
import type { WordForms } from './word-forms.ts';
import { shareOf } from './word-share.ts';

/**
 * The operands of a comparison that an answer says nothing of, where it speaks of the other: half an answer is not
 * given as a whole one.
 */
export function openOperands(
  { operands }: ReadComparison,
  answer: VerifiedAnswer,
  formsOf: WordForms,
): readonly string[] {
  const said = claimsOf(answer)
    .flatMap(({ text, quotes }) => [text, ...quotes.flatMap((quote) => [...quote.path, quote.text])])
    .join('\n');
  const named = operands.filter(({ own }) => own.length > 0);
  const missing = named.filter(({ own }) => shareOf(own, said, formsOf) === 0);
  return missing.length < named.length && named.length === operands.length ? missing.map(({ label }) => label) : [];
}
