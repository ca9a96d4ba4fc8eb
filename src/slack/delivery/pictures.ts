import { createHash } from 'node:crypto';
import { z } from 'zod';
import { callSlack, refusal } from './call-slack.ts';
import type { Clock } from './call-slack.ts';
import type { Chart } from './message.ts';
import type { Client, Target } from './target.ts';
import { readMessages } from './read-messages.ts';
import type { DrawChart } from './variants.ts';

/**
 * Pictures of figures, each in a message of its own beside the one that it belongs to: Slack shows a file in a block
 * only to those it was shared with.
 */
export interface Pictures {
  /**
   * Uploads a picture where the message stands; false where that cannot be done.
   * @param isAgain the picture may stand there already, from whoever had the work before, or another in its place
   */
  show(chart: Chart, at: { target: Target; id: string; isAgain: boolean }): Promise<boolean>;
  /** Removes the pictures that belong to the messages marked with an id. */
  remove(target: Target, id: string): Promise<void>;
}

/** What the pictures need. */
export interface PictureParts {
  botUserId: string;
  clock: Clock;
  log(line: string): void;
  drawChart?: DrawChart;
}

/** Makes what uploads pictures. A file carries no metadata: its name says to what it belongs. */
export function createPictures(client: Client, { botUserId, clock, log, drawChart }: PictureParts): Pictures {
  const Picture = z.object({
    ts: z.string(),
    user: z.literal(botUserId),
    files: z.array(z.object({ name: z.string() })).length(1),
  });

  async function find(target: Target, id: string): Promise<{ ts: string; name: string }[]> {
    return (await readMessages(client, target, clock)).flatMap((message) => {
      const { data } = Picture.safeParse(message);
      const name = data?.files[0]?.name ?? '';
      return data && name.startsWith(nameOf(id)) ? [{ ts: data.ts, name }] : [];
    });
  }

  async function take(target: Target, ts: string): Promise<void> {
    await callSlack(() => client.chat.delete({ channel: target.channel, ts }), clock).catch((error: unknown) => {
      if (refusal(error) !== 'message_not_found') throw error;
    });
  }

  async function upload(chart: Chart, name: string, { channel, thread }: Target, draw: DrawChart): Promise<void> {
    const file = Buffer.from(await draw(chart));
    const picture = { file, filename: name, title: chart.title, alt_text: chart.title };
    await client.filesUploadV2(
      thread === undefined
        ? { ...picture, channel_id: channel }
        : { ...picture, channel_id: channel, thread_ts: thread },
    );
  }

  return {
    async show(chart, { target, id, isAgain }) {
      if (!drawChart) return false;
      const name = `${nameOf(id)}${digest(JSON.stringify(chart))}.png`;
      try {
        const before = isAgain ? await find(target, id) : [];
        for (const { ts } of before.filter((picture) => picture.name !== name)) await take(target, ts);
        if (!before.some((picture) => picture.name === name)) await upload(chart, name, target, drawChart);
        return true;
      } catch (error) {
        log(`A picture could not be uploaded to ${target.channel}, a table says the same: ${String(error)}`);
        return false;
      }
    },
    async remove(target, id) {
      for (const { ts } of await find(target, id)) await take(target, ts);
    },
  };
}

function nameOf(id: string): string {
  return `figures-${digest(id)}-`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
