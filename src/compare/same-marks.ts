import { areComparable, compareQuantities } from '../quantities/compare-quantities.ts';
import type { Order } from '../quantities/orders.ts';
import { isSameRank } from '../quantities/orders.ts';
import type { Quantity } from '../quantities/quantity.ts';

/** What kind a figure is of; a place in an order is one of its own. */
export function kindOf(mark: Quantity | Order): string {
  return 'rank' in mark ? 'rank' : mark.kind;
}

/** True for two of one kind that can be compared. */
export function isLike(one: Quantity | Order, other: Quantity | Order): boolean {
  if ('rank' in one || 'rank' in other) return 'rank' in one && 'rank' in other;
  return one.kind === other.kind && areComparable(one, other);
}

/** True when a figure of the quotes is, or bears out, one of a claim. */
export function isHeld(claimed: Quantity | Order, held: Quantity | Order): boolean {
  if ('rank' in claimed || 'rank' in held) return 'rank' in claimed && 'rank' in held && isSameRank(claimed, held);
  return ['same', 'compatible'].includes(compareQuantities(claimed, held));
}
