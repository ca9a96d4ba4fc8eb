import { randomUUID } from 'node:crypto';
import type { Channel, Installation, Team, User, UserGroup } from './things.ts';
import type { World } from './world.ts';
import { changed } from './world.ts';

/** A workspace of this name; the same one when it is there already. */
export function addTeam(world: World, name: string, { charts = true }: { charts?: boolean } = {}): Team {
  const held = [...world.teams.values()].find((team) => team.name === name);
  if (held) return held;
  const team = {
    id: `T${world.teams.size + 1}`,
    name,
    domain: name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-'),
    charts,
  };
  world.teams.set(team.id, team);
  return team;
}

/** Installs the app in a workspace: a bot user and a token. */
export function install(world: World, teamId: string, scopes: string[] = world.scopes, token?: string): Installation {
  const suffix = world.installations.size === 0 ? '' : teamId;
  const botUserId = `UBOT${suffix}`;
  world.users.set(botUserId, {
    id: botUserId,
    name: world.manifest.display_information.name.toLowerCase(),
    teamId,
    isBot: true,
    locale: 'en-US',
    isAdmin: false,
  });
  const installation = {
    token: token ?? `xoxb-${teamId}-${randomUUID()}`,
    teamId,
    botId: `BBOT${suffix}`,
    botUserId,
    scopes,
  };
  world.installations.set(installation.token, installation);
  changed(world);
  return installation;
}

/** A person of this name in a workspace; the same one when it is there already. */
export function addUser(
  world: World,
  name: string,
  teamId: string,
  over: Partial<Pick<User, 'guest' | 'locale' | 'isAdmin'>> = {},
): User {
  const id = `U${readable(name)}${teamId === 'T1' ? '' : teamId}`;
  const held = world.users.get(id);
  if (held) return Object.assign(held, over);
  const user = { id, name, teamId, isBot: false, locale: 'zh-CN', isAdmin: false, ...over };
  world.users.set(id, user);
  return user;
}

/** A channel of this name; the bot and the given people are members. */
export function addChannel(
  world: World,
  name: string,
  teamId: string,
  over: Partial<Pick<Channel, 'kind' | 'sharedWith'>> & { members?: string[]; botIsMember?: boolean } = {},
): Channel {
  const id = `C${readable(name)}`;
  const { members = [], botIsMember = true, ...rest } = over;
  const bot = botIsMember ? botsIn(world, [teamId]) : [];
  const held = world.channels.get(id);
  if (held) {
    for (const member of [...members, ...bot]) held.members.add(member);
    return Object.assign(held, rest);
  }
  const channel: Channel = {
    id,
    name,
    kind: 'public',
    teamId,
    sharedWith: [],
    isArchived: false,
    ...rest,
    members: new Set([...members, ...bot]),
  };
  world.channels.set(id, channel);
  changed(world);
  return channel;
}

/** The direct conversation of a person with the bot of their workspace. */
export function directChannel(world: World, userId: string): Channel {
  const id = `D${userId.slice(1)}`;
  const held = world.channels.get(id);
  if (held) return held;
  const teamId = world.users.get(userId)?.teamId ?? 'T1';
  const channel: Channel = {
    id,
    name: userId,
    kind: 'im',
    teamId,
    sharedWith: [],
    isArchived: false,
    members: new Set([userId, ...botsIn(world, [teamId])]),
  };
  world.channels.set(id, channel);
  return channel;
}

/** A user group with its members. */
export function addGroup(world: World, handle: string, teamId: string, members: string[]): UserGroup {
  const group = { id: `S${readable(handle)}`, handle, teamId, members: new Set(members) };
  world.groups.set(group.id, group);
  return group;
}

/** The installation in a workspace; undefined where the app is not installed. */
export function installationIn(world: World, teamId: string): Installation | undefined {
  return [...world.installations.values()].find((installation) => installation.teamId === teamId);
}

function botsIn(world: World, teams: string[]): string[] {
  return [...world.installations.values()]
    .filter(({ teamId }) => teams.includes(teamId))
    .map(({ botUserId }) => botUserId);
}

// Identifiers that tell whose they are: failing tests are easier to read.
function readable(name: string): string {
  const letters = name.toUpperCase().replaceAll(/[^A-Z0-9]/gu, '');
  return letters === ''
    ? [...name].map((character) => (character.codePointAt(0) ?? 0).toString(36).toUpperCase()).join('')
    : letters;
}
