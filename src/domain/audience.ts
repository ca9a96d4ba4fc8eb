import { z } from 'zod';

/**
 * An id as Slack writes it, alone or behind its workspace's: `C0123ABCD`, `T0456EFGH/C0123ABCD`. Alone it means the
 * same id of any workspace.
 */
const memberId = (letters: string) => z.string().regex(new RegExp(`^(?:[TE][A-Z0-9]+/)?[${letters}][A-Z0-9]+$`, 'u'));

/** Some channels, user groups and people; when there is none of them, nobody but the operator. */
const NamedAudience = z.object({
  channels: z.array(memberId('CG')).default([]),
  userGroups: z.array(memberId('S')).default([]),
  people: z.array(memberId('UW')).default([]),
});

/** Who may see a report. */
export const Audience = z.union([z.literal('everyone'), NamedAudience]);
export type Audience = z.infer<typeof Audience>;

/** For whom something is read: where the answer will be seen, not who happens to ask. */
export type Viewer =
  /** A web page, a guest, a channel that is shared with outsiders: the narrowest. */
  | { kind: 'everyone-only' }
  /** Whoever runs Footnote on its machine. */
  | { kind: 'operator' }
  /** All who read a channel, now and later. */
  | { kind: 'channel'; team: string; channel: string }
  /**
   * One person alone: a direct message, a message that only they see. `channels`: those that they are in, where known.
   */
  | { kind: 'person'; team: string; user: string; userGroups: string[]; channels?: string[] };

/** The narrowest viewer: sees what is for everyone. */
export const EVERYONE_ONLY: Viewer = { kind: 'everyone-only' };
/** Sees every report. */
export const OPERATOR: Viewer = { kind: 'operator' };

/**
 * Whether a report of this audience may be shown. For everyone: always. Else: the operator sees it; a channel sees it
 * when the channel itself is named, whoever asks there; a person sees it when they, a user group of theirs or a channel
 * that they are in is named; a web page, a guest or a channel with outsiders never does.
 */
export function maySee(audience: Audience, viewer: Viewer): boolean {
  if (audience === 'everyone' || viewer.kind === 'operator') return true;
  if (viewer.kind === 'everyone-only') return false;
  if (viewer.kind === 'channel') return names(audience.channels, viewer.team, [viewer.channel]);
  const { team, user, userGroups, channels = [] } = viewer;
  return (
    names(audience.people, team, [user]) ||
    names(audience.userGroups, team, userGroups) ||
    names(audience.channels, team, channels)
  );
}

/**
 * For whom a link was made, as `T0456EFGH/C0123ABCD` or `T0456EFGH/U0123ABCD`; undefined: it shows what is for
 * everyone.
 */
export function holderOf(viewer: Viewer): string | undefined {
  if (viewer.kind === 'channel') return `${viewer.team}/${viewer.channel}`;
  return viewer.kind === 'person' ? `${viewer.team}/${viewer.user}` : undefined;
}

/** The audience with each id once and in order, so that equal audiences are equal texts. */
export function canonicalAudience(audience: Audience): Audience {
  if (audience === 'everyone') return audience;
  const inOrder = (ids: string[]) => [...new Set(ids)].toSorted();
  return {
    channels: inOrder(audience.channels),
    userGroups: inOrder(audience.userGroups),
    people: inOrder(audience.people),
  };
}

function names(members: string[], team: string, ids: string[]): boolean {
  const meant = idsIn(team, members);
  return ids.some((id) => meant.includes(id));
}

/** What a list of ids means in a workspace: those that stand alone, and those that stand behind it, without it. */
export function idsIn(team: string, ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    if (id.startsWith(`${team}/`)) return [id.slice(team.length + 1)];
    return id.includes('/') ? [] : [id];
  });
}
