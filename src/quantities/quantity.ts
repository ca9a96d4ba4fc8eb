import type { Qualifier } from './qualifiers.ts';
import type { QuantityKind } from './units.ts';

/** A quantity of a text with its place. */
export interface Quantity {
  /** As it stands there, with its qualifier's words left out. */
  text: string;
  start: number;
  end: number;
  /** In the unit, scale multiplied in; both the same for a single value. */
  low: number;
  high: number;
  kind: QuantityKind;
  unit: string;
  qualifier: Qualifier;
  /** What the last digit that is written stands for; 0 where a value is exact by nature (a date). */
  precision: number;
}
