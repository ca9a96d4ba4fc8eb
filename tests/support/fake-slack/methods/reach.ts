import type { Channel, Message } from '../world/things.ts';
import { directChannel } from '../world/populate.ts';
import { SlackError } from '../world/slack-error.ts';
import { messageAt } from '../world/write-messages.ts';
import type { Call } from './method.ts';

/**
 * The channel with this identifier, where the app may know of it.
 * @throws SlackError `channel_not_found` also for private channels that the bot is not in
 */
export function visibleChannel({ world, installation }: Call, id: string): Channel {
  const channel = world.channels.get(id);
  const isShared = channel?.teamId === installation.teamId || channel?.sharedWith.includes(installation.teamId);
  if (!channel || !isShared) throw new SlackError('channel_not_found');
  if (channel.kind !== 'public' && !channel.members.has(installation.botUserId))
    throw new SlackError('channel_not_found');
  return channel;
}

/**
 * The channel that the bot may write to; a person's identifier means their direct messages.
 * @throws SlackError `not_in_channel`, `is_archived`
 */
export function writableChannel(call: Call, id: string): Channel {
  const isPerson = id.startsWith('U') && call.world.users.has(id);
  const channel = visibleChannel(call, isPerson ? directChannel(call.world, id).id : id);
  if (channel.isArchived) throw new SlackError('is_archived');
  const mayPost =
    channel.members.has(call.installation.botUserId) || call.installation.scopes.includes('chat:write.public');
  if (!mayPost) throw new SlackError('not_in_channel');
  return channel;
}

/** A channel of which the bot is a member, for reading. */
export function readableChannel(call: Call, id: string): Channel {
  const channel = visibleChannel(call, id);
  if (!channel.members.has(call.installation.botUserId)) throw new SlackError('not_in_channel');
  return channel;
}

/**
 * A message of the bot itself.
 * @throws SlackError `message_not_found`, or `otherwise` when somebody else wrote it
 */
export function ownMessage({ world, installation }: Call, channel: string, ts: string, otherwise: string): Message {
  const message = messageAt(world, channel, ts);
  if (!message || message.visibleTo !== undefined) throw new SlackError('message_not_found');
  if (message.bot_id !== installation.botId) throw new SlackError(otherwise);
  return message;
}
