import { callsNobody } from '../mrkdwn.ts';
import { figuresTable } from '../views/figures-table.ts';
import type { Message } from './message.ts';
import { slackFetch } from './slack-fetch.ts';

/** Longest time that Slack may take, in milliseconds. */
const TIMEOUT_MS = 30_000;

/**
 * Says something at the response address of a command or a press, to one person; the status and the body of the reply.
 */
export async function respond(
  url: string,
  { text, chart, ...message }: Pick<Message, 'text'> & Partial<Message>,
): Promise<[number, string]> {
  const blocks = chart ? message.blocks?.toSpliced(1, 0, figuresTable(chart)) : message.blocks;
  const response = await slackFetch(url, {
    method: 'POST',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      response_type: 'ephemeral',
      replace_original: false,
      text: callsNobody(text),
      ...(blocks ? { blocks } : {}),
    }),
  });
  const body = await response.text();
  return [response.ok && body.includes('"ok":false') ? 400 : response.status, body];
}
