import type { JobMemory, JobProcess } from './job-process.ts';
import { openJobProcess } from './job-process.ts';

/**
 * Some processes that do jobs, each one after the other. A job goes to the one with the least to do; those that nobody
 * needs do not start.
 */
export function openJobPool(entry: URL, memory: JobMemory, count: number): JobProcess {
  const members = Array.from({ length: count }, () => ({ process: openJobProcess(entry, memory), jobs: 0 }));
  return {
    async run(job, time) {
      const least = Math.min(...members.map(({ jobs }) => jobs));
      const member = members.find(({ jobs }) => jobs === least);
      if (!member) throw new RangeError('a pool without processes');
      member.jobs += 1;
      try {
        return await member.process.run(job, time);
      } finally {
        member.jobs -= 1;
      }
    },
    close: () => members.forEach(({ process }) => process.close()),
  };
}
