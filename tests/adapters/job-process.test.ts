import { expect, it, onTestFinished } from 'vitest';
import { openJobProcess } from '../../src/adapters/readers/job-process.ts';

const JOBS = new URL('../support/idle-or-busy-jobs.ts', import.meta.url);

it('a process that says nothing is ended when it works, and waited for while it is given no processor', async () => {
  const { run, close } = openJobProcess(JOBS, { heapMb: 256, memoryMb: 1024 });
  onTestFinished(close);
  const time = { silenceMs: 400, totalMs: 60_000 };
  const [waiting, working] = [
    await run({ what: 'waits', ms: 1000 }, time),
    await run({ what: 'works', ms: 60_000 }, time),
  ];
  expect([waiting, working]).toEqual([
    { outcome: 'done', value: 'waits' },
    { outcome: 'ended', why: 'time', progress: 0, detail: '' },
  ]);
});
