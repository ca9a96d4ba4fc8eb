import { chart } from './chart.js';
import { element } from './elements.js';
import { h, link, markdown, mrkdwn, textObject } from './text.js';
import { words } from './words.js';

/** Blocks as Slack would show them. `context` is what `element` needs. */
export function blocks(list, context) {
  return list.map((block) => h('div', { class: `block ${block.type}` }, show(block, context)));
}

function show(block, within) {
  // Only what stands in an input waits for the submission of its modal.
  const context = block.type === 'input' ? within : { ...within, collect: undefined };
  const items = () => (block.elements ?? []).map((item) => element(item, block.block_id, context));
  switch (block.type) {
    case 'section':
      return [
        h(
          'div',
          { class: 'section-text' },
          textObject(block.text, context.people),
          block.fields
            ? h(
                'div',
                { class: 'fields' },
                block.fields.map((text) => h('div', {}, textObject(text, context.people))),
              )
            : undefined,
        ),
        block.accessory ? element(block.accessory, block.block_id, context) : undefined,
      ];
    case 'header':
      return h('h3', {}, textObject(block.text));
    case 'divider':
      return h('hr');
    case 'context':
      return block.elements.map((item) =>
        item.type === 'image'
          ? element(item, block.block_id, context)
          : h('span', {}, textObject(item, context.people)),
      );
    case 'actions':
    case 'context_actions':
      return items();
    case 'image':
      return h(
        'figure',
        {},
        block.title ? h('figcaption', {}, textObject(block.title)) : undefined,
        h('img', { src: block.image_url ?? '', alt: block.alt_text }),
      );
    case 'input':
      return input(block, context);
    case 'rich_text':
      return richText(block, context);
    case 'markdown':
      return markdown(block.text);
    case 'table':
    case 'data_table':
      return table(block, context);
    case 'data_visualization':
      return chart(block);
    case 'alert':
      return h('div', { class: `alert ${block.level ?? 'default'}` }, textObject(block.text, context.people));
    case 'card':
      return card(block, context);
    case 'carousel':
      return block.elements.map((each) => h('div', { class: 'block card' }, card(each, context)));
    case 'container':
      return container(block, context);
    case 'plan':
      return [h('b', {}, block.title), (block.tasks ?? []).map((task) => taskCard(task, context))];
    case 'task_card':
      return taskCard(block, context);
    case 'file':
      return h('span', {}, `📄 ${block.external_id}`);
    default:
      return h('code', {}, block.type);
  }
}

function input(block, context) {
  const error = context.errors?.[block.block_id];
  const collect = block.dispatch_action ? undefined : context.collect;
  return h(
    'label',
    { class: error ? 'wrong' : '' },
    h('span', { class: 'label' }, block.label.text, block.optional ? ` ${words.optional}` : ''),
    element(block.element, block.block_id, { ...context, collect, label: block.label.text }),
    block.hint ? h('small', {}, block.hint.text) : undefined,
    error ? h('small', { class: 'error', role: 'alert' }, error) : undefined,
  );
}

function card(block, context) {
  return [block.title, block.subtitle, block.body]
    .filter(Boolean)
    .map((text, at) => h('div', { class: at === 0 ? 'card-title' : '' }, textObject(text, context.people)))
    .concat((block.actions ?? []).map((item) => element(item, block.block_id, context)));
}

function container(block, context) {
  const title = block.title?.text ?? (block.rich_text_title ? richText(block.rich_text_title, context) : '');
  const inside = blocks(block.child_blocks, context);
  if (!block.is_collapsible) return [h('b', {}, title), inside];
  return h('details', { open: !block.default_collapsed }, h('summary', {}, title), inside);
}

function taskCard({ title, status, details, output, sources = [] }, context) {
  const mark = { pending: '○', in_progress: '◐', complete: '●', error: '✕' }[status];
  return h(
    'div',
    { class: 'task' },
    `${mark} ${title}`,
    [details, output].filter(Boolean).map((text) => richText(text, context)),
    sources.map((source) => link(source.url, source.text)),
  );
}

function table({ rows, caption, column_settings: settings = [], type }, context) {
  const cell = (value, at, tag) =>
    h(
      tag,
      { style: `text-align:${settings[at]?.align ?? (value.type === 'raw_number' ? 'right' : 'left')}` },
      value.type === 'rich_text' ? richText(value, context) : value.text,
    );
  return h(
    'table',
    {},
    caption ? h('caption', {}, caption) : undefined,
    rows.map((row, number) =>
      h(
        'tr',
        {},
        row.map((value, at) => cell(value, at, number === 0 || (type === 'data_table' && at === 0) ? 'th' : 'td')),
      ),
    ),
  );
}

function richText({ elements }, context) {
  return elements.map((group) => {
    switch (group.type) {
      case 'rich_text_quote':
        return h('blockquote', {}, parts(group.elements, context));
      case 'rich_text_preformatted':
        return h('pre', {}, parts(group.elements, context));
      case 'rich_text_list':
        return h(
          group.style === 'ordered' ? 'ol' : 'ul',
          { style: `margin-left:${(group.indent ?? 0) * 1.5}em` },
          group.elements.map((item) => h('li', {}, parts(item.elements, context))),
        );
      default:
        return h('div', { class: 'rich-section' }, parts(group.elements, context));
    }
  });
}

function parts(elements, context) {
  return elements.map((part) => {
    const { bold, italic, strike, code } = part.style ?? {};
    return [
      [bold, 'b'],
      [italic, 'i'],
      [strike, 's'],
      [code, 'code'],
    ].reduce((node, [isOn, tag]) => (isOn ? h(tag, {}, node) : node), bare(part, context));
  });
}

function bare(part, context) {
  switch (part.type) {
    case 'link':
      return link(part.url, part.text || part.url);
    case 'user':
      return mrkdwn(`<@${part.user_id}>`, context.people)[1];
    case 'emoji':
      return `:${part.name}:`;
    case 'channel':
      return h('span', { class: 'mention' }, `#${part.channel_id}`);
    case 'broadcast':
      return h('span', { class: 'mention' }, `@${part.range}`);
    case 'date':
      return part.fallback ?? new Date(part.timestamp * 1000).toLocaleDateString();
    default:
      return h('span', { class: 'plain' }, part.text ?? part.value ?? '');
  }
}
