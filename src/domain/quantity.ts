import { z } from 'zod';

/** How a quantity is meant: `nearly` lies just below, `about` to both sides. */
export const Qualifier = z.enum(['exact', 'about', 'nearly', 'over', 'under', 'at_least', 'at_most']);
export type Qualifier = z.infer<typeof Qualifier>;

/** What a quantity measures. `months` are months of a year, one or a stretch; a quarter is three of them. */
export const QuantityKind = z.enum([
  'percent',
  'points',
  'times',
  'money',
  'count',
  'duration',
  'age',
  'length',
  'area',
  'mass',
  'power',
  'frequency',
  'data',
  'year',
  'months',
  'day',
]);
export type QuantityKind = z.infer<typeof QuantityKind>;

/** A quantity of a text with its place. */
export const Quantity = z.object({
  /** As it stands there, with its qualifier's words left out. */
  text: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  /** In the unit, scale multiplied in; both the same for a single value. */
  low: z.number(),
  high: z.number(),
  kind: QuantityKind,
  unit: z.string(),
  qualifier: Qualifier,
  /** What the last digit that is written stands for; 0 where a value is exact by nature (a date). */
  precision: z.number(),
});
export type Quantity = z.infer<typeof Quantity>;

/** What is reckoned from figures in order: of a share the part and its whole, of a growth the first and the last. */
export const ReckonOperation = z.enum(['difference', 'sum', 'ratio', 'share', 'growth']);
export type ReckonOperation = z.infer<typeof ReckonOperation>;
