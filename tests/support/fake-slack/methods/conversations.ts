import { z } from 'zod';
import { messageJson, tell } from '../world/events.ts';
import type { Json } from '../world/json.ts';
import { directChannel } from '../world/populate.ts';
import { SlackError } from '../world/slack-error.ts';
import type { Channel, Message } from '../world/things.ts';
import { changed } from '../world/world.ts';
import type { Call, Methods } from './method.ts';
import { Flag, method, needScopes, page, paging } from './method.ts';
import { readableChannel, visibleChannel } from './reach.ts';

const SCOPE_KINDS = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;
const TYPE_KINDS = { public_channel: 'public', private_channel: 'private', im: 'im', mpim: 'mpim' } as const;
const Id = z.object({ channel: z.string() });
const range = { ...paging, latest: z.string().optional(), oldest: z.string().optional(), inclusive: Flag.optional() };

/** `conversations.*`. */
export const conversationMethods: Methods = {
  'conversations.info': method(
    { tier: 3 },
    Id.extend({ include_num_members: Flag.optional() }),
    ({ channel: id, include_num_members: count }, call) => {
      const channel = visibleChannel(call, id);
      needScopes(call, `${SCOPE_KINDS[channel.kind]}:read`);
      return { channel: { ...channelJson(channel, call), ...(count ? { num_members: channel.members.size } : {}) } };
    },
  ),

  'conversations.members': method({ tier: 4 }, Id.extend(paging), ({ channel: id, ...paged }, call) => {
    const channel = visibleChannel(call, id);
    needScopes(call, `${SCOPE_KINDS[channel.kind]}:read`);
    const { items, next } = page([...channel.members], paged);
    return { members: items, response_metadata: { next_cursor: next } };
  }),

  'conversations.list': method(
    { tier: 2 },
    z.object({ ...paging, types: z.string().default('public_channel'), exclude_archived: Flag.optional() }),
    ({ types, exclude_archived: living, ...paged }, call) => {
      const kinds = z
        .array(z.enum(['public_channel', 'private_channel', 'im', 'mpim']))
        .parse(types.split(',').map((type) => type.trim()))
        .map((type) => TYPE_KINDS[type]);
      needScopes(call, ...kinds.map((kind) => `${SCOPE_KINDS[kind]}:read`));
      const seen = [...call.world.channels.values()].filter(
        (channel) => kinds.includes(channel.kind) && isVisible(channel, call) && !(living && channel.isArchived),
      );
      const { items, next } = page(seen, paged);
      return { channels: items.map((channel) => channelJson(channel, call)), response_metadata: { next_cursor: next } };
    },
  ),

  'users.conversations': method(
    { tier: 3 },
    z.object({
      ...paging,
      user: z.string().optional(),
      types: z.string().default('public_channel'),
      exclude_archived: Flag.optional(),
    }),
    ({ user, types, exclude_archived: living, ...paged }, call) => {
      const kinds = z
        .array(z.enum(['public_channel', 'private_channel', 'im', 'mpim']))
        .parse(types.split(',').map((type) => type.trim()))
        .map((type) => TYPE_KINDS[type]);
      needScopes(call, ...kinds.map((kind) => `${SCOPE_KINDS[kind]}:read`));
      const id = user ?? call.installation.botUserId;
      if (!call.world.users.has(id)) throw new SlackError('user_not_found');
      const joined = [...call.world.channels.values()].filter(
        (channel) =>
          kinds.includes(channel.kind) &&
          channel.members.has(id) &&
          isVisible(channel, call) &&
          !(living && channel.isArchived),
      );
      const { items, next } = page(joined, paged);
      return { channels: items.map((channel) => channelJson(channel, call)), response_metadata: { next_cursor: next } };
    },
  ),

  'conversations.replies': method(
    { tier: 3 },
    Id.extend({ ts: z.string(), ...range }),
    ({ channel: id, ts, ...within }, call) => {
      const channel = readableChannel(call, id);
      needScopes(call, `${SCOPE_KINDS[channel.kind]}:history`);
      const root = call.world.messages.find((message) => message.channel === id && message.ts === ts);
      if (!root) throw new SlackError('thread_not_found');
      const threadTs = root.thread_ts ?? root.ts;
      return messagePage(
        call.world.messages.filter(
          (message) => message.channel === id && (message.ts === threadTs || message.thread_ts === threadTs),
        ),
        within,
        call,
      );
    },
  ),

  'conversations.history': method({ tier: 3 }, Id.extend(range), ({ channel: id, ...within }, call) => {
    const channel = readableChannel(call, id);
    needScopes(call, `${SCOPE_KINDS[channel.kind]}:history`);
    const top = call.world.messages.filter(
      (message) =>
        message.channel === id && (message.thread_ts === undefined || message.subtype === 'thread_broadcast'),
    );
    return messagePage(top.toReversed(), within, call);
  }),

  'conversations.open': method(
    { scopes: ['im:write'] },
    z.object({ users: z.string().optional(), channel: z.string().optional(), return_im: Flag.optional() }),
    ({ users = '', channel: id }, call) => {
      if (id !== undefined) return { channel: { id: visibleChannel(call, id).id } };
      const people = users.split(',').filter(Boolean);
      const [one] = people;
      if (one === undefined) throw new SlackError('users_list_not_supplied');
      if (people.some((person) => !call.world.users.has(person))) throw new SlackError('user_not_found');
      if (people.length === 1) return { channel: { id: directChannel(call.world, one).id } };
      const group: Channel = {
        id: `G${people.join('')}`,
        name: 'mpdm',
        kind: 'mpim',
        teamId: call.installation.teamId,
        sharedWith: [],
        isArchived: false,
        members: new Set([...people, call.installation.botUserId]),
      };
      call.world.channels.set(group.id, group);
      return { channel: { id: group.id } };
    },
  ),

  'conversations.join': method({ scopes: ['channels:join'] }, Id, ({ channel: id }, call) => {
    const channel = visibleChannel(call, id);
    if (channel.kind !== 'public') throw new SlackError('method_not_supported_for_channel_type');
    if (channel.isArchived) throw new SlackError('is_archived');
    if (!channel.members.has(call.installation.botUserId)) {
      channel.members.add(call.installation.botUserId);
      tell(call.world, call.installation.teamId, {
        type: 'member_joined_channel',
        user: call.installation.botUserId,
        channel: id,
        channel_type: 'C',
        team: call.installation.teamId,
      });
      changed(call.world);
    }
    return { channel: channelJson(channel, call) };
  }),
};

/** A channel as Slack shows it to an app. */
function channelJson(channel: Channel, { world, installation }: Call): Json {
  const isShared = channel.sharedWith.length > 0;
  const person =
    channel.kind === 'im' ? { user: [...channel.members].find((id) => id !== installation.botUserId) ?? '' } : {};
  const strangers =
    channel.kind === 'im' && [...channel.members].some((id) => world.users.get(id)?.teamId !== installation.teamId);
  return {
    id: channel.id,
    ...(channel.kind === 'im' ? person : { name: channel.name }),
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: channel.kind === 'im',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_archived: channel.isArchived,
    is_member: channel.members.has(installation.botUserId),
    is_shared: isShared,
    is_ext_shared: isShared || strangers,
    is_org_shared: false,
    context_team_id: channel.teamId,
    shared_team_ids: [channel.teamId, ...channel.sharedWith],
  };
}

function isVisible(channel: Channel, { installation }: Call): boolean {
  const inTeam = channel.teamId === installation.teamId || channel.sharedWith.includes(installation.teamId);
  return inTeam && (channel.kind === 'public' || channel.members.has(installation.botUserId));
}

function messagePage(
  messages: Message[],
  { latest, oldest, inclusive = false, ...paged }: z.infer<z.ZodObject<typeof range>>,
  { world }: Call,
): Json {
  const before = (ts: string) => latest === undefined || Number(ts) < Number(latest) || (inclusive && ts === latest);
  const after = (ts: string) => oldest === undefined || Number(ts) > Number(oldest) || (inclusive && ts === oldest);
  const inRange = messages.filter(({ ts, visibleTo }) => visibleTo === undefined && before(ts) && after(ts));
  const { items, next } = page(inRange, paged);
  const replies = (message: Message) =>
    world.messages.filter(
      (other) => other.channel === message.channel && other.thread_ts === message.ts && other.ts !== message.ts,
    );
  const withCount = (message: Message) =>
    replies(message).length > 0 ? { thread_ts: message.ts, reply_count: replies(message).length } : {};
  return {
    messages: items.map((message) => ({ ...messageJson(message), ...withCount(message) })),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  };
}
