import { z } from 'zod';
import {
  Confirm,
  ImageElement,
  OptionGroup,
  actionId,
  confirmable,
  dispatchable,
  focusable,
  markedOption,
  menuOption,
  placeholdable,
  plainText,
  webAddress,
} from './objects.ts';
import { RichText } from './rich-text.ts';

/** A button. */
export const Button = z.strictObject({
  type: z.literal('button'),
  ...actionId,
  ...confirmable,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: webAddress.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
});

const selectedItems = { max_selected_items: z.int().min(1).optional() };
const conversationFilter = {
  default_to_current_conversation: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .optional(),
};
const options = {
  options: z.array(menuOption).min(1).max(100).optional(),
  option_groups: z.array(OptionGroup).min(1).max(100).optional(),
};
const menu = { ...actionId, ...confirmable, ...focusable, ...placeholdable };
const respondable = { response_url_enabled: z.boolean().optional() };
const minQueryLength = { min_query_length: z.int().min(0).optional() };

/** Menus of one choice, by type. */
const selects = [
  z.strictObject({ type: z.literal('static_select'), ...menu, ...options, initial_option: menuOption.optional() }),
  z.strictObject({
    type: z.literal('external_select'),
    ...menu,
    ...minQueryLength,
    initial_option: menuOption.optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...menu, initial_user: z.string().optional() }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...menu,
    ...respondable,
    initial_channel: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...menu,
    ...respondable,
    ...conversationFilter,
    initial_conversation: z.string().optional(),
  }),
] as const;

/** Menus of several choices, by type. */
const multiSelects = [
  z.strictObject({
    type: z.literal('multi_static_select'),
    ...menu,
    ...selectedItems,
    ...options,
    initial_options: z.array(menuOption).min(1).max(100).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...menu,
    ...selectedItems,
    ...minQueryLength,
    initial_options: z.array(menuOption).min(1).max(100).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    ...menu,
    ...selectedItems,
    initial_users: z.array(z.string()).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    ...menu,
    ...selectedItems,
    initial_channels: z.array(z.string()).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...menu,
    ...selectedItems,
    ...conversationFilter,
    initial_conversations: z.array(z.string()).optional(),
  }),
] as const;

/** Elements that stand beside a text, in a row of actions, and in an input. */
const choices = [
  z.strictObject({
    type: z.literal('checkboxes'),
    ...actionId,
    ...confirmable,
    ...focusable,
    options: z.array(markedOption).min(1).max(10),
    initial_options: z.array(markedOption).min(1).max(10).optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    ...actionId,
    ...confirmable,
    ...focusable,
    options: z.array(markedOption).min(1).max(10),
    initial_option: markedOption.optional(),
  }),
  z.strictObject({ type: z.literal('datepicker'), ...menu, initial_date: z.iso.date().optional() }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...menu,
    initial_time: z
      .string()
      .regex(/^\d\d:\d\d$/u)
      .optional(),
    timezone: z.string().optional(),
  }),
] as const;

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionId,
  ...confirmable,
  options: z.array(menuOption).min(1).max(5),
});
const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...actionId,
  text: plainText(75),
  workflow: z.record(z.string(), z.unknown()),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
});
const dateTimePicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...actionId,
  ...confirmable,
  ...focusable,
  initial_date_time: z.int().optional(),
});

const textInput = { ...actionId, ...dispatchable, ...focusable, ...placeholdable };
const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...textInput,
  initial_value: RichText.optional(),
  min_lines: z.int().min(1).max(100).optional(),
  max_lines: z.int().min(1).max(100).optional(),
});

/** What an `actions` block takes. */
export const ActionsElement = z.discriminatedUnion('type', [
  Button,
  overflow,
  workflowButton,
  dateTimePicker,
  richTextInput,
  ...choices,
  ...selects,
  ...multiSelects,
]);

/** What stands beside a section's text. */
export const Accessory = z.discriminatedUnion('type', [
  Button,
  overflow,
  workflowButton,
  ImageElement,
  ...choices,
  ...selects,
  ...multiSelects,
]);

/** What an `input` block takes. */
export const InputElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...textInput,
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  }),
  z.strictObject({ type: z.literal('email_text_input'), ...textInput, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...textInput, initial_value: z.string().optional() }),
  z.strictObject({
    type: z.literal('number_input'),
    ...textInput,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    ...actionId,
    filetypes: z.array(z.string()).optional(),
    max_files: z.int().min(1).max(10).optional(),
  }),
  richTextInput,
  dateTimePicker,
  ...choices,
  ...selects,
  ...multiSelects,
]);

const feedback = z.strictObject({
  text: plainText(75),
  value: z.string().max(2000),
  accessibility_label: z.string().max(75).optional(),
});

/** What a `context_actions` block takes. */
export const ContextActionsElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    ...actionId,
    positive_button: feedback,
    negative_button: feedback,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    ...actionId,
    icon: z.string().min(1),
    text: plainText(75),
    value: z.string().max(2000).optional(),
    accessibility_label: z.string().max(75).optional(),
    confirm: Confirm.optional(),
    visible_to_user_ids: z.array(z.string()).optional(),
  }),
]);
