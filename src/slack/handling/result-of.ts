import type { InboxItem, Work } from '../../domain/inbox.ts';
import { exceededByRequest, takenTurns } from '../../domain/limits.ts';
import type { Language } from '../../domain/report.ts';
import { limitText } from '../../words/limit-words.ts';
import type { Clock } from '../delivery/call-slack.ts';
import { plainMessage } from '../delivery/message.ts';
import type { Target } from '../delivery/target.ts';
import { isRequest, readIntent } from '../intake/read-intent.ts';
import type { BotSteps, SlackSteps, WhileAnswering, WorkspaceSteps } from '../steps.ts';
import { ADD_WORDS } from '../../words/slack-add.ts';
import { helpMessage } from '../views/help-message.ts';
import { WORDS } from '../../words/slack.ts';
import { FOLLOW_WORDS } from '../../words/slack-follow.ts';
import type { Workspace } from '../workspaces.ts';
import { addReports } from './add-reports.ts';
import type { Result } from './answer-result.ts';
import { answerResult } from './answer-result.ts';
import { checkResult } from './check-result.ts';
import type { Conversation } from './conversation.ts';
import { earlierTurns } from './earlier-turns.ts';
import { scopeOf } from './scope.ts';
import { summaryResult } from './summary-result.ts';
import type { CheckUse } from './use-limits.ts';
import type { Viewers } from './viewer.ts';

/** What the handling of work needs. */
export interface WorkParts {
  steps: BotSteps;
  /** Undefined: the app was removed from the workspace. */
  workspace(team: string): Promise<Workspace | undefined>;
  viewers: Viewers;
  checkUse: CheckUse;
  clock: Clock;
  /** Waits for a turn to compute, so that two answers never block this process one right after the other. */
  turn(): Promise<void>;
}

/** One piece of work while it is done. */
export interface Doing {
  item: InboxItem;
  language: Language;
  workspace: Workspace;
  /** Where the result is to go. */
  target: Target;
  conversation: Conversation;
}

type Waiting = Pick<WhileAnswering, 'signal' | 'onClaim'>;

/**
 * Does what was asked: takes files in, answers, summarises or checks; both, where a message brings a file and asks
 * something.
 */
export async function resultOf(doing: Doing, waiting: Waiting, parts: WorkParts): Promise<Result> {
  const { work } = doing.item;
  const steps: SlackSteps = { ...parts.steps, ...(await parts.steps.libraryOf(work.team)) };
  const isBlank = work.text.trim() === '';
  if (work.intent !== 'add_report' || !(isBlank || hasReport(work, steps)))
    return requestResult(doing, waiting, parts, steps);
  const taking = filesResult(doing, waiting, parts, steps);
  // Words beside a file may say what it is, and ask nothing.
  if (isBlank || !isRequest(work.text)) return { messages: await taking };
  const messages = await taking.catch((error: unknown) => {
    waiting.signal.throwIfAborted();
    steps.log(
      'A file beside a question was not taken in: ' +
        (error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    return [plainMessage(ADD_WORDS[doing.language].notTaken)];
  });
  const answered = await requestResult(doing, waiting, parts, steps);
  return { ...answered, messages: [...messages, ...answered.messages], answerAt: messages.length };
}

async function filesResult(
  { item: { work }, language, workspace, conversation }: Doing,
  waiting: Waiting,
  { viewers }: WorkParts,
  steps: SlackSteps,
): Promise<Result['messages']> {
  const viewer = await viewers.of(work, workspace.client);
  const progress = (message: Result['messages'][number]) => conversation.say([message], language, 'placeholder');
  return addReports(
    work,
    { ...workspace, viewer, viewers, language, meanwhile: { ...waiting, asker: askerOf(work) }, progress },
    steps,
  );
}

async function requestResult(
  { item: { work }, language, workspace, target }: Doing,
  waiting: Waiting,
  { viewers, turn }: WorkParts,
  steps: SlackSteps,
): Promise<Result> {
  if (work.text.trim() === '') return { messages: [plainMessage(WORDS[language].empty)] };
  const { intent, text } = work.intent === 'add_report' ? readIntent(work.text) : work;
  if (intent === 'greet') return { messages: [helpMessage(language)] };
  if (intent === 'thank') return { messages: [plainMessage(WORDS[language].welcome)] };
  // A draft that is too long is an outcome of its check.
  const over = intent === 'check' ? undefined : exceededByRequest({ text });
  if (over) return { messages: [plainMessage(limitText(over, language))] };
  const earlier =
    intent === 'ask' ? takenTurns([...work.earlier, ...(await earlierTurns(work, workspace.client, steps.log))]) : [];
  await turn();
  waiting.signal.throwIfAborted();
  const by = {
    viewer: await viewers.of(work, workspace.client),
    language,
    meanwhile: { ...waiting, asker: askerOf(work) },
  };
  if (intent === 'summarize') return summaryResult(text, by, steps);
  if (intent === 'check') return checkResult(text, by, steps);
  const asked = { team: work.team, user: work.user, ...target, isEphemeral: work.place.kind === 'command' };
  const scope = await scopeOf(work, await steps.reports(by.viewer), steps.preferences);
  if (!scope) return answerResult({ text, earlier }, { ...by, asked }, steps);
  const notes = [FOLLOW_WORDS[language].scopeNote(scope.words, scope.reportIds.length)];
  return answerResult({ text, earlier, reports: scope.reportIds }, { ...by, asked, notes }, steps);
}

function askerOf({ team, askerTeam, user, place }: Work): WhileAnswering['asker'] {
  const isAlone =
    place.kind === 'command' || place.channel === undefined || (place.kind === 'message' && place.isDirect);
  return { team: askerTeam, user, ...(isAlone ? {} : { channel: `${team}/${place.channel}` }) };
}

/** A question with a screenshot is a question. */
function hasReport({ files }: Work, { library }: WorkspaceSteps): boolean {
  return files.some(({ name }) =>
    (library?.extensions ?? REPORT_ENDINGS).some((extension) => name.toLowerCase().endsWith(extension)),
  );
}

/** What looks like a report where none can be taken in: whoever shares it is told so. */
const REPORT_ENDINGS = ['.pdf', '.docx', '.pptx', '.xlsx', '.csv', '.html', '.md', '.epub', '.txt'];
