import { z } from 'zod';
import { teamOf } from '../methods/chat.ts';
import type { Answer } from '../methods/call-method.ts';
import { Flag } from '../methods/method.ts';
import { installationIn } from '../world/populate.ts';
import type { Json } from '../world/json.ts';
import { JsonObject } from '../world/json.ts';
import { SlackError, throwIfRefused } from '../world/slack-error.ts';
import type { Channel, Installation, Message } from '../world/things.ts';
import type { World } from '../world/world.ts';
import { addMessage, changeMessage, messageAt, removeMessage } from '../world/write-messages.ts';
import { refuseMessage } from '../validate/check-message.ts';

/** Messages that a response address takes, and for how long, in milliseconds. */
const USES = 5;
const LIFE_MS = 30 * 60_000;

const Response = z.object({
  response_type: z.enum(['in_channel', 'ephemeral']).default('ephemeral'),
  replace_original: Flag.optional(),
  delete_original: Flag.optional(),
  thread_ts: z.string().optional(),
  text: z.string().optional(),
  blocks: z.unknown().optional(),
});
type Response = z.infer<typeof Response>;

/** An address under which the app may answer an interaction. `ts` is the message that the interaction came from. */
export function issueResponseUrl(
  world: World,
  to: { channel: string; userId: string; teamId: string; ts?: string; threadTs?: string },
): string {
  const id = world.nextId('R');
  world.responses.set(id, { ...to, issuedAt: world.clock.now(), left: USES });
  return `${world.origin}/respond/${id}`;
}

/** Takes a message at a response address. */
export function respond(world: World, id: string, body: Json): Answer {
  const address = world.responses.get(id);
  const installation = address && installationIn(world, address.teamId);
  const channel = address && world.channels.get(address.channel);
  if (!address || !installation || !channel || world.clock.now() - address.issuedAt > LIFE_MS)
    return refuse(404, 'expired_url');
  if (address.left === 0) return refuse(404, 'used_url');
  try {
    const response = Response.parse(body);
    const isEmpty = response.delete_original === true;
    if (!isEmpty) throwIfRefused(refuseMessage(response, teamOf({ world, installation })));
    address.left -= 1;
    address.ts = put(world, { channel, installation, address, response }) ?? '';
    return { status: 200, body: { ok: true } };
  } catch (error) {
    if (error instanceof SlackError) return refuse(400, error.code, error.details);
    throw error;
  }
}

interface Putting {
  channel: Channel;
  installation: Installation;
  address: { userId: string; ts?: string; threadTs?: string };
  response: Response;
}

function put(world: World, { channel, installation, address, response }: Putting): string | undefined {
  const original = address.ts === undefined ? undefined : messageAt(world, channel.id, address.ts);
  if (response.delete_original) {
    if (original) removeMessage(world, channel, original);
    return undefined;
  }
  const content = { text: response.text ?? '', ...(response.blocks === undefined ? {} : { blocks: response.blocks }) };
  if (response.replace_original && original) {
    changeMessage(world, channel, original, content);
    return original.ts;
  }
  const threadTs = response.thread_ts ?? address.threadTs;
  const whom = response.response_type === 'in_channel' ? {} : { visibleTo: address.userId };
  const message: Omit<Message, 'channel' | 'ts' | 'reactions'> = {
    ...content,
    user: installation.botUserId,
    team: installation.teamId,
    bot_id: installation.botId,
    ...whom,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
  };
  return addMessage(world, channel, message).ts;
}

function refuse(status: number, error: string, details: Json = {}): Answer {
  return { status, body: { ok: false, error, ...JsonObject.parse(details) } };
}
