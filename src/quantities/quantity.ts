import type { Quantity } from '../domain/quantity.ts';

export type { Quantity } from '../domain/quantity.ts';

/** True for a figure that states something, which a time does not. */
export function isFigure({ kind }: Pick<Quantity, 'kind'>): boolean {
  return kind !== 'year' && kind !== 'months' && kind !== 'day';
}
