import type { Qualifier } from '../domain/quantity.ts';
import type { Quantity } from './quantity.ts';

/**
 * How a claimed quantity stands to one that was found. `same`: the same value, rounded no further than the claim is
 * precise; `compatible`: another value from which the claim follows (`over 60 million`, found `over 90 million`);
 * `open`: neither follows nor is excluded (`over 90 million`, found `over 60 million`); `different`: excluded.
 */
export type Comparison = 'same' | 'compatible' | 'open' | 'different' | 'other kind';

/** What `about` and `nearly` allow for, as shares of the value: said by the claim, and said by the report. */
const CLAIMED_ABOUT = 0.1;
const FOUND_ABOUT = 0.03;
const NEARLY = 0.12;
/** Values are computed with scales and rounded by no more than this share. */
const ROUNDING = 1e-9;

/** Compares a claimed quantity with one that was found. Currencies are told apart, not converted. */
export function compareQuantities(claimed: Quantity, found: Quantity): Comparison {
  if (!areComparable(claimed, found)) return 'other kind';
  if (claimed.precision === 0 && found.precision === 0 && isDate(claimed)) return compareDates(claimed, found);
  if (isSameValue(claimed, found)) return compareQualifiers(claimed.qualifier, found.qualifier);
  if (isSameSide(claimed, found) && (isFar(claimed, found) || found.low < claimed.low * (1 - CLAIMED_ABOUT)))
    return 'different';
  const [want, held] = [rangeOf(claimed, CLAIMED_ABOUT), rangeOf(found, FOUND_ABOUT)];
  if (held.low >= want.low && held.high <= want.high) return isFar(claimed, found) ? 'open' : 'compatible';
  const isFlat = claimed.qualifier === 'exact' && found.qualifier === 'exact';
  return isFlat || held.high <= want.low || held.low >= want.high ? 'different' : 'open';
}

/** What is so many times as much may follow, but nobody would say it so: it is of something else. */
const FAR = 2;

/** Both say more, or both say less: a report that has `over 600` would not be told as `over 160`, nor as `over 900`. */
function isSameSide(claimed: Quantity, found: Quantity): boolean {
  return ABOVE.includes(claimed.qualifier) && ABOVE.includes(found.qualifier);
}

function isFar(claimed: Quantity, found: Quantity): boolean {
  return found.low > FAR * claimed.high || FAR * found.high < claimed.low;
}

/** Years of a person. */
const OLDEST = 120;

/**
 * True when two quantities measure the same kind of thing in the same unit; a bare number may be money or any count.
 */
export function areComparable(one: Quantity, other: Quantity): boolean {
  const isBare = ({ kind, unit }: Quantity) => kind === 'count' && unit === '';
  if (one.kind === other.kind)
    return one.unit === other.unit || (one.kind === 'count' && (isBare(one) || isBare(other)));
  // `ages 18 to 29`: the unit stands before the number.
  if ([one.kind, other.kind].includes('age'))
    return (isBare(one) || isBare(other)) && Math.max(one.high, other.high) <= OLDEST;
  const isScaledMoney = (bare: Quantity, money: Quantity) => isBare(bare) && money.kind === 'money' && bare.low >= 1e4;
  return isScaledMoney(one, other) || isScaledMoney(other, one);
}

function isDate({ kind }: Quantity): boolean {
  return kind === 'year' || kind === 'months' || kind === 'day';
}

/** A month within a quarter, or a year within a stretch of years, neither proves nor excludes. */
function compareDates(claimed: Quantity, found: Quantity): Comparison {
  if (claimed.low === found.low && claimed.high === found.high) return 'same';
  const isSingle = (quantity: Quantity) => quantity.low === quantity.high;
  const overlaps = claimed.low <= found.high && found.low <= claimed.high;
  return overlaps && (isSingle(claimed) || isSingle(found)) ? 'open' : 'different';
}

/** The digits agree as far as the claim writes them. */
function isSameValue(claimed: Quantity, found: Quantity): boolean {
  const isFlat = claimed.qualifier === 'exact' || claimed.qualifier === 'about';
  const tolerance = isFlat && claimed.precision > found.precision ? claimed.precision / 2 : 0;
  const isNear = (a: number, b: number) => Math.abs(a - b) <= tolerance + ROUNDING * Math.max(Math.abs(a), Math.abs(b));
  return isNear(claimed.low, found.low) && isNear(claimed.high, found.high);
}

const ABOVE: readonly Qualifier[] = ['over', 'at_least'];
const BELOW: readonly Qualifier[] = ['under', 'at_most', 'nearly'];

/**
 * The same figure: said to lie on the other side of it is excluded; said to lie on one side where the report gives it
 * flat is open.
 */
function compareQualifiers(claimed: Qualifier, found: Qualifier): Comparison {
  if (claimed === found || claimed === 'exact' || claimed === 'about') return 'same';
  if ((ABOVE.includes(claimed) && BELOW.includes(found)) || (BELOW.includes(claimed) && ABOVE.includes(found)))
    return 'different';
  if (ABOVE.includes(claimed) && ABOVE.includes(found)) return 'same';
  if (BELOW.includes(claimed) && BELOW.includes(found)) return 'same';
  return claimed === 'at_least' || claimed === 'at_most' ? 'compatible' : 'open';
}

function rangeOf({ low, high, qualifier, precision }: Quantity, about: number): { low: number; high: number } {
  if (qualifier === 'about') return { low: low * (1 - about), high: high * (1 + about) };
  if (qualifier === 'nearly') return { low: low * (1 - NEARLY), high };
  if (ABOVE.includes(qualifier)) return { low, high: Number.POSITIVE_INFINITY };
  if (BELOW.includes(qualifier)) return { low: 0, high };
  return { low: low - precision / 2, high: high + precision / 2 };
}
