import { z } from 'zod';

/** Slack's limits as Slack enforces them, with Slack's error names. Written apart from the bot's own table, on purpose. */
const Text = (length: number) => z.object({ type: z.enum(['plain_text', 'mrkdwn']), text: z.string().min(1).max(length) });
const PlainText = (length: number) => z.object({ type: z.literal('plain_text'), text: z.string().min(1).max(length) });

const Button = z.object({ type: z.literal('button'), action_id: z.string().max(255), text: PlainText(75), value: z.string().max(2000).optional() });
const RichTextPart = z.object({ type: z.literal('text'), text: z.string().min(1), style: z.object({ bold: z.boolean().optional() }).optional() });
const RichTextGroup = z.object({ type: z.enum(['rich_text_section', 'rich_text_quote']), elements: z.array(RichTextPart).min(1) });

const Block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('section'), text: Text(3000) }),
  z.object({ type: z.literal('context'), elements: z.array(Text(3000)).min(1).max(10) }),
  z.object({ type: z.literal('actions'), elements: z.array(Button).min(1).max(25) }),
  z.object({ type: z.literal('rich_text'), elements: z.array(RichTextGroup).min(1) }),
]);

const Modal = z.object({
  type: z.literal('modal'),
  title: PlainText(24),
  close: PlainText(24).optional(),
  blocks: z.array(Block).max(100),
});

/** Characters of all blocks of a message from which on Slack refuses it. */
const BLOCKS_TEXT = 13_200;

/** The error with which Slack refuses a message; undefined when it takes it. */
export function messageError({ text, blocks }: { text?: unknown; blocks?: unknown }): string | undefined {
  if (blocks === undefined && (typeof text !== 'string' || text === '')) return 'no_text';
  if (typeof text === 'string' && text.length > 40_000) return 'msg_too_long';
  if (blocks === undefined) return undefined;
  if (!z.array(Block).max(50).safeParse(blocks).success) return 'invalid_blocks';
  return textLength(blocks) > BLOCKS_TEXT ? 'msg_blocks_too_long' : undefined;
}

/** The error with which Slack refuses a modal; undefined when it opens it. */
export function modalError(view: unknown): string | undefined {
  return Modal.safeParse(view).success ? undefined : 'invalid_arguments';
}

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)), 0);
}
