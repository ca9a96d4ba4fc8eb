import type { Span } from '../domain/report.ts';
import { areComparable, compareQuantities } from '../quantities/compare-quantities.ts';
import type { DateFound } from '../quantities/dates.ts';
import type { Order } from '../quantities/orders.ts';
import { isSameRank } from '../quantities/orders.ts';
import type { Qualifier } from '../domain/quantity.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { WordLikeness } from './align.ts';
import type { ContentWord } from './content-words.ts';
import type { Move } from './figure-moves.ts';
import { moveAt, movesApart } from './figure-moves.ts';
import { timesDiffer } from './other-times.ts';
import { isWholeOfPart, signsApart } from './figure-signs.ts';
import type { ReadText } from './read-text.ts';
import type { Zone } from './figure-zones.ts';
import { zonesOf } from './figure-zones.ts';

/** What ties a claim's figure to another place than the one where the quotes have it. */
export interface Binding {
  /** How much better its words fit another figure than its own, -1 to 1. */
  margin: number;
  /** The share of its words that stand beside another figure only, 0 to 1. */
  elsewhere: number;
  /** It names a thing that the quotes do not, where they name one that it does not. */
  isOfAnotherThing: boolean;
  /** Of whom it is said is somebody else in the quotes. */
  isOfAnother: boolean;
  /** The time: the same or none, a wider one, another one, or one that the quotes do not give. */
  time: 'same' | 'wider' | 'other' | 'unsaid';
  /** The claim gives it flat, the quotes only as a limit that it may lie far from. */
  isLimitDropped: boolean;
  /** It is the whole of which the quotes name a part, or below zero in the one only. */
  isOtherwiseMeant: boolean;
  /** It rises where the quotes have it fall, or is a change where they have a level. */
  isMovedOtherwise: boolean;
  /** The words for its move, and for that of its place in the quotes, where both have one. */
  moves: { claimed: string; found: string } | undefined;
  /** Words for its time, and for that of its place in the quotes, where the two differ. */
  times: { claimed: string; found: string } | undefined;
  /** Another figure fits its words as well, and nothing tells the two apart. */
  isAmbiguous: boolean;
  /** What stands where its words do, another figure of its kind, with how well it fits, 0 to 1. */
  instead: { mark: Quantity | Order; fit: number } | undefined;
}

const BEFORE = 0.7;
const ALIKE = 0.6;
const SURELY = 0.75;
const SAME = 0.95;
const UNLIKE = 0.45;
/** Weights of words that name things; the others say what is done with them. */
const THING = 0.9;
const NO_ZONE: Zone = {
  clause: { start: 0, end: 0 },
  own: [],
  names: [],
  before: [],
  date: undefined,
  comparedWith: [],
};
const LIMITS: readonly Qualifier[] = ['over', 'under', 'nearly', 'at_least', 'at_most'];
/** 2600多: left out by many who tell it, a rough number all the same. */
const SAID_AFTER = /[多余]/u;

interface Place {
  read: ReadText;
  mark: Quantity | Order;
  zone: Zone;
}

/** Holds the place of each of a claim's figures against the places where its quotes have it. */
export function createBinder(
  claim: ReadText,
  quotes: readonly ReadText[],
  contextDates: readonly DateFound[],
  likeness: WordLikeness,
) {
  const own = zonesOf(claim);
  const all = quotes.flatMap((read) => {
    const zones = zonesOf(read);
    return [...read.figures, ...read.orders].flatMap((mark): Place[] => {
      const zone = zones.get(mark.start);
      return zone === undefined ? [] : [{ read, mark, zone }];
    });
  });
  const isClaimed = (mark: Quantity | Order) => [...claim.figures, ...claim.orders].some((one) => isHeld(one, mark));
  const move = (read: ReadText, figure: Quantity | Order) =>
    moveAt({ ...figure, kind: kindOf(figure) }, read.text, read.moves, read.figures);
  return (figure: Quantity | Order): Binding => {
    const zone = own.get(figure.start) ?? NO_ZONE;
    const places = all.filter(({ mark }) => isHeld(figure, mark));
    // What is told of another time is no rival.
    const rivals = all.filter(
      (place) => !places.includes(place) && compareTimes(zone.date, place.zone, contextDates) !== 'other',
    );
    const like = rivals.filter(({ mark }) => isLike(figure, mark));
    const sought = zone.own.length > 0 ? zone.own : claim.words;
    const fits = new Map([...places, ...rivals].map((place) => [place, fitOf(sought, place.zone, likeness)] as const));
    const best = (each: readonly Place[]) => Math.max(0, ...each.map((place) => fits.get(place) ?? 0));
    const margin = best(like) - best(places);
    const [nearest] = like
      .filter(({ read, mark }) => !movesApart(move(claim, figure), move(read, mark)))
      .toSorted((a, b) => (fits.get(b) ?? 0) - (fits.get(a) ?? 0));
    // A word that only its own place has tells that it is the one, whatever else stands beside others.
    const isTold = places.some(({ zone: held }) =>
      isToldBy(
        sought,
        held,
        like.map((place) => place.zone),
        likeness,
      ),
    );
    const companions = claim.figures.filter((one) => one !== figure && isIn(one, zone.clause));
    const isWithCompanion = places.some(({ read, zone: held }) =>
      read.figures.some((one) => isIn(one, held.clause) && companions.some((other) => isHeld(other, one))),
    );
    // How long something took, or is seen, is no measure of it: only another such stretch is a rival.
    const others = kindOf(figure) === 'duration' ? like : rivals;
    const apart = places.map((place) => sharesApart(sought, zone.names, place.zone, others, likeness));
    const times = places.map((place) => compareTimes(zone.date, place.zone, contextDates));
    return {
      margin:
        isTold || places.some(({ zone: held }) => !saysMore(held, sought, likeness, SAME))
          ? Math.min(0, margin)
          : margin,
      elsewhere: Math.min(1, ...apart.map(({ here, elsewhere }) => (elsewhere > here ? elsewhere : 0))),
      isOfAnotherThing: places.length > 0 && places.every((place) => isSwapped(sought, place, likeness)),
      isOfAnother: places.length > 0 && places.every((place) => isOfAnother(zone, place.zone, others, likeness)),
      time: (['same', 'wider', 'unsaid', 'other'] as const).find((time) => times.includes(time)) ?? 'same',
      isLimitDropped:
        'low' in figure &&
        figure.qualifier === 'exact' &&
        places.length > 0 &&
        places.every(({ mark }) => 'low' in mark && LIMITS.includes(mark.qualifier) && !SAID_AFTER.test(mark.text)),
      isOtherwiseMeant:
        'low' in figure &&
        places.length > 0 &&
        places.every(({ read, mark }) => {
          const [said, held] = [
            { text: claim.text, figure },
            { text: read.text, figure: mark },
          ];
          return signsApart(said, held) || (figure.kind === 'count' && isWholeOfPart(held) && !isWholeOfPart(said));
        }),
      isMovedOtherwise:
        'low' in figure &&
        places.length > 0 &&
        places.every(({ read, mark }) => movesApart(move(claim, figure), move(read, mark))),
      moves: places.flatMap(({ read, mark }) => bothTold(move(claim, figure).text, move(read, mark).text))[0],
      times: places.flatMap((place, at) =>
        times[at] === 'other'
          ? bothTold(textAt(claim, zone.date), textAt(place.read, place.zone.date ?? place.zone.comparedWith[0]))
          : [],
      )[0],
      isAmbiguous:
        places.length > 0 &&
        !isTold &&
        !isWithCompanion &&
        like.some(
          (place) =>
            !isClaimed(place.mark) &&
            (fits.get(place) ?? 0) >= best(places) &&
            isSameMove(move(claim, figure), move(place.read, place.mark)),
        ),
      instead: nearest && { mark: nearest.mark, fit: fits.get(nearest) ?? 0 },
    };
  };
}

/** How much more than another is not how far something rose. */
function isSameMove(one: Move, other: Move): boolean {
  return one.kind !== 'by' || other.kind !== 'by' || (one.sign === undefined) === (other.sign === undefined);
}

function isIn(mark: Span, clause: Span): boolean {
  return mark.start >= clause.start && mark.end <= clause.end;
}

function bothTold(claimed: string | undefined, found: string | undefined): { claimed: string; found: string }[] {
  return claimed === undefined || found === undefined ? [] : [{ claimed, found }];
}

function textAt({ text }: ReadText, date: DateFound | undefined): string | undefined {
  return date && text.slice(date.start, date.end);
}

function kindOf(mark: Quantity | Order): string {
  return 'rank' in mark ? 'rank' : mark.kind;
}

function isLike(one: Quantity | Order, other: Quantity | Order): boolean {
  if ('rank' in one || 'rank' in other) return 'rank' in one && 'rank' in other;
  return one.kind === other.kind && areComparable(one, other);
}

function isHeld(claimed: Quantity | Order, held: Quantity | Order): boolean {
  if ('rank' in claimed || 'rank' in held) return 'rank' in claimed && 'rank' in held && isSameRank(claimed, held);
  return ['same', 'compatible'].includes(compareQuantities(claimed, held));
}

/** How well words and a zone fit each other: harmonic mean of what is said of either. */
function fitOf(sought: readonly ContentWord[], { own, before }: Zone, likeness: WordLikeness): number {
  const recall = covered(sought, (word) => {
    const here = mostAlike(word, own, likeness);
    return Math.max(here, here >= ALIKE ? 0 : BEFORE * mostAlike(word, before, likeness));
  });
  const precision = covered(own, (word) => mostAlike(word, sought, likeness));
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
}

function isToldBy(
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
function saysMore(
  { own }: Pick<Zone, 'own'>,
  sought: readonly ContentWord[],
  likeness: WordLikeness,
  least: number,
): boolean {
  return own.some((word) => word.weight >= THING && mostAlike(word, sought, likeness) < least);
}

/** The share of the words that stand beside a rival only, and of those that stand beside the figure only. */
function sharesApart(
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
  const isThere = (word: ContentWord) => rivals.some(({ zone }) => isBeside(word, zone.own, SURELY));
  // Of whom it is tells more than what is said of them.
  const telling = named.length > 0 ? named : sought;
  return {
    here: covered(telling, (word) => (isHere(word) && !isThere(word) ? 1 : 0)),
    elsewhere: covered(telling, (word) => (!isHere(word) && isThere(word) ? 1 : 0)),
  };
}

/** A thing of the claim that the whole text does not name, for one beside the figure that the claim does not name. */
function isSwapped(sought: readonly ContentWord[], { read, zone }: Place, likeness: WordLikeness): boolean {
  // Across languages the dictionary lacks too many.
  const isThing = ({ weight, language }: ContentWord) =>
    weight >= THING && read.words.every((other) => other.language === language);
  return (
    sought.some((word) => isThing(word) && mostAlike(word, read.words, likeness) < UNLIKE) &&
    zone.own.some((word) => isThing(word) && mostAlike(word, sought, likeness) < UNLIKE)
  );
}

/** Both name somebody, nobody of the one is of the other, and whom the claim names has another figure. */
function isOfAnother(claimed: Zone, held: Zone, rivals: readonly Place[], likeness: WordLikeness): boolean {
  const isAmong = (word: ContentWord, others: readonly ContentWord[]) => mostAlike(word, others, likeness) >= ALIKE;
  if (claimed.names.length === 0 || held.names.length === 0) return false;
  if (claimed.names.some((name) => isAmong(name, [...held.names, ...held.own]))) return false;
  return claimed.names.some((name) => rivals.some(({ zone }) => isAmong(name, zone.names)));
}

function compareTimes(
  claimed: DateFound | undefined,
  { date: held, comparedWith }: Zone,
  context: readonly DateFound[],
): Binding['time'] {
  if (claimed === undefined) return 'same';
  if (held === undefined) {
    if (comparedWith.some((date) => !timesDiffer(claimed, date))) return 'other';
    return context.some((date) => !timesDiffer(claimed, date)) ? 'same' : 'unsaid';
  }
  if (timesDiffer(claimed, held)) return 'other';
  if (held.months === undefined || claimed.year === undefined) return 'same';
  if (claimed.months === undefined) return isPartOfYear(held.months) ? 'wider' : 'same';
  return claimed.months.high - claimed.months.low > held.months.high - held.months.low ? 'other' : 'same';
}

/** A month is when it was found to be so; more of them, and not all, are a part. */
function isPartOfYear({ low, high }: Quantity): boolean {
  return low < high && high - low < 11;
}
