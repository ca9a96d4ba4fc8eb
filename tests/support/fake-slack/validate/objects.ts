import { z } from 'zod';

/** Characters of an identifier of a block, an element or a callback. */
const ID = 255;

/** Text whose kind does not matter; at least one character, as Slack asks. */
export const aText = (length: number) =>
  z.strictObject({
    type: z.enum(['plain_text', 'mrkdwn']),
    text: z.string().min(1).max(length),
    emoji: z.boolean().optional(),
    verbatim: z.boolean().optional(),
  });

/** Text without markup. */
export const plainText = (length: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(length), emoji: z.boolean().optional() });

/** Text with markup. */
export const mrkdwnText = (length: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(length), verbatim: z.boolean().optional() });

/** What every block has. */
export const blockId = { block_id: z.string().max(ID).optional() };

/** What every element has that sends an action. */
export const actionId = { action_id: z.string().min(1).max(ID).optional() };

/** An address that people or Slack open. */
export const webAddress = z.url({ protocol: /^https?$/u }).max(3000);

/** An identifier such as a callback id. */
export const identifier = z.string().max(ID);

/** The question before an action. */
export const Confirm = z.strictObject({
  title: plainText(100).optional(),
  text: aText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

/** What elements share that can ask before they act. */
export const confirmable = { confirm: Confirm.optional() };

/** What elements share that take the focus, and that show a hint while they are empty. */
export const focusable = { focus_on_load: z.boolean().optional() };
export const placeholdable = { placeholder: plainText(150).optional() };

/** When an input sends its value before it is submitted. */
export const dispatchable = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .max(2),
    })
    .optional(),
};

/** One choice of a menu (`plain_text` only) or of check boxes (with markup). */
export const menuOption = z.strictObject({
  text: plainText(75),
  value: z.string().min(1).max(150),
  description: plainText(75).optional(),
  url: webAddress.optional(),
});
export const markedOption = z.strictObject({
  text: aText(75),
  value: z.string().min(1).max(150),
  description: aText(75).optional(),
});

/** Choices under a heading. */
export const OptionGroup = z.strictObject({ label: plainText(75), options: z.array(menuOption).min(1).max(100) });

/** An image by address or by file. */
export const imageSource = {
  image_url: webAddress.optional(),
  slack_file: z.union([z.strictObject({ id: z.string() }), z.strictObject({ url: z.string() })]).optional(),
};

/** Says what is wrong with an image that names no source, or two. */
export function checkImageSource(
  image: { image_url?: unknown; slack_file?: unknown },
  context: z.core.$RefinementCtx,
): void {
  if ((image.image_url === undefined) === (image.slack_file === undefined))
    context.addIssue({ code: 'custom', message: 'must define either `image_url` or `slack_file`' });
}

/** An image as an element. */
export const ImageElement = z.strictObject({
  type: z.literal('image'),
  alt_text: z.string().min(1).max(2000),
  ...imageSource,
});
