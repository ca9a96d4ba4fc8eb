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

it('a signal to all of a group ends no job; closing does, and that is nobody’s fault', async () => {
  const { run, close } = openJobProcess(JOBS, { heapMb: 256, memoryMb: 1024 });
  onTestFinished(close);
  const time = { silenceMs: 60_000, totalMs: 60_000 };
  const told = await run({ what: 'is told to end', ms: 200 }, time);
  const broken = run({ what: 'waits', ms: 60_000 }, time);
  // What is handed over in the same moment has not begun.
  await new Promise((resolve) => setTimeout(resolve, 50));
  close();
  expect([told, await broken, await run({ what: 'waits', ms: 1 }, time)]).toEqual([
    { outcome: 'done', value: 'is told to end' },
    { outcome: 'ended', why: 'closed', progress: 0, detail: '' },
    { outcome: 'ended', why: 'closed', progress: 0, detail: '' },
  ]);
});
