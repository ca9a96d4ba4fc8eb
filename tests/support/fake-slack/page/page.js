import { blocks } from './blocks.js';
import { h, mrkdwn } from './text.js';
import { words } from './words.js';

const params = new URLSearchParams(location.search);
const me = params.get('person') ?? 'ann';
const byId = (id) => document.querySelector(`#${id}`);
let state;
let place = location.hash.slice(1) || undefined;
let threadTs;
let shownModal = '';

/** Tells the fake what the person does; a problem is shown as Slack would, and why. */
async function act(action) {
  const response = await fetch(`/page/do?person=${encodeURIComponent(me)}`, {
    method: 'POST',
    body: JSON.stringify(action),
  });
  const result = await response.json();
  byId('problem').hidden = result.ok;
  byId('problem').textContent = result.problem ?? '';
  return result;
}

const contextOf = (surface, more = {}) => ({
  me: state.me,
  people: state.people,
  channels: state.channels.filter(({ kind }) => kind !== 'im'),
  act: (verb, element, rest = {}) => act({ verb, surface, element, ...rest }),
  ...more,
});

async function refresh() {
  state = await (await fetch(`/page/state?person=${encodeURIComponent(me)}`)).json();
  place ??= state.channels.find(({ kind }) => kind === 'public')?.id;
  draw();
}

function draw() {
  byId('sidebar').replaceChildren(...sidebar());
  byId('heading').replaceChildren(place === 'home' ? `${state.bot.name} · ${words.home}` : nameOf(place));
  byId('waiting').hidden = state.isConnected;
  byId('waiting').replaceChildren(words.waiting, h('pre', {}, `${state.environment.join(' ')} npm start`));
  const content = byId('content');
  const isAtEnd = content.scrollTop + content.clientHeight >= content.scrollHeight - 40;
  content.replaceChildren(...(place === 'home' ? home() : channel()));
  if (isAtEnd) content.scrollTop = content.scrollHeight;
  if (byId('composer').dataset.place !== place) byId('composer').replaceWith(composer('composer', place));
  byId('composer').hidden = place === 'home';
  drawThread();
  drawModal();
}

function sidebar() {
  const go = (id, label) => h('a', { href: `#${id}`, class: id === place ? 'here' : '' }, label);
  const rooms = state.channels.filter(({ kind }) => kind === 'public' || kind === 'private');
  const others = state.people.filter(({ isBot }) => !isBot);
  const switcher = h(
    'select',
    {
      'aria-label': words.you,
      onchange: ({ target }) => void (location.search = `?person=${encodeURIComponent(target.value)}`),
    },
    others.map(({ name }) => h('option', { value: name, selected: name === me }, name)),
  );
  return [
    h('div', { class: 'workspace' }, 'Fake Slack'),
    h('label', {}, `${words.you} `, switcher),
    h('h2', {}, words.channels),
    ...rooms.map(({ id, name, kind }) => go(id, `${kind === 'private' ? '◆' : '#'} ${name}`)),
    h('h2', {}, words.apps),
    go(state.direct, state.bot.name),
    state.hasHome ? go('home', `${state.bot.name} · ${words.home}`) : '',
  ];
}

function nameOf(id) {
  const found = state.channels.find((each) => each.id === id);
  return id === state.direct || !found ? state.bot.name : `# ${found.name}`;
}

function channel() {
  const messages = state.messages.filter((message) => message.channel === place && message.thread === undefined);
  const pane = place === state.direct ? (state.agent[`${place} `] ?? {}) : {};
  const prompts = (pane.prompts ?? []).map(({ title, message }) =>
    h(
      'button',
      { type: 'button', class: 'prompt', onclick: () => act({ verb: 'says', channel: place, text: message }) },
      title,
    ),
  );
  const shown =
    messages.length > 0 ? messages.map((message) => messageNode(message)) : [h('p', { class: 'quiet' }, words.empty)];
  return [
    ...shown,
    prompts.length > 0 ? h('div', { class: 'prompts' }, pane.promptsTitle ?? '', prompts) : '',
    place === state.direct ? '' : h('p', { class: 'quiet hint' }, words.hint(state.bot.name)),
  ];
}

function messageNode(message, { inThread = false } = {}) {
  const { channel: id, ts, author, text } = message;
  const surface = { channel: id, ts };
  const threadStatus = state.agent[`${id} ${ts}`] ?? {};
  const body =
    message.blocks?.length > 0
      ? blocks(message.blocks, contextOf(surface))
      : h('div', { class: 'block' }, mrkdwn(text, state.people));
  const unfurls = Object.values(message.unfurls).map((unfurl) =>
    h(
      'div',
      { class: 'unfurl' },
      unfurl.blocks
        ? blocks(unfurl.blocks, contextOf(surface))
        : mrkdwn(unfurl.text ?? unfurl.title ?? '', state.people),
    ),
  );
  return h(
    'article',
    { class: `message ${message.isPrivate ? 'private' : ''}`, 'data-ts': ts },
    h('div', { class: `avatar ${message.isBot ? 'bot' : ''}` }, [...author][0].toUpperCase()),
    h(
      'div',
      { class: 'body' },
      message.isPrivate ? h('div', { class: 'quiet' }, `👁 ${words.onlyYou}`) : undefined,
      h(
        'div',
        { class: 'byline' },
        h('b', {}, author),
        message.isBot ? h('span', { class: 'badge' }, words.app) : undefined,
        h('time', {}, new Date(Number(ts) * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })),
        menuOf(message),
      ),
      message.blocks?.some(({ type }) => type !== 'context_actions' && type !== 'actions') || !message.blocks
        ? undefined
        : h('div', { class: 'block' }, mrkdwn(text, state.people)),
      body,
      message.isEdited ? h('span', { class: 'quiet' }, words.edited) : undefined,
      message.isStreaming ? h('span', { class: 'quiet' }, ' ▍') : undefined,
      message.files.map(({ name, size }) => h('div', { class: 'file' }, `📄 ${name} · ${size} B`)),
      unfurls,
      h(
        'div',
        { class: 'reactions' },
        message.reactions.map(({ name, count }) => h('span', {}, `:${name}: ${count}`)),
      ),
      !inThread && (message.replies > 0 || threadStatus.status)
        ? h(
            'button',
            { type: 'button', class: 'replies', onclick: () => openThread(ts) },
            message.replies > 0 ? words.replies(message.replies) : '',
            threadStatus.status ? ` ${state.bot.name} ${threadStatus.status}` : '',
          )
        : undefined,
    ),
  );
}

function menuOf({ channel: id, ts, thread }) {
  const message = { channel: id, ts };
  const items = [
    h('button', { type: 'button', onclick: () => openThread(thread ?? ts) }, words.reply),
    ...state.shortcuts
      .filter(({ type }) => type === 'message')
      .map(({ name }) =>
        h('button', { type: 'button', onclick: () => act({ verb: 'usesShortcut', name, message }) }, name),
      ),
    h('button', { type: 'button', onclick: () => act({ verb: 'deletes', message }) }, words.remove),
  ];
  return h('details', { class: 'menu' }, h('summary', { 'aria-label': words.more }, '⋯'), h('div', {}, items));
}

function openThread(ts) {
  threadTs = ts;
  delete byId('thread').dataset.ts;
  drawThread();
}

function drawThread() {
  const aside = byId('thread');
  const root = state.messages.find((message) => message.ts === threadTs && message.channel === place);
  aside.hidden = !root;
  if (!root) return;
  const title = state.agent[`${place} ${threadTs}`]?.title;
  const list = h(
    'div',
    { class: 'list' },
    [
      root,
      ...state.messages.filter(
        (message) => message.thread === threadTs && message.channel === place && message.ts !== threadTs,
      ),
    ].map((message) => messageNode(message, { inThread: true })),
  );
  if (aside.dataset.ts !== threadTs) {
    aside.replaceChildren(h('header', {}), list, composer('thread-composer', place, threadTs));
    aside.dataset.ts = threadTs;
  } else aside.querySelector('.list').replaceWith(list);
  aside
    .querySelector('header')
    .replaceChildren(
      title ?? words.thread,
      h('button', { type: 'button', 'aria-label': words.close, onclick: () => openThread(undefined) }, '✕'),
    );
  list.scrollTop = list.scrollHeight;
}

/** The field in which one writes; a thread has its own. */
function composer(id, where, thread) {
  const field = h('textarea', {
    rows: 2,
    placeholder: words.write(thread ? words.thread : nameOf(where)),
    'aria-label': words.write(thread ? words.thread : nameOf(where)),
    onkeydown: (event) =>
      event.key === 'Enter' &&
      !event.shiftKey &&
      !event.isComposing &&
      (event.preventDefault(), event.target.form.requestSubmit()),
  });
  const names = h('span', { class: 'quiet' });
  const showNames = () => names.replaceChildren([...files.files].map(({ name }) => name).join(', '));
  const files = h('input', { type: 'file', multiple: true, onchange: showNames });
  const globals = state.shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ name }) =>
      h('button', { type: 'button', onclick: () => act({ verb: 'usesShortcut', name }) }, `⚡ ${name}`),
    );
  const send = async (event) => {
    event.preventDefault();
    const text = field.value.trim();
    const attached = await Promise.all(
      [...files.files].map(async (file) => ({ name: file.name, base64: await base64(file) })),
    );
    if (text === '' && attached.length === 0) return;
    field.value = '';
    files.value = '';
    showNames();
    await act(
      text.startsWith('/')
        ? { verb: 'runs', channel: where, text }
        : { verb: 'says', channel: where, text, files: attached, ...(thread ? { thread } : {}) },
    );
  };
  return h(
    'form',
    { id, class: 'composer', 'data-place': where, onsubmit: send },
    field,
    h(
      'div',
      { class: 'tools' },
      h('label', { class: 'attach' }, words.attach, files),
      names,
      globals,
      h('button', { class: 'primary' }, words.send),
    ),
  );
}

function base64(file) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result.split(',')[1]));
    reader.readAsDataURL(file);
  });
}

function home() {
  return state.home
    ? blocks(state.home.blocks, contextOf('home', { values: state.home.values }))
    : [h('p', { class: 'quiet' }, words.homeEmpty)];
}

function drawModal() {
  const dialog = byId('modal');
  const { modal } = state;
  const key = modal ? `${modal.id} ${modal.hash} ${JSON.stringify(modal.errors)}` : '';
  if (key === shownModal) return;
  shownModal = key;
  if (!modal) {
    dialog.close();
    return;
  }
  const readers = [];
  const context = contextOf('modal', {
    values: modal.values,
    errors: modal.errors,
    collect: (reader) => readers.push(reader),
  });
  const submit = (event) => {
    event.preventDefault();
    void act({ verb: 'submits', values: readers.map(({ read, ...element }) => ({ ...element, choice: read() })) });
  };
  dialog.replaceChildren(
    h(
      'form',
      { onsubmit: submit },
      h(
        'header',
        {},
        h('h2', {}, modal.title.text),
        h('button', { type: 'button', 'aria-label': words.close, onclick: () => act({ verb: 'closes' }) }, '✕'),
      ),
      h('div', { class: 'view' }, blocks(modal.blocks, context)),
      h(
        'footer',
        {},
        h('button', { type: 'button', onclick: () => act({ verb: 'closes' }) }, modal.close?.text ?? words.cancel),
        modal.submit ? h('button', { class: 'primary' }, modal.submit.text) : undefined,
      ),
    ),
  );
  if (!dialog.open) dialog.showModal();
}

addEventListener('hashchange', () => {
  place = location.hash.slice(1);
  openThread(undefined);
  draw();
  if (place === 'home') void act({ verb: 'opensHome' });
  if (place === state.direct) void act({ verb: 'opensMessages' });
});
byId('modal').addEventListener('cancel', (event) => {
  event.preventDefault();
  void act({ verb: 'closes' });
});
document.documentElement.lang = navigator.language;
new EventSource('/page/changes').addEventListener('message', () => void refresh());
