import type { App } from '@slack/bolt';
import { z } from 'zod';
import { detectLanguage } from '../../text/language.ts';
import { plainText } from '../mrkdwn.ts';
import type { Conversation, SlackSteps } from '../reply.ts';
import { plainMessage, reply } from '../reply.ts';
import { WORDS } from '../words.ts';

type Client = App['client'];

/** A message of a person, as Slack sends it; bots' messages, edits and deletions do not fit. */
const PersonsMessage = z.object({
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string(),
  text: z.string().default(''),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  bot_id: z.never().optional(),
});
type PersonsMessage = z.infer<typeof PersonsMessage>;

/** Earlier messages of a thread that can matter to a question. */
const EARLIER = 20;

/** Answers mentions in the thread they stand in, and direct messages. */
export function listenToMessages(app: App, steps: SlackSteps): void {
  app.event('app_mention', ({ event, client }) => onMessage(event, client, steps, true));
  app.event('message', async ({ event, client }) => {
    if (event.channel_type === 'im') await onMessage(event, client, steps, false);
  });
}

async function onMessage(event: unknown, client: Client, steps: SlackSteps, inThread: boolean): Promise<void> {
  const parsed = PersonsMessage.safeParse(event);
  if (!parsed.success) return;
  const message = parsed.data;
  // One message can arrive as two events, and each event more than once: the message itself is accepted, once.
  if (!(await steps.ledger.accept(`message ${message.channel} ${message.ts}`))) return;
  const threadTs = message.thread_ts ?? (inThread ? message.ts : undefined);
  const conversation = channelConversation(client, message.channel, threadTs);
  const text = plainText(message.text);
  if (text === '') await conversation.post(plainMessage(WORDS[detectLanguage(message.text)].empty));
  else await reply({ text, earlier: await earlierTurns(message, client, steps) }, conversation, steps);
}

function channelConversation(client: Client, channel: string, threadTs: string | undefined): Conversation {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  return {
    async post(message) {
      const { ts } = await client.chat.postMessage({ channel, ...thread, ...message, unfurl_links: false, unfurl_media: false });
      return ts ?? '';
    },
    replace: (ts, message) => client.chat.update({ channel, ts, ...message }),
  };
}

/** What people said in the thread before, oldest first. Without the permission to read it, nothing. */
async function earlierTurns({ channel, ts, thread_ts: threadTs }: PersonsMessage, client: Client, steps: SlackSteps): Promise<string[]> {
  if (threadTs === undefined) return [];
  try {
    const { messages = [] } = await client.conversations.replies({ channel, ts: threadTs, limit: EARLIER });
    return messages.flatMap((message) => {
      const earlier = PersonsMessage.omit({ channel: true }).safeParse(message);
      return earlier.success && Number(earlier.data.ts) < Number(ts) ? [plainText(earlier.data.text)].filter(Boolean) : [];
    });
  } catch (error) {
    steps.log(`The thread could not be read, so the question is taken alone: ${String(error)}`);
    return [];
  }
}
