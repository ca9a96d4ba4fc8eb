import { webApi } from '@slack/bolt';
import type { Clock } from '../delivery/call-slack.ts';

/** Between two tries, in milliseconds: twice as long each time, up to a minute. */
const PAUSE_MS = { first: 1000, longest: 60_000 };
/**
 * A connection that lived shorter than this, in milliseconds, counts as a failure: else it would be tried without a
 * pause.
 */
const LIVED_MS = 10_000;
/** The start waits for the first try so long, in milliseconds, and then goes on without Slack. */
const FIRST_TRY_MS = 20_000;
/** Refused now, perhaps not later. */
const PASSING = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'rate_limited',
  'accesslimited',
  'team_added_to_org',
]);

/** How the first try ended. */
export type Reached =
  | { outcome: 'connected' }
  | { outcome: 'unreachable'; reason: string }
  | { outcome: 'refused'; reason: string };

/** Keeps a connection, whatever becomes of it. */
export interface Keeper {
  /** Resolves when the first try is over; what was not reached is tried on in the background. */
  start(): Promise<Reached>;
  stop(): void;
}

/** What keeping a connection takes. */
export interface KeeperParts {
  /** Makes a connection; gives what resolves when it is lost. */
  connect(): Promise<{ lost: Promise<void> }>;
  /** Called once, when it was first made. */
  onFirst(): void;
  clock: Clock;
  log(line: string): void;
}

/** Makes what connects, and connects again after an outage of any length, until Slack refuses it by name. */
export function keepConnected({ connect, onFirst, clock, log }: KeeperParts): Keeper {
  const state = { isStopped: false, wasConnected: false, isAway: false, failures: 0 };

  async function run(tell: (reached: Reached) => void): Promise<void> {
    while (!state.isStopped) {
      const startedAt = clock.now();
      try {
        const { lost } = await connect();
        connected(tell);
        await lost;
        state.failures = clock.now() - startedAt >= LIVED_MS ? 0 : state.failures + 1;
      } catch (error) {
        if (failed(error, tell) === 'refused') return;
      }
      await clock.sleep(pauseAfter(state.failures));
    }
  }

  function connected(tell: (reached: Reached) => void): void {
    if (state.isAway) log('Slack is connected.');
    state.isAway = false;
    if (!state.wasConnected) onFirst();
    state.wasConnected = true;
    tell({ outcome: 'connected' });
  }

  function failed(error: unknown, tell: (reached: Reached) => void): Reached['outcome'] {
    const reason = error instanceof Error ? error.message : String(error);
    const outcome = isRefusal(error) ? 'refused' : 'unreachable';
    state.failures += 1;
    if (state.isStopped) return outcome;
    if (outcome === 'refused')
      log(`Slack refuses the connection (${reason}). Check the tokens in .env, then start again.`);
    else if (!state.isAway)
      log(
        `Slack cannot be reached (${reason}). It is tried again, at least once a minute; the pages are ` +
          'served meanwhile.',
      );
    state.isAway = true;
    tell({ outcome, reason });
    return outcome;
  }

  return {
    start: () =>
      new Promise((resolve) => {
        const late = setTimeout(
          () => resolve({ outcome: 'unreachable', reason: `no answer within ${FIRST_TRY_MS / 1000} seconds` }),
          FIRST_TRY_MS,
        );
        const tell = (reached: Reached): void => {
          clearTimeout(late);
          resolve(reached);
        };
        run(tell).catch((error: unknown) => log(`The connection to Slack is given up: ${String(error)}`));
      }),
    stop() {
      state.isStopped = true;
    },
  };
}

function pauseAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(PAUSE_MS.longest, PAUSE_MS.first * 2 ** (failures - 1));
}

/** Slack answered, and said no: another try would hear the same. */
function isRefusal(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && !PASSING.has(error.data.error);
}
