// Loaded into the measured program by load-times.ts: how long its main thread keeps others waiting, written to a file
// at the end.
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** Between two looks, in milliseconds. */
const RESOLUTION = 5;
const file = process.env['EVENT_LOOP_DELAY_FILE'];

if (isMainThread && file !== undefined && process.argv.includes('start')) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  // The first answers after the start are told apart from what follows.
  process.on('SIGUSR2', () => delay.reset());
  const ms = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
  setInterval(
    () =>
      writeFileSync(
        file,
        JSON.stringify({
          p50: ms(delay.percentile(50)),
          p99: ms(delay.percentile(99)),
          max: ms(delay.max),
          memory: process.memoryUsage.rss() / 1e6,
        }),
      ),
    200,
  ).unref();
}
