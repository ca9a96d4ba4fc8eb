import { z } from 'zod';
import type { Audience } from '../../domain/audience.ts';
import type { Work } from '../../domain/inbox.ts';
import type { Client } from '../delivery/target.ts';

/** Where a file was shared, and who may see the report that comes of it. */
export interface DropPlace {
  /**
   * `group`: a direct message of several; `shared`: people from outside read along; `unknown`: Slack does not tell the
   * bot.
   */
  kind: 'direct' | 'public' | 'private' | 'group' | 'shared' | 'unknown';
  audience: Audience;
}

/** What is not said counts as the narrower. */
const Facts = z.object({
  channel: z.object({
    user: z.string().optional(),
    is_im: z.boolean().default(false),
    is_mpim: z.boolean().default(false),
    is_private: z.boolean().default(true),
    is_ext_shared: z.boolean().default(false),
    is_pending_ext_shared: z.boolean().default(false),
    is_org_shared: z.boolean().default(false),
  }),
});

/**
 * Who is meant to see a file, by where it was shared: everyone, when all of the workspace could see it there, or it was
 * given to the bot itself; else those of that conversation. Slack is asked anew: a channel may have become private a
 * minute ago.
 */
export async function dropPlace(
  { team, user, place }: Pick<Work, 'team' | 'user' | 'place'>,
  client: Client,
  log: (line: string) => void,
): Promise<DropPlace> {
  const channel = place.channel ?? '';
  try {
    const { channel: facts } = Facts.parse(await client.conversations.info({ channel }));
    if (facts.is_im) return facts.user === user ? { kind: 'direct', audience: 'everyone' } : onlyTheirs(team, user);
    const theirs = { channels: [`${team}/${channel}`], userGroups: [], people: [] };
    if (facts.is_ext_shared || facts.is_pending_ext_shared || facts.is_org_shared)
      return { kind: 'shared', audience: theirs };
    if (facts.is_mpim) return { kind: 'group', audience: theirs };
    return facts.is_private ? { kind: 'private', audience: theirs } : { kind: 'public', audience: 'everyone' };
  } catch (error) {
    log(`Slack does not tell about ${channel}, so a report from there is for ${user} alone: ${String(error)}`);
    return onlyTheirs(team, user);
  }
}

function onlyTheirs(team: string, user: string): DropPlace {
  return { kind: 'unknown', audience: { channels: [], userGroups: [], people: [`${team}/${user}`] } };
}
