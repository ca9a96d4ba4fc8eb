import { basename } from 'node:path';
import type { StatusLine } from './terminal.ts';

/** A line that shows how far a long work is. */
export interface ProgressBar {
  update(done: number, total: number, what: string): void;
  clear(): void;
}

/** Cells of the bar. */
const WIDTH = 24;
/** Between two drawings, in milliseconds: a terminal need not be faster than an eye. */
const INTERVAL_MS = 50;

/** A progress bar on the terminal's status line. */
export function createProgressBar(line: StatusLine): ProgressBar {
  let drawnAt = 0;
  return {
    update(done, total, what) {
      if (done < total && performance.now() - drawnAt < INTERVAL_MS) return;
      drawnAt = performance.now();
      const filled = Math.round((WIDTH * done) / total);
      line.show(`${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total} ${basename(what)}`);
    },
    clear: line.clear,
  };
}
