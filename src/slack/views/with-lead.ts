import type { types } from '@slack/bolt';
import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn, mrkdwn } from '../mrkdwn.ts';
import type { Message } from '../delivery/message.ts';

/**
 * Puts a line above the first of some messages.
 * @param line plain words: what it repeats of others is shown and does nothing
 */
export function withLead(messages: readonly Message[], line: string): Message[] {
  return withMarkedLead(messages, escapeMrkdwn(line));
}

/** The same with a line that names people or channels as Slack shows them. */
export function withMarkedLead(messages: readonly Message[], line: string): Message[] {
  const block: types.KnownBlock = { type: 'context', elements: [mrkdwn(shorten(line, LIMITS.sectionText))] };
  const add = ({ text: answer, blocks, plainer, ...message }: Message): Message => ({
    ...message,
    text: shorten(`${line}\n${answer}`, LIMITS.text),
    blocks: [block, ...blocks],
    ...(plainer ? { plainer: [block, ...plainer] } : {}),
  });
  return messages.map((message, at) => (at === 0 ? add(message) : message));
}
