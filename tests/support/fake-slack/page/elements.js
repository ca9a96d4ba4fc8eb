import { h, textObject } from './text.js';
import { words } from './words.js';

const TEXT_INPUTS = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'number',
  rich_text_input: 'text',
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
};
const ICONS = { trash: '🗑', pencil: '✏️', check: '✅', flag: '🚩', star: '⭐', eye: '👁' };

/**
 * An element of Block Kit. `context` gives: `act(verb, element, more)` sends what the person does, `people`,
 * `channels`, `me`; in an input block nothing is sent: `collect(read)` keeps how to read the value at submission.
 */
export function element(item, blockId, context) {
  const id = { blockId, actionId: item.action_id };
  switch (item.type) {
    case 'image':
      return h('img', { src: item.image_url, alt: item.alt_text, class: 'small-image' });
    case 'button':
      return button(item, { ...id, value: item.value }, item.text, context);
    case 'workflow_button':
      return h('button', { type: 'button', disabled: true }, textObject(item.text));
    case 'icon_button':
      return !item.visible_to_user_ids || item.visible_to_user_ids.includes(context.me.id)
        ? button(item, { ...id, value: item.value }, item.text, context, ICONS[item.icon] ?? item.icon)
        : undefined;
    case 'feedback_buttons':
      return [item.positive_button, item.negative_button].map((each, at) =>
        button(each, { ...id, value: each.value }, each.text, context, at === 0 ? '👍' : '👎'),
      );
    case 'checkboxes':
    case 'radio_buttons':
      return choices(item, id, context);
    case 'overflow':
      return menu({ ...item, placeholder: { text: '⋯' } }, id, context, item.options);
    default:
      return item.type in TEXT_INPUTS ? field(item, id, context) : select(item, id, context);
  }
}

function button(item, id, text, context, icon) {
  const press = () => {
    if (item.confirm && !confirm(`${item.confirm.title?.text ?? ''}\n${item.confirm.text.text}`)) return;
    if (item.url) open(item.url, '_blank', 'noreferrer');
    context.act('presses', id);
  };
  const label = item.accessibility_label ?? text?.text;
  return h(
    'button',
    {
      type: 'button',
      class: `${item.style ?? ''} ${icon ? 'icon' : ''}`,
      'aria-label': label,
      title: icon ? label : undefined,
      onclick: press,
    },
    icon ?? textObject(text),
  );
}

function field(item, id, context) {
  const held = context.values?.[id.blockId]?.[id.actionId] ?? {};
  const value = held.value ?? held.selected_date ?? held.selected_time ?? item.initial_value ?? '';
  const attributes = {
    'aria-label': context.label,
    placeholder: item.placeholder?.text,
    value: typeof value === 'string' ? value : '',
    maxlength: item.max_length,
    autofocus: item.focus_on_load,
  };
  const input =
    item.multiline || item.type === 'rich_text_input'
      ? h('textarea', { rows: 4, ...attributes })
      : h('input', { type: TEXT_INPUTS[item.type], step: item.is_decimal_allowed ? 'any' : undefined, ...attributes });
  const read = () =>
    item.type === 'datetimepicker' && input.value
      ? String(Math.floor(new Date(input.value).getTime() / 1000))
      : input.value;
  if (context.collect) context.collect({ ...id, read });
  else input.addEventListener('change', () => context.act('chooses', id, { choice: read() }));
  return input;
}

function choices(item, id, context) {
  const isSingle = item.type === 'radio_buttons';
  const held = context.values?.[id.blockId]?.[id.actionId] ?? {};
  const on = new Set(
    [held.selected_option ?? item.initial_option, ...(held.selected_options ?? item.initial_options ?? [])]
      .filter(Boolean)
      .map(({ value }) => value),
  );
  const boxes = item.options.map((option) => [
    option,
    h('input', {
      type: isSingle ? 'radio' : 'checkbox',
      name: `${id.blockId} ${id.actionId}`,
      checked: on.has(option.value),
    }),
  ]);
  const read = () => boxes.filter(([, box]) => box.checked).map(([option]) => option.value);
  const choice = () => (isSingle ? (read()[0] ?? '') : read());
  if (context.collect) context.collect({ ...id, read: choice });
  else
    for (const [, box] of boxes) box.addEventListener('change', () => context.act('chooses', id, { choice: choice() }));
  return h(
    'div',
    { class: 'choices', role: isSingle ? 'radiogroup' : 'group', 'aria-label': context.label },
    boxes.map(([option, box]) =>
      h(
        'label',
        {},
        box,
        textObject(option.text),
        option.description ? h('small', {}, textObject(option.description)) : undefined,
      ),
    ),
  );
}

function select(item, id, context) {
  if (item.type.endsWith('external_select')) return external(item, id, context);
  const entry = (value, text) => ({ value, text: { text } });
  if (item.type.includes('users'))
    return menu(
      item,
      id,
      context,
      context.people.map((person) => entry(person.id, person.name)),
    );
  if (/channels|conversations/u.test(item.type))
    return menu(
      item,
      id,
      context,
      context.channels
        .filter(({ kind }) => item.filter?.include?.includes(kind) ?? true)
        .map((channel) => entry(channel.id, `#${channel.name}`)),
    );
  return menu(item, id, context, item.options ?? item.option_groups.flatMap(({ options }) => options));
}

function menu(item, id, context, options) {
  const isMultiple = item.type.startsWith('multi_');
  const held = context.values?.[id.blockId]?.[id.actionId] ?? {};
  const initial = [
    held.selected_option?.value ?? item.initial_option?.value,
    held.selected_user,
    held.selected_channel,
    held.selected_conversation,
    ...(held.selected_options ?? item.initial_options ?? []).map(({ value }) => value),
    ...(held.selected_users ?? item.initial_users ?? []),
    ...(held.selected_channels ?? item.initial_channels ?? []),
    ...(held.selected_conversations ?? item.initial_conversations ?? []),
  ].filter(Boolean);
  const list = h(
    'select',
    { multiple: isMultiple, 'aria-label': context.label ?? item.placeholder?.text },
    isMultiple ? [] : h('option', { value: '' }, item.placeholder?.text ?? words.pick),
    options.map((option) =>
      h('option', { value: option.value, selected: initial.includes(option.value) }, option.text.text),
    ),
  );
  const read = () => (isMultiple ? [...list.selectedOptions].map(({ value }) => value) : list.value);
  if (context.collect) context.collect({ ...id, read });
  else list.addEventListener('change', () => read().length > 0 && context.act('chooses', id, { choice: read() }));
  return list;
}

function external(item, id, context) {
  const found = h('div', { class: 'choices' });
  let chosen = '';
  const input = h('input', {
    'aria-label': context.label,
    placeholder: item.placeholder?.text,
    oninput: () => void suggest(),
  });
  const suggest = async () => {
    const { options = [] } = await context.act('types', id, { typed: input.value });
    const pick = (option) => {
      [chosen, input.value] = [option.value, option.text.text];
      found.replaceChildren();
      if (!context.collect) context.act('chooses', id, { choice: chosen });
    };
    found.replaceChildren(
      ...options
        .flatMap((option) => option.options ?? [option])
        .map((option) => h('button', { type: 'button', onclick: () => pick(option) }, option.text.text)),
    );
  };
  context.collect?.({ ...id, read: () => chosen });
  return h('div', {}, input, found);
}
