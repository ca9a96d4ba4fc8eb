import type { Channel, Message } from './things.ts';
import { messageJson, tellOfMessage, tellOfNewMessage } from './events.ts';
import type { World } from './world.ts';
import { changed } from './world.ts';

/** Puts a message into a channel and tells of it. */
export function addMessage(
  world: World,
  channel: Channel,
  message: Omit<Message, 'channel' | 'ts' | 'reactions'>,
): Message {
  const added = {
    ...message,
    channel: channel.id,
    ts: world.clock.timestamp(),
    reactions: new Map<string, Set<string>>(),
  };
  world.messages.push(added);
  changed(world);
  if (message.visibleTo === undefined) tellOfNewMessage(world, channel, added);
  return added;
}

/** Changes a message and tells of it. */
export function changeMessage(world: World, channel: Channel, message: Message, change: Partial<Message>): void {
  const previous = messageJson(message);
  Object.assign(message, change);
  changed(world);
  if (message.visibleTo === undefined)
    tellOfMessage(world, channel, {
      subtype: 'message_changed',
      hidden: true,
      message: messageJson(message),
      previous_message: previous,
      ts: world.clock.timestamp(),
    });
}

/** Takes a message away and tells of it. One that has replies leaves a tombstone, as in Slack. */
export function removeMessage(world: World, channel: Channel, message: Message): void {
  const previous = messageJson(message);
  const hasReplies = world.messages.some(
    (other) => other.channel === message.channel && other.thread_ts === message.ts && other.ts !== message.ts,
  );
  if (hasReplies)
    Object.assign(message, { subtype: 'tombstone', text: 'This message was deleted.', user: 'USLACKBOT', files: [] });
  else world.messages.splice(world.messages.indexOf(message), 1);
  changed(world);
  if (message.visibleTo === undefined)
    tellOfMessage(world, channel, {
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: message.ts,
      previous_message: previous,
      ts: world.clock.timestamp(),
    });
}

/** The message with this time stamp. */
export function messageAt(world: World, channel: string, ts: string): Message | undefined {
  return world.messages.find((message) => message.channel === channel && message.ts === ts);
}
