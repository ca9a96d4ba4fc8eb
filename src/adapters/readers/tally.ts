import type { PassedOver } from '../../domain/report.ts';

/** Counts what a reader passes over. */
export interface Tally {
  add(why: PassedOver, count?: number): void;
  counts(): Partial<Record<PassedOver, number>>;
}

/** A new count. */
export function openTally(): Tally {
  const counts = new Map<PassedOver, number>();
  return {
    add(why, count = 1) {
      if (count > 0) counts.set(why, (counts.get(why) ?? 0) + count);
    },
    counts: () => Object.fromEntries(counts),
  };
}
