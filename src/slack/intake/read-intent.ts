import type { Intent } from '../../domain/inbox.ts';
import { words } from '../../lexicon/lexicon.ts';
import { smallTalkIn } from '../../lexicon/small-talk.ts';

/** `总结一下供应`, `Summarize the cloud section`: the whole text says what to summarise. */
const SUMMARIZE = words('chat/summarize');
/** `核对：…`, `check: …`, `check this …`: without the colon it may be a question like any other. */
const CHECK = words('chat/check');
const DRAFT = /^\s*(?:[:：\n]|this[:：\s])\s*/iu;

/** What a message wants, and the text that says so. */
export function readIntent(text: string): { intent: Intent; text: string } {
  const draft = draftOf(text);
  if (draft !== undefined) return { intent: 'check', text: draft };
  const talk = smallTalkIn(text);
  if (talk !== undefined) return { intent: talk === 'thanks' || talk === 'farewell' ? 'thank' : 'greet', text };
  return { intent: SUMMARIZE.isIn(text) ? 'summarize' : 'ask', text };
}

function draftOf(text: string): string | undefined {
  const behind = text.slice(CHECK.first(text)?.end ?? text.length);
  return DRAFT.test(behind) ? behind.replace(DRAFT, '') : undefined;
}

const QUESTION_MARK = /[?？]\s*$/u;
const ASKS = words('chat/asks');

/**
 * True for a text that asks for something, false for one that only says something: `谢谢`, `I see`, `not what I
 * meant`.
 */
export function isRequest(text: string): boolean {
  return QUESTION_MARK.test(text) || ASKS.isIn(text) || ['summarize', 'check'].includes(readIntent(text).intent);
}
