import type { WordLikeness } from './align.ts';
import type { ContentWord } from './content-words.ts';
import { createNames } from '../lexicon/names.ts';
import type { ReadText } from './read-text.ts';

const KNOWN = createNames();
/** A word of which so little is said is not said, and one of which so much is said surely is. */
const UNSAID = 0.45;
const SAID = 0.75;
/** Weight from which on a word names a thing. */
const THING = 0.9;
/** So many words on either side tell a place. */
const NEAR = 2;

/**
 * The word that stands in a quote where a claim has another one: of the same kind, beside the same words on one side or
 * on both.
 */
export function replacedBy(
  word: ContentWord,
  claim: ReadText,
  quotes: readonly ReadText[],
  alike: WordLikeness,
): { text: string; sides: number } | undefined {
  if (!word.isName && word.weight < THING) return undefined;
  const at = claim.words.indexOf(word);
  const [before, after] = [claim.words.slice(Math.max(0, at - NEAR), at), claim.words.slice(at + 1, at + 1 + NEAR)];
  const isClaimed = (other: ContentWord) => claim.words.some((own) => alike(own, other) >= UNSAID);
  const isOneOf = (other: ContentWord | undefined, own: readonly ContentWord[]) =>
    other !== undefined && own.some((each) => alike(each, other) >= SAID);
  const ranked = quotes.flatMap(({ words }) =>
    words.flatMap((other, place) => {
      const isLike =
        (other.language === word.language || (isPlace(word) && isPlace(other))) &&
        other.isName === word.isName &&
        (other.isName || other.weight >= THING);
      if (!isLike || isClaimed(other)) return [];
      const left = words.slice(Math.max(0, place - NEAR), place).some((each) => isOneOf(each, before));
      const right = words.slice(place + 1, place + 1 + NEAR).some((each) => isOneOf(each, after));
      return left || right ? [{ text: other.text, sides: Number(left) + Number(right) }] : [];
    }),
  );
  return ranked.toSorted((a, b) => b.sides - a.sides)[0];
}

function isPlace({ text }: ContentWord): boolean {
  return KNOWN.find(text).some(({ kind }) => kind === 'place');
}
