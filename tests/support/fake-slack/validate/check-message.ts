import { z } from 'zod';
import { MessageBlock, MessageBlockOrChart } from './blocks.ts';
import type { Problem } from './problems.ts';
import { problemsOf } from './problems.ts';
import { repeatedIds, strangeChoices } from './uniqueness.ts';

/** Why Slack refuses a payload. */
export interface Refused {
  error: string;
  problems: Problem[];
}

/** What a workspace can show. */
export interface Capabilities {
  /** Whether `data_visualization` has reached the workspace. */
  charts: boolean;
}

/** Characters of all blocks of a message from which on Slack refuses it (bolt-js issue 2509). */
const BLOCKS_TEXT = 13_200;
/** Characters of a message's plain text, and of its text in Markdown. */
const TEXT = 40_000;
const MARKDOWN = 12_000;
/** Blocks of a message; charts among them. */
const BLOCKS = 50;
const CHARTS = 2;

/** Why Slack refuses a message; undefined when it takes it. */
export function refuseMessage(
  payload: { text?: unknown; blocks?: unknown; markdown_text?: unknown; attachments?: unknown; files?: unknown },
  { charts }: Capabilities = { charts: true },
): Refused | undefined {
  const { text, blocks, markdown_text: markdown, attachments } = payload;
  const hasBlocks = Array.isArray(blocks) ? blocks.length > 0 : blocks !== undefined;
  if (typeof markdown === 'string' && (text !== undefined || hasBlocks))
    return { error: 'markdown_text_conflict', problems: [] };
  if (typeof markdown === 'string' && markdown.length > MARKDOWN) return { error: 'msg_too_long', problems: [] };
  if (!hasBlocks && !isFilled(text) && !isFilled(markdown) && !(Array.isArray(attachments) && attachments.length > 0))
    return { error: 'no_text', problems: [] };
  if (typeof text === 'string' && text.length > TEXT) return { error: 'msg_too_long', problems: [] };
  return hasBlocks ? refuseBlocks(blocks, { charts }) : undefined;
}

/** Why Slack refuses the blocks of a message. */
export function refuseBlocks(
  blocks: unknown,
  { charts }: Capabilities,
  at: PropertyKey[] = ['blocks'],
): Refused | undefined {
  if (!Array.isArray(blocks)) return { error: 'invalid_blocks_format', problems: [] };
  const problems = [
    ...problemsOf(z.array(charts ? MessageBlockOrChart : MessageBlock).max(BLOCKS), blocks, at),
    ...repeatedIds(blocks, at),
    ...strangeChoices(blocks, at),
    ...tooManyCharts(blocks, at),
  ];
  if (problems.length > 0) return { error: 'invalid_blocks', problems };
  return textLength(blocks) > BLOCKS_TEXT ? { error: 'msg_blocks_too_long', problems: [] } : undefined;
}

/** The error with which Slack refuses a message; undefined when it takes it. */
export function messageError(
  payload: Parameters<typeof refuseMessage>[0],
  capabilities?: Capabilities,
): string | undefined {
  return refuseMessage(payload, capabilities)?.error;
}

function tooManyCharts(blocks: unknown[], at: PropertyKey[]): Problem[] {
  const chartsAt = blocks.flatMap((block, index) =>
    typeof block === 'object' && block !== null && 'type' in block && block.type === 'data_visualization'
      ? [index]
      : [],
  );
  return chartsAt.slice(CHARTS).map((index) => ({
    text: `no more than ${CHARTS} data_visualization blocks allowed`,
    pointer: `/${[...at, index].map(String).join('/')}`,
  }));
}

function isFilled(text: unknown): boolean {
  return typeof text === 'string' && text !== '';
}

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)),
    0,
  );
}
