import { z } from 'zod';
import type { Work } from '../../domain/inbox.ts';
import type { Client } from '../out/poster.ts';
import type { Viewer } from '../../domain/audience.ts';

/** What Slack says of people and channels is believed for so long, in milliseconds. */
const BELIEVED_MS = 5 * 60_000;

const User = z.object({ user: z.object({ team_id: z.string().optional(), is_restricted: z.boolean().default(false), is_ultra_restricted: z.boolean().default(false), is_stranger: z.boolean().default(false) }) });
const Channel = z.object({ channel: z.object({ is_ext_shared: z.boolean().default(false), is_pending_ext_shared: z.boolean().default(false), is_org_shared: z.boolean().default(false) }) });
const Groups = z.object({ usergroups: z.array(z.object({ id: z.string(), users: z.array(z.string()).default([]) })) });

/** Who sees an answer, by where it will stand. */
export interface Viewers {
  /** The one place where this is decided. */
  of(work: Pick<Work, 'team' | 'user' | 'place'>, client: Client): Promise<Viewer>;
  /** A person alone: what only they see. */
  ofPerson(team: string, user: string, client: Client): Promise<Viewer>;
}

/**
 * Makes what decides. A guest, a person of another workspace and a channel shared with outsiders see what is for everyone; so does
 * whoever Slack does not tell about. In a channel all who read it count, never the asker.
 */
export function createViewers({ now, log }: { now(): number; log(line: string): void }): Viewers {
  const believed = new Map<string, { at: number; value: Promise<unknown> }>();
  const ask = <T>(key: string, load: () => Promise<T>): Promise<unknown> => {
    const known = believed.get(key);
    if (known && now() - known.at < BELIEVED_MS) return known.value;
    const value = load();
    believed.set(key, { at: now(), value });
    value.catch(() => believed.delete(key));
    return value;
  };

  async function ofPerson(team: string, user: string, client: Client): Promise<Viewer> {
    const { user: person } = User.parse(await ask(`user ${team} ${user}`, () => client.users.info({ user })));
    const isOutside = person.is_restricted || person.is_ultra_restricted || person.is_stranger || (person.team_id !== undefined && person.team_id !== team);
    if (isOutside) return { kind: 'everyone-only' };
    const { usergroups } = Groups.parse(await ask(`groups ${team}`, () => client.usergroups.list({ include_users: true })));
    return { kind: 'person', team, user, userGroups: usergroups.filter(({ users }) => users.includes(user)).map(({ id }) => id) };
  }

  async function ofChannel(team: string, channel: string, user: string, client: Client): Promise<Viewer> {
    const { channel: facts } = Channel.parse(await ask(`channel ${team} ${channel}`, () => client.conversations.info({ channel })));
    if (facts.is_ext_shared || facts.is_pending_ext_shared || facts.is_org_shared) return { kind: 'everyone-only' };
    const asker = await ofPerson(team, user, client);
    return asker.kind === 'everyone-only' ? asker : { kind: 'channel', team, channel };
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
      const isAlone = place.kind === 'command' || (place.kind === 'message' && place.isDirect) || (place.kind === 'channel' && place.channel === undefined);
      if (isAlone || place.channel === undefined) return narrowest(`person ${user}`, ofPerson(team, user, client));
      return narrowest(`channel ${place.channel}`, ofChannel(team, place.channel, user, client));
    },
    ofPerson: (team, user, client) => narrowest(`person ${user}`, ofPerson(team, user, client)),
  };
}
