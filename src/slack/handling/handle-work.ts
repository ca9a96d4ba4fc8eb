import { setTimeout as delay } from 'node:timers/promises';
import type { InboxItem, Work } from '../../domain/inbox.ts';
import type { Language } from '../../domain/report.ts';
import { setTitle } from '../delivery/agent-thread.ts';
import { createAnswerStream } from '../delivery/answer-stream.ts';
import type { AnswerStream } from '../delivery/answer-stream.ts';
import { plainMessage } from '../delivery/message.ts';
import type { Standing, Target } from '../delivery/target.ts';
import type { BotSteps, CommonSteps } from '../steps.ts';
import { withQuestion, withShareButton } from '../views/share-button.ts';
import { WORDS } from '../../words/slack.ts';
import { note, timed } from '../../watch/current-work.ts';
import type { Workspace } from '../workspaces.ts';
import type { Result } from './answer-result.ts';
import type { Conversation } from './conversation.ts';
import { postedConversation } from './conversation.ts';
import { failureText } from './failure-text.ts';
import type { Doing, WorkParts } from './result-of.ts';
import { resultOf } from './result-of.ts';
import { languageOfWork } from './person-language.ts';
import { commandConversation } from './responder.ts';
import { refusalText } from './use-limits.ts';

/** Does one piece of work, and says its result in one place, once; a failure is a sentence there, too. */
export async function handleWork(item: InboxItem, signal: AbortSignal, parts: WorkParts): Promise<'done' | 'failed'> {
  const { work } = item;
  const workspace = await parts.workspace(work.team);
  if (!workspace) {
    parts.steps.log(`Work ${item.subject} is left: the app is not installed in workspace ${work.team} any more.`);
    return 'failed';
  }
  const target = await targetOf(work, workspace);
  const conversation = conversationFor(item, target, workspace, parts.steps);
  if (await conversation.isAnswered()) return 'done';
  const doing = {
    item,
    workspace,
    target,
    conversation,
    language: await languageOfWork(work, { ...workspace, ...parts.steps }),
  };
  const instead = await sentenceInstead(doing, parts);
  if (instead === undefined) return sayResult(doing, signal, parts);
  await conversation.say([plainMessage(instead)], doing.language);
  return 'done';
}

/** What is said instead of a result, where there is to be none. */
async function sentenceInstead({ item, language }: Doing, { steps, checkUse }: WorkParts): Promise<string | undefined> {
  if (item.mayBeSaid) return WORDS[language].mayBeSaid;
  if ((await steps.inbox.stopped([item.id])).length > 0) return WORDS[language].stopped;
  const refused = await checkUse(item);
  if (refused) note({ kind: 'refused', reason: REASONS[refused.reason] });
  return refused && refusalText(refused, language);
}

/** As whoever watches is told of it. */
const REASONS = { outside: 'outside', too_many: 'person', team_too_many: 'team' } as const;

async function sayResult(doing: Doing, signal: AbortSignal, parts: WorkParts): Promise<'done' | 'failed'> {
  const { item, language, conversation } = doing;
  const stream = streamFor(doing, parts);
  const settled = resultOf(doing, { ...(stream ? { onClaim: stream.push } : {}), signal }, parts).catch(
    (error: unknown): Result & { isFailure: true } => {
      if (!signal.aborted)
        parts.steps.log(
          `No answer to ${JSON.stringify(item.work.text)}: ` +
            (error instanceof Error ? (error.stack ?? error.message) : String(error)),
        );
      return { messages: [plainMessage(failureText(error, language))], isFailure: true };
    },
  );
  const ended = Promise.race([settled, aborted(signal)]);
  await showWorking(ended, conversation, language);
  const result = await stoppedOr(await ended, item, parts.steps);
  const streamed = await stream?.end();
  if (streamed !== undefined) conversation.adopt(streamed);
  if (result === 'stopped') await conversation.say([plainMessage(WORDS[language].stopped)], language);
  // Deleted, or taken over by another process, which says it.
  if (typeof result === 'string') return 'failed';
  if (item.work.place.kind === 'command') await parts.steps.inbox.aboutToSay(item.id);
  const standings = await timed('deliver', () => conversation.say(dressed(result, item.work, language), language));
  await nameThread(doing);
  await keepPlace(result, item.work, standings, parts.steps);
  return 'isFailure' in result ? 'failed' : 'done';
}

/** Another process may have heard that the work is to stop. */
async function stoppedOr<T>(result: T, { id }: InboxItem, { inbox }: CommonSteps): Promise<T | 'stopped'> {
  return typeof result !== 'string' && (await inbox.stopped([id])).length > 0 ? 'stopped' : result;
}

/** Without a channel, a result goes to the person directly. */
async function targetOf({ place, user }: Work, { poster }: Workspace): Promise<Target> {
  if (place.kind === 'message') return { channel: place.channel, thread: place.thread };
  return { channel: place.channel ?? (await poster.directChannel(user)) };
}

function conversationFor(
  item: InboxItem,
  target: Target,
  { client, poster }: Workspace,
  { log }: CommonSteps,
): Conversation {
  const { place } = item.work;
  return place.kind === 'command'
    ? commandConversation(place.responseUrl, { log })
    : postedConversation(item, target, { client, poster, log });
}

/** Only what has no message yet is streamed: a stream is a message of its own. */
function streamFor(
  { item: { work, subject, attempt, isRepeated }, language, workspace: { client } }: Doing,
  { steps, clock }: WorkParts,
): AnswerStream | undefined {
  if (work.place.kind !== 'message' || work.intent !== 'ask' || attempt > 1 || isRepeated) return undefined;
  const target = { channel: work.place.channel, thread: work.place.thread };
  const mark = { id: subject, part: 0, parts: 1, state: 'placeholder' as const };
  return createAnswerStream(client, {
    target,
    recipient: { team: work.askerTeam, user: work.user },
    mark,
    language,
    clock,
    log: steps.log,
  });
}

/** Waits a little for a result; then says that it is on its way. */
async function showWorking(settled: Promise<unknown>, conversation: Conversation, language: Language): Promise<void> {
  const waiting = new AbortController();
  const isSlow = await Promise.race([
    settled.then(() => false),
    delay(conversation.patienceMs, true, { signal: waiting.signal }).catch(() => false),
  ]);
  waiting.abort();
  if (isSlow) await conversation.working(language);
}

function aborted(signal: AbortSignal): Promise<string> {
  const reason = (): string => String(signal.reason);
  return new Promise((resolve) =>
    signal.aborted ? resolve(reason()) : signal.addEventListener('abort', () => resolve(reason()), { once: true }),
  );
}

function dressed({ messages, isQuestion = false }: Result, work: Work, language: Language): Result['messages'] {
  if (work.intent === 'greet' || work.intent === 'thank') return messages;
  if (work.place.kind === 'message') return messages;
  // A check repeats what it checks, sentence by sentence.
  const asked =
    work.intent === 'check' && work.place.kind === 'command' ? messages : withQuestion(messages, work, language);
  return work.place.kind === 'channel' || isQuestion ? asked : withShareButton(asked, work, language);
}

/** A question that begins a conversation in the agent pane is its title. */
async function nameThread({ item: { work }, workspace: { client } }: Doing): Promise<void> {
  const { place, text } = work;
  if (place.kind === 'message' && place.isDirect && place.thread === place.ts && text !== '')
    await setTitle(client, { channel: place.channel, thread: place.thread }, text);
}

/** Where it was posted in the end, which may be elsewhere than it was to go. */
async function keepPlace(
  { answerId, answerAt = 0 }: Result,
  { team }: Work,
  standings: readonly Standing[],
  { libraryOf }: BotSteps,
): Promise<void> {
  const standing = standings[answerAt];
  if (answerId === undefined || !standing) return;
  const { ts, ...target } = standing;
  await (await libraryOf(team)).review?.placed(answerId, { team, ...target, message: ts });
}
