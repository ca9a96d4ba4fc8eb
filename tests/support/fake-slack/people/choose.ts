import { z } from 'zod';
import { JsonObject } from '../world/json.ts';
import type { Json } from '../world/json.ts';
import type { FoundElement } from './find-elements.ts';

/** What a person puts into an element: a text, a date, a choice by its text or value, several choices, files by id. */
export type Given = string | string[];

const Option = z.looseObject({ text: z.looseObject({ text: z.string() }), value: z.string().optional() });
const Options = z.array(Option);
type Option = z.infer<typeof Option>;

/**
 * The state of an element after a person's choice, as Slack sends it. `suggested` are the options that the app gave for
 * it.
 */
export function chosen(found: FoundElement, given: Given, suggested: Json[] = []): Json {
  const { type, element } = found;
  const [one = ''] = typeof given === 'string' ? [given] : given;
  const several = typeof given === 'string' ? [given] : given;
  const pick = (choice: string) => optionOf(found, choice, suggested);
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: fitting(found, one) };
    case 'rich_text_input':
      return {
        type,
        rich_text_value: {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: one }] }],
        },
      };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return { type, selected_option: pick(one) };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: several.map(pick) };
    case 'users_select':
      return { type, selected_user: one };
    case 'multi_users_select':
      return { type, selected_users: several };
    case 'channels_select':
      return { type, selected_channel: one };
    case 'multi_channels_select':
      return { type, selected_channels: several };
    case 'conversations_select':
      return { type, selected_conversation: one };
    case 'multi_conversations_select':
      return { type, selected_conversations: several };
    case 'datepicker':
      return { type, selected_date: one };
    case 'timepicker':
      return { type, selected_time: one };
    case 'datetimepicker':
      return { type, selected_date_time: Number(one) };
    case 'file_input':
      return { type, files: several.map((id) => ({ id })) };
    default:
      return { type, value: found.value ?? '', text: element['text'] };
  }
}

/** The state of an element that nobody has touched. */
export function untouched({ type, element }: FoundElement): Json {
  const initial: Record<string, string> = {
    initial_value: type === 'rich_text_input' ? 'rich_text_value' : 'value',
    initial_option: 'selected_option',
    initial_options: 'selected_options',
    initial_user: 'selected_user',
    initial_users: 'selected_users',
    initial_date: 'selected_date',
    initial_time: 'selected_time',
    initial_date_time: 'selected_date_time',
    initial_channel: 'selected_channel',
    initial_channels: 'selected_channels',
    initial_conversation: 'selected_conversation',
    initial_conversations: 'selected_conversations',
  };
  const set = Object.entries(initial).filter(([key]) => element[key] !== undefined);
  const empty =
    type === 'checkboxes' || type.startsWith('multi_static') || type.startsWith('multi_external')
      ? { selected_options: [] }
      : type.endsWith('_input')
        ? { value: null }
        : {};
  return { type, ...empty, ...Object.fromEntries(set.map(([key, name]) => [name, element[key]])) };
}

/** Whether an input holds nothing: a person cannot submit it unless it is optional. */
export function isEmpty(state: Json): boolean {
  return Object.entries(state).every(
    ([key, value]) =>
      key === 'type' ||
      value === null ||
      value === undefined ||
      value === '' ||
      (Array.isArray(value) && value.length === 0),
  );
}

// Slack's client keeps people from typing more, or less, than the input says.
function fitting({ element, label }: FoundElement, value: string): string {
  const [min, max] = [Number(element['min_length'] ?? 0), Number(element['max_length'] ?? 3000)];
  if (value.length > max || (value.length < min && value !== ''))
    throw new Error(`“${label}” takes ${min} to ${max} characters, not ${value.length}`);
  return value;
}

function optionOf({ element, label }: FoundElement, choice: string, suggested: Json[]): Option {
  const groups = z
    .array(z.object({ options: Options }))
    .parse(element['option_groups'] ?? suggested.filter((item) => item['options'] !== undefined));
  const plain = Options.parse(element['options'] ?? suggested.filter((item) => item['options'] === undefined));
  const options = [...plain, ...groups.flatMap((group) => group.options)];
  const option = options.find(({ text, value }) => text.text === choice || value === choice);
  if (!option)
    throw new Error(
      `“${label}” has no choice “${choice}”, only: ${options.map(({ text }) => `“${text.text}”`).join(', ')}`,
    );
  return Option.parse(JsonObject.parse(option));
}
