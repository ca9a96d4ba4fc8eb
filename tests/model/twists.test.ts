import { describe, expect, it } from 'vitest';
import { checkModelClaim } from '../../src/model/check-model-claim.ts';
import { detectLanguage } from '../../src/text/language.ts';
import { aPassage } from '../support/builders.ts';
import { names } from '../support/model-answers.ts';
import { TWISTS } from '../support/twists/all-twists.ts';
import type { Twist } from '../support/twists/twist.ts';

/** A share of true sentences that a check may hold back. */
const SHOWN = 0.9;

function isProved({ passage }: Twist, text: string, quotes: readonly string[]): boolean {
  const citations = quotes.map((quote) => ({ passage: 'P1', quote }));
  return (
    checkModelClaim(
      { text, citations },
      { passages: [aPassage({ text: passage })], language: detectLanguage(text), names },
    ).kind === 'proved'
  );
}

describe('a sentence whose words and figures all stand in a quote', () => {
  const kinds = [...Map.groupBy(TWISTS, ({ kind }) => kind)];

  it.each(kinds)('is not shown when it tells it falsely: %s', (_kind, twists) => {
    const reached = twists.flatMap((twist) => {
      const { passage, quotes = [passage], lies } = twist;
      return lies.filter(
        (lie) => isProved(twist, lie, quotes) || quotes.some((quote) => isProved(twist, lie, [quote])),
      );
    });
    expect(reached).toEqual([]);
  });

  it('is shown when it tells it truly, nine times in ten', () => {
    const truths = TWISTS.flatMap((twist) => twist.truths.map((truth) => ({ twist, truth })));
    const heldBack = truths.filter(
      ({ twist, truth }) => !(twist.quotes ?? [twist.passage]).some((quote) => isProved(twist, truth, [quote])),
    );
    expect(heldBack.length > (1 - SHOWN) * truths.length ? heldBack.map(({ truth }) => truth) : []).toEqual([]);
  });
});
