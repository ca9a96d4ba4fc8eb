import { z } from 'zod';
import type { Work } from '../../domain/inbox.ts';
import type { Client } from '../delivery/target.ts';
import type { Viewer } from '../../domain/audience.ts';

/** What Slack says of people and channels is believed for so long, in milliseconds. */
const BELIEVED_MS = 5 * 60_000;
/** Channels of a person that one call gives, and calls: 5,000 channels, more than anybody follows. */
const CHANNELS_A_CALL = 999;
const CHANNEL_CALLS = 5;

const User = z.object({
  user: z.object({
    team_id: z.string().optional(),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    is_stranger: z.boolean().default(false),
    deleted: z.boolean().default(false),
  }),
});
const Channel = z.object({
  channel: z.object({
    is_ext_shared: z.boolean().default(false),
    is_pending_ext_shared: z.boolean().default(false),
    is_org_shared: z.boolean().default(false),
  }),
});
const Channels = z.object({
  channels: z.array(z.object({ id: z.string() })),
  response_metadata: z.object({ next_cursor: z.string().default('') }).default({ next_cursor: '' }),
});
const Groups = z.object({ usergroups: z.array(z.object({ id: z.string(), users: z.array(z.string()).default([]) })) });

/** Who sees an answer, by where it will stand. */
export interface Viewers {
  /** The one place where this is decided. */
  of(work: Pick<Work, 'team' | 'user' | 'place'>, client: Client): Promise<Viewer>;
  /** A person alone: what only they see. */
  ofPerson(team: string, user: string, client: Client): Promise<Viewer>;
  /** All who read a channel. */
  ofChannel(team: string, channel: string, client: Client): Promise<Viewer>;
}

/**
 * Makes what decides. A guest, a person of another workspace and a channel shared with outsiders see what is for
 * everyone; so does whoever Slack does not tell about. In a channel all who read it count, never the asker.
 */
export function createViewers({ now, log }: { now(): number; log(line: string): void }): Viewers {
  const believed = new Map<string, { at: number; value: Promise<unknown> }>();
  const ask = <T>(key: string, load: () => Promise<T>): Promise<unknown> => {
    const known = believed.get(key);
    // Nor is it believed for a year because the clock was set back by one.
    if (known && Math.abs(now() - known.at) < BELIEVED_MS) return known.value;
    const value = load();
    believed.set(key, { at: now(), value });
    value.catch(() => believed.delete(key));
    return value;
  };

  async function ofPerson(team: string, user: string, client: Client): Promise<Viewer> {
    const { user: person } = User.parse(await ask(`user ${team} ${user}`, () => client.users.info({ user })));
    const isOutside =
      person.is_restricted ||
      person.is_ultra_restricted ||
      person.is_stranger ||
      person.deleted ||
      (person.team_id !== undefined && person.team_id !== team);
    if (isOutside) return { kind: 'everyone-only' };
    const userGroups = orNone(`user groups of ${user}`, groupsOf(team, user, client));
    return {
      kind: 'person',
      team,
      user,
      userGroups: await userGroups,
      channels: await orNone(`channels of ${user}`, channelsOf(team, user, client)),
    };
  }

  async function groupsOf(team: string, user: string, client: Client): Promise<string[]> {
    const { usergroups } = Groups.parse(
      await ask(`groups ${team}`, () => client.usergroups.list({ include_users: true })),
    );
    return usergroups.filter(({ users }) => users.includes(user)).map(({ id }) => id);
  }

  /** Of the private ones Slack tells only those that the bot is in, too. */
  async function channelsOf(team: string, user: string, client: Client): Promise<string[]> {
    return z.array(z.string()).parse(await ask(`channels ${team} ${user}`, () => loadChannels(user, client)));
  }

  /** Free workspaces have no user groups: a person sees what is for them by name all the same. */
  async function orNone(what: string, ids: Promise<string[]>): Promise<string[]> {
    try {
      return await ids;
    } catch (error) {
      log(`Slack does not tell the ${what}, so reports for these are left out: ${String(error)}`);
      return [];
    }
  }

  async function ofChannel(team: string, channel: string, client: Client): Promise<Viewer> {
    const { channel: facts } = Channel.parse(
      await ask(`channel ${team} ${channel}`, () => client.conversations.info({ channel })),
    );
    return facts.is_ext_shared || facts.is_pending_ext_shared || facts.is_org_shared
      ? { kind: 'everyone-only' }
      : { kind: 'channel', team, channel };
  }

  async function inChannel(team: string, channel: string, user: string, client: Client): Promise<Viewer> {
    const all = await ofChannel(team, channel, client);
    if (all.kind === 'everyone-only') return all;
    const asker = await ofPerson(team, user, client);
    return asker.kind === 'everyone-only' ? asker : all;
  }

  const narrowest = async (what: string, viewer: Promise<Viewer>): Promise<Viewer> => {
    try {
      return await viewer;
    } catch (error) {
      log(`Slack does not tell about ${what}, so only reports for everyone are used: ${String(error)}`);
      return { kind: 'everyone-only' };
    }
  };

  return {
    of({ team, user, place }, client) {
      const isAlone =
        place.kind === 'command' ||
        (place.kind === 'message' && place.isDirect) ||
        (place.kind === 'channel' && place.channel === undefined);
      if (isAlone || place.channel === undefined) return narrowest(`person ${user}`, ofPerson(team, user, client));
      return narrowest(`channel ${place.channel}`, inChannel(team, place.channel, user, client));
    },
    ofPerson: (team, user, client) => narrowest(`person ${user}`, ofPerson(team, user, client)),
    ofChannel: (team, channel, client) => narrowest(`channel ${channel}`, ofChannel(team, channel, client)),
  };
}

async function loadChannels(user: string, client: Client): Promise<string[]> {
  const ids: string[] = [];
  let cursor = '';
  for (let call = 0; call < CHANNEL_CALLS; call += 1) {
    const page = Channels.parse(
      await client.users.conversations({
        user,
        types: 'public_channel,private_channel,mpim',
        exclude_archived: true,
        limit: CHANNELS_A_CALL,
        ...(cursor === '' ? {} : { cursor }),
      }),
    );
    ids.push(...page.channels.map(({ id }) => id));
    cursor = page.response_metadata.next_cursor;
    if (cursor === '') break;
  }
  return ids;
}
