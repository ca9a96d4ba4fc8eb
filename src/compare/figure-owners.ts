import type { Order } from '../quantities/orders.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { WordLikeness } from './align.ts';
import type { ContentWord } from './content-words.ts';
import type { Zone } from './figure-zones.ts';
import type { ReadText } from './read-text.ts';
import { words as wordsOf } from '../lexicon/lexicon.ts';
import { holdsHan } from '../text/holds-letters.ts';

const REFERS = wordsOf('refers back/begins');
const BEFORE = 0.7;
const ALIKE = 0.6;
const SURELY = 0.75;
/** From here on two words are the same. */
export const SAME = 0.95;
const UNLIKE = 0.45;
/** Weights of words that name things; the others say what is done with them. */
const THING = 0.9;

/** A figure or rank of the quotes with what stands beside it. */
export interface Place {
  read: ReadText;
  mark: Quantity | Order;
  zone: Zone;
}

/** How well words and a zone fit each other: harmonic mean of what is said of either. */
export function fitOf(sought: readonly ContentWord[], { own, before }: Zone, likeness: WordLikeness): number {
  const recall = covered(sought, (word) => {
    const here = mostAlike(word, own, likeness);
    return Math.max(here, here >= ALIKE ? 0 : BEFORE * mostAlike(word, before, likeness));
  });
  const precision = covered(own, (word) => mostAlike(word, sought, likeness));
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
}

export function isToldBy(
  sought: readonly ContentWord[],
  { own }: Zone,
  rivals: readonly Zone[],
  likeness: WordLikeness,
): boolean {
  return sought.some(
    (word) =>
      mostAlike(word, own, likeness) >= SURELY &&
      rivals.every((rival) => mostAlike(word, [...rival.own, ...rival.before], likeness) < UNLIKE),
  );
}

function covered(words: readonly ContentWord[], share: (word: ContentWord) => number): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 0 : words.reduce((sum, word) => sum + word.weight * share(word), 0) / total;
}

function mostAlike(word: ContentWord, others: readonly ContentWord[], likeness: WordLikeness): number {
  return Math.max(0, ...others.map((other) => likeness(word, other)));
}

/** It names a thing that is less like those that are sought than a likeness. */
export function saysMore(
  { own }: Pick<Zone, 'own'>,
  sought: readonly ContentWord[],
  likeness: WordLikeness,
  least: number,
): boolean {
  return own.some((word) => word.weight >= THING && mostAlike(word, sought, likeness) < least);
}

/** The share of the words that stand beside a rival only, and of those that stand beside the figure only. */
export function sharesApart(
  sought: readonly ContentWord[],
  named: readonly ContentWord[],
  { own, before, names }: Zone,
  rivals: readonly Place[],
  likeness: WordLikeness,
): { here: number; elsewhere: number } {
  // A place that says nothing that the claim does not goes on with what was said before it.
  if (!saysMore({ own }, sought, likeness, UNLIKE)) return { here: 1, elsewhere: 0 };
  const isBeside = (word: ContentWord, words: readonly ContentWord[], least: number) =>
    mostAlike(word, words, likeness) >= least;
  // Whom it names itself it does not take from before.
  const around = own.some(({ isName }) => isName) ? own : [...own, ...before, ...names];
  const isHere = (word: ContentWord) => isBeside(word, around, ALIKE);
  const isThere = (word: ContentWord) =>
    rivals.some(({ zone }) => isBeside(word, word.isName ? [...zone.own, ...zone.names] : zone.own, SURELY));
  const tells = (word: ContentWord) => isHere(word) !== isThere(word);
  // Of whom it is tells more than what is said of them, unless all of it is of them.
  const telling = named.some(tells) ? named : sought;
  return {
    here: covered(telling, (word) => (isHere(word) && !isThere(word) ? 1 : 0)),
    elsewhere: covered(telling, (word) => (!isHere(word) && isThere(word) ? 1 : 0)),
  };
}

/** A thing of the claim that the whole text does not name, for one beside the figure that the claim does not name. */
export function isSwapped(sought: readonly ContentWord[], { read, zone }: Place, likeness: WordLikeness): boolean {
  // Across languages the dictionary lacks too many.
  const isThing = ({ weight, language }: ContentWord) =>
    weight >= THING && read.words.every((other) => other.language === language);
  return (
    sought.some((word) => isThing(word) && mostAlike(word, read.words, likeness) < UNLIKE) &&
    zone.own.some((word) => isThing(word) && mostAlike(word, sought, likeness) < UNLIKE)
  );
}

/**
 * Both name somebody, nobody of the one is of the other, and whom the claim names has another figure, or stands nowhere
 * in the quotes while the figure's own words name somebody else.
 */
export function isOfAnother(
  claimed: Zone,
  held: Zone,
  rivals: readonly Place[],
  { said, told }: { said: readonly ContentWord[]; told: readonly ContentWord[] },
  likeness: WordLikeness,
): boolean {
  const isAmong = (word: ContentWord, others: readonly ContentWord[]) => mostAlike(word, others, likeness) >= ALIKE;
  if (claimed.names.length === 0 || held.names.length === 0) return false;
  if (claimed.names.some((name) => isAmong(name, [...held.names, ...held.own]))) return false;
  // Capitals alone say of what kind a figure is as often as whose: GAAP, EUV.
  const owners = held.own.filter(({ isName, text }) => isName && (holdsHan(text) || text !== text.toUpperCase()));
  // Across languages a name may stand there in a spelling that no word shows.
  const isWithin = [...owners, ...claimed.names].every(({ language }) => language === owners[0]?.language);
  const isElsewhere = owners.length > 0 && isWithin && !owners.some((name) => isAmong(name, told));
  return (
    claimed.names.some((name) => rivals.some(({ zone }) => isAmong(name, zone.names))) ||
    (isElsewhere && !claimed.names.some((name) => isAmong(name, said)))
  );
}

/**
 * A thing of the claim is told only later than the figure, beside another one or in another clause, and the figure's
 * own place has a thing that the claim does not name: who is told first is spoken of later, too, and not the other way
 * round.
 * @param isMoved it is by how much something moves
 */
export function isTakenFrom(
  sought: readonly ContentWord[],
  { read, mark, zone }: Place,
  rivals: readonly Place[],
  { claimed, isMoved }: { claimed: readonly ContentWord[]; isMoved: boolean },
  likeness: WordLikeness,
): boolean {
  const language = claimed[0]?.language;
  const isThing = (word: ContentWord) => word.weight >= THING && word.language === language;
  const own = zone.own.filter((word) => isThing(word) && mostAlike(word, claimed, likeness) < SURELY);
  // `They made up 14 %`: who they are may be told behind it.
  const isOpen = language === 'en' && REFERS.isIn(read.text.slice(zone.clause.start, mark.start));
  if (own.length === 0 || isOpen) return false;
  const later = rivals.filter((rival) => rival.read === read && rival.mark.start > mark.start);
  const theirs = new Set([
    ...later.flatMap((rival) => [...rival.zone.own, ...rival.zone.before]),
    // Who grows by so much stands before it.
    ...read.words.filter(({ start }) => start >= (isMoved ? mark.end : zone.clause.end)),
  ]);
  // What a list names for a later figure is none of this one, though it stands before both.
  const before = read.words.filter((word) => word.start < mark.start && !theirs.has(word));
  const said = [...zone.own.filter((word) => !isMoved || word.start < mark.start), ...before];
  const taken = sought.filter((word) => isThing(word) && mostAlike(word, said, likeness) < SAME);
  const others = [...theirs];
  return (
    taken.some((word) => mostAlike(word, others, likeness) >= SAME) &&
    (isMoved || own.some((word) => mostAlike(word, others, likeness) < SAME))
  );
}
