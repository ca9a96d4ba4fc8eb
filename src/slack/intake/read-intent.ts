import type { Intent } from '../../domain/inbox.ts';
import type { Words } from '../../lexicon/lexicon.ts';
import { words } from '../../lexicon/lexicon.ts';

/** `总结一下供应`, `Summarize the cloud section`: the whole text says what to summarise. */
const SUMMARIZE = words('chat/summarize');
/** `核对：…`, `check: …`, `check this …`: without the colon it may be a question like any other. */
const CHECK = words('chat/check');
const DRAFT = /^\s*(?:[:：\n]|this[:：\s])\s*/iu;
/** `hi`, `你好`, `what can you do?`, and `thanks`: no report answers these; with what may follow them. */
const GREETING = { said: words('chat/greeting'), tail: words('chat/greeting tail') };
const THANKS = { said: words('chat/thanks'), tail: words('chat/thanks tail') };

/** What a message wants, and the text that says so. */
export function readIntent(text: string): { intent: Intent; text: string } {
  const draft = draftOf(text);
  if (draft !== undefined) return { intent: 'check', text: draft };
  if (saysOnly(text, GREETING)) return { intent: 'greet', text };
  if (saysOnly(text, THANKS)) return { intent: 'thank', text };
  return { intent: SUMMARIZE.isIn(text) ? 'summarize' : 'ask', text };
}

function draftOf(text: string): string | undefined {
  const behind = text.slice(CHECK.first(text)?.end ?? text.length);
  return DRAFT.test(behind) ? behind.replace(DRAFT, '') : undefined;
}

function saysOnly(text: string, { said, tail }: Record<'said' | 'tail', Words>): boolean {
  const rest = text.slice(said.atStart(text)?.end ?? 0).replace(/(?<![\s!！?？.。~])[\s!！?？.。~]+$/u, '');
  return said.atStart(text) !== undefined && (rest === '' || tail.is(rest.trim()));
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
