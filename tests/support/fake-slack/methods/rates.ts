import type { World } from '../world/world.ts';
import type { Tier } from './method.ts';

/** Calls a minute of each tier, per method and workspace. */
const PER_MINUTE = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;
/** Messages that a channel takes at once before it is held to one a second. */
const BURST = 5;
const MINUTE_MS = 60_000;

/** Counts calls and says when one is too many. */
export interface Rates {
  /** Seconds to wait; undefined when the call may pass. */
  waitFor(use: { method: string; tier: Tier; teamId: string; channel: string }): number | undefined;
}

/** Counts by the clock of the world; counts nothing when the world has no limits of rate. */
export function createRates(world: World): Rates {
  const windows = new Map<string, number[]>();
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    waitFor({ method, tier, teamId, channel }) {
      if (!world.rates) return undefined;
      return tier === 'posting'
        ? waitForBucket(buckets, `${teamId} ${channel}`, world.clock.now())
        : waitForWindow(windows, `${teamId} ${method}`, PER_MINUTE[tier], world.clock.now());
    },
  };
}

function waitForWindow(windows: Map<string, number[]>, key: string, allowed: number, now: number): number | undefined {
  const recent = (windows.get(key) ?? []).filter((at) => at > now - MINUTE_MS);
  const [oldest = now] = recent;
  if (recent.length >= allowed) return Math.ceil((oldest + MINUTE_MS - now) / 1000);
  windows.set(key, [...recent, now]);
  return undefined;
}

function waitForBucket(
  buckets: Map<string, { tokens: number; at: number }>,
  key: string,
  now: number,
): number | undefined {
  const held = buckets.get(key) ?? { tokens: BURST, at: now };
  const tokens = Math.min(BURST, held.tokens + (now - held.at) / 1000);
  buckets.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
  return tokens < 1 ? Math.max(1, Math.ceil(1 - tokens)) : undefined;
}
