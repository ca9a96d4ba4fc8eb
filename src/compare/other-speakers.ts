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
export function otherOwners(claim: ReadText, pairs: readonly ClausePair[], alike: WordLikeness): Fault[] {
  const isAmong = (word: ContentWord, all: readonly ContentWord[]) => all.some((one) => alike(word, one) >= SAME);
  return pairs.flatMap(({ clause, places }): Fault[] => {
    const [best] = places;
    const isIn = (span: Stretch) => (one: { start: number }) => one.start >= span.start && one.start < span.end;
    if (!best || claim.figures.some(isIn(clause))) return [];
    const { sentence } = best;
    const here = sentence.words.filter(isIn(best.clause));
    const named = here.filter(({ isName }) => isName);
    if (!named.some((word) => isAmong(word, claim.words))) return [];
    const missing = claim.words.filter((word) => isIn(clause)(word) && !word.isName && !isAmong(word, here));
    const others = clausesOf(sentence).filter((other) => !sentence.figures.some(isIn(other)));
    return missing.flatMap((word): Fault[] => {
      const told = others.filter((other) => isAmong(word, sentence.words.filter(isIn(other))));
      // Somebody new stands before the word.
      const isAnothers = (other: Stretch) => {
        const inside = sentence.words.filter(isIn(other));
        const at = inside.findIndex((one) => alike(word, one) >= SAME);
        const shared = claim.words.filter((one) => isIn(clause)(one) && isAmong(one, inside));
        const isParallel = shared.length >= PARALLEL * claim.words.filter(isIn(clause)).length;
        return isParallel && inside.slice(0, at).some((one) => one.weight >= THING && !isAmong(one, claim.words));
      };
      const isOfAnother = told.length > 0 && told.every(isAnothers) && !claim.words.some((one) => isBridge(one, told));
      return isOfAnother ? [{ fact: 'role', claimed: word.text, how: 'of whom' }] : [];
    });
    function isBridge(word: ContentWord, told: readonly Stretch[]): boolean {
      return (
        word.isName && !isAmong(word, here) && told.some((other) => isAmong(word, sentence.words.filter(isIn(other))))
      );
    }
  });
}
