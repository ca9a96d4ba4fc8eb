import type { Stretch } from '../text/clauses.ts';
import type { WordLikeness } from './align.ts';
import type { ContentWord } from './content-words.ts';
import type { ReadText } from './figure-zones.ts';
import type { ClausePair } from './pair-clauses.ts';

const SAME = 0.75;

/**
 * Whom a claim has say or do what a clause without figures tells, and its quotes have another do: in both somebody is
 * named last before it, they are two, and the quotes name the claim's one for something else.
 */
export function otherSpeakers(claim: ReadText, pairs: readonly ClausePair[], alike: WordLikeness): string[] {
  const others = pairs.flatMap(({ clause, places }) => {
    if (claim.figures.some(({ start }) => start >= clause.start && start < clause.end)) return [];
    const own = namedUpTo(claim, clause);
    if (own.length === 0 || places.length === 0) return [];
    const isAnother = places.every(({ sentence, clause: other }) => {
      const held = namedUpTo(sentence, other);
      const named = sentence.words.filter(({ isName }) => isName);
      const isAmong = (word: ContentWord, all: readonly ContentWord[]) => all.some((one) => alike(word, one) >= SAME);
      return held.length > 0 && !own.some((word) => isAmong(word, held)) && own.some((word) => isAmong(word, named));
    });
    return isAnother ? own.map(({ text }) => `${text} (who)`) : [];
  });
  return [...new Set(others)];
}

/** The names in a clause, else the last one before it. */
function namedUpTo({ words }: ReadText, { start, end }: Stretch): ContentWord[] {
  const inside = words.filter((word) => word.isName && word.start >= start && word.end <= end);
  return inside.length > 0 ? inside : words.filter((word) => word.isName && word.end <= start).slice(-1);
}
