import { FILE_LIMITS, PICTURE_LIMITS } from '../../domain/file-limits.ts';
import { inTurns } from './in-turns.ts';
import type { JobEnd } from './job-process.ts';
import { openJobProcess } from './job-process.ts';
import type { PageRequest } from './page-request.ts';

/** Draws pages, within limits of time and memory. */
export interface DrawingLanes {
  draw(request: PageRequest): Promise<JobEnd>;
  close(): void;
}

/** What may be set otherwise, for tests. */
export type DrawingLimits = Record<'quickMs' | 'slowMs' | 'heapMb' | 'memoryMb', number>;

/** Files that were slow once are remembered up to this number. */
const REMEMBERED_FILES = 500;

/**
 * Two processes. Everybody's pages wait for the quick one, file by file in turns, and none holds it for long: what
 * takes longer is ended there and begun again in the slow one, and so are all other pages of that file from then on. So
 * a file can make the others' pages wait once.
 */
export function openDrawingLanes(limits: DrawingLimits = { ...FILE_LIMITS, ...PICTURE_LIMITS }): DrawingLanes {
  const entry = new URL('drawing-process.ts', import.meta.url);
  const [quick, slow] = [openJobProcess(entry, limits), openJobProcess(entry, limits)];
  const [quickTurns, slowTurns] = [inTurns(), inTurns()];
  const slowFiles = new Set<string>();

  /** What was too much is known from then on: in the queue may be more of the same file. */
  async function drawQuickly(request: PageRequest): Promise<JobEnd | undefined> {
    if (slowFiles.has(request.path)) return undefined;
    const end = await quick.run(request, { totalMs: limits.quickMs, silenceMs: limits.quickMs });
    if (end.outcome !== 'ended') return end;
    slowFiles.add(request.path);
    for (const oldest of [...slowFiles].slice(0, -REMEMBERED_FILES)) slowFiles.delete(oldest);
    return end.why === 'time' ? undefined : end;
  }

  return {
    async draw(request) {
      const drawn = slowFiles.has(request.path)
        ? undefined
        : await quickTurns(request.path, () => drawQuickly(request));
      return (
        drawn ?? slowTurns(request.path, () => slow.run(request, { totalMs: limits.slowMs, silenceMs: limits.slowMs }))
      );
    },
    close() {
      quick.close();
      slow.close();
    },
  };
}
