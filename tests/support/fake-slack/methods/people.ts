import { z } from 'zod';
import { JsonObject } from '../world/json.ts';
import type { Json } from '../world/json.ts';
import { SlackError } from '../world/slack-error.ts';
import type { User, UserGroup } from '../world/things.ts';
import { refuseBlocks } from '../validate/check-message.ts';
import { refuseView } from '../validate/check-view.ts';
import { teamOf } from './chat.ts';
import type { Call, Methods } from './method.ts';
import { method, page, paging } from './method.ts';

/** `auth`, `team`, `users`, `usergroups` and `blocks`. */
export const peopleMethods: Methods = {
  'auth.test': method({ tier: 4 }, z.object({}), (_, { world, installation }) => {
    const team = world.teams.get(installation.teamId);
    return {
      url: `https://${team?.domain}.slack.com/`,
      team: team?.name,
      user: world.users.get(installation.botUserId)?.name,
      team_id: installation.teamId,
      user_id: installation.botUserId,
      bot_id: installation.botId,
      is_enterprise_install: false,
    };
  }),

  'team.info': method({ scopes: ['team:read'] }, z.object({ team: z.string().optional() }), ({ team: id }, call) => {
    const team = call.world.teams.get(id ?? call.installation.teamId);
    if (!team) throw new SlackError('team_not_found');
    return { team: { id: team.id, name: team.name, domain: team.domain, url: `https://${team.domain}.slack.com/` } };
  }),

  'users.info': method(
    { scopes: ['users:read'], tier: 4 },
    z.object({ user: z.string(), include_locale: z.unknown().optional() }),
    ({ user: id }, call) => {
      const user = call.world.users.get(id);
      if (!user || !isKnown(user, call)) throw new SlackError('user_not_found');
      return { user: userJson(user, call) };
    },
  ),

  'users.list': method({ scopes: ['users:read'], tier: 2 }, z.object(paging), (paged, call) => {
    const { items, next } = page(
      [...call.world.users.values()].filter(({ teamId }) => teamId === call.installation.teamId),
      paged,
    );
    return { members: items.map((user) => userJson(user, call)), response_metadata: { next_cursor: next } };
  }),

  'usergroups.list': method(
    { scopes: ['usergroups:read'], tier: 2 },
    z.object({ include_users: z.unknown().optional() }),
    (_, call) => {
      const groups = [...call.world.groups.values()].filter(({ teamId }) => teamId === call.installation.teamId);
      return { usergroups: groups.map(groupJson) };
    },
  ),

  'usergroups.users.list': method(
    { scopes: ['usergroups:read'], tier: 2 },
    z.object({ usergroup: z.string() }),
    ({ usergroup: id }, call) => {
      const group = call.world.groups.get(id);
      if (group?.teamId !== call.installation.teamId) throw new SlackError('no_such_subteam');
      return { users: [...group.members] };
    },
  ),

  'blocks.validate': method(
    { tier: 4 },
    z.object({ blocks: z.unknown().optional(), message: z.unknown().optional(), view: z.unknown().optional() }),
    (args, call) => {
      if (Object.values(args).filter((part) => part !== undefined).length !== 1)
        throw new SlackError('invalid_arguments');
      const { blocks } = JsonObject.parse(args.message ?? { blocks: args.blocks });
      const refused =
        args.view === undefined
          ? refuseBlocks(blocks, teamOf(call), args.message === undefined ? [] : ['blocks'])
          : refuseView(args.view);
      if (!refused) return {};
      const error =
        args.view === undefined ? (args.message === undefined ? 'invalid_blocks' : 'invalid_message') : 'invalid_view';
      throw new SlackError(error, {
        errors: refused.problems.map(({ text, pointer }) => ({ pointer, code: 'failed_constraint', message: text })),
      });
    },
  ),
};

// An app knows the people of its workspace and those with whom it shares a channel.
function isKnown({ id, teamId }: User, { world, installation }: Call): boolean {
  const isShared = [...world.channels.values()].some(
    ({ members }) => members.has(id) && members.has(installation.botUserId),
  );
  return teamId === installation.teamId || isShared;
}

function userJson({ id, name, teamId, isBot, guest, locale, isAdmin }: User, { installation }: Call): Json {
  return {
    id,
    team_id: teamId,
    name,
    real_name: name,
    profile: { display_name: name, real_name: name, team: teamId },
    locale,
    tz: 'Asia/Shanghai',
    deleted: false,
    is_bot: isBot,
    is_admin: isAdmin,
    is_restricted: guest !== undefined,
    is_ultra_restricted: guest === 'single',
    is_stranger: teamId !== installation.teamId,
  };
}

function groupJson({ id, handle, teamId, members }: UserGroup): Json {
  return {
    id,
    team_id: teamId,
    is_usergroup: true,
    name: handle,
    handle,
    users: [...members],
    user_count: members.size,
  };
}
