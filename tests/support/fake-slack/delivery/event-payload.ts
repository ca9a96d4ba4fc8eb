import { randomUUID } from 'node:crypto';
import type { SlackEvent } from '../world/events.ts';
import type { Json } from '../world/json.ts';
import { installationIn } from '../world/populate.ts';
import type { World } from '../world/world.ts';

/** Events an hour and workspace; above it Slack says `app_rate_limited` once a minute and drops the rest. */
const EVENTS_PER_HOUR = 30_000;
const HOUR_MS = 3_600_000;

/** The body around an event, as the Events API sends it. */
export function eventPayload(world: World, { teamId, event }: SlackEvent): Json {
  const now = Math.floor(world.clock.now() / 1000);
  if (event.type === 'app_rate_limited')
    return { ...event, team_id: teamId, api_app_id: world.app.id, minute_rate_limited: now - (now % 60) };
  const botUserId = installationIn(world, teamId)?.botUserId;
  const channel = typeof event['channel'] === 'string' ? world.channels.get(event['channel']) : undefined;
  return {
    token: 'verification-token',
    type: 'event_callback',
    team_id: teamId,
    context_team_id: teamId,
    api_app_id: world.app.id,
    event_id: `Ev${randomUUID()}`,
    event_time: now,
    is_ext_shared_channel: (channel?.sharedWith.length ?? 0) > 0,
    authorizations:
      botUserId === undefined
        ? []
        : [{ enterprise_id: null, team_id: teamId, user_id: botUserId, is_bot: true, is_enterprise_install: false }],
    event,
  };
}

/**
 * Says of each event whether it still fits into the hour of its workspace; limits only where the world has limits of
 * rate.
 */
export function limitEvents(world: World): (event: SlackEvent) => boolean {
  const hours = new Map<string, { startedAt: number; count: number; toldAt: number }>();
  return ({ teamId, event }) => {
    if (!world.rates || event.type === 'app_rate_limited') return true;
    const now = world.clock.now();
    const held = hours.get(teamId);
    const hour = held && held.startedAt > now - HOUR_MS ? held : { startedAt: now, count: 0, toldAt: 0 };
    hours.set(teamId, hour);
    hour.count += 1;
    if (hour.count <= EVENTS_PER_HOUR) return true;
    if (now - hour.toldAt > 60_000) {
      hour.toldAt = now;
      world.emitter.emit('event', {
        teamId,
        subscription: 'app_rate_limited',
        event: { type: 'app_rate_limited' },
      } satisfies SlackEvent);
    }
    return false;
  };
}
