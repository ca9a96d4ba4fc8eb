import type { ReckonOperation } from '../domain/quantity.ts';

/**
 * The exact result, a share or growth in percent; undefined where nothing follows: from fewer than two figures, for any
 * but a sum from more, of nothing, and of a part that is more than its whole.
 */
export function compute(operation: ReckonOperation, values: readonly number[]): number | undefined {
  const [one, other, ...more] = values;
  if (one === undefined || other === undefined) return undefined;
  if (operation === 'sum') return values.reduce((sum, value) => sum + value, 0);
  if (more.length > 0) return undefined;
  if (operation === 'difference') return Math.abs(one - other);
  if (operation === 'growth') return one <= 0 ? undefined : (100 * (other - one)) / one;
  if (other <= 0) return undefined;
  if (operation === 'ratio') return one / other;
  return one < 0 || one > other ? undefined : (100 * one) / other;
}
