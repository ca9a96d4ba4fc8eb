import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { JobMessage } from './job-process.ts';

const Order = z.object({ id: z.int(), job: z.unknown() });

/** Least time between two words of the same progress, in milliseconds. */
const PROGRESS_MS = 100;

/**
 * Makes this process one that `openJobProcess` started: it does the jobs that come, one after the other.
 * @param work does a job; `progress` says how far it has come
 */
export function serveJobs(work: (job: unknown, progress: (at: number) => void) => Promise<unknown>): void {
  const memoryMb = Number(process.argv[2]);
  new Worker(new URL('job-watchdog.ts', import.meta.url), { argv: [process.ppid, memoryMb] }).unref();
  process.on('disconnect', () => process.exit());
  // A terminal and a supervisor tell all of a group: the one that started this one ends it when it needs it no more.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  say({ id: 0, outcome: 'ready' });
  process.on('message', (message) => {
    const { id, job } = Order.parse(message);
    let said = { at: 0, when: 0 };
    const progress = (at: number): void => {
      // Whoever waits must know exactly where it stands still.
      if (at === said.at && performance.now() - said.when < PROGRESS_MS) return;
      said = { at, when: performance.now() };
      say({ id, outcome: 'progress', progress: at });
    };
    work(job, progress).then(
      (value) => say({ id, outcome: 'done', value }),
      (error: unknown) => say({ id, outcome: 'threw', ...describe(error) }),
    );
  });
}

function say(message: z.infer<typeof JobMessage>): void {
  process.send?.(message);
}

function describe(error: unknown): { name: string; reason: string; detail: string } {
  if (!(error instanceof Error)) return { name: 'Error', reason: String(error), detail: '' };
  return { name: error.name, reason: error.message, detail: error.stack ?? '' };
}
