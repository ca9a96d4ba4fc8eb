import { z } from 'zod';
import { blockId, webAddress } from './objects.ts';

const style = {
  style: z
    .strictObject({
      bold: z.boolean().optional(),
      italic: z.boolean().optional(),
      strike: z.boolean().optional(),
      code: z.boolean().optional(),
      underline: z.boolean().optional(),
      highlight: z.boolean().optional(),
    })
    .optional(),
};

const RichTextPart = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), ...style }),
  z.strictObject({
    type: z.literal('link'),
    url: webAddress,
    text: z.string().optional(),
    unsafe: z.boolean().optional(),
    ...style,
  }),
  z.strictObject({
    type: z.literal('emoji'),
    name: z.string().min(1),
    unicode: z.string().optional(),
    url: z.string().optional(),
    ...style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), ...style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), ...style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string(), ...style }),
  z.strictObject({ type: z.literal('team'), team_id: z.string(), ...style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), ...style }),
  z.strictObject({ type: z.literal('color'), value: z.string(), ...style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.number(),
    format: z.string(),
    url: z.string().optional(),
    fallback: z.string().optional(),
    ...style,
  }),
]);

const border = { border: z.int().min(0).max(1).optional() };
const Section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(RichTextPart).min(1) });

/** A `rich_text` block: shown as it is, nothing in it is markup. */
export const RichText = z.strictObject({
  type: z.literal('rich_text'),
  ...blockId,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        Section,
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(RichTextPart).min(1), ...border }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(RichTextPart).min(1),
          language: z.string().optional(),
          ...border,
        }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(Section).min(1),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(0).optional(),
          ...border,
        }),
      ]),
    )
    .min(1),
});
