import { Worker } from 'node:worker_threads';
import type { FoundPattern } from './find-patterns.ts';

/** Characters of the texts that a pattern is tried on: the second decides whether the others are. */
export const SIZES = [3125, 12_500, 25_000, 50_000] as const;

/** A text that some patterns do not end on: a piece again and again, and what stands before and after it. */
export interface HostileRun {
  name: string;
  head: string;
  piece: string;
  tail: string;
}

/** What the worker is to do. */
export interface PatternTask {
  patterns: FoundPattern[];
  runs: HostileRun[];
  /** Position of the first pattern. */
  from: number;
}

/** How long a pattern took on texts of each size, in milliseconds of processor time. */
export interface Timing {
  kind: 'timed';
  index: number;
  run: string;
  timing: number[];
}

interface Begun {
  kind: 'begun';
  index: number;
  run: string;
}

/** A pattern that takes more than its share. */
export interface SlowPattern extends FoundPattern {
  run: string;
  /** Milliseconds by size; without one when it did not end. */
  timing: number[];
}

/** A pattern that has not come back by then, in milliseconds, is ended. */
const PATIENCE_MS = 20_000;
/** Four times the text takes a linear pattern four times as long; noise may double it. */
const GROWTH = 9;
/** Milliseconds on the longest text: below the first no growth is judged, above the second none is needed. */
const JUDGED_MS = 60;
const LONGEST_MS = 1000;

/**
 * The patterns that take more than linear time on one of the runs, or too much of it, each with the run that it takes
 * longest on. What is slow once may be so by what runs beside it: only what is slow again is.
 */
export async function slowPatterns(patterns: FoundPattern[], runs: HostileRun[]): Promise<SlowPattern[]> {
  const suspects = await slowOnce(patterns, runs);
  const ended = suspects.filter(({ timing }) => timing.length > 0);
  return [...suspects.filter(({ timing }) => timing.length === 0), ...(await slowOnce(ended, runs))];
}

async function slowOnce(patterns: FoundPattern[], runs: HostileRun[]): Promise<SlowPattern[]> {
  const slow = new Map<number, SlowPattern>();
  const note = (index: number, run: string, timing: number[]) => {
    const pattern = patterns[index];
    const known = slow.get(index);
    const isWorse = !known || timing.length < known.timing.length || (timing.at(-1) ?? 0) > (known.timing.at(-1) ?? 0);
    if (pattern && isWorse) slow.set(index, { ...pattern, run, timing });
  };
  for (let from = 0; from < patterns.length;) {
    const stuck = await timeFrom(
      { patterns, runs, from },
      ({ index, run, timing }) => void (isSlow(timing) && note(index, run, timing)),
    );
    if (!stuck) break;
    note(stuck.index, stuck.run, []);
    from = stuck.index + 1;
  }
  return [...slow.values()];
}

function isSlow(timing: number[]): boolean {
  const [, quarter = Infinity, , whole = Infinity] = timing;
  return whole > LONGEST_MS || (whole > JUDGED_MS && whole > GROWTH * quarter);
}

/** Times patterns in a thread; where one does not end, the thread is ended and the pattern is the result. */
function timeFrom(task: PatternTask, timed: (timing: Timing) => void): Promise<Begun | undefined> {
  const worker = new Worker(new URL('time-patterns.worker.ts', import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => undefined, 0);
    const end = (stuck: Begun | undefined) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(stuck);
    };
    worker.on('message', (message: Begun | Timing) => {
      if (message.kind === 'timed') return timed(message);
      clearTimeout(timer);
      timer = setTimeout(() => end(message), PATIENCE_MS);
      return undefined;
    });
    worker.on('error', reject);
    worker.on('exit', () => end(undefined));
  });
}
