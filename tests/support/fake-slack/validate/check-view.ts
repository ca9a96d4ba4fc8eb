import { z } from 'zod';
import { HomeBlock, ModalBlock } from './blocks.ts';
import type { Refused } from './check-message.ts';
import { identifier, plainText } from './objects.ts';
import { problemsOf } from './problems.ts';
import { repeatedIds, strangeChoices } from './uniqueness.ts';

/** Characters of a title or a button of a modal, and of what the app keeps in a view. */
const TITLE = 24;
const PRIVATE_METADATA = 3000;
/** Blocks of a view. */
const BLOCKS = 100;
/** Size of a view in bytes: 250 kB. */
const BYTES = 250_000;

const kept = {
  private_metadata: z.string().max(PRIVATE_METADATA).optional(),
  callback_id: identifier.optional(),
  external_id: identifier.optional(),
};

const Modal = z
  .strictObject({
    type: z.literal('modal'),
    title: plainText(TITLE),
    blocks: z.array(ModalBlock).max(BLOCKS),
    close: plainText(TITLE).optional(),
    submit: plainText(TITLE).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...kept,
  })
  .superRefine(({ blocks, submit }, context) => {
    const input = blocks.findIndex(({ type }) => type === 'input');
    if (input >= 0 && !submit)
      context.addIssue({
        code: 'custom',
        message: 'must define `submit` to use an `input` block in modals',
        path: ['blocks', input, 'input'],
      });
  });
const Home = z.strictObject({ type: z.literal('home'), blocks: z.array(HomeBlock).max(BLOCKS), ...kept });
const View = z.discriminatedUnion('type', [Modal, Home]);

/** Why Slack refuses a view; undefined when it takes it. */
export function refuseView(view: unknown): Refused | undefined {
  const blocks =
    typeof view === 'object' && view !== null && 'blocks' in view && Array.isArray(view.blocks) ? view.blocks : [];
  const problems = [
    ...problemsOf(View, view, ['view']),
    ...repeatedIds(blocks, ['view', 'blocks']),
    ...strangeChoices(blocks, ['view', 'blocks']),
  ];
  if (problems.length > 0) return { error: 'invalid_arguments', problems };
  return Buffer.byteLength(JSON.stringify(view)) > BYTES ? { error: 'view_too_large', problems: [] } : undefined;
}

/** The error with which Slack refuses a view; undefined when it takes it. */
export function viewError(view: unknown): string | undefined {
  return refuseView(view)?.error;
}
