import type { FakeSlack } from '../fake-slack.ts';
import { nameBlocks } from '../people/find-elements.ts';
import type { Person } from '../people/person.ts';
import { stateOf } from '../people/submit.ts';
import type { Json } from '../world/json.ts';
import type { Channel, Message, View } from '../world/things.ts';

/** Everything that the page shows to one person. */
export function pageState(slack: FakeSlack, me: Person): Json {
  const { world } = slack;
  const direct = slack.directMessages(me);
  const channels = [...world.channels.values()].filter(({ kind, members }) => kind === 'public' || members.has(me.id));
  const modal = slack.modalOf(me);
  const home = slack.homeOf(me);
  const features = world.manifest.features;
  return {
    isConnected: slack.connections > 0,
    environment: environmentOf(slack),
    me: { id: me.id, name: me.user.name },
    people: [...world.users.values()].map(({ id, name, isBot }) => ({
      id,
      name: isBot ? world.manifest.display_information.name : name,
      isBot,
    })),
    bot: { id: slack.bot.userId, name: world.manifest.display_information.name },
    channels: channels.map((channel) => ({ id: channel.id, name: channel.name, kind: channel.kind })),
    direct: direct.id,
    messages: world.messages
      .filter(
        (message) =>
          channels.some(({ id }) => id === message.channel) &&
          (message.visibleTo === undefined || message.visibleTo === me.id),
      )
      .map((message) => shownMessage(slack, message)),
    agent: Object.fromEntries(world.agentThreads),
    ...(modal ? { modal: { ...shownView(modal), depth: world.modals.get(me.id)?.length ?? 1 } } : {}),
    ...(home ? { home: shownView(home) } : {}),
    hasHome: features.app_home.home_tab_enabled,
    shortcuts: features.shortcuts,
    commands: features.slash_commands,
  };
}

/** The lines with which a bot is started against the fake. */
export function environmentOf({ origin, token, appToken }: FakeSlack): string[] {
  return [`SLACK_API_URL=${origin}/api/`, `SLACK_BOT_TOKEN=${token}`, `SLACK_APP_TOKEN=${appToken}`];
}

function shownMessage(slack: FakeSlack, message: Message): Json {
  const {
    channel,
    ts,
    thread_ts: thread,
    text,
    user,
    bot_id: bot,
    visibleTo,
    edited,
    files,
    stream,
    unfurls,
    blocks,
  } = message;
  const author =
    bot === undefined ? (slack.world.users.get(user)?.name ?? user) : slack.world.manifest.display_information.name;
  return {
    channel,
    ts,
    thread,
    text,
    author,
    isBot: bot !== undefined,
    isPrivate: visibleTo !== undefined,
    isEdited: edited !== undefined,
    isStreaming: stream?.state === 'open',
    files: (files ?? []).map(({ name, size }) => ({ name, size })),
    replies: repliesTo(slack, message),
    reactions: [...message.reactions].map(([name, people]) => ({ name, count: people.size })),
    unfurls: unfurls ?? {},
    ...(blocks === undefined ? {} : { blocks: nameBlocks(blocks) }),
  };
}

function repliesTo(slack: FakeSlack, message: Message): number {
  return message.thread_ts === undefined ? slack.threadOf(message).length : 0;
}

function shownView(view: View): Json {
  const { title, submit, close, blocks } = view.view;
  return {
    id: view.id,
    hash: view.hash,
    title,
    submit,
    close,
    blocks: nameBlocks(blocks),
    values: stateOf(view),
    errors: view.errors,
  };
}

/** The channel of a person's choice. */
export function channelOf(slack: FakeSlack, id: string): Channel {
  const channel = slack.world.channels.get(id);
  if (!channel) throw new Error(`There is no channel ${id}`);
  return channel;
}
