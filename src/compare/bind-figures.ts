import type { Span } from '../domain/report.ts';
import { words } from '../lexicon/lexicon.ts';
import type { DateFound } from '../quantities/dates.ts';
import type { Order } from '../quantities/orders.ts';
import type { Qualifier } from '../domain/quantity.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { WordLikeness } from './align.ts';
import type { Place } from './figure-owners.ts';
import { fitOf, isOfAnother, isSwapped, isTakenFrom, isToldBy, saysMore, SAME, sharesApart } from './figure-owners.ts';
import { isLabelledOtherwise, isOfAnotherKind } from './figure-kinds.ts';
import type { Move } from './figure-moves.ts';
import { moveAt, movesApart } from './figure-moves.ts';
import type { TimeCompared } from './other-times.ts';
import { compareTimes, isSameTime } from './other-times.ts';
import { isReached, isWholeOfPart, signsApart } from './figure-signs.ts';
import type { ReadText } from './read-text.ts';
import { isHeld, isLike, kindOf } from './same-marks.ts';
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
  /** The claim tells two figures, and both would fit better if they were exchanged. */
  isExchanged: boolean;
  /** Of whom it is said is somebody else in the quotes. */
  isOfAnother: boolean;
  /** The time: the same or none, a wider one, another one, or one that the quotes do not give. */
  time: TimeCompared;
  /** The claim gives it flat, the quotes only as a limit that it may lie far from. */
  isLimitDropped: boolean;
  /** It is the whole of which the quotes name a part, below zero in the one only, or the least where it is the most. */
  isOtherwiseMeant: boolean;
  /** It is an average, a yearly one, where the quotes have none such, or is of another stretch of time. */
  isOfAnotherKind: boolean;
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

/** So much better two figures fit when they are exchanged, of 2. */
const EXCHANGED = 0.15;
const NO_ZONE: Zone = {
  clause: { start: 0, end: 0 },
  part: { start: 0, end: 0 },
  label: undefined,
  own: [],
  names: [],
  before: [],
  date: undefined,
  comparedWith: [],
};
const LIMITS: readonly Qualifier[] = ['over', 'under', 'nearly', 'at_least', 'at_most'];
const ABOVE: readonly Qualifier[] = ['over', 'at_least'];
/** 2600多: left out by many who tell it, a rough number all the same. */
const SAID_AFTER = words('rough number');

/** Holds the place of each of a claim's figures against the places where its quotes have it. */
export function createBinder(
  claim: ReadText,
  quotes: readonly ReadText[],
  contextDates: readonly DateFound[],
  likeness: WordLikeness,
) {
  const zones = zonesOf(claim);
  const all = quotes.flatMap((read) => {
    const held = zonesOf(read);
    return [...read.figures, ...read.orders].flatMap((mark): Place[] => {
      const zone = held.get(mark.start);
      return zone === undefined ? [] : [{ read, mark, zone }];
    });
  });
  const heldWords = quotes.flatMap((read) => read.words);
  const isClaimed = (mark: Quantity | Order) => [...claim.figures, ...claim.orders].some((one) => isHeld(one, mark));
  const move = (read: ReadText, figure: Quantity | Order) =>
    moveAt({ ...figure, kind: kindOf(figure) }, read.text, read.moves, read.figures);
  return (figure: Quantity | Order): Binding => {
    const zone = zones.get(figure.start) ?? NO_ZONE;
    const places = all.filter(({ mark }) => isHeld(figure, mark));
    // What is told of another time is no rival.
    const rivals = all.filter(
      (place) => !places.includes(place) && compareTimes(zone.date, place.zone, contextDates) !== 'other',
    );
    const like = rivals.filter(({ mark }) => isLike(figure, mark));
    const sought = zone.own.length > 0 ? zone.own : claim.words;
    // What is the largest, or grows, is told before it.
    const ownMove = move(claim, figure);
    const isMoved = (place: Place) =>
      ownMove.kind === 'by' &&
      claim.words[0]?.language === 'en' &&
      place.read.moves.some(({ text }) => text === move(place.read, place.mark).text);
    const before = sought.filter(({ end }) => end <= figure.start);
    const fits = new Map([...places, ...rivals].map((place) => [place, fitOf(sought, place.zone, likeness)] as const));
    const best = (each: readonly Place[]) => Math.max(0, ...each.map((place) => fits.get(place) ?? 0));
    const margin = Math.max(...like.map((rival) => better(figure, rival)), -best(places));
    /** How much better the rival fits; one that the claim tells as well, than if the two were exchanged. */
    function better(own: Quantity | Order, rival: Place): number {
      const direct = (fits.get(rival) ?? 0) - best(places);
      const other = [...claim.figures, ...claim.orders].find((one) => one !== own && isHeld(one, rival.mark));
      const beside = other && zones.get(other.start)?.own;
      if (!beside) return direct;
      const back = Math.max(0, ...places.map((place) => fitOf(beside, place.zone, likeness)));
      return direct + back - fitOf(beside, rival.zone, likeness);
    }
    const [nearest] = like
      .filter(({ read, mark }) => !isClaimed(mark) && !movesApart(move(claim, figure), move(read, mark)))
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
    // A figure of just that time, which its words fit as well, is the one that is of it.
    const isOfThatTime = like.some(
      (rival) =>
        isSameTime(zone.date, rival.zone.date) &&
        !isClaimed(rival.mark) &&
        (fits.get(rival) ?? 0) >= best(places) &&
        !movesApart(move(claim, figure), move(rival.read, rival.mark)),
    );
    const times = places.map((place) => {
      const time = compareTimes(zone.date, place.zone, contextDates);
      return time === 'same' && isOfThatTime && !isSameTime(zone.date, place.zone.date) ? 'other' : time;
    });
    return {
      margin:
        isTold || places.some(({ zone: held }) => !saysMore(held, sought, likeness, SAME))
          ? Math.min(0, margin)
          : margin,
      elsewhere: Math.min(1, ...apart.map(({ here, elsewhere }) => (elsewhere > here ? elsewhere : 0))),
      isOfAnotherThing: places.length > 0 && places.every((place) => isSwapped(sought, place, likeness)),
      isOfAnother:
        places.length > 0 &&
        places.every(
          (place) =>
            isOfAnother(zone, place.zone, others, { said: heldWords, told: claim.words }, likeness) ||
            isTakenFrom(
              'rank' in figure || isMoved(place) ? before : sought,
              place,
              rivals,
              { claimed: claim.words, isMoved: isMoved(place) },
              likeness,
            ),
        ),
      isExchanged:
        places.length > 0 && like.some((rival) => isClaimed(rival.mark) && better(figure, rival) >= EXCHANGED),
      time: (['same', 'wider', 'unsaid', 'other'] as const).find((time) => times.includes(time)) ?? 'same',
      isLimitDropped:
        'low' in figure &&
        figure.qualifier === 'exact' &&
        places.length > 0 &&
        places.every(({ mark }) => 'low' in mark && LIMITS.includes(mark.qualifier) && !SAID_AFTER.isIn(mark.text)),
      isOtherwiseMeant:
        'low' in figure &&
        places.length > 0 &&
        places.every(({ read, mark }) => {
          const [said, held] = [
            { text: claim.text, figure },
            { text: read.text, figure: mark },
          ];
          const isTurned = ABOVE.includes(figure.qualifier) && isReached(held);
          return (
            isTurned ||
            signsApart(said, held) ||
            (figure.kind === 'count' && isWholeOfPart(held) && !isWholeOfPart(said))
          );
        }),
      isOfAnotherKind:
        'low' in figure &&
        places.length > 0 &&
        (isOfAnotherKind(
          { ...zone, text: claim.text, figure },
          places.flatMap(({ read, mark, zone: held }) =>
            'low' in mark ? [{ ...held, text: read.text, figure: mark }] : [],
          ),
        ) ||
          isLabelledOtherwise(
            zone.label,
            places.map((place) => place.zone.label),
          )),
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
