import { QuantityKind } from '../domain/quantity.ts';
import { words } from '../lexicon/lexicon.ts';
import { namesSeveral } from '../text/pairs.ts';
import { isFigure } from '../quantities/quantity.ts';
import { remember } from '../text/remember.ts';
import type { FigureShape } from '../quantities/figure-shapes.ts';
import { countingFigures, countsIn, hasFigureIn, hasShape, isBare, isCounted } from '../quantities/figure-shapes.ts';

const FIGURE = /\d[\d,]*(?:\.\d+)?/gu;
/** How a kind of figure is asked for. */
const ASKED = (['growth', 'share', 'money', 'day', 'year', 'duration'] as const satisfies FigureShape[]).map(
  (shape) => ({ shape, asks: words(`figure asked/${shape}`) }),
);
/** What a kind of figure is read as. */
const KINDS: Record<FigureShape, readonly QuantityKind[]> = {
  growth: ['percent', 'points', 'times'],
  share: ['percent', 'points'],
  money: ['money'],
  day: ['day'],
  year: ['year', 'months', 'day'],
  duration: ['duration', 'year'],
};
/** What answers how many there are of something: no amount of money, no share, no time of the year. */
const COUNTS = QuantityKind.options.filter(
  (kind) => isFigure({ kind }) && !['money', 'percent', 'points', 'times'].includes(kind),
);
/** How many of something: an amount of money, a share or a distance is no answer. */
const COUNT_ASKED = words('asks a count');
const ASKS_NUMBER = words('asks a number');
/** Measure words: what is counted in them is said with them. A closed class, the common ones. */
const ASKED_UNIT = words('asked unit');
const LIST_ASKED = words('asks a list');
/** A question is compared with many sentences. */
const readQuestion = remember(
  (question) => ({
    // 有多少家企业, 几个小时: the unit stands last.
    unit: ASKED_UNIT.first(question)?.class.split('/')[1],
    shapes: ASKED.filter(({ asks }) => asks.isIn(question)).map(({ shape }) => shape),
    asksNumber: ASKS_NUMBER.isIn(question),
    asksCount: COUNT_ASKED.isIn(question),
  }),
  10_000,
);

/** True when a question wants several things named. */
export function isListAsked(question: string): boolean {
  return LIST_ASKED.isIn(question);
}

/** True when a sentence names several things. */
export function isListing(sentence: string): boolean {
  return namesSeveral(sentence);
}

/** How a sentence's figures fit a question. */
export type Shape = 'unit' | 'shape' | 'figure' | 'none' | 'not asked';

/**
 * Whether a sentence holds a figure of the kind that is asked for: with the very unit, of the right shape (money,
 * share, date), any figure at all, or none. A figure of the question itself does not count.
 */
export function shapeOf(question: string, sentence: string): Shape {
  const { unit, shapes, asksNumber, asksCount } = readQuestion(question);
  if (!asksNumber && shapes.length === 0) return 'not asked';
  const plain = sentence.normalize('NFKC');
  if (unit !== undefined && hasFigureIn(unit, plain)) return 'unit';
  if (shapes.some((shape) => hasShape(shape, plain))) return 'shape';
  const counts = newFigures(question, plain).length > 0;
  if (!counts && !countsIn(asksCount ? 'things' : 'anything', plain)) return 'none';
  if (shapes.length > 0) return 'none';
  if (unit !== undefined) return counts && isBare(plain) ? 'figure' : 'none';
  return !asksCount || isCounted(plain) || !counts ? 'figure' : 'none';
}

/** The same of a row of a table, whose unit may stand in its head, or nowhere. */
export function shapeOfRow(question: string, row: string, head: string): Shape {
  const shape = shapeOf(question, `${head}\n${row}`);
  return shape === 'none' && newFigures(question, row.normalize('NFKC')).length > 0 ? 'figure' : shape;
}

/** What kinds of quantity answer a question that asks for a figure; none when it asks for no kind in particular. */
export function kindsAsked(question: string): readonly QuantityKind[] {
  const { shapes, asksCount } = readQuestion(question);
  if (shapes.length === 0) return asksCount ? COUNTS : [];
  return shapes.flatMap((shape) => KINDS[shape]);
}

/**
 * The figures of a text that count something and do not stand in the question: no years, days or parts of names such as
 * 5G.
 */
function newFigures(question: string, text: string): string[] {
  const asked = new Set(question.normalize('NFKC').match(FIGURE));
  return countingFigures(text)
    .map(([figure]) => figure)
    .filter((figure) => !asked.has(figure));
}
