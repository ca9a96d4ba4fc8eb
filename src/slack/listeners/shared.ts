import type { NewWork } from '../../domain/inbox.ts';
import type { Installations } from '../../domain/ports.ts';
import type { BotSteps } from '../steps.ts';
import type { Viewers } from '../handling/viewer.ts';
import type { Worker } from '../handling/worker.ts';
import type { Workspaces } from '../workspaces.ts';

/** What the listeners share. */
export interface Shared {
  steps: BotSteps;
  workspaces: Workspaces;
  viewers: Viewers;
  worker: Worker;
  /** To be called after work was accepted: it is taken soon, and whoever waits long is told. */
  onWork(work: NewWork): void;
  installations?: Installations;
}
