import { callSlack } from './call-slack.ts';
import type { Clock } from './call-slack.ts';
import type { Client, Target } from './target.ts';

/** Messages a page when a thread is read. */
const PAGE = 200;

/** The messages of a thread; outside a thread those of the latest page: work is recovered within a minute. */
export async function readMessages(client: Client, { channel, thread }: Target, clock: Clock): Promise<unknown[]> {
  const read: unknown[] = [];
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    const range = { channel, include_all_metadata: true, limit: PAGE, ...(cursor ? { cursor } : {}) };
    const page = await callSlack(
      () =>
        thread === undefined
          ? client.conversations.history(range)
          : client.conversations.replies({ ts: thread, ...range }),
      clock,
    );
    read.push(...(page.messages ?? []));
    cursor = thread === undefined ? undefined : page.response_metadata?.next_cursor;
  }
  return read;
}
