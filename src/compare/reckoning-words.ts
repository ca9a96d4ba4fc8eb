import type { Words } from '../lexicon/lexicon.ts';
import { words } from '../lexicon/lexicon.ts';
import type { Operation } from '../quantities/reckon.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { clauseAround } from '../text/clauses.ts';
import { compares, saysLess } from './comparing-words.ts';
import { moveAt } from './figure-moves.ts';
import type { ReadText } from './read-text.ts';

const AVERAGE = words('reckoning/average');
const DIFFERENCE = words('reckoning/difference');
const SUM = words('reckoning/sum');
const WORDS: Partial<Record<Operation, Words>> = {
  difference: DIFFERENCE,
  points: words('reckoning/points'),
  sum: SUM,
  average: AVERAGE,
};

/** 少打3次, 多卖了5台: as many fewer, or more, with what is done between. */
const DOES_MORE = words('reckoning/more or fewer');
const DONE = /^\p{L}{1,2}$/u;

/** `A difference of 3`: how a figure follows from others stands in no quote. */
export function saysHowReckoned(word: string, operation: Operation): boolean {
  return WORDS[operation]?.is(word) === true;
}

/** How a figure of a claim is said to follow from others, and whether as more (1) or less (-1). */
export interface AskedReckoning {
  operation: Operation;
  sign: 1 | -1 | undefined;
}

/**
 * What a claim may say a figure is: a sum, an average, by how much or how many times one is more, a share. The first is
 * the likeliest; none where it says nothing of the kind.
 */
export function askedReckonings(figure: Quantity, { text, moves, figures, dates }: ReadText): AskedReckoning[] {
  if (figure.kind === 'duration') return [];
  const { start: from, end: to } = clauseAround(text, figure);
  const clause = text.slice(from, to);
  // `$50 million` is no rise.
  const own = moves.filter(({ start, end }) => !figures.some((one) => start >= one.start && end <= one.end));
  const move = moveAt(figure, text, own, figures);
  const before = text.slice(from, figure.start);
  const does = DOES_MORE.find(before).find(({ end: behind }) => DONE.test(before.slice(behind)));
  const isMore = move.kind === 'by' || does !== undefined || compares(clause) || saysLess(clause);
  const sign =
    (move.kind === 'by' ? move.sign : undefined) ?? (isMore && does === undefined ? signOf(clause) : undefined);
  if (AVERAGE.isIn(clause)) return [{ operation: 'average', sign: undefined }];
  if (figure.kind === 'points') return [{ operation: 'points', sign }];
  if (figure.kind === 'times') return [{ operation: 'ratio', sign: undefined }];
  const sums = SUM.isIn(text) ? (['sum'] as const) : [];
  if (figure.kind === 'percent' && !isMore)
    return [...sums, 'share' as const].map((operation) => ({ operation, sign: undefined }));
  if (isMore || DIFFERENCE.isIn(clause))
    return [{ operation: figure.kind === 'percent' ? 'growth' : 'difference', sign }];
  // `63 in the years from 2019 to 2021` are those of all of them.
  const isOfYears = dates.some(({ year }) => year !== undefined && year.low < year.high);
  return isOfYears || sums.length > 0 ? [{ operation: 'sum', sign: undefined }] : [];
}

function signOf(clause: string): 1 | -1 {
  return saysLess(clause) ? -1 : 1;
}
