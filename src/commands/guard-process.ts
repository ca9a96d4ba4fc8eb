import { randomBytes } from 'node:crypto';

/**
 * An answer that is being composed when the process is told to end has so long to be given, in milliseconds; then it is
 * put back.
 */
const PATIENCE_MS = 5000;
/** Whatever happens, the process is gone after so long, in milliseconds. */
const LONGEST_MS = 15_000;

/** What is guarded. */
export interface Guard {
  /** Ends what was started by now. */
  stopWith(stop: (patienceMs: number) => Promise<void>): void;
}

/**
 * Ends this process in order: when it is told to, after the answers that are being composed; and when something was
 * thrown that nobody caught, for then nobody knows what still holds: what is being done is put back at once, so that
 * whoever comes next does it. What fails meanwhile ends the process there and then.
 * @param log takes what was thrown, with an id by which it can be named
 */
export function guardProcess(log: (line: string) => void): Guard {
  const state: { isEnding: boolean; stop: (patienceMs: number) => Promise<void> } = {
    isEnding: false,
    stop: () => Promise.resolve(),
  };

  function end(status: 0 | 1, patienceMs: number): void {
    if (state.isEnding) return process.exit(1);
    state.isEnding = true;
    setTimeout(() => {
      log(`The end took longer than ${LONGEST_MS / 1000} seconds and is cut short.`);
      process.exit(1);
    }, LONGEST_MS).unref();
    state.stop(patienceMs).then(
      () => process.exit(status),
      (error: unknown) => {
        log(`Not everything could be ended in order: ${textOf(error)}`);
        process.exit(1);
      },
    );
  }

  function failed(error: unknown): void {
    log(
      `Nobody caught this (${randomBytes(4).toString('hex')}), so the process ends, and what it was ` +
        `doing is put back: ${textOf(error)}`,
    );
    end(1, 0);
  }

  process.on('uncaughtException', failed);
  process.on('unhandledRejection', failed);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0, PATIENCE_MS));
  return {
    stopWith(stop) {
      state.stop = stop;
    },
  };
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
