import { z } from 'zod';
import { callSlack, refusal } from './call-slack.ts';
import type { Message } from './message.ts';
import { openDirect } from './open-direct.ts';
import type { Pace } from './pace.ts';
import type { PictureParts } from './pictures.ts';
import { createPictures } from './pictures.ts';
import { readMessages } from './read-messages.ts';
import type { Client, Target } from './target.ts';
import { variantsOf } from './variants.ts';
import { callsNobody } from '../mrkdwn.ts';

/** What a posted message carries, unseen, so that it is found again: of what it is the answer, and which part. */
const Mark = z.object({
  id: z.string(),
  part: z.number(),
  parts: z.number(),
  state: z.enum(['placeholder', 'answer']),
});
export type Mark = z.infer<typeof Mark>;

/** A message of ours that stands in Slack. */
export interface Posted {
  ts: string;
  mark: Mark;
}

/** Writes to one workspace. */
export interface Poster {
  /**
   * Posts a message and gives its timestamp; in simpler form where Slack refuses the blocks.
   * @param isAgain something of it may stand there already, from whoever had the work before
   */
  post(target: Target, message: Message, mark: Mark, isAgain?: boolean): Promise<string>;
  update(target: Target, ts: string, message: Message, mark: Mark, isAgain?: boolean): Promise<void>;
  /** Removes a message of ours; one that is gone already is no error. */
  remove(target: Target, ts: string): Promise<void>;
  /**
   * Our messages in a thread, or lately in a channel, that are marked with an id, by part.
   * @param after the question: where nothing is marked, the first unmarked message of ours after it is a stream that
   *   was broken off
   */
  find(target: Target, id: string, after?: string): Promise<Posted[]>;
  /** The channel in which a person and the bot talk alone. */
  directChannel(user: string): Promise<string>;
  /** Removes the pictures beside the messages that are marked with an id. */
  removePictures(target: Target, id: string): Promise<void>;
}

/** Names this bot's messages among those with metadata. */
const EVENT_TYPE = 'footnote_answer';
/** Slack refuses the blocks, not the message. */
const BLOCKS_REFUSED = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'invalid_attachments',
]);

const Marked = z.object({
  ts: z.string(),
  metadata: z.object({ event_type: z.literal(EVENT_TYPE), event_payload: Mark }),
});

/** Makes what writes with a client; all writing to a channel keeps its pace. */
export function createPoster(client: Client, { pace, ...parts }: PictureParts & { pace: Pace }): Poster {
  const { botUserId, clock } = parts;
  const pictures = createPictures(client, parts);
  const find: Poster['find'] = async (target, id, after) => {
    const messages = await readMessages(client, target, clock);
    const found = messages.flatMap((message) => marked(message, id));
    if (found.length > 0 || after === undefined) return found.toSorted((a, b) => a.mark.part - b.mark.part);
    return messages.flatMap((message) => brokenOff(message, id, { after, botUserId })).slice(0, 1);
  };
  const variants = (message: Message, target: Target, { id }: Mark, isAgain: boolean) =>
    variantsOf(message, (chart) => pictures.show(chart, { target, id, isAgain }));
  return {
    find,
    directChannel: (user) => openDirect(user, client, clock),
    removePictures: pictures.remove,
    post: (target, message, mark, isAgain = false) =>
      pace(target.channel, () =>
        firstAccepted(variants(message, target, mark, isAgain), async ({ text, blocks }) => {
          const send = async (): Promise<string> => {
            const { ts } = await client.chat.postMessage({
              channel: target.channel,
              ...threadOf(target),
              text: callsNobody(text),
              ...(blocks ? { blocks } : {}),
              metadata: metadata(mark),
              unfurl_links: false,
              unfurl_media: false,
            });
            return ts ?? '';
          };
          // A post that got no reply may stand in the thread all the same.
          return callSlack(
            send,
            clock,
            async () => (await find(target, mark.id)).find((each) => each.mark.part === mark.part)?.ts ?? send(),
          );
        }),
      ),
    update: (target, ts, message, mark, isAgain = false) =>
      firstAccepted(variants(message, target, mark, isAgain), async ({ text, blocks }) => {
        await callSlack(
          () =>
            client.chat.update({
              channel: target.channel,
              ts,
              text: callsNobody(text),
              blocks: blocks ?? [],
              metadata: metadata(mark),
            }),
          clock,
        );
      }),
    async remove({ channel }, ts) {
      try {
        await callSlack(() => client.chat.delete({ channel, ts }), clock);
      } catch (error) {
        if (refusal(error) !== 'message_not_found') throw error;
      }
    },
  };
}

/** Sends the first variant whose blocks Slack takes. */
async function firstAccepted<T>(
  variants: AsyncIterable<{ text: string; blocks?: Message['blocks'] }>,
  send: (variant: { text: string; blocks?: Message['blocks'] }) => Promise<T>,
): Promise<T> {
  let refused: unknown;
  for await (const variant of variants) {
    try {
      return await send(variant);
    } catch (error) {
      if (!BLOCKS_REFUSED.has(refusal(error) ?? '')) throw error;
      refused = error;
    }
  }
  throw refused;
}

function marked(message: unknown, id: string): Posted[] {
  const parsed = Marked.safeParse(message);
  return parsed.success && parsed.data.metadata.event_payload.id === id
    ? [{ ts: parsed.data.ts, mark: parsed.data.metadata.event_payload }]
    : [];
}

function brokenOff(message: unknown, id: string, { after, botUserId }: { after: string; botUserId: string }): Posted[] {
  const ours = z
    .object({
      ts: z.string(),
      user: z.literal(botUserId),
      metadata: z.undefined().optional(),
      files: z.undefined().optional(),
    })
    .safeParse(message);
  return ours.success && Number(ours.data.ts) > Number(after)
    ? [{ ts: ours.data.ts, mark: { id, part: 0, parts: 1, state: 'placeholder' } }]
    : [];
}

/** What a marked message carries. */
export function metadata(mark: Mark) {
  return { event_type: EVENT_TYPE, event_payload: { ...mark } };
}

function threadOf({ thread }: Target): { thread_ts?: string } {
  return thread === undefined ? {} : { thread_ts: thread };
}
