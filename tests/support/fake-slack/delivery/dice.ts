import type { Faults } from './envelope.ts';

/** What happens to an event on its way. */
export interface Fate {
  isRedelivered: boolean;
  isReordered: boolean;
  losesAck: boolean;
}

/** Gives each event its fate, as often as the faults say; the same ones for the same seed. */
export function createDice({ redeliver, reorder, loseAcks, seed }: Faults): () => Fate {
  let state = seed;
  // Mulberry32, by Tommy Ettinger: small, and good enough for faults.
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return () => ({
    isRedelivered: random() < redeliver,
    isReordered: random() < reorder,
    losesAck: random() < loseAcks,
  });
}
