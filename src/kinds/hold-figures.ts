import type { RankedSentence } from '../answer/rank-sentences.ts';
import { kindsAsked } from '../answer/answer-shape.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import { findDirections } from '../lexicon/directions.ts';
import { words } from '../lexicon/lexicon.ts';
import { findDates } from '../quantities/dates.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { withQualifier } from '../quantities/qualifiers.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { isFigure } from '../quantities/quantity.ts';
import type { FoundFigure } from './find-operands.ts';
import { figuresOf } from './find-operands.ts';
import type { Picked } from './pick-operands.ts';
import { isSameStatement, pickOperands } from './pick-operands.ts';
import type { Operand, ReadComparison } from './read-comparison.ts';
import { timeOfDate } from './read-comparison.ts';
import { isCalled, measuredIn } from './surroundings.ts';
import type { WordForms } from './word-forms.ts';
import { placeOf } from './word-share.ts';

/** What figures are looked for in. */
export interface Holding {
  ranked: readonly RankedSentence[];
  names: NameReader;
  formsOf: WordForms;
}

type Verdict = 'yes' | 'no';

/** What fits so much less, in units of a statement's score, tells nothing against the best. */
const RIVAL = 1.5;
/** What it is worth that a figure is called by what is asked and no more; and so much of it is asked for at least. */
const PRECISION = 2;
const PRECISE = 0.3;
/** `归属于上市公司股东的`. */
const OWNERS = words('measure owner');
const CHANGE = words('compare/change');
/** How much of a sentence that does not say what it measures is asked for nobody knows. */
const UNKNOWN = 0.5;

/**
 * Holds what a sentence says to be over or under a figure against the figure that the reports give for it. Undefined
 * for any other sentence, where none is surely the one, and where figures for it lie on both sides.
 */
export function holdThreshold(claim: string, holding: Holding): { verdict: Verdict; figure: FoundFigure } | undefined {
  const [limit, ...others] = findQuantities(claim).filter(isFigure);
  if (!limit || others.length > 0 || limit.low !== limit.high || isOver(limit, limit.low) === undefined)
    return undefined;
  const operand = operandOf(without(claim, [withQualifier(claim, limit)]));
  const figures = figuresOf(operand, [], holding.ranked, holding.names, holding.formsOf).filter(
    (figure) => isAlike(figure.quantity, limit) && isSurely(figure) && isBestNamed(figure, holding, operand),
  );
  const found = agreed(figures, operand, {
    figureOf: (figure) => figure,
    tell: ({ quantity }) => isOver(limit, quantity.low) === true,
  });
  return found && { verdict: found.told ? 'yes' : 'no', figure: found.one };
}

/**
 * Holds what a sentence says to rise or fall against the figures of its time and of the year before. Undefined for any
 * other sentence, where either is not there, and where figures tell both.
 */
export function holdDirection(
  claim: string,
  { ranked, names, formsOf }: Holding,
): { verdict: Verdict; picked: Picked; comparison: ReadComparison } | undefined {
  const moves = findDirections(claim).filter(({ axis }) => axis === 'change');
  const [move] = moves;
  const dates = findDates(claim).filter(({ year }) => year !== undefined);
  if (!move || moves.some(({ sign }) => sign !== move.sign) || dates.length > 1) return undefined;
  if (findQuantities(claim).some(isFigure)) return undefined;
  const [date] = dates;
  const time = date && timeOfDate(date);
  const ask = without(claim, moves);
  for (const operands of pairsOfTimes(ask, time)) {
    const comparison: ReadComparison = { operation: 'difference', operands };
    const figures = operands.map((operand) =>
      figuresOf(
        operand,
        operands.filter((other) => other !== operand),
        ranked,
        names,
        formsOf,
      ).filter(({ named }) => named === 1),
    );
    const picked = pickOperands(figures, comparison).filter(
      (each) =>
        isSurely(each[0]) &&
        areTimed(each, comparison) &&
        (comparison.operands[1].time === 'before' || isAligned(each)),
    );
    if (picked.length === 0) continue;
    const found = agreed(picked, operands[0], {
      figureOf: ([now]) => now,
      tell: ([now, before]) => Math.sign(now.quantity.low - before.quantity.low),
    });
    return found && { verdict: found.told === move.sign ? 'yes' : 'no', picked: found.one, comparison };
  }
  return undefined;
}

/** The figure that a question asks for, where all that is asked is said of it and what is near it is the same. */
export function holdFigure(question: string, holding: Holding): FoundFigure | undefined {
  const operand = operandOf(question);
  const kinds = kindsAsked(question);
  const figures = figuresOf(operand, [], holding.ranked, holding.names, holding.formsOf).filter(
    (figure) =>
      (kinds.length === 0 || kinds.includes(figure.quantity.kind) || isBareCell(figure)) &&
      isSurely(figure) &&
      isBestNamed(figure, holding, operand),
  );
  return agreed(figures, operand, {
    figureOf: (figure) => figure,
    tell: ({ quantity: { low, high, kind } }) => `${kind} ${low} ${high}`,
  })?.one;
}

function isBareCell({ cell, quantity: { kind, unit } }: FoundFigure): boolean {
  return cell !== undefined && kind === 'count' && unit === '';
}

/** Its time and the same a year before: by its number, and as it is called. */
function pairsOfTimes(ask: string, time: Operand['time']): (readonly [Operand, Operand])[] {
  const [now, before] = [operandOf(ask), { ...operandOf(ask), time: 'before' as const }];
  if (time === undefined || time === 'before') return [[now, before]];
  const ofYear = (year: number): Operand => ({ ...now, label: String(year), time: { ...time, year } });
  return [
    [ofYear(time.year), ofYear(time.year - 1)],
    [ofYear(time.year), before],
  ];
}

function operandOf(ask: string): Operand {
  return { label: '', own: [], ask };
}

function without(text: string, stretches: readonly { start: number; end: number }[]): string {
  return stretches.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
}

/** All that is asked is said of it, and its statement meets what the question insists on. */
function isSurely({ named, ranked: { unmet } }: FoundFigure): boolean {
  return named === 1 && unmet.length === 0;
}

/** Each is told to be of its time; what stands under `change` is of none. */
function areTimed(picked: Picked, { operands }: ReadComparison): boolean {
  return picked.every(({ head, year }, at) => {
    const time = operands[at]?.time;
    const isOfYear = time === undefined || time === 'before' || year === time.year || operands[1].time === 'before';
    return isOfYear && !tellsChange(head);
  });
}

/** Of several figures of a sentence the one whose own part of it says more of what is asked than each other's. */
function isBestNamed(figure: FoundFigure, { ranked, names, formsOf }: Holding, operand: Operand): boolean {
  if (figure.cell) return true;
  const beside = figuresOf(
    operand,
    [],
    ranked.filter(({ sentence }) => sentence === figure.sentence),
    names,
    formsOf,
  ).filter(({ quantity }) => quantity.start !== figure.quantity.start && isAlike(quantity, figure.quantity));
  return beside.every(({ ownNamed }) => ownNamed < figure.ownNamed);
}

/**
 * What all that fit nearly as well as the best say. Undefined where they do not agree, or where most of what the best
 * is called was not asked for.
 */
function agreed<T, V>(
  all: readonly T[],
  operand: Operand,
  { figureOf, tell }: { figureOf: (one: T) => FoundFigure; tell: (one: T) => V },
): { one: T; told: V } | undefined {
  const weighed = all
    .map((one) => ({ one, precision: precisionOf(figureOf(one), operand), told: tell(one) }))
    .filter(({ precision }) => precision >= PRECISE)
    .map((each) => ({ ...each, fit: figureOf(each.one).fit + PRECISION * each.precision }))
    .toSorted((a, b) => b.fit - a.fit);
  const [best] = weighed;
  if (best === undefined) return undefined;
  const near = weighed.filter(({ fit }) => fit >= best.fit - RIVAL);
  return near.every(({ told }) => told === best.told) ? best : undefined;
}

/** The share of what a figure is called that is asked for; whose it is, is told by the report. */
function precisionOf({ cell, measure, sentence }: FoundFigure, operand: Operand): number {
  const name = cell?.label ?? measure ?? '';
  const moves = findDirections(name).filter(({ axis }) => axis === 'change');
  const called = OWNERS.blank(without(name, moves)).trim();
  if (called === '') return UNKNOWN;
  const asked = measuredIn(operand).filter(({ text }) => placeOf(text, called) >= 0);
  const length = asked.reduce((sum, { text }) => sum + text.length, 0);
  const others = called.split(/\s+/u).filter((word) => !isCalled(word, sentence));
  return Math.min(1, length / Math.max(1, others.join('').length));
}

/** Two columns that differ in their time alone: what stands under another head is of something else. */
function isAligned([now, before]: Picked): boolean {
  return isSameStatement(now, before) ? untimed(now.head) === untimed(before.head) : now.head === before.head;
}

function untimed(head: string): string {
  return without(head, findDates(head)).replaceAll(/\s+/gu, ' ').trim();
}

function tellsChange(head: string): boolean {
  return CHANGE.isIn(head) || findDirections(head).some(({ axis }) => axis === 'change');
}

function isAlike(one: Quantity, other: Quantity): boolean {
  return one.qualifier === 'exact' && one.low === one.high && one.kind === other.kind && one.unit === other.unit;
}

/** Whether a value is over, under, at least or at most a figure; undefined where the figure is qualified otherwise. */
function isOver({ qualifier, low }: Quantity, value: number): boolean | undefined {
  switch (qualifier) {
    case 'over':
      return value > low;
    case 'at_least':
      return value >= low;
    case 'under':
      return value < low;
    case 'at_most':
      return value <= low;
    case 'exact':
    case 'about':
    case 'nearly':
  }
  return undefined;
}
