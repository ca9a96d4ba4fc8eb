import { LIMITS, shorten } from '../limits.ts';
import type { Client, Target } from './target.ts';

/**
 * Shows a line while the bot works; it goes when something is posted, or with an empty one. False where Slack does not
 * show it.
 */
export async function setStatus(client: Client, { channel, thread }: Target, status: string): Promise<boolean> {
  if (thread === undefined) return false;
  return isTaken(
    client.assistant.threads.setStatus({
      channel_id: channel,
      thread_ts: thread,
      status: shorten(status, LIMITS.status),
    }),
  );
}

/** Says that the bot works in a thread, or no longer: while it does, people have a button to stop it. */
export async function setSession(
  client: Client,
  { channel, thread }: Target,
  status: 'processing' | 'active',
): Promise<boolean> {
  if (thread === undefined) return false;
  return isTaken(client.agents.sessions.setStatus({ channel_id: channel, thread_ts: thread, status }));
}

/** Names a conversation in the agent pane by what was asked. */
export async function setTitle(client: Client, { channel, thread }: Required<Target>, title: string): Promise<boolean> {
  return isTaken(
    client.assistant.threads.setTitle({
      channel_id: channel,
      thread_ts: thread,
      title: shorten(title, LIMITS.threadTitle),
    }),
  );
}

/**
 * These are conveniences: without the agent feature, or in other kinds of channels, Slack refuses them and nothing is
 * lost.
 */
function isTaken(call: Promise<unknown>): Promise<boolean> {
  return call.then(
    () => true,
    () => false,
  );
}
