import { z } from 'zod';
import { messageJson } from '../world/events.ts';
import { SlackError } from '../world/slack-error.ts';
import type { Message } from '../world/things.ts';
import { changed } from '../world/world.ts';
import { messageAt } from '../world/write-messages.ts';
import type { Call, Methods } from './method.ts';
import { method } from './method.ts';
import { visibleChannel } from './reach.ts';

const Target = z.object({ channel: z.string(), timestamp: z.string() });
const Named = Target.extend({ name: z.string().regex(/^[a-z0-9_+'-]+$/u) });

/** `reactions.*`. */
export const reactionMethods: Methods = {
  'reactions.add': method({ scopes: ['reactions:write'] }, Named, ({ name, ...target }, call) => {
    const message = messageOf(target, call);
    const people = message.reactions.get(name) ?? new Set();
    if (people.has(call.installation.botUserId)) throw new SlackError('already_reacted');
    message.reactions.set(name, people.add(call.installation.botUserId));
    changed(call.world);
    return {};
  }),

  'reactions.remove': method({ scopes: ['reactions:write'], tier: 2 }, Named, ({ name, ...target }, call) => {
    const message = messageOf(target, call);
    const people = message.reactions.get(name);
    if (!people?.delete(call.installation.botUserId)) throw new SlackError('no_reaction');
    if (people.size === 0) message.reactions.delete(name);
    changed(call.world);
    return {};
  }),

  'reactions.get': method({ scopes: ['reactions:read'] }, Target, (target, call) => ({
    type: 'message',
    channel: target.channel,
    message: messageJson(messageOf(target, call)),
  })),
};

function messageOf({ channel, timestamp }: z.infer<typeof Target>, call: Call): Message {
  const message = messageAt(call.world, visibleChannel(call, channel).id, timestamp);
  if (!message || message.visibleTo !== undefined) throw new SlackError('message_not_found');
  return message;
}
