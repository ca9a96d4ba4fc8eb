import type { types } from '@slack/bolt';
import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn, mrkdwn } from '../mrkdwn.ts';

/** A message as `chat.postMessage` takes it. */
export interface Message {
  /** For notifications and screen readers, and where blocks are refused: all of it in plain words. */
  text: string;
  blocks: types.KnownBlock[];
  /** The same with older blocks, for a workspace that refuses a newer one. */
  plainer?: types.KnownBlock[];
  /** Figures that are drawn under the first block, as well as the workspace can. */
  chart?: Chart;
}

/** Values that can be compared. */
export interface Chart {
  title: string;
  unit: string;
  values: { label: string; value: number }[];
}

/**
 * A message of one plain sentence of our own; what it repeats of others, a file's name for instance, is shown and does
 * nothing.
 */
export function plainMessage(text: string): Message {
  return {
    text: shorten(escapeMrkdwn(text), LIMITS.text),
    blocks: [{ type: 'section', text: { type: 'plain_text', text: shorten(text, LIMITS.sectionText) } }],
  };
}

/** A sentence of our own that names a channel or a person as Slack shows them. */
export function markedMessage(text: string): Message {
  return { text, blocks: [{ type: 'section', text: mrkdwn(text) }] };
}
