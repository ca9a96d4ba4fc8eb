import type { Stretch } from '../text/clauses.ts';
import type { WordLikeness } from './align.ts';
import type { ContentWord } from './content-words.ts';
import type { Fault } from './fault.ts';
import { foundAs } from './fault.ts';
import type { ReadText } from './read-text.ts';
import { clausesOf } from './read-text.ts';
import type { ClausePair } from './pair-clauses.ts';

const SAME = 0.75;
/** So many of the words of a clause another one has that says the same of somebody else, as a share. */
const PARALLEL = 0.6;
/** Weight from which on a word names a thing. */
const THING = 1;

/**
 * Whom a claim has say or do what a clause without figures tells, and its quotes have another do: in both somebody is
 * named last before it, they are two, and the quotes name the claim's one for something else.
 */
export function otherSpeakers(
  claim: ReadText,
  pairs: readonly ClausePair[],
  sentences: readonly ReadText[],
  alike: WordLikeness,
): Fault[] {
  const named = sentences.flatMap(({ words }) => words.filter(({ isName }) => isName));
  const others = pairs.flatMap(({ clause, places }) => {
    if (claim.figures.some(({ start }) => start >= clause.start && start < clause.end)) return [];
    const own = namedUpTo(claim, clause);
    if (own.length === 0 || places.length === 0) return [];
    const theirs = places.flatMap(({ sentence, clause: other }) => namedUpTo(sentence, other));
    const isAmong = (word: ContentWord, all: readonly ContentWord[]) => all.some((one) => alike(word, one) >= SAME);
    const found = theirs.find((word) => !isAmong(word, claim.words))?.text;
    const isAnother = places.every(({ sentence, clause: other }) => {
      const held = namedUpTo(sentence, other);
      return held.length > 0 && !own.some((word) => isAmong(word, held)) && own.some((word) => isAmong(word, named));
    });
    return isAnother
      ? own.map(({ text }): Fault => ({ fact: 'role', claimed: text, ...foundAs(found), how: 'who' }))
      : [];
  });
  return others.filter((fault, at) => others.findIndex(({ claimed }) => claimed === fault.claimed) === at);
}

/** The names in a clause, else the last one before it. */
function namedUpTo({ words }: ReadText, { start, end }: Stretch): ContentWord[] {
  const inside = words.filter((word) => word.isName && word.start >= start && word.end <= end);
  return inside.length > 0 ? inside : words.filter((word) => word.isName && word.end <= start).slice(-1);
}

/**
 * Words of a claim's clause without figures that its place in the quotes does not say, but another clause without any
 * does, of somebody whom the claim does not name.
 */
export function otherOwners(
  claim: ReadText,
  pairs: readonly ClausePair[],
  sentences: readonly ReadText[],
  alike: WordLikeness,
): Fault[] {
  const isAmong = (word: ContentWord, all: readonly ContentWord[]) => all.some((one) => alike(word, one) >= SAME);
  const others = sentences.flatMap((sentence) =>
    clausesOf(sentence)
      .filter((clause) => !sentence.figures.some(isIn(clause)))
      .map((clause) => sentence.words.filter(isIn(clause))),
  );
  return pairs.flatMap(({ clause, places }): Fault[] => {
    const [best] = places;
    if (!best || claim.figures.some(isIn(clause))) return [];
    const own = claim.words.filter(isIn(clause));
    const here = best.sentence.words.filter(isIn(best.clause));
    if (!here.some((word) => word.isName && isAmong(word, claim.words))) return [];
    const missing = own.filter((word) => !word.isName && !isAmong(word, here));
    return missing.flatMap((word): Fault[] => {
      const told = others.filter((inside) => isAmong(word, inside));
      // Somebody new stands before the word.
      const isAnothers = (inside: readonly ContentWord[]) => {
        const at = inside.findIndex((one) => alike(word, one) >= SAME);
        const shared = own.filter((one) => isAmong(one, inside));
        const isParallel = shared.length >= PARALLEL * own.length;
        return isParallel && inside.slice(0, at).some((one) => one.weight >= THING && !isAmong(one, claim.words));
      };
      const isBridge = (one: ContentWord) =>
        one.isName && !isAmong(one, here) && told.some((inside) => isAmong(one, inside));
      const isOfAnother = told.length > 0 && told.every(isAnothers) && !claim.words.some(isBridge);
      return isOfAnother ? [{ fact: 'role', claimed: word.text, how: 'of whom' }] : [];
    });
  });
}

function isIn(span: Stretch): (one: { start: number }) => boolean {
  return ({ start }) => start >= span.start && start < span.end;
}
