import { createServer } from 'node:http';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import type { Question, VerifiedAnswer } from '../../src/domain/answer.ts';
import { createSlackApp } from '../../src/slack/slack-app.ts';
import type { SlackBot } from '../../src/slack/slack-app.ts';
import type { Viewer } from '../../src/domain/audience.ts';
import type { BotSteps, SlackSteps } from '../../src/slack/steps.ts';
import { pagePath } from '../../src/words/place-label.ts';
import { quoteSources } from '../../src/verify/quote-sources.ts';
import { aReport, aVerifiedAnswer } from './builders.ts';
import { FakeSlack } from './fake-slack/fake-slack.ts';
import type { WorldOptions } from './fake-slack/world/world.ts';
import { createMemoryInbox } from './memory-inbox.ts';
import { createMemoryLedger } from './memory-ledger.ts';
import { createMemoryPreferences } from './memory-preferences.ts';

/** A bot in a Slack, and what passes between them. */
export interface BotInSlack {
  slack: FakeSlack;
  steps: BotSteps & SlackSteps;
  asked: Question[];
  viewers: Viewer[];
  log: string[];
  /** Answers from now on. */
  answerWith(answer: SlackSteps['answerQuestion']): void;
  eventsUrl(): string;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** What a bot calls, made up, with what was asked. */
export function botSteps(
  over: Partial<BotSteps & SlackSteps>,
): Pick<BotInSlack, 'steps' | 'asked' | 'viewers' | 'log' | 'answerWith'> {
  const [asked, viewers, log]: [Question[], Viewer[], string[]] = [[], [], []];
  let answer: SlackSteps['answerQuestion'] = (question) => Promise.resolve(aVerifiedAnswer({ question }));
  const steps: BotSteps & SlackSteps = {
    libraryOf: () => Promise.resolve(steps),
    answerQuestion(question, viewer, meanwhile): Promise<VerifiedAnswer> {
      asked.push(question);
      viewers.push(viewer);
      return answer(question, viewer, meanwhile);
    },
    sourcesOf: (verified) => quoteSources(verified, () => Promise.resolve(undefined)),
    reports: () => Promise.resolve([aReport()]),
    sections: () => Promise.resolve([]),
    forgetPerson: () => Promise.resolve(0),
    ledger: createMemoryLedger(),
    inbox: createMemoryInbox(),
    preferences: createMemoryPreferences(),
    limits: { perUser: 1000, perTeam: 10_000, allowedTeams: [] },
    log: (line) => log.push(line),
    linkTo: ({ reportId, place, span }) =>
      `https://footnote.example${pagePath(reportId, place)}?quote=${span.start}-${span.end}#quote`,
    pageOf(url) {
      const [, reportId, page] = /^https:\/\/footnote\.example\/reports\/([^/]+)\/pages\/(\d+)/u.exec(url) ?? [];
      return reportId === undefined ? undefined : { reportId, page: Number(page) };
    },
    ...over,
  };
  return {
    steps,
    asked,
    viewers,
    log,
    answerWith(next) {
      answer = next;
    },
  };
}

/** How a bot in a Slack is made. */
export interface BotInSlackOptions {
  mode?: 'socket' | 'http';
  world?: WorldOptions;
  steps?: Partial<BotSteps & SlackSteps>;
}

/** Starts a fake Slack and the real bot in it. */
export async function aBotInSlack({
  mode = 'socket',
  world = {},
  steps: over = {},
}: BotInSlackOptions = {}): Promise<BotInSlack> {
  const slack = new FakeSlack(world);
  const made = botSteps(over);
  let bot: SlackBot;
  const server = createServer((request, response) =>
    bot.requestListener ? bot.requestListener(request, response) : response.writeHead(404).end(),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const apiUrl = await slack.start();
  const eventsUrl = (): string => {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/slack/events`;
  };
  const start = async (): Promise<void> => {
    const secrets =
      mode === 'socket' ? { mode, appToken: slack.appToken } : { mode, signingSecret: slack.signingSecret };
    bot = createSlackApp(
      { ...secrets, auth: { kind: 'token', botToken: slack.token }, apiUrl },
      made.steps,
      randomUUID(),
    );
    await bot.start();
  };
  await start();
  if (mode === 'http') slack.deliverBy({ kind: 'http', url: eventsUrl() });
  return {
    ...made,
    slack,
    eventsUrl,
    async restart() {
      await bot.stop();
      await start();
    },
    async stop() {
      await bot.stop();
      await slack.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}
