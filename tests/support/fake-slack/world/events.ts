import type { Json } from './json.ts';
import type { Channel, Message } from './things.ts';
import type { World } from './world.ts';

/** Something that Slack tells the app of. */
export interface SlackEvent {
  teamId: string;
  /** Name of the subscription under which it is delivered. */
  subscription: string;
  event: Json & { type: string };
}

const MESSAGE_KINDS = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;
const CHANNEL_TYPES = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const;
/** What the fake keeps with a message and Slack does not show in it. */
const OWN = new Set(['channel', 'reactions', 'visibleTo', 'stream', 'unfurls']);

/** Tells the app, when it subscribed to the event. */
export function tell(world: World, teamId: string, event: Json & { type: string }, subscription = event.type): void {
  if (world.events.has(subscription)) world.emitter.emit('event', { teamId, subscription, event } satisfies SlackEvent);
}

/** Tells each installed app that is in the channel of a message event. */
export function tellOfMessage(world: World, channel: Channel, event: Json): void {
  const subscription = `message.${MESSAGE_KINDS[channel.kind]}`;
  for (const teamId of teamsWithBot(world, channel))
    tell(
      world,
      teamId,
      { type: 'message', channel: channel.id, channel_type: CHANNEL_TYPES[channel.kind], ...event },
      subscription,
    );
}

/** Tells of a new message: as message, and as mention where it names the bot. */
export function tellOfNewMessage(world: World, channel: Channel, message: Message): void {
  const json = messageJson(message);
  const mentions = [...world.installations.values()].filter(
    ({ botUserId }) =>
      message.text.includes(`<@${botUserId}>`) && channel.members.has(botUserId) && message.user !== botUserId,
  );
  // Slack tells nobody of mentions in direct messages.
  if (channel.kind !== 'im')
    for (const { teamId } of mentions)
      tell(world, teamId, { ...json, type: 'app_mention', channel: channel.id, event_ts: message.ts });
  tellOfMessage(world, channel, { ...json, event_ts: message.ts });
  tellOfLinks(world, channel, message);
}

/** A message as Slack's methods and events show it. */
export function messageJson(message: Message): Json {
  const shown = Object.fromEntries(Object.entries(message).filter(([key]) => !OWN.has(key)));
  const reacted = [...message.reactions].map(([name, users]) => ({ name, users: [...users], count: users.size }));
  return {
    type: 'message',
    ...shown,
    ...(reacted.length > 0 ? { reactions: reacted } : {}),
    ...(message.bot_id === undefined ? { client_msg_id: `msg-${message.ts}` } : { app_id: 'A1' }),
    ...(message.stream?.state === 'open' ? { streaming_state: 'in_progress' } : {}),
  };
}

function tellOfLinks(world: World, channel: Channel, message: Message): void {
  if (message.bot_id !== undefined) return;
  const urls = [...message.text.matchAll(/<(https?:\/\/[^|>]+)[^>]*>|(https?:\/\/\S+)/gu)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  const links = urls
    .map((url) => ({ url, domain: new URL(url).hostname }))
    .filter(({ domain }) => world.manifest.features.unfurl_domains.includes(domain));
  if (links.length === 0) return;
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
  for (const teamId of teamsWithBot(world, channel)) {
    tell(world, teamId, {
      type: 'link_shared',
      channel: channel.id,
      message_ts: message.ts,
      ...thread,
      user: message.user,
      links,
      source: 'conversations_history',
      unfurl_id: `${channel.id}.${message.ts}`,
      event_ts: message.ts,
      is_bot_user_member: true,
    });
  }
}

function teamsWithBot(world: World, channel: Channel): string[] {
  return [...world.installations.values()]
    .filter(({ botUserId }) => channel.members.has(botUserId))
    .map(({ teamId }) => teamId);
}
