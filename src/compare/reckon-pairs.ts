import { compareQuantities } from '../quantities/compare-quantities.ts';
import type { DateFound } from '../quantities/dates.ts';
import type { Operation, Reckoning } from '../quantities/reckon.ts';
import { comparesAt } from './comparing-words.ts';
import type { Asked, ClaimReckoning } from './held-against.ts';
import { apart, areAlike, fitOf, isSaidBy, lateness, namedAt, saidBy } from './held-against.ts';
import { areSameMonths, hasAll, isAt, isPartOf, isYearBefore } from './operand-times.ts';
import type { Operand } from './operands.ts';
import { timesDiffer } from './other-times.ts';

const OLDER = 0.1;
/** Two operands that a claim holds against each other, the first as it tells them first. */
interface Pair {
  first: Operand;
  second: Operand;
  fit: number;
  isOfTimes: boolean;
}

/** What follows from two figures that a claim holds against each other. */
export function reckonPairs(operands: readonly Operand[], asked: Asked): ClaimReckoning[] {
  return operands.flatMap((one, at) =>
    operands.slice(at + 1).flatMap((other) => {
      const pair = areAlike(one, other) ? pairOf(one, other, asked) : undefined;
      const reckoning = pair && reckonPair(pair, asked);
      if (!pair || !reckoning) return [];
      const said = saidBy([one, other], asked);
      const isTrue = isSaidBy(asked.figure, reckoning, [one, other]) && hasSign(reckoning, asked);
      const both = [pair.first, pair.second];
      return hasAll(asked.claim, asked.figure, both)
        ? [{ figure: asked.figure, reckoning, operands: both, isTrue, fit: said + pair.fit, said }]
        : [];
    }),
  );
}

function hasSign({ operation, value }: Reckoning, { sign }: Asked): boolean {
  return sign === undefined || operation === 'ratio' || operation === 'share' || Math.sign(value) === sign;
}

function pairOf(one: Operand, other: Operand, asked: Asked): Pair | undefined {
  if (asked.operation === 'share' && (isPartOf(one, other) || isPartOf(other, one)))
    return isPartOf(one, other) ? pairOfParts(one, other, asked) : pairOfParts(other, one, asked);
  const isOfTimes = one.date !== undefined && other.date !== undefined && timesDiffer(one.date, other.date);
  if (isOfTimes) return pairOfTimes(one, other, asked);
  const areTimesNamed = asked.dates.some((date) => asked.dates.some((another) => timesDiffer(date, another)));
  return areTimesNamed ? undefined : pairOfThings(one, other, asked);
}

/** The same of two times that the claim names, or of the later one that it names and of the year before. */
function pairOfTimes(one: Operand, other: Operand, asked: Asked): Pair | undefined {
  const { dates, alike, claim } = asked;
  if (one.head !== other.head || apart(one, other, alike).length + apart(other, one, alike).length > 0)
    return undefined;
  const [later, earlier] = isYearBefore(one, other) || isLater(one, other) ? [one, other] : [other, one];
  const places = [later, earlier].map((each) => dates.find((date) => isAt(date, each, dates)));
  if (dates.some((date) => !isAt(date, later, dates) && !isAt(date, earlier, dates))) return undefined;
  const [ofLater, ofEarlier] = places;
  const isTold = ofEarlier !== undefined && ofLater !== undefined && ofEarlier !== ofLater;
  if (!isTold && !(isYearBefore(later, earlier) && (ofLater !== undefined || dates.length === 0))) return undefined;
  const than = comparesAt(claim.text);
  const isTurned =
    isTold && ofEarlier.start < ofLater.start && (asked.operation === 'ratio' || (than ?? 0) > ofEarlier.start);
  const [first, second] = isTurned ? [earlier, later] : [later, earlier];
  const fit = fitOf(later, earlier, asked) - (dates.length === 0 ? OLDER : 0);
  return { first, second, fit, isOfTimes: true };
}

/** The same of a part of a time and of all of it, both of which the claim names. */
function pairOfParts(part: Operand, whole: Operand, asked: Asked): Pair | undefined {
  const { dates, alike } = asked;
  if (apart(part, whole, alike).length + apart(whole, part, alike).length > 0) return undefined;
  const isNamed = ({ date }: Operand) => dates.some((claimed) => areSameMonths(claimed, date));
  const isOfYear = dates.every(({ year }) =>
    [part, whole].every(({ date }) => !year || !date?.year || year.low === date.year.low),
  );
  return isNamed(part) && isNamed(whole) && isOfYear
    ? { first: part, second: whole, fit: fitOf(part, whole, asked), isOfTimes: false }
    : undefined;
}

function isLater({ date: one }: Operand, { date: other }: Operand): boolean {
  const parts = (date: DateFound | undefined) => (date?.year?.low ?? 0) * 100 + (date?.months?.high ?? 0);
  return parts(one) > parts(other);
}

/** Two things, each of which the claim names by what the other is not, or as all of something, or by its figure. */
function pairOfThings(one: Operand, other: Operand, asked: Asked): Pair | undefined {
  const places = [placeOf(one, other, asked), placeOf(other, one, asked)];
  const [ofOne, ofOther] = places;
  if (ofOne === undefined || ofOther === undefined) return undefined;
  const late = [one, other].map((each) => lateness(each, asked));
  if (late.some((each) => each === undefined)) return undefined;
  const [first, second] = ofOne <= ofOther ? [one, other] : [other, one];
  const penalty = late.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  return { first, second, fit: fitOf(one, other, asked) - penalty, isOfTimes: false };
}

/** `A fifth of the 815`: what a claim gives the figure of itself. */
const BY_FIGURE: readonly Operation[] = ['share', 'ratio'];

/** Where the claim names what tells an operand from another one. */
function placeOf(own: Operand, other: Operand, asked: Asked): number | undefined {
  const { claim, figure, alike, operation } = asked;
  const told =
    BY_FIGURE.includes(operation) &&
    claim.figures.find((one) => one !== figure && compareQuantities(one, own.figure) === 'same');
  if (told) return told.start;
  const different = apart(own, other, alike);
  const named = different.flatMap((word) => {
    const at = namedAt(word, asked);
    return at === undefined ? [] : [{ at, word }];
  });
  const [first] = named.toSorted((a, b) => a.at - b.at);
  const lacksName = different.some(({ isName }) => isName) && !named.some(({ word }) => word.isName);
  if (first && !lacksName) return first.at;
  return own.isTotal && asked.operation === 'share' ? claim.text.length : undefined;
}

function reckonPair({ first, second, isOfTimes }: Pair, { operation }: Asked): Reckoning | undefined {
  const [one, other] = [first.figure, second.figure];
  const operands = [one, other];
  switch (operation) {
    case 'difference':
    case 'points':
      return { operation, operands, value: one.low - other.low };
    case 'growth':
      return other.low > 0 ? { operation, operands, value: (100 * (one.low - other.low)) / other.low } : undefined;
    case 'ratio':
      return other.low > 0 ? { operation, operands, value: one.low / other.low } : undefined;
    case 'share': {
      const [part, whole] = one.low <= other.low ? [one, other] : [other, one];
      return whole.low > 0 && !isOfTimes
        ? { operation, operands: [part, whole], value: (100 * part.low) / whole.low }
        : undefined;
    }
    default:
      return undefined;
  }
}
