import { setTimeout as sleep } from 'node:timers/promises';
import { ModelError } from '../../domain/errors.ts';
import type { ModelFailure } from '../../domain/model.ts';
import type { LanguageModel } from '../../domain/ports.ts';

/** What may go better the next time. */
const PASSING: readonly ModelFailure[] = [
  'rate_limited',
  'server_error',
  'unreachable',
  'stopped',
  'broken_output',
  'empty',
];
/** What says that the provider is in trouble or does not want us, rather than one answer. */
const TROUBLE: readonly ModelFailure[] = [
  'rate_limited',
  'server_error',
  'unreachable',
  'stopped',
  'timeout',
  'refused',
];
/** Waits before the second and the third try, in milliseconds. */
const BACKOFF_MS = [300, 1200] as const;
/** A provider that wants to be left alone for longer than this is not waited for, in milliseconds. */
const LONGEST_WAIT_MS = 4000;
/** After so many calls in a row that came to nothing no call is made, */
const TROUBLED_CALLS = 4;
/** for so long, in milliseconds; then one call tries. */
const REST_MS = 30_000;

/** The clock of retries; tests bring their own. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Waits; ends early when the signal does. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

const REAL_CLOCK: Clock = { now: Date.now, wait: (ms, signal) => sleep(ms, undefined, { signal }) };

/**
 * A model that is tried again where that helps, a little later each time and never for long, and left alone for a while
 * when nothing helps.
 * A stream that breaks off is begun anew: its first claims come twice.
 */
export function createSteadyModel(model: LanguageModel, clock: Clock = REAL_CLOCK): LanguageModel {
  let troubled = 0;
  let restsUntil = 0;
  return {
    id: model.id,
    ...(model.load ? { load: model.load } : {}),
    async *stream(request, signal) {
      const restMs = restsUntil - clock.now();
      // More than that: the clock was set back since.
      if (restMs > 0 && restMs <= REST_MS)
        throw new ModelError(
          'resting',
          `${model.id}: is left alone until ${new Date(restsUntil).toISOString()} after ${troubled} calls that failed`,
        );
      for (let attempt = 0; ; attempt++) {
        try {
          yield* model.stream(request, signal);
          troubled = 0;
          return;
        } catch (error) {
          if (!(error instanceof ModelError)) throw error;
          if (await waitsForAnother(error, BACKOFF_MS[attempt], signal)) continue;
          if (TROUBLE.includes(error.failure) && ++troubled >= TROUBLED_CALLS) restsUntil = clock.now() + REST_MS;
          throw error;
        }
      }
    },
  };

  /** False when another try would not help, or would come too late. */
  async function waitsForAnother(
    { failure, retryAfterMs = 0 }: ModelError,
    backoffMs: number | undefined,
    signal: AbortSignal,
  ): Promise<boolean> {
    if (backoffMs === undefined || signal.aborted || !PASSING.includes(failure) || retryAfterMs > LONGEST_WAIT_MS)
      return false;
    await clock.wait(Math.max(backoffMs, retryAfterMs), signal).catch(() => undefined);
    return !signal.aborted;
  }
}
