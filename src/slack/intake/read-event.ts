import { z } from 'zod';
import type { NewWork } from '../../domain/inbox.ts';
import { SharedFiles } from '../../domain/inbox.ts';
import { plainText } from '../mrkdwn.ts';
import { isRequest, readIntent } from './read-intent.ts';

/** What an event is to the bot. */
export type Incoming =
  | { kind: 'work'; work: NewWork }
  /** A message is gone that may have been a question. */
  | { kind: 'deleted'; team: string; channel: string; thread: string; subject: string };

/** What the text of an event does not say. */
export interface IntakeFacts {
  botUserId(team: string): Promise<string | undefined>;
  wasAnswered(team: string, channel: string, thread: string): Promise<boolean>;
}

/** A message of a person; bots' messages do not fit. */
const PersonsMessage = z.object({
  ts: z.string().min(1),
  thread_ts: z.string().min(1).optional(),
  user: z.string().min(1),
  team: z.string().nullish(),
  text: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  bot_id: z.never().optional(),
  files: SharedFiles,
  edited: z.object({ ts: z.string() }).optional(),
});
type PersonsMessage = z.infer<typeof PersonsMessage>;

const place = { channel: z.string().min(1), channel_type: z.string().optional() };
const Event = z.union([
  z.object({
    type: z.literal('message'),
    subtype: z.literal('message_changed'),
    ...place,
    message: PersonsMessage,
    previous_message: z.object({ text: z.string().default('') }),
  }),
  z.object({
    type: z.literal('message'),
    subtype: z.literal('message_deleted'),
    ...place,
    deleted_ts: z.string(),
    previous_message: PersonsMessage,
  }),
  PersonsMessage.extend({ type: z.enum(['message', 'app_mention']), ...place }),
]);
const Body = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event: Event,
  authorizations: z
    .array(z.object({ team_id: z.string().nullish(), user_id: z.string(), is_bot: z.boolean() }))
    .default([]),
});

/**
 * What an event of Slack wants of the bot, if anything. For the bot is what is written to it directly; what mentions
 * it, wherever; and in a thread where it answered before, what asks something and mentions nobody: people who talk to
 * each other there, or to another bot, are left alone.
 */
export async function readEvent(body: unknown, facts: IntakeFacts): Promise<Incoming | undefined> {
  const parsed = Body.safeParse(body);
  if (!parsed.success) return undefined;
  const { event, authorizations } = parsed.data;
  // In a channel shared with others, `team_id` may be that of the others; the authorization is ours.
  const team = authorizations[0]?.team_id ?? parsed.data.team_id;
  const { channel } = event;
  if (event.subtype === 'message_deleted') {
    const { deleted_ts: ts, previous_message: message } = event;
    return { kind: 'deleted', team, channel, thread: message.thread_ts ?? ts, subject: `${team} ${channel} ${ts}` };
  }
  const message = event.subtype === 'message_changed' ? event.message : event;
  // Slack reports a changed message also when it only added a preview.
  if (event.subtype === 'message_changed' && event.message.text === event.previous_message.text) return undefined;
  const isDirect = event.channel_type === 'im';
  if (
    !(
      event.type === 'app_mention' ||
      isDirect ||
      (await isForBot(message, {
        team,
        channel,
        facts,
        botUserId: authorizations.find(({ is_bot: isBot }) => isBot)?.user_id,
      }))
    )
  )
    return undefined;
  return { kind: 'work', work: workOf(message, { team, channel, isDirect: isDirect || channel.startsWith('D') }) };
}

async function isForBot(
  { text, ts, thread_ts: thread }: PersonsMessage,
  {
    team,
    channel,
    facts,
    botUserId = '',
  }: { team: string; channel: string; facts: IntakeFacts; botUserId: string | undefined },
): Promise<boolean> {
  const bot = botUserId || (await facts.botUserId(team));
  if (bot !== undefined && new RegExp(`<@${bot}(?:\\|[^>]*)?>`, 'u').test(text)) return true;
  if (thread === undefined || thread === ts || mentionsSomebody(text) || !isRequest(plainText(text))) return false;
  return facts.wasAnswered(team, channel, thread);
}

function mentionsSomebody(text: string): boolean {
  return /<(?:@|!subteam\^|!here|!channel|!everyone)/u.test(text);
}

/** Two events of one message, an app_mention and a message, have one key; an edit has its own, and the same subject. */
function workOf(
  message: PersonsMessage,
  { team, channel, isDirect }: { team: string; channel: string; isDirect: boolean },
): NewWork {
  const { ts, user, files, edited } = message;
  const subject = `${team} ${channel} ${ts}`;
  const said = plainText(message.text);
  // Beside a file, what was said is read when the file was dealt with.
  const { intent, text } = files.length > 0 ? { intent: 'add_report' as const, text: said } : readIntent(said);
  return {
    key: edited ? `message ${subject} edited ${edited.ts}` : `message ${subject}`,
    subject,
    work: {
      team,
      askerTeam: message.team ?? team,
      user,
      intent,
      text,
      place: { kind: 'message', channel, ts, thread: message.thread_ts ?? ts, isDirect },
      files,
    },
  };
}
