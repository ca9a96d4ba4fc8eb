/** The time of the fake: the real one, plus what a test let pass. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Lets time pass at once, in seconds. */
  advance(seconds: number): void;
  /** A time stamp as messages have it; never the same twice, always later than the last. */
  timestamp(): string;
}

/** A clock that starts now. */
export function createClock(): Clock {
  let offset = 0;
  let last = 0;
  const now = () => Date.now() + offset;
  return {
    now,
    advance(seconds) {
      offset += seconds * 1000;
    },
    timestamp() {
      last = Math.max(last + 1, now() * 1000);
      const [seconds, micros] = [Math.floor(last / 1_000_000), last % 1_000_000];
      return `${seconds}.${String(Math.floor(micros)).padStart(6, '0')}`;
    },
  };
}
