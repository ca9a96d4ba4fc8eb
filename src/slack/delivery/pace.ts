import type { Clock } from './call-slack.ts';

/** Slack takes one message a second in a channel, and short bursts; docs.slack.dev, rate limits. */
const POST_MS = 1000;
const BURST = 4;

/** Runs what is done to one key one after another: a burst at once, then one a second. */
export type Pace = <T>(key: string, act: () => Promise<T>) => Promise<T>;

/** Makes a pace for posting, a key a channel. */
export function createPace(clock: Clock): Pace {
  const lanes = new Map<string, { last: Promise<unknown>; free: number; at: number }>();
  return (key, act) => {
    const lane = lanes.get(key) ?? { last: Promise.resolve(), free: BURST, at: clock.now() };
    lanes.set(key, lane);
    const done = lane.last.then(async () => {
      // A clock that was set back has passed no time.
      lane.free = Math.min(BURST, lane.free + Math.max(0, clock.now() - lane.at) / POST_MS);
      lane.at = clock.now();
      if (lane.free < 1) {
        await clock.sleep((1 - lane.free) * POST_MS);
        lane.free = 1;
        lane.at = clock.now();
      }
      lane.free -= 1;
      return act();
    });
    lane.last = done.catch(() => undefined);
    return done;
  };
}
