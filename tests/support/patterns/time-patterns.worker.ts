import { parentPort, workerData } from 'node:worker_threads';
import type { HostileRun, PatternTask, Timing } from './time-patterns.ts';
import { SIZES } from './time-patterns.ts';

/** Times patterns on texts, one after the other; says before each which it is, for whoever waits in vain. */
const { patterns, runs, from }: PatternTask = workerData;

/** From so many milliseconds on a longer text is not tried, and the same text not again. */
const SLOW_MS = 1500;
const AGAIN_MS = 200;
/** What takes less on the second size, in milliseconds, is linear: a square would take ten times as long. */
const FAST_MS = 6;
const SCREENED = 1;

const screened = runs.map((run) => textOf(run, SIZES[SCREENED]));

patterns.slice(from).forEach(({ source, flags }, at) => {
  const pattern = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  runs.forEach((run, number) => {
    parentPort?.postMessage({ kind: 'begun', index: from + at, run: run.name });
    if (timeOf(pattern, screened[number] ?? '') < FAST_MS) return;
    parentPort?.postMessage({
      kind: 'timed',
      index: from + at,
      run: run.name,
      timing: timesOf(pattern, run),
    } satisfies Timing);
  });
});

function timesOf(pattern: RegExp, run: HostileRun): number[] {
  const times: number[] = [];
  for (const size of SIZES) {
    const text = textOf(run, size);
    const once = timeOf(pattern, text);
    // The second run of what was slow tells a pause of the machine from the pattern.
    times.push(once > AGAIN_MS ? once : Math.min(once, timeOf(pattern, text)));
    if (once > SLOW_MS) break;
  }
  return times;
}

/**
 * Finds every place of a pattern, as if it were looked for everywhere: milliseconds of this thread's processor time.
 */
function timeOf(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0;
  const before = process.threadCpuUsage();
  text.replace(pattern, '');
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function textOf({ head, piece, tail }: HostileRun, size: number): string {
  return head + piece.repeat(Math.ceil(size / piece.length)).slice(0, size - head.length - tail.length) + tail;
}
