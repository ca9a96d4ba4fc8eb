import type { App } from '@slack/bolt';

/** Slack's client of one workspace. */
export type Client = App['client'];

/** A conversation, or a thread of one. */
export interface Target {
  channel: string;
  thread?: string;
}

/** Where a message stands. */
export interface Standing extends Target {
  ts: string;
}
