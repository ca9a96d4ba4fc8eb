import { words } from '../lexicon/lexicon.ts';
import type { WordLikeness } from './align.ts';
import type { ContentWord } from './content-words.ts';
import type { Fault } from './fault.ts';
import type { ReadText } from './read-text.ts';

/** Says that the one is the other. */
const IS = words('is the same');
const SAME = 0.75;
/** Weight from which on a word names a thing, or what somebody is. */
const THING = 0.9;

/** What somebody is called right before the name. */
interface Titled {
  title: ContentWord;
  name: ContentWord;
}

/**
 * Titles that a claim gives to one whom its quotes call by another one, while somebody else of theirs has it: `Chairman
 * A` and `President B` told as `President A`.
 */
export function otherTitles(claim: ReadText, sentences: readonly ReadText[], alike: WordLikeness): Fault[] {
  const held = sentences.flatMap(titlesIn);
  const isSame = (one: ContentWord, other: ContentWord) => alike(one, other) >= SAME;
  return titlesIn(claim).flatMap(({ title, name }): Fault[] => {
    const own = held.filter((other) => isSame(name, other.name));
    const theirs = held.filter((other) => isSame(title, other.title));
    const isAnothers = own.length > 0 && theirs.length > 0 && !own.some((other) => theirs.includes(other));
    const found = own[0]?.title.text;
    return isAnothers && found !== undefined
      ? [{ fact: 'role', claimed: `${title.text} ${name.text}`, found, how: 'who' }]
      : [];
  });
}

/** Nothing but a space, or what says that the one is the other, stands between the two. */
function titlesIn({ text, words: all }: ReadText): Titled[] {
  return all.flatMap((name, at): Titled[] => {
    const title = all[at - 1];
    if (!name.isName || title === undefined || title.isName || title.weight < THING) return [];
    const between = text.slice(title.end, name.start).trim();
    return between === '' || IS.is(between) ? [{ title, name }] : [];
  });
}
