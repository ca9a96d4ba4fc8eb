import { holdsDigit } from '../text/holds-letters.ts';
import type { Quantity } from './quantity.ts';

/** How a figure follows from others. */
export type Operation =
  | 'rounded'
  | 'sum'
  | 'difference'
  | 'points'
  | 'rest'
  | 'share'
  | 'growth'
  | 'ratio'
  | 'part'
  | 'average'
  | 'count';

/** A figure that follows from others, with what it was reckoned from. */
export interface Reckoning {
  operation: Operation;
  operands: readonly Quantity[];
  /** The exact result, in the unit of the figure. */
  value: number;
}

/** `About` allows for this share of the value. */
const ABOUT = 0.06;
/** However roughly a figure is written, it is no farther from the value than this share: `twice` is not 1.6 times. */
const ROUGHEST = 0.1;
/** What is said to be over, under or nearly a value lies within this share of it: farther away nobody would say so. */
const OVER = 0.5;
const UNDER = 0.4;
const NEARLY = 0.15;
/** A part or a multiple is told to within this share. */
const OF_PARTS = 0.01;
/** Sums of so many figures, out of so many: 2^8 ways. */
const MOST_SUMMED = 5;
const MOST_CONSIDERED = 8;
/** Values are computed with scales and rounded by no more than this share. */
const EPSILON = 1e-9;

/**
 * Finds how a figure of a claim follows from the figures of its quotes: rounded, a sum, a difference (of percents:
 * points), the rest of a hundred, a share, a growth, a ratio, or a part of an amount. The simplest way that gives it;
 * undefined when none does.
 * @param held figures, no dates
 */
export function reckon(claimed: Quantity, held: readonly Quantity[]): Reckoning | undefined {
  // A range is told by its ends: `from 20 to 30`.
  const exact = held.flatMap((one) =>
    one.low === one.high
      ? [one]
      : [
          { ...one, high: one.low },
          { ...one, low: one.high },
        ],
  );
  const alike = exact.filter((other) => isAlike(claimed, other));
  return (
    rounded(
      claimed,
      held.filter((other) => isAlike(claimed, other)),
    ) ??
    summed(claimed, alike) ??
    subtracted(claimed, alike, exact) ??
    ofHundred(claimed, exact) ??
    multiplied(claimed, exact) ??
    parted(claimed, alike, exact)
  );
}

function isAlike(one: Quantity, other: Quantity): boolean {
  return one.kind === other.kind && (one.unit === other.unit || one.unit === '' || other.unit === '');
}

/** Only of a figure that is told flat: what is only over or under a value has none. */
function rounded(claimed: Quantity, alike: readonly Quantity[]): Reckoning | undefined {
  const flat = alike.filter(({ qualifier }) => qualifier === 'exact' || qualifier === 'about');
  // What is just a value is not over it.
  const isBeyond = claimed.qualifier === 'over' || claimed.qualifier === 'under';
  const operand = flat.find(
    ({ low, high }) =>
      low === high && !(isBeyond && low === claimed.low) && isSaid(claimed, low, 0, { over: OVER, under: UNDER }),
  );
  return operand && { operation: 'rounded', operands: [operand], value: operand.low };
}

function summed(claimed: Quantity, alike: readonly Quantity[]): Reckoning | undefined {
  if (claimed.kind === 'points') return undefined;
  const from = alike.slice(0, MOST_CONSIDERED);
  for (let picked = 3; picked < 1 << from.length; picked++) {
    const operands = from.filter((_, at) => (picked >> at) % 2 === 1);
    const value = operands.reduce((sum, { low }) => sum + low, 0);
    if (operands.length >= 2 && operands.length <= MOST_SUMMED && isSaid(claimed, value))
      return { operation: 'sum', operands, value };
  }
  return undefined;
}

/** Percents differ by points, and nothing else does. */
function subtracted(claimed: Quantity, alike: readonly Quantity[], all: readonly Quantity[]): Reckoning | undefined {
  if (claimed.kind === 'percent') return undefined;
  const operation = claimed.kind === 'points' ? 'points' : 'difference';
  const from = claimed.kind === 'points' ? all.filter(({ kind }) => kind === 'percent') : alike;
  return inPairs(from, (more, less) =>
    more.low > less.low && isSaid(claimed, more.low - less.low)
      ? { operation, operands: [more, less], value: more.low - less.low }
      : undefined,
  );
}

function ofHundred(claimed: Quantity, all: readonly Quantity[]): Reckoning | undefined {
  if (claimed.kind !== 'percent') return undefined;
  const exactly: Quantity = { ...claimed, qualifier: claimed.qualifier === 'about' ? 'exact' : claimed.qualifier };
  const isFlat = ({ qualifier }: Quantity) => qualifier === 'exact' || qualifier === 'about';
  const rest = all.find((one) => one.kind === 'percent' && isFlat(one) && isSaid(exactly, 100 - one.low));
  if (rest) return { operation: 'rest', operands: [rest], value: 100 - rest.low };
  return inPairs(all, (one, other) => {
    // Nobody tells a share of a share, or by how much of itself it rose.
    if (!isAlike(one, other) || other.low <= 0 || one.kind === 'percent' || one.kind === 'points') return undefined;
    // A part that is told in a word is told roughly: `just under a third`.
    const within = holdsDigit(claimed.text) ? CLOSE : { over: ROUGHEST, under: ROUGHEST };
    const [share, growth] = [(100 * one.low) / other.low, (100 * (one.low - other.low)) / other.low];
    if (isSaid(claimed, share, 0, within)) return { operation: 'share', operands: [one, other], value: share };
    return isSaid(claimed, Math.abs(growth))
      ? { operation: 'growth', operands: [one, other], value: growth }
      : undefined;
  });
}

function multiplied(claimed: Quantity, all: readonly Quantity[]): Reckoning | undefined {
  if (claimed.kind !== 'times') return undefined;
  return inPairs(all, (one, other) => {
    if (!isAlike(one, other) || other.low <= 0) return undefined;
    const value = one.low / other.low;
    // `More than twice` is not three times as much.
    const within = { ...CLOSE, over: claimed.precision / claimed.low };
    return isSaid(claimed, value, ABOUT, within) || isSaid(claimed, value - 1, ABOUT, within)
      ? { operation: 'ratio', operands: [one, other], value }
      : undefined;
  });
}

/** An amount times a share or a multiple of it, or over the multiple. */
function parted(claimed: Quantity, alike: readonly Quantity[], all: readonly Quantity[]): Reckoning | undefined {
  for (const amount of alike.filter(({ kind }) => kind !== 'percent' && kind !== 'points' && kind !== 'times')) {
    for (const factor of all) {
      const value = partsBy(amount.low, factor).find((each) => isSaid(claimed, each, OF_PARTS));
      if (value !== undefined) return { operation: 'part', operands: [amount, factor], value };
    }
  }
  return undefined;
}

function partsBy(amount: number, { kind, low }: Quantity): number[] {
  if (kind === 'percent') return [(amount * low) / 100];
  return kind === 'times' && low > 0 ? [amount * low, amount / low] : [];
}

function inPairs(
  all: readonly Quantity[],
  of: (one: Quantity, other: Quantity) => Reckoning | undefined,
): Reckoning | undefined {
  for (const one of all) {
    for (const other of all) {
      const found = one === other ? undefined : of(one, other);
      if (found) return found;
    }
  }
  return undefined;
}

/** What is reckoned is told to be over or under a value when it is close to it. */
const CLOSE = { over: 0.03, under: 0.03 };

/** Whether a figure says a value, as exactly as it is written and with what stands before it. */
export function isSaid(claimed: Quantity, value: number, looseness = 0, { over, under } = CLOSE): boolean {
  const { low, high, qualifier, precision } = claimed;
  if (qualifier === 'over' || qualifier === 'at_least')
    return value >= low * (1 - EPSILON) && value <= low * (1 + over);
  if (qualifier === 'under' || qualifier === 'at_most')
    return value <= high * (1 + EPSILON) && value >= high * (1 - under);
  if (qualifier === 'nearly') return value <= high && value >= high * (1 - NEARLY);
  const allowed =
    Math.max(
      Math.min(precision / 2, ROUGHEST * Math.abs(value)),
      looseness * Math.abs(value),
      qualifier === 'about' ? ABOUT * Math.abs(value) : 0,
    ) +
    EPSILON * Math.abs(value);
  return Math.abs(value - low) <= allowed || Math.abs(value - high) <= allowed;
}
