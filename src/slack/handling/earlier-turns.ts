import { z } from 'zod';
import type { Work } from '../../domain/inbox.ts';
import { plainText } from '../mrkdwn.ts';
import type { Client } from '../delivery/target.ts';

/** Earlier messages of a thread that can matter to a question. */
const EARLIER = 20;
/** Messages of a thread that are read, oldest first. */
const PAGE = 200;

const Said = z.object({
  ts: z.string(),
  user: z.string(),
  text: z.string().default(''),
  bot_id: z.never().optional(),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
});

/** What people said in the thread before, oldest first. Without the permission to read it, nothing. */
export async function earlierTurns({ place }: Work, client: Client, log: (line: string) => void): Promise<string[]> {
  if (place.kind !== 'message' || place.thread === place.ts) return [];
  try {
    const { messages = [] } = await client.conversations.replies({
      channel: place.channel,
      ts: place.thread,
      latest: place.ts,
      limit: PAGE,
    });
    const said = messages.flatMap((message) => {
      const read = Said.safeParse(message);
      return read.success && Number(read.data.ts) < Number(place.ts) ? [plainText(read.data.text)].filter(Boolean) : [];
    });
    return said.slice(-EARLIER);
  } catch (error) {
    log(`The thread could not be read, so the question is taken alone: ${String(error)}`);
    return [];
  }
}
