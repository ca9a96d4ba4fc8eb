import { z } from 'zod';
import { messageJson } from '../world/events.ts';
import type { Json } from '../world/json.ts';
import { SlackError, throwIfRefused } from '../world/slack-error.ts';
import type { Message } from '../world/things.ts';
import type { World } from '../world/world.ts';
import { changed } from '../world/world.ts';
import { addMessage, changeMessage } from '../world/write-messages.ts';
import { TaskUpdate } from '../validate/blocks.ts';
import { refuseBlocks } from '../validate/check-message.ts';
import { problemsOf } from '../validate/problems.ts';
import { author, teamOf, thread } from './chat.ts';
import type { Call, Methods } from './method.ts';
import { method } from './method.ts';
import { ownMessage, visibleChannel, writableChannel } from './reach.ts';

/** Characters of one piece of Markdown. */
const MARKDOWN = 12_000;

const Chunk = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown_text'), text: z.string().min(1).max(MARKDOWN) }),
  z.strictObject({ type: z.literal('plan_update'), title: z.string().min(1).max(256) }),
  z.strictObject({ type: z.literal('blocks'), blocks: z.array(z.unknown()).min(1).max(50) }),
  TaskUpdate,
]);
type Chunk = z.infer<typeof Chunk>;

const pieces = { markdown_text: z.string().optional(), chunks: z.unknown().optional() };
const Place = z.object({ channel: z.string(), ts: z.string(), ...pieces });

/** `chat.startStream`, `appendStream` and `stopStream`; a stream dies, and its text with it. */
export const streamMethods: Methods = {
  'chat.startStream': method(
    { scopes: ['chat:write'], tier: 2 },
    z.object({
      channel: z.string(),
      thread_ts: z.string(),
      recipient_user_id: z.string().optional(),
      recipient_team_id: z.string().optional(),
      task_display_mode: z.enum(['timeline', 'plan', 'dense']).optional(),
      ...pieces,
    }),
    (args, call) => {
      const channel = writableChannel(call, args.channel);
      if (channel.kind !== 'im' && args.recipient_team_id === undefined)
        throw new SlackError('missing_recipient_team_id');
      if (channel.kind !== 'im' && args.recipient_user_id === undefined)
        throw new SlackError('missing_recipient_user_id');
      const chunks = readPieces(args, call);
      const stream = { startedAt: call.world.clock.now(), state: 'open' as const };
      const message = addMessage(call.world, channel, {
        ...author(call),
        text: '',
        ...thread(call, channel, args.thread_ts),
        stream,
      });
      append(message, chunks);
      return { channel: channel.id, ts: message.ts };
    },
  ),

  'chat.appendStream': method({ scopes: ['chat:write'], tier: 4 }, Place, (args, call) => {
    const message = openStream(args, call);
    const chunks = readPieces(args, call);
    if (chunks.length === 0) throw new SlackError('no_text');
    append(message, chunks);
    changed(call.world);
    return { channel: message.channel, ts: message.ts };
  }),

  'chat.stopStream': method(
    { scopes: ['chat:write'], tier: 2 },
    Place.extend({
      blocks: z.array(z.unknown()).optional(),
      metadata: z.unknown().optional(),
      session_status: z.string().optional(),
    }),
    (args, call) => {
      const message = openStream(args, call);
      if (args.blocks) throwIfRefused(refuseBlocks(args.blocks, teamOf(call)));
      append(message, readPieces(args, call));
      const { stream: _, ...finished } = message;
      const blocks = [...streamed(message), ...(args.blocks ?? [])];
      delete message.stream;
      changeMessage(call.world, visibleChannel(call, args.channel), message, blocks.length > 0 ? { blocks } : {});
      return { channel: message.channel, ts: message.ts, message: messageJson(finished) };
    },
  ),
};

/** Ends the streams whose time is over: what they held is lost. */
export function letStreamsDie(world: World): void {
  const deadline = world.clock.now() - world.streamSeconds * 1000;
  for (const message of world.messages) {
    if (message.stream?.state !== 'open' || message.stream.startedAt > deadline) continue;
    killStream(message);
    changed(world);
  }
}

/** Ends one stream; a person's press on *stop* keeps the text. */
export function killStream(message: Message, { keepText = false } = {}): void {
  if (message.stream) message.stream.state = 'dead';
  if (keepText) return;
  message.text = '';
  delete message.blocks;
}

function openStream({ channel, ts }: { channel: string; ts: string }, call: Call): Message {
  const message = ownMessage(call, visibleChannel(call, channel).id, ts, 'message_not_owned_by_app');
  letStreamsDie(call.world);
  if (message.stream?.state !== 'open') throw new SlackError('message_not_in_streaming_state');
  return message;
}

function readPieces(
  { markdown_text: markdown, chunks }: { markdown_text?: string | undefined; chunks?: unknown },
  call: Call,
): Chunk[] {
  if (markdown !== undefined && markdown.length > MARKDOWN) throw new SlackError('msg_too_long');
  const problems = chunks === undefined ? [] : problemsOf(z.array(Chunk), chunks, ['chunks']);
  throwIfRefused(problems.length > 0 ? { error: 'invalid_chunks', problems } : undefined);
  const read = chunks === undefined ? [] : z.array(Chunk).parse(chunks);
  for (const chunk of read)
    if (chunk.type === 'blocks') throwIfRefused(refuseBlocks(chunk.blocks, teamOf(call), ['chunks', 'blocks']));
  return [
    ...(markdown === undefined || markdown === '' ? [] : [{ type: 'markdown_text' as const, text: markdown }]),
    ...read,
  ];
}

function append(message: Message, chunks: Chunk[]): void {
  const parts = streamed(message);
  for (const chunk of chunks) {
    if (chunk.type === 'markdown_text') message.text += chunk.text;
    addPart(parts, chunk);
  }
  if (parts.length > 0) message.blocks = parts;
}

function addPart(parts: Json[], chunk: Chunk): void {
  const last = parts.at(-1);
  if (chunk.type === 'markdown_text' && last?.['type'] === 'markdown')
    last['text'] = `${String(last['text'])}${chunk.text}`;
  else if (chunk.type === 'markdown_text') parts.push({ type: 'markdown', text: chunk.text });
  else if (chunk.type === 'blocks') parts.push(...z.array(z.record(z.string(), z.unknown())).parse(chunk.blocks));
  else if (chunk.type === 'plan_update') putPlan(parts, { title: chunk.title });
  else putTask(parts, chunk);
}

function putPlan(parts: Json[], change: Json): void {
  const plan = parts.find(({ type }) => type === 'plan');
  if (plan) Object.assign(plan, change);
  else parts.unshift({ type: 'plan', tasks: [], ...change });
}

function putTask(parts: Json[], { id, title, status, sources, details, output }: z.infer<typeof TaskUpdate>): void {
  const card = {
    type: 'task_card',
    task_id: id,
    title,
    status,
    ...(sources ? { sources } : {}),
    ...richText('details', details),
    ...richText('output', output),
  };
  const at = parts.findIndex((part) => part['task_id'] === id);
  if (at >= 0) parts[at] = card;
  else parts.unshift(card);
}

function richText(name: string, text: string | undefined): Json {
  if (text === undefined || text === '') return {};
  return {
    [name]: { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] },
  };
}

function streamed(message: Message): Json[] {
  return z.array(z.record(z.string(), z.unknown())).parse(message.blocks ?? []);
}
