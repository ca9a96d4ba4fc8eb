import type { JobEnd } from '../adapters/readers/job-process.ts';

/** How a job ends that was not done. */
export type JobFailure = Exclude<JobEnd, { outcome: 'done' }>;

/**
 * Reads a file, and once more without each page that it stood still at.
 * @param run reads it without some pages, by their physical numbers
 * @param most so many pages are left out; with one more the file is not read
 * @param hasTime whether the time of the whole file is not over
 * @returns what was read, or why nothing was the first time: without the slow pages there may be nothing left
 */
export async function readSkipping(
  run: (skip: readonly number[]) => Promise<JobEnd>,
  { most, hasTime }: { most: number; hasTime: () => boolean },
): Promise<JobEnd> {
  const skip: number[] = [];
  let first: JobFailure | undefined;
  for (;;) {
    const end = await run(skip);
    if (end.outcome === 'done') return end;
    first ??= end;
    const page = end.outcome === 'ended' && end.why === 'time' && hasTime() ? end.progress + 1 : undefined;
    if (page === undefined || skip.includes(page) || skip.length >= most) return first;
    skip.push(page);
  }
}
