import { holdsClauseEnd } from '../text/clauses.ts';
import type { Direction } from './directions.ts';

/** So near before or after its quantity a direction stands, in characters. */
const BEFORE = 16;
const AFTER = 10;

/**
 * The direction of what stands somewhere in a text (a quantity): the last one before it in its clause, else the first
 * one after it.
 */
export function directionAt(
  directions: readonly Direction[],
  text: string,
  { start, end }: { start: number; end: number },
  axis: Direction['axis'],
): Direction | undefined {
  const isWithin = (from: number, to: number) => !holdsClauseEnd(text.slice(from, to));
  const ofAxis = directions.filter((direction) => direction.axis === axis);
  const before = ofAxis.findLast(
    (direction) => direction.end <= start && start - direction.end <= BEFORE && isWithin(direction.end, start),
  );
  return (
    before ??
    ofAxis.find(
      (direction) => direction.start >= end && direction.start - end <= AFTER && isWithin(end, direction.start),
    )
  );
}
