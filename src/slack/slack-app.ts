import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { listenToCommand } from './listeners/command.ts';
import { listenToMessages } from './listeners/messages.ts';
import { listenToSources } from './listeners/sources.ts';
import type { SlackSteps } from './reply.ts';

/** How to reach Slack. */
export type SlackSettings =
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl?: string }
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl?: string };

/** The bot, connected by `start`. */
export interface SlackBot {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** HTTP mode: takes `POST /slack/events`; the web server listens. */
  requestListener?: (request: IncomingMessage, response: ServerResponse) => void;
}

/** Makes the bot with its listeners; nothing is sent before `start`. */
export function createSlackApp(settings: SlackSettings, steps: SlackSteps): SlackBot {
  const receiver = settings.mode === 'http' ? new HTTPReceiver({ signingSecret: settings.signingSecret, logLevel: LogLevel.ERROR }) : undefined;
  const app = new App({
    token: settings.botToken,
    logLevel: LogLevel.ERROR,
    deferInitialization: true,
    ...(settings.apiUrl === undefined ? {} : { clientOptions: { slackApiUrl: settings.apiUrl } }),
    ...(settings.mode === 'socket' ? { socketMode: true, appToken: settings.appToken } : {}),
    ...(receiver ? { receiver } : {}),
  });
  listenToMessages(app, steps);
  listenToCommand(app, steps);
  listenToSources(app, steps);
  app.error((error) => Promise.resolve(steps.log(`Slack: ${error.stack ?? error.message}`)));
  return {
    async start() {
      await app.init();
      if (settings.mode === 'socket') await app.start();
    },
    async stop() {
      if (settings.mode === 'socket') await app.stop();
    },
    ...(receiver ? { requestListener: receiver.requestListener } : {}),
  };
}
