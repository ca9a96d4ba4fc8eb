import { z } from 'zod';
import { messageJson } from '../world/events.ts';
import type { Json } from '../world/json.ts';
import { SlackError, throwIfRefused } from '../world/slack-error.ts';
import type { Channel, Message } from '../world/things.ts';
import { changed } from '../world/world.ts';
import { addMessage, changeMessage, messageAt, removeMessage } from '../world/write-messages.ts';
import { refuseBlocks, refuseMessage } from '../validate/check-message.ts';
import type { Call, Methods } from './method.ts';
import { Flag, method } from './method.ts';
import { ownMessage, visibleChannel, writableChannel } from './reach.ts';

const content = {
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  markdown_text: z.string().optional(),
  metadata: z.unknown().optional(),
};
type Content = z.infer<z.ZodObject<typeof content>>;
const Place = z.object({ channel: z.string(), ts: z.string() });

/** `chat.*`, streams aside. */
export const chatMethods: Methods = {
  'chat.postMessage': method(
    { scopes: ['chat:write'], tier: 'posting' },
    z.object({ channel: z.string(), thread_ts: z.string().optional(), reply_broadcast: Flag.optional(), ...content }),
    (args, call) => {
      const channel = writableChannel(call, args.channel);
      check(args, call);
      const message = addMessage(call.world, channel, {
        ...author(call),
        ...filled(args),
        ...thread(call, channel, args.thread_ts),
        ...(args.reply_broadcast ? { subtype: 'thread_broadcast' } : {}),
      });
      return { channel: channel.id, ts: message.ts, message: messageJson(message) };
    },
  ),

  'chat.postEphemeral': method(
    { scopes: ['chat:write'], tier: 4 },
    z.object({ channel: z.string(), user: z.string(), thread_ts: z.string().optional(), ...content }),
    (args, call) => {
      const channel = writableChannel(call, args.channel);
      check(args, call);
      if (!channel.members.has(args.user)) throw new SlackError('user_not_in_channel');
      const message = addMessage(call.world, channel, {
        ...author(call),
        ...filled(args),
        ...thread(call, channel, args.thread_ts),
        visibleTo: args.user,
      });
      return { message_ts: message.ts };
    },
  ),

  'chat.update': method({ scopes: ['chat:write'] }, Place.extend(content), (args, call) => {
    const channel = visibleChannel(call, args.channel);
    const message = ownMessage(call, channel.id, args.ts, 'cant_update_message');
    check(args, call);
    if (message.stream?.state === 'open') throw new SlackError('streaming_state_conflict');
    changeMessage(call.world, channel, message, {
      ...filled(args, message),
      edited: { user: call.installation.botUserId, ts: call.world.clock.timestamp() },
    });
    return { channel: channel.id, ts: message.ts, text: message.text, message: messageJson(message) };
  }),

  'chat.delete': method({ scopes: ['chat:write'] }, Place, (args, call) => {
    const channel = visibleChannel(call, args.channel);
    removeMessage(call.world, channel, ownMessage(call, channel.id, args.ts, 'cant_delete_message'));
    return { channel: channel.id, ts: args.ts };
  }),

  'chat.getPermalink': method({ tier: 4 }, z.object({ channel: z.string(), message_ts: z.string() }), (args, call) => {
    const channel = visibleChannel(call, args.channel);
    if (!messageAt(call.world, channel.id, args.message_ts)) throw new SlackError('message_not_found');
    const domain = call.world.teams.get(channel.teamId)?.domain ?? '';
    return {
      channel: channel.id,
      permalink: `https://${domain}.slack.com/archives/${channel.id}/p${args.message_ts.replace('.', '')}`,
    };
  }),

  'chat.unfurl': method(
    { scopes: ['links:write'] },
    z.object({
      channel: z.string().optional(),
      ts: z.string().optional(),
      unfurl_id: z.string().optional(),
      source: z.enum(['composer', 'conversations_history']).optional(),
      unfurls: z.record(z.string(), z.record(z.string(), z.unknown())),
    }),
    ({ channel, ts, unfurl_id: unfurlId = '', unfurls }, call) => {
      const [inChannel = '', at = ''] = channel === undefined ? unfurlId.split(/\.(.*)/u) : [channel, ts];
      const message = messageAt(call.world, inChannel, at);
      if (!message) throw new SlackError('cannot_unfurl_message');
      for (const [url, unfurl] of Object.entries(unfurls)) {
        if (!message.text.includes(url)) throw new SlackError('cannot_unfurl_url');
        if (unfurl['blocks'] !== undefined)
          throwIfRefused(refuseBlocks(unfurl['blocks'], teamOf(call), ['unfurls', url, 'blocks']));
      }
      message.unfurls = { ...message.unfurls, ...unfurls };
      changed(call.world);
      return {};
    },
  ),
};

/** Who writes when the bot does. */
export function author({ installation }: Call): Pick<Message, 'user' | 'team' | 'bot_id'> {
  return { user: installation.botUserId, team: installation.teamId, bot_id: installation.botId };
}

/** The thread that a message is put into. */
export function thread({ world }: Call, channel: Channel, ts: string | undefined): Pick<Message, 'thread_ts'> {
  if (ts === undefined) return {};
  const parent = messageAt(world, channel.id, ts);
  // Slack posts under a reply's time stamp as well, into the thread of its parent.
  return { thread_ts: parent?.thread_ts ?? ts };
}

/** Workspace of the app that calls. */
export function teamOf({ world, installation }: Call): { charts: boolean } {
  return world.teams.get(installation.teamId) ?? { charts: true };
}

function check(args: Content, call: Call): void {
  throwIfRefused(refuseMessage(args, teamOf(call)));
}

// An update without blocks keeps those that are there; an empty list removes them.
function filled(
  { text, markdown_text: markdown, blocks, attachments, metadata }: Content,
  before?: Message,
): Pick<Message, 'text'> & Json {
  return {
    text: markdown ?? text ?? before?.text ?? '',
    ...(blocks === undefined ? {} : { blocks }),
    ...(markdown === undefined ? {} : { blocks: [{ type: 'markdown', text: markdown }] }),
    ...(attachments === undefined ? {} : { attachments }),
    ...(metadata === undefined ? {} : { metadata }),
  };
}
