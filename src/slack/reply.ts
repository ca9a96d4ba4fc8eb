import { setTimeout as delay } from 'node:timers/promises';
import type { Question, Source, VerifiedAnswer } from '../domain/answer.ts';
import type { Ledger } from '../domain/ports.ts';
import { detectLanguage } from '../text/language.ts';
import type { Message } from './views/answer-message.ts';
import { answerMessage } from './views/answer-message.ts';
import { WORDS } from './words.ts';

/** What the listeners call. */
export interface SlackSteps {
  answerQuestion(question: Question): Promise<VerifiedAnswer>;
  /** Each quote of an answer in its paragraph. */
  sourcesOf(answer: VerifiedAnswer): Promise<Source[]>;
  ledger: Ledger;
  log(line: string): void;
  /** Public address of the web pages; absent: no links. */
  baseUrl?: string;
}

/** Where a reply goes: a thread, a direct message, a slash command's channel. */
export interface Conversation {
  /** Posts a message and gives back what `replace` needs to find it again. */
  post(message: Message): Promise<string>;
  replace(id: string, message: Message): Promise<unknown>;
}

/** When an answer takes longer than this, the person is told that it is on its way. */
const PATIENCE_MS = 1500;

/** Answers a question with exactly one message; a failure is one message, too. */
export async function reply(question: Question, conversation: Conversation, steps: SlackSteps): Promise<void> {
  const words = WORDS[detectLanguage(question.text)];
  const answering = messageFor(question, steps).catch((error: unknown) => {
    steps.log(`No answer to ${JSON.stringify(question.text)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return plainMessage(words.failed);
  });
  const waiting = new AbortController();
  const first = await Promise.race([answering, delay(PATIENCE_MS, undefined, { signal: waiting.signal }).catch(() => undefined)]);
  waiting.abort();
  if (first) {
    await conversation.post(first);
    return;
  }
  const id = await conversation.post(plainMessage(words.searching));
  await conversation.replace(id, await answering);
}

/** A message of one plain sentence of our own. */
export function plainMessage(text: string): Message {
  return { text, blocks: [{ type: 'section', text: { type: 'plain_text', text } }] };
}

async function messageFor(question: Question, { answerQuestion, sourcesOf, ledger, baseUrl }: SlackSteps): Promise<Message> {
  const answer = await answerQuestion(question);
  const sources = await sourcesOf(answer);
  const sourcesId = sources.length > 0 ? { sourcesId: await ledger.keepSources(sources) } : {};
  return answerMessage(answer, { language: detectLanguage(question.text), ...sourcesId, ...(baseUrl === undefined ? {} : { baseUrl }) });
}
