import { basename } from 'node:path';
import type { WriteStream } from 'node:tty';

/** A line that shows how far a long work is. */
export interface ProgressBar {
  update(done: number, total: number, what: string): void;
  clear(): void;
}

/** Cells of the bar. */
const WIDTH = 24;
/** Between two drawings, in milliseconds: a terminal need not be faster than an eye. */
const INTERVAL_MS = 50;

/** A progress bar on a terminal; in a pipe or a log, nothing. */
export function createProgressBar(stream: WriteStream): ProgressBar {
  if (!stream.isTTY) return { update: () => undefined, clear: () => undefined };
  let drawnAt = 0;
  return {
    update(done, total, what) {
      if (done < total && performance.now() - drawnAt < INTERVAL_MS) return;
      drawnAt = performance.now();
      const filled = Math.round((WIDTH * done) / total);
      stream.write(`\r\u001b[K${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total} ${basename(what)}`.slice(0, stream.columns + 4));
    },
    clear: () => void stream.write('\r\u001b[K'),
  };
}
