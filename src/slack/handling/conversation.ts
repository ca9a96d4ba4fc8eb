import type { InboxItem } from '../../domain/inbox.ts';
import type { Language } from '../../domain/report.ts';
import { refusal } from '../delivery/call-slack.ts';
import type { Message } from '../delivery/message.ts';
import { markedMessage, plainMessage } from '../delivery/message.ts';
import type { Mark, Posted, Poster } from '../delivery/poster.ts';
import type { Client, Standing, Target } from '../delivery/target.ts';
import { setSession, setStatus } from '../delivery/agent-thread.ts';
import { WORDS } from '../../words/slack.ts';

/** Where the result of one piece of work goes. */
export interface Conversation {
  /** When a result takes longer than this, in milliseconds, the person is told that it is on its way. */
  patienceMs: number;
  /** True when all of the result stands there already: whoever had the work before died after posting it. */
  isAnswered(): Promise<boolean>;
  /** Says that the work goes on, for as long as nothing is posted. */
  working(language: Language): Promise<void>;
  /**
   * Says something, in one message or several, in place of what was said about this work before. Gives where each
   * stands, which is not where it was to go when Slack does not let the bot write there; nothing for what one person
   * sees and nobody finds again.
   * @param state a placeholder is not yet the result
   */
  say(messages: Message[], language: Language, state?: Mark['state']): Promise<Standing[]>;
  /** Takes a message that stands there already as what was said before. */
  adopt(ts: string): void;
}

/** Slack does not let the bot write there, or no longer. */
const UNREACHABLE = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'thread_not_found',
  'cannot_reply_to_message',
  'restricted_action_thread_locked',
  'access_denied',
]);
/** The message cannot be changed any more: what was to stand in it is posted anew. */
const UNCHANGEABLE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

/** A line that says so is replaced by the result. */
const PATIENCE_MS = 1500;

/** What a conversation needs. */
export interface ConversationParts {
  client: Client;
  poster: Poster;
  log(line: string): void;
}

/** A thread, or a channel. */
export function postedConversation(
  { subject, attempt, isRepeated, work }: InboxItem,
  target: Target,
  { client, poster, log }: ConversationParts,
): Conversation {
  const mark = (part: number, parts: number, state: Mark['state'] = 'answer'): Mark => ({
    id: subject,
    part,
    parts,
    state,
  });
  const isAgain = attempt > 1 || isRepeated;
  let said: Promise<Posted[]> | undefined;
  let hasSession = false;
  let last: Promise<unknown> = Promise.resolve();
  const lookBefore = (): Promise<Posted[]> => (said ??= isAgain ? findBefore() : Promise.resolve([]));

  async function findBefore(): Promise<Posted[]> {
    try {
      return await poster.find(target, subject, work.place.kind === 'message' ? work.place.ts : undefined);
    } catch (error) {
      log(`The thread could not be read, so an answer in it may be given twice: ${String(error)}`);
      return [];
    }
  }

  async function put(message: Message, { part, parts, state }: Mark): Promise<Posted> {
    const there = (await lookBefore()).find((posted) => posted.mark.part === part);
    const own = mark(part, parts, state);
    if (!there) return { mark: own, ts: await poster.post(target, message, own, isAgain) };
    try {
      await poster.update(target, there.ts, message, own, isAgain);
      return { mark: own, ts: there.ts };
    } catch (error) {
      if (!UNCHANGEABLE.has(refusal(error) ?? '')) throw error;
      return { mark: own, ts: await poster.post(target, message, own, isAgain) };
    }
  }

  async function sayDirectly(messages: Message[], language: Language): Promise<Standing[]> {
    const channel = await poster.directChannel(work.user);
    const all = [markedMessage(WORDS[language].unreachable(target.channel)), ...messages];
    const placed: Standing[] = [];
    for (const [part, message] of all.entries())
      placed.push({ channel, ts: await poster.post({ channel }, message, mark(part, all.length)) });
    // The first says why the answer is here.
    return placed.slice(1);
  }

  async function sayNow(
    messages: Message[],
    language: Language,
    state: Mark['state'] | undefined,
  ): Promise<Standing[]> {
    try {
      const before = await lookBefore();
      const placed: Posted[] = [];
      for (const [part, message] of messages.entries())
        placed.push(await put(message, mark(part, messages.length, state)));
      for (const { ts } of before.filter((each) => each.mark.part >= messages.length)) await poster.remove(target, ts);
      if (isRepeated && state !== 'placeholder' && !messages.some(({ chart }) => chart))
        await poster.removePictures(target, subject);
      if (before.length > 0) await setStatus(client, target, '');
      if (hasSession && state !== 'placeholder') await setSession(client, target, 'active');
      said = Promise.resolve(placed);
      return placed.map(({ ts }) => ({ ...target, ts }));
    } catch (error) {
      if (!UNREACHABLE.has(refusal(error) ?? '')) throw error;
      log(`Channel ${target.channel} takes no answer (${refusal(error)}): it goes to the person directly`);
      return sayDirectly(messages, language);
    }
  }

  async function workingNow(language: Language): Promise<void> {
    hasSession = await setSession(client, target, 'processing');
    if ((await lookBefore()).length > 0 || (await setStatus(client, target, WORDS[language].status))) return;
    said = Promise.resolve([await put(plainMessage(WORDS[language].searching), mark(0, 1, 'placeholder'))]);
  }

  /** One after the other: late progress must not stand where the result does. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = last.then(act);
    last = done.catch(() => undefined);
    return done;
  }

  return {
    patienceMs: PATIENCE_MS,
    async isAnswered() {
      if (attempt === 1 || isRepeated) return false;
      const posted = (await lookBefore()).filter((each) => each.mark.state === 'answer');
      return posted.length > 0 && posted.length >= (posted[0]?.mark.parts ?? 1);
    },
    working: (language) => inTurn(() => workingNow(language)),
    adopt(ts) {
      said = Promise.resolve([{ ts, mark: mark(0, 1, 'placeholder') }]);
    },
    say: (messages, language, state) => inTurn(() => sayNow(messages, language, state)),
  };
}
