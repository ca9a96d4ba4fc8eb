// A process for `openJobProcess`: its jobs wait, or work without a word, for some time.
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { serveJobs } from '../../src/adapters/readers/serve-jobs.ts';

const Job = z.object({ what: z.enum(['waits', 'works', 'is told to end']), ms: z.number() });

serveJobs(async (job) => {
  const { what, ms } = Job.parse(job);
  if (what === 'is told to end') for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(process.pid, signal);
  if (what !== 'works') await delay(ms);
  else for (const until = performance.now() + ms; performance.now() < until;) continue;
  return what;
});
