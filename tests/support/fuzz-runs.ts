/** How many members of a kind a test generates: `long` under `npm run fuzz`, else `short`. */
export function fuzzRuns({ short, long }: { short: number; long: number }): number {
  return process.env['FUZZ'] === 'long' ? long : short;
}

/**
 * A fixed stream of numbers from 0 up to 1 (mulberry32, public domain by T. Ettinger): the same seed gives the same run
 * again.
 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of several, by the next number of a stream. */
export function pick<T>(from: readonly [T, ...T[]], random: () => number): T {
  return from[Math.floor(random() * from.length)] ?? from[0];
}
