import { describe, expect, it } from 'vitest';
import { checkModelClaim } from '../../src/model/check-model-claim.ts';
import { detectLanguage } from '../../src/text/language.ts';
import { aPassage } from '../support/builders.ts';
import { prove } from '../support/prove.ts';
import { TWISTS } from './twists/all-twists.ts';
import type { Twist } from './twists/twist.ts';

/** Kinds of which the comparison does not see all, and the most that it lets through; of every other kind, none. */
const NOT_SEEN: Record<string, number> = {
  'other year in the quote': 1,
  'other measure in the quote': 1,
  'limit dropped or turned': 1,
  'date moved': 1,
  'name near another': 3,
  'forecast told as done': 1,
  'hedge dropped': 1,
  'superlative added': 1,
  'some told as all': 1,
  'cause invented': 1,
  'comparison flipped': 5,
  'roles swapped': 2,
  'person or title swapped': 6,
  'hedge cut off': 1,
  'question cut off': 1,
  'some cut off': 1,
  'relation made up': 3,
};
/** A share of true sentences that a check may hold back. */
const SHOWN = 0.9;

function isProved({ passage }: Twist, text: string, quotes: readonly string[]): boolean {
  const citations = quotes.map((quote) => ({ passage: 'P1', quote }));
  return (
    checkModelClaim(
      { text, citations },
      { passages: [aPassage({ text: passage })], language: detectLanguage(text), prove },
    ).kind === 'proved'
  );
}

describe('a sentence whose words and figures all stand in a quote', () => {
  const kinds = [...Map.groupBy(TWISTS, ({ kind }) => kind)];

  it.each(kinds)('is not shown when it tells it falsely: %s', (kind, twists) => {
    const reached = twists.flatMap((twist) => {
      const { passage, quotes = [passage], lies } = twist;
      return lies.filter(
        (lie) => isProved(twist, lie, quotes) || quotes.some((quote) => isProved(twist, lie, [quote])),
      );
    });
    expect(reached.length > (NOT_SEEN[kind] ?? 0) ? reached : []).toEqual([]);
  });

  it('is shown when it tells it truly, nine times in ten', () => {
    const truths = TWISTS.flatMap((twist) => twist.truths.map((truth) => ({ twist, truth })));
    const heldBack = truths.filter(
      ({ twist, truth }) => !(twist.quotes ?? [twist.passage]).some((quote) => isProved(twist, truth, [quote])),
    );
    expect(heldBack.length > (1 - SHOWN) * truths.length ? heldBack.map(({ truth }) => truth) : []).toEqual([]);
  });
});
