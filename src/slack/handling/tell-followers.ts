import type { Viewer } from '../../domain/audience.ts';
import { claimsOf } from '../../domain/answer.ts';
import type { Follow } from '../../domain/follow.ts';
import type { Language } from '../../domain/report.ts';
import { detectLanguage } from '../../text/language.ts';
import { FOLLOW_WORDS } from '../../words/slack-follow.ts';
import { refusal } from '../delivery/call-slack.ts';
import type { Message } from '../delivery/message.ts';
import { plainMessage } from '../delivery/message.ts';
import type { BotSteps, ListedReport, SlackSteps, WhileAnswering } from '../steps.ts';
import { newestFirst } from '../views/reports-message.ts';
import { summaryMessages } from '../views/summary-message.ts';
import { withLead } from '../views/with-lead.ts';
import type { Workspace, Workspaces } from '../workspaces.ts';
import type { Result } from './answer-result.ts';
import { datesOf, saidAnswer } from './answer-result.ts';
import { linksFor } from './links-for.ts';
import { titledBy } from './scope.ts';
import type { Viewers } from './viewer.ts';

/** Between two looks for new reports, in milliseconds. */
const LOOK_MS = 60_000;
/** Briefs for one topic at once: whoever takes in a whole archive does not fill the channel. */
const MOST_BRIEFS = 5;
/** Slack will not let the bot write there again. */
const GONE = new Set(['channel_not_found', 'is_archived', 'not_in_channel', 'user_not_found', 'account_inactive']);

/** What telling needs. */
export interface TellParts {
  steps: BotSteps;
  workspaces: Workspaces;
  viewers: Viewers;
}

/** Looks for new reports, and tells those who follow what they are about. */
export interface Following {
  start(): void;
  stop(): Promise<void>;
}

/** Makes what looks, from `start` to `stop`. */
export function createFollowing(parts: TellParts): Following {
  const { log, lookMs = LOOK_MS } = parts.steps;
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  const look = (): void => {
    looking = tellFollowers(parts, ending.signal)
      .catch((error: unknown) => log(`New reports could not be told of: ${String(error)}`))
      .then(() => {
        if (!ending.signal.aborted) timer = setTimeout(look, lookMs);
      });
  };
  return {
    start: look,
    async stop() {
      ending.abort();
      clearTimeout(timer);
      await looking;
    },
  };
}

async function tellFollowers(parts: TellParts, signal: AbortSignal): Promise<void> {
  const { preferences, log } = parts.steps;
  for (const follow of await preferences.followed()) {
    if (signal.aborted) return;
    await tellOne(follow, parts, signal).catch(async (error: unknown) => {
      if (signal.aborted) return;
      log(`What is new on a followed topic could not be told in ${follow.place}: ${String(error)}`);
      if (GONE.has(refusal(error) ?? '')) await preferences.unfollow(follow);
    });
  }
}

async function tellOne(follow: Follow, { steps, workspaces, viewers }: TellParts, signal: AbortSignal): Promise<void> {
  const workspace = await workspaces.of(follow.team);
  if (!workspace) return;
  const own: SlackSteps = { ...steps, ...(await steps.libraryOf(follow.team)) };
  const viewer = await readerOf(follow, viewers, workspace);
  const reports = await own.reports(viewer);
  const untold = await steps.preferences.untold(
    follow,
    reports.map(({ id }) => id),
  );
  const fresh = newestFirst(reports.filter(({ id }) => untold.includes(id)));
  const telling: Telling = { follow, viewer, reports, workspace, steps: own, signal };
  for (const report of fresh.slice(0, MOST_BRIEFS)) {
    const brief = await briefOn(report, telling);
    signal.throwIfAborted();
    // Written down before it is said: of two processes, or after a crash, nobody says it twice.
    if ((await steps.preferences.tell(follow, report.id)) && brief) await post(brief, report.id, telling);
  }
  const rest = fresh.slice(MOST_BRIEFS);
  const skipped = await Promise.all(rest.map(({ id }) => steps.preferences.tell(follow, id)));
  const count = skipped.filter(Boolean).length;
  if (count > 0) {
    const said = plainMessage(FOLLOW_WORDS[languageOf(follow)].more(count, follow.topic));
    await post({ messages: [said] }, 'more', telling);
  }
}

interface Telling {
  follow: Follow;
  /** All who will read it. */
  viewer: Viewer;
  /** What they see. */
  reports: readonly ListedReport[];
  workspace: Workspace;
  steps: SlackSteps;
  signal: AbortSignal;
}

function readerOf({ team, place }: Follow, viewers: Viewers, { client }: Workspace): Promise<Viewer> {
  return isPerson(place) ? viewers.ofPerson(team, place, client) : viewers.ofChannel(team, place, client);
}

function isPerson(place: string): boolean {
  return /^[UW]/u.test(place);
}

function languageOf({ topic }: Follow): Language {
  return detectLanguage(topic);
}

/** What a report says on a topic, or of an issue of a series its summary; undefined where it says nothing. */
async function briefOn(report: ListedReport, telling: Telling): Promise<Result | undefined> {
  const { follow, viewer, reports, steps } = telling;
  const language = languageOf(follow);
  const words = FOLLOW_WORDS[language];
  const meanwhile = meanwhileOf(telling);
  if (titledBy(follow.topic, [report]).length > 0) {
    const summary = await steps.summarize?.(report.title, viewer, meanwhile);
    if (summary?.outcome !== 'summarised') return { messages: [plainMessage(words.issue(report.title, follow.topic))] };
    const shown = summaryMessages(summary, { language, dates: datesOf(reports), ...linksFor(steps, viewer) });
    return { messages: withLead(shown, words.issue(report.title, follow.topic)) };
  }
  const question = { text: words.about(follow.topic), earlier: [], reports: [report.id] };
  const answer = await steps.answerQuestion(question, viewer, meanwhile);
  if (claimsOf(answer).length === 0) return undefined;
  const asked = { team: follow.team, user: follow.by, channel: follow.place, isEphemeral: false };
  const said = await saidAnswer(answer, { viewer, language, asked }, steps);
  return { ...said, messages: withLead(said.messages, words.news(report.title, follow.topic)) };
}

/** Nobody asks it: it counts among no one's questions. */
function meanwhileOf({ follow: { team, by }, signal }: Telling): WhileAnswering {
  return { asker: { team, user: by }, isUnasked: true, signal };
}

async function post(
  { messages, answerId }: Result,
  what: string,
  { follow, workspace, steps }: Telling,
): Promise<void> {
  const { team, place, topic } = follow;
  const { poster } = workspace;
  const channel = isPerson(place) ? await poster.directChannel(place) : place;
  const standing: string[] = [];
  for (const [part, message] of messages.entries())
    standing.push(await poster.post({ channel }, message, markOf(`${topic} ${what}`, part, messages)));
  const [first] = standing;
  if (answerId !== undefined && first !== undefined)
    await steps.review?.placed(answerId, { team, channel, message: first });
}

function markOf(id: string, part: number, { length: parts }: readonly Message[]) {
  return { id: `follow ${id}`, part, parts, state: 'answer' as const };
}
