import type { types } from '@slack/bolt';
import { z } from 'zod';
import { Intent } from '../../domain/inbox.ts';
import type { Work } from '../../domain/inbox.ts';
import type { Language } from '../../domain/report.ts';
import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn } from '../mrkdwn.ts';
import type { Message } from '../delivery/message.ts';
import { WORDS } from '../../words/slack.ts';
import { requestText } from './request-text.ts';
import { withMarkedLead } from './with-lead.ts';

/** Identifies the *Share in channel* button. */
export const SHARE = 'share';
/** Characters of a question that is repeated above its answer. */
const QUESTION_LENGTH = 300;

/** What the button carries: the request, not the answer. In the channel it is answered for all who read the channel. */
export const Shared = z.object({ intent: Intent, text: z.string() });

/** Puts *Share in channel* below what one person sees. */
export function withShareButton(messages: Message[], { intent, text }: Work, language: Language): Message[] {
  const value = JSON.stringify({ intent, text });
  if (value.length > LIMITS.buttonValue) return messages;
  const button: types.KnownBlock = {
    type: 'actions',
    elements: [{ type: 'button', action_id: SHARE, value, text: { type: 'plain_text', text: WORDS[language].share } }],
  };
  const add = ({ blocks, plainer, ...message }: Message): Message => ({
    ...message,
    blocks: [...blocks, button],
    ...(plainer ? { plainer: [...plainer, button] } : {}),
  });
  return messages.map((message, at) => (at === messages.length - 1 ? add(message) : message));
}

/** Puts who asked what above an answer that stands in no thread. */
export function withQuestion(messages: Message[], { user, ...request }: Work, language: Language): Message[] {
  const line = WORDS[language].askedBy(user, escapeMrkdwn(shorten(requestText(request, language), QUESTION_LENGTH)));
  return withMarkedLead(messages, line);
}
