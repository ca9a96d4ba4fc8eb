import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Receiver } from '@slack/bolt';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import type { Reached } from './connection/keep-connected.ts';
import { keepConnected } from './connection/keep-connected.ts';
import { createSocketReceiver } from './connection/socket-receiver.ts';
import { slackFetch } from './delivery/slack-fetch.ts';
import { acceptEvents } from './intake/accept-events.ts';
import { removeAnswer } from './intake/remove-answer.ts';
import type { Positions } from './intake/tell-position.ts';
import { createPositions } from './intake/tell-position.ts';
import type { Viewer } from '../domain/audience.ts';
import { EVERYONE_ONLY } from '../domain/audience.ts';
import { doWork, idOfKey } from '../watch/current-work.ts';
import { given } from '../domain/given.ts';
import { installerOptions } from './install/installer-options.ts';
import type { SlackSettings } from './install/settings.ts';
import { findTokenIn } from './install/find-token.ts';
import type { Shared } from './listeners/shared.ts';
import { listenToAll } from './listeners/listen.ts';
import type { BotSteps, CorrectionSteps } from './steps.ts';
import { tellCorrection } from './handling/tell-correction.ts';
import { createFollowing } from './handling/tell-followers.ts';
import { handleWork } from './handling/handle-work.ts';
import { createUseCheck } from './handling/use-limits.ts';
import { createTurns } from './handling/turns.ts';
import { createViewers } from './handling/viewer.ts';
import { createWorker } from './handling/worker.ts';
import { createWorkspaces } from './workspaces.ts';

/** The bot, connected by `start`. */
export interface SlackBot {
  /**
   * Resolves when Slack was tried once; where it is out of reach it is tried on, until `stop`. Answers begin when it is
   * reached.
   */
  start(): Promise<Reached>;
  /**
   * Takes no more events, and waits for the answers that are being composed; those that take longer are put back, for
   * whoever comes next.
   * @param patienceMs how long it waits; absent: until they are there
   */
  stop(patienceMs?: number): Promise<void>;
  /**
   * Tells the asker of an answer what an editor found elsewhere, on the web, wrong about a citation of it; `review` is
   * the library's.
   */
  tellCorrection(citationId: string, review: CorrectionSteps): Promise<void>;
  /** Whoever a link was made for, a channel or person behind its workspace, as Slack knows them now. */
  viewerOf(holder: string): Promise<Viewer>;
  /** HTTP mode: takes what comes to `/slack/`; the web server listens. */
  requestListener?: (request: IncomingMessage, response: ServerResponse) => void;
}

const CLOCK = { now: Date.now, sleep: (ms: number) => delay(ms) };

/**
 * Makes the bot with its listeners; nothing is sent before `start`.
 * @param owner names this process among those that share the inbox
 */
export function createSlackApp(settings: SlackSettings, steps: BotSteps, owner: string): SlackBot {
  const receiver =
    settings.mode === 'http'
      ? new HTTPReceiver({
          signingSecret: settings.signingSecret,
          logLevel: LogLevel.ERROR,
          ...installerOptions(settings),
        })
      : undefined;
  const socket = settings.mode === 'socket' ? createSocketReceiver(settings, steps.log) : undefined;
  const app = createApp(settings, receiver ?? socket?.receiver);
  const { positions, ...shared } = createShared(settings, steps, owner);
  acceptEvents(app, {
    inbox: steps.inbox,
    facts: { botUserId: shared.workspaces.botUserId, wasAnswered: steps.inbox.wasAnswered },
    onWork: shared.onWork,
    onDeleted(deleted) {
      void removeAnswer(deleted, { ...shared, inbox: steps.inbox }).catch((error: unknown) =>
        steps.log(`The answer to a deleted question could not be removed: ${String(error)}`),
      );
    },
  });
  // What comes from a workspace that is not ours to answer for is not heard.
  app.use(async ({ context, next }) => {
    if (context.teamId === undefined || (await shared.workspaces.of(context.teamId))) await next();
  });
  listenToAll(app, shared);
  app.error((error) => Promise.resolve(steps.log(`Slack: ${error.stack ?? error.message}`)));
  const following = createFollowing(shared);
  const state = { isInitialised: false };
  const keeper = keepConnected({
    async connect() {
      if (!state.isInitialised) await app.init();
      state.isInitialised = true;
      // Over HTTP it is Slack that connects.
      return socket ? socket.open() : { lost: new Promise(() => undefined) };
    },
    onFirst() {
      shared.worker.start();
      following.start();
    },
    clock: CLOCK,
    log: steps.log,
  });
  return {
    start: keeper.start,
    async stop(patienceMs) {
      positions.stop();
      keeper.stop();
      await Promise.all([socket?.close(), shared.worker.stop(patienceMs), following.stop()]);
    },
    viewerOf: (holder) => viewerOf(holder, shared),
    tellCorrection: (citationId, review) => tellCorrection(citationId, review, shared),
    ...(receiver ? { requestListener: receiver.requestListener } : {}),
  };
}

async function viewerOf(holder: string, { workspaces, viewers }: Shared): Promise<Viewer> {
  const [team = '', id = ''] = holder.split('/');
  const client = (await workspaces.of(team))?.client;
  if (!client) return EVERYONE_ONLY;
  return /^[UW]/u.test(id) ? viewers.ofPerson(team, id, client) : viewers.ofChannel(team, id, client);
}

function createApp(settings: SlackSettings, receiver: Receiver | undefined): App {
  const { apiUrl } = settings;
  return new App({
    logLevel: LogLevel.ERROR,
    deferInitialization: true,
    clientOptions: {
      fetch: slackFetch,
      retryConfig: { retries: 2 },
      ...given({ slackApiUrl: apiUrl }),
    },
    // Without a token, Bolt takes it from the receiver's installations.
    ...(settings.auth.kind === 'token' ? { token: settings.auth.botToken } : {}),
    ...(receiver ? { receiver } : {}),
  });
}

function createShared(settings: SlackSettings, steps: BotSteps, owner: string): Shared & { positions: Positions } {
  const workspaces = createWorkspaces(findTokenIn(settings), {
    clock: CLOCK,
    log: steps.log,
    ...given({ apiUrl: settings.apiUrl }),
    ...(steps.drawChart ? { drawChart: steps.drawChart } : {}),
  });
  const viewers = createViewers({ now: CLOCK.now, log: steps.log });
  const checkUse = createUseCheck(steps.limits, steps.inbox);
  const turn = createTurns();
  const worker = createWorker({
    inbox: steps.inbox,
    owner,
    log: steps.log,
    handle: (item, signal) =>
      doWork({ id: idOfKey(item.subject), door: 'slack' }, steps.note ?? (() => undefined), () =>
        handleWork(item, signal, { steps, workspace: workspaces.of, viewers, checkUse, clock: CLOCK, turn }),
      ),
  });
  const positions = createPositions(steps, workspaces);
  const onWork: Shared['onWork'] = (work) => {
    steps.note?.({ kind: 'accepted' }, { id: idOfKey(work.subject), door: 'slack' });
    worker.wake();
    positions.watch(work);
  };
  return {
    steps,
    workspaces,
    viewers,
    worker,
    onWork,
    positions,
    ...(settings.auth.kind === 'installations' ? { installations: settings.auth.installations } : {}),
  };
}
