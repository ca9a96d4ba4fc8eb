import type { App } from '@slack/bolt';
import type { Installations } from '../../domain/ports.ts';
import type { SlackSteps } from '../steps.ts';
import type { Viewers } from '../work/viewer.ts';
import type { Worker } from '../work/worker.ts';
import type { Workspaces } from '../workspaces.ts';
import { listenToCommand } from './command.ts';
import { listenToShare } from './share.ts';
import { listenToSources } from './sources.ts';

/** What the listeners share. */
export interface Shared {
  steps: SlackSteps;
  workspaces: Workspaces;
  viewers: Viewers;
  worker: Worker;
  installations?: Installations;
}

/** Every entry by which people meet the bot, besides messages, which the inbox takes. */
export function listenToAll(app: App, shared: Shared): void {
  listenToCommand(app, shared);
  listenToSources(app, shared);
  listenToShare(app, shared);
}
