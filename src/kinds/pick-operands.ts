import type { FoundFigure } from './find-operands.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import { placeOf } from './word-share.ts';
import { isOfTable } from './figures-beside.ts';
import type { ReadComparison } from './read-comparison.ts';

/** Figures of each operand that are put together; of three operands and more, so many of each further one. */
const FIGURES = 12;
const OF_FURTHER = 2;
/** Of what is asked this share is said with a figure at least. */
const LEAST_ASKED = 0.6;
/** A statement with this share of the question's words answers alone. */
const MOST_WORDS = 0.6;
/** Characters between two statements that stand side by side. */
const NEAR = 60;
/** What speaks for two figures: both of one statement, of one table, under one head. */
const SAME_STATEMENT = 3;
const SAME_TABLE = 1;
const SAME_HEAD = 1;

/** One figure for each operand, in their order, that can be reckoned with each other. */
export type Picked = readonly [FoundFigure, FoundFigure, ...FoundFigure[]];

/** The figures of the operands that measure one thing in one unit, the ones that belong together first. */
export function pickOperands(figures: readonly (readonly FoundFigure[])[], comparison: ReadComparison): Picked[] {
  const [first = [], second = [], ...further] = figures.map((of) => of.slice(0, FIGURES));
  const pairs = first.flatMap((one) =>
    second.filter((other) => areOfOneMeasure([one, other], comparison)).map((other): Picked => [one, other]),
  );
  return further
    .reduce(
      (picked: Picked[], next) =>
        picked.flatMap((chosen) =>
          next
            .filter((one) => chosen.every((other) => areOfOneMeasure([other, one], comparison)))
            .slice(0, OF_FURTHER)
            .map((one): Picked => [...chosen, one]),
        ),
      pairs,
    )
    .toSorted((a, b) => fitOf(b) - fitOf(a));
}

/** All in one statement, in one table, or side by side; else each would be said alone. */
export function mayBeSaidTogether([first, ...others]: Picked): boolean {
  return others.every((other) => isOfOnePlace(first, other)) || [first, ...others].every(isSure);
}

/** True for two figures of one statement. */
export function isSameStatement({ sentence: one }: FoundFigure, { sentence: other }: FoundFigure): boolean {
  return one.text === other.text && one.passage.chunk.order === other.passage.chunk.order;
}

function areOfOneMeasure([one, other]: readonly [FoundFigure, FoundFigure], { operands }: ReadComparison): boolean {
  const isOfOne = isSameStatement(one, other);
  if (isOfOne && one.quantity.start === other.quantity.start) return false;
  if (!areOfOneUnit(one, other)) return false;
  if (![one, other].every((each) => isAsked(each, isOfOne))) return false;
  if (operands[1].time === 'before' && !isYearBefore(one, other)) return false;
  if (isOfTable(one.sentence) && isOfTable(other.sentence)) return isOfOne || isOfOneColumn(one, other);
  if (!measureAlike(one, other)) return false;
  if (isOfOnePlace(one, other)) return true;
  // From two places, each must be about what is asked, of one time, and measured: bare numbers may count anything.
  const isOfOneTime = operands.every(({ time }) => time !== undefined) || one.year === other.year;
  return one.quantity.unit !== '' && isOfOneTime && isSure(one) && isSure(other);
}

/** What two sentences measure has a word in common, where both say it. */
function measureAlike({ measure: one }: FoundFigure, { measure: other }: FoundFigure): boolean {
  if (one === undefined || other === undefined) return true;
  const named = tagWords(other).filter((word) => contentOf(word) > 0);
  return named.length === 0 || named.some(({ text }) => placeOf(text, one) >= 0) || placeOf(one, other) >= 0;
}

/** `$3,852` stands above `1,438`: only the first cells of a column say the unit. */
function areOfOneUnit(
  { quantity: one, cell }: FoundFigure,
  { quantity: other, cell: otherCell }: FoundFigure,
): boolean {
  if (one.kind === other.kind && one.unit === other.unit) return true;
  const isBare = [one, other].some(({ kind, unit }) => kind === 'count' && unit === '');
  return isBare && cell !== undefined && otherCell !== undefined && [one.kind, other.kind].includes('money');
}

/** It says what is asked; alone, of the place, the time and the name that the question insists on. */
function isAsked({ asked, ranked: { unmet } }: FoundFigure, isOfOne: boolean): boolean {
  return (isOfOne || unmet.length === 0) && asked >= LEAST_ASKED;
}

/** Rows of one table measure the same under one head; without heads, in one unit. */
function isOfOneColumn(one: FoundFigure, other: FoundFigure): boolean {
  return isOfTableOf(one, other) && one.head === other.head && (one.head !== '' || one.quantity.unit !== '');
}

/** Only what would be said alone is said without the other. */
function isSure({ ranked: { unmet, features } }: FoundFigure): boolean {
  return unmet.length === 0 && features.words >= MOST_WORDS;
}

/** The year before the other's, or said to be. */
function isYearBefore(one: FoundFigure, other: FoundFigure): boolean {
  if (one.year !== undefined && other.year !== undefined) return other.year === one.year - 1;
  return isSameStatement(one, other) && one.quantity.start < other.quantity.start;
}

/** In one statement, in one table, or side by side. */
function isOfOnePlace(one: FoundFigure, other: FoundFigure): boolean {
  return isSameStatement(one, other) || isOfTableOf(one, other) || isBeside(one, other);
}

/** `A counts 30, …; B counts 20, …`: what one paragraph says of both, one after the other. */
function isBeside({ sentence: one }: FoundFigure, { sentence: other }: FoundFigure): boolean {
  const [first, second] = [one.passage.chunk, other.passage.chunk];
  if (first.reportId !== second.reportId || first.order !== second.order) return false;
  const [start, end] =
    one.span.start < other.span.start ? [one.span.end, other.span.start] : [other.span.end, one.span.start];
  return end - start <= NEAR;
}

/** Two rows of one chunk, or of two one after the other where both have one head. */
function isOfTableOf({ sentence: one, head }: FoundFigure, { sentence: other, head: otherHead }: FoundFigure): boolean {
  const [first, second] = [one.passage.chunk, other.passage.chunk];
  if (!isOfTable(one) || !isOfTable(other) || first.reportId !== second.reportId) return false;
  if (first.order === second.order) return true;
  return Math.abs(first.order - second.order) === 1 && head !== '' && head === otherHead;
}

function fitOf([first, ...others]: Picked): number {
  return others.reduce((sum, other) => sum + other.fit + togetherFit(first, other), first.fit);
}

function togetherFit(one: FoundFigure, other: FoundFigure): number {
  const isOfOne = isOfTableOf(one, other);
  return (
    (isSameStatement(one, other) ? SAME_STATEMENT : 0) +
    (isOfOne || isBeside(one, other) ? SAME_TABLE : 0) +
    (isOfOne && one.head === other.head ? SAME_HEAD : 0)
  );
}
