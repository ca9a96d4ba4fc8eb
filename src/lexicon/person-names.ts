import { tagWords } from '../text/tag-words.ts';
import { rowsOfClass, words } from './lexicon.ts';

/** What stands before the names of persons, and behind them. */
const TITLES = words('title');
const BEHIND = words('behind a name');
/** Titles and verbs of speaking are no longer, in characters. */
const REACH = 6;
/** A name has so many characters. */
const LENGTHS = [2, 3];
/** A stretch that begins like a name and comes so often is kept even where the words are cut in another way. */
const OFTEN = 3;

let familyNames: ReadonlySet<string> | undefined;

/** True for a word that may be the name of a Chinese person: two or three characters, the first a family name. */
function looksLikePerson(word: string): boolean {
  familyNames ??= new Set(rowsOfClass('family name').map(({ form }) => form));
  return familyNames.has(word.charAt(0)) && /^\p{Script=Han}{2,3}$/u.test(word);
}

/** True where a stretch that looks like a person's name has a title before it, or somebody speaks behind it. */
export function isPersonAt(text: string, start: number, end: number): boolean {
  if (!looksLikePerson(text.slice(start, end))) return false;
  const behind = text.slice(end, end + REACH);
  return TITLES.isAtEnd(text.slice(Math.max(0, start - REACH), start)) || BEHIND.atStart(behind) !== undefined;
}

/** The persons that a Chinese sentence names. Now and then a word that only looks like one. */
export function personNames(sentence: string): string[] {
  const found = tagWords(sentence).filter(({ text: word, tag }) =>
    tag.startsWith('nr') ? /^\p{Script=Han}{2,4}$/u.test(word) : tag === 'x' && looksLikePerson(word),
  );
  return found.map(({ text: word }) => word);
}

/**
 * Stretches of a long text that may be names of persons, none twice: cheap, and generous, for they are only compared
 * with names.
 */
export function personCandidates(text: string): string[] {
  return [...new Set([...titled(text), ...frequentStretches(text)])];
}

/** Two and three characters: where a name ends shows in the letters that it is compared with. */
function titled(text: string): string[] {
  return [
    ...TITLES.find(text).flatMap(({ end }) => LENGTHS.map((length) => text.slice(end, end + length))),
    ...BEHIND.find(text).flatMap(({ start }) =>
      LENGTHS.map((length) => text.slice(Math.max(0, start - length), start)),
    ),
  ].filter(looksLikePerson);
}

function frequentStretches(text: string): string[] {
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= text.length; at++) {
    const stretch = text.slice(at, at + 3);
    if (looksLikePerson(stretch)) counts.set(stretch, (counts.get(stretch) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= OFTEN).map(([stretch]) => stretch);
}
