import type { Faults } from './envelope.ts';

/** Says which of the next events meets which fault; the same for the same seed. */
export interface Dice {
  redelivers(): boolean;
  reorders(): boolean;
  losesAck(): boolean;
}

/** Dice that fall as often as the faults say. */
export function createDice({ redeliver, reorder, loseAcks, seed }: Faults): Dice {
  let state = seed;
  // Mulberry32, by Tommy Ettinger: small, and good enough for faults.
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const falls = (share: number) => share > 0 && random() < share;
  return { redelivers: () => falls(redeliver), reorders: () => falls(reorder), losesAck: () => falls(loseAcks) };
}
