import { z } from 'zod';
import type { Delivery } from '../delivery/delivery.ts';
import { killStream } from '../methods/streams.ts';
import { addFile, fileJson, shareFile } from '../world/files.ts';
import { tell } from '../world/events.ts';
import { directChannel, installationIn } from '../world/populate.ts';
import { JsonObject } from '../world/json.ts';
import type { Json } from '../world/json.ts';
import type { Channel, Message, StoredFile, User, View } from '../world/things.ts';
import { viewJson } from '../world/view-json.ts';
import type { World } from '../world/world.ts';
import { changed } from '../world/world.ts';
import { addMessage, changeMessage, removeMessage } from '../world/write-messages.ts';
import type { Given } from './choose.ts';
import { chosen } from './choose.ts';
import type { Wanted } from './find-elements.ts';
import { findElement } from './find-elements.ts';
import type { Surface } from './payloads.ts';
import {
  actionPayload,
  blocksOf,
  commandPayload,
  globalShortcutPayload,
  isView,
  messageShortcutPayload,
  suggestionPayload,
  viewPayload,
} from './payloads.ts';
import type { Submitted } from './submit.ts';
import { applyResponse, closeTop, stateOf, unfilled } from './submit.ts';

/** A file that a person shares. */
export interface Attachment {
  name: string;
  content: Buffer;
}

/** How a message is written: in a thread, with files. */
export interface Writing {
  in?: Message;
  files?: Attachment[];
}

/** Someone who uses Slack. Each verb ends when the bot has acknowledged what it heard of it, or let the time pass. */
export class Person {
  readonly id: string;
  readonly user: User;
  readonly #world: World;
  readonly #delivery: Delivery;

  constructor(world: World, delivery: Delivery, user: User) {
    this.id = user.id;
    this.user = user;
    this.#world = world;
    this.#delivery = delivery;
  }

  /** Writes in a channel; joins it first. */
  async says(channel: Channel, text: string, { in: parent, files = [] }: Writing = {}): Promise<Message> {
    channel.members.add(this.id);
    const stored = files.map((file) =>
      addFile(this.#world, { ...file, teamId: this.user.teamId, userId: this.id, state: 'uploaded' }),
    );
    for (const file of stored) shareFile(this.#world, file, channel);
    const thread = parent === undefined ? {} : { thread_ts: parent.thread_ts ?? parent.ts };
    const shared =
      stored.length === 0 ? {} : { subtype: 'file_share', files: stored.map((file) => fileJson(this.#world, file)) };
    const message = addMessage(this.#world, channel, {
      user: this.id,
      team: this.user.teamId,
      text,
      ...thread,
      ...shared,
    });
    await this.#delivery.settled();
    return message;
  }

  /** Mentions the bot in a channel. */
  mentions(bot: { userId: string }, channel: Channel, text: string, writing: Writing = {}): Promise<Message> {
    return this.says(channel, `<@${bot.userId}> ${text}`, writing);
  }

  /** Writes to the bot directly. */
  tells(_bot: { userId: string }, text: string, writing: Writing = {}): Promise<Message> {
    return this.says(directChannel(this.#world, this.id), text, writing);
  }

  async edits(message: Message, text: string): Promise<void> {
    changeMessage(this.#world, this.#channelOf(message), message, {
      text,
      edited: { user: this.id, ts: this.#world.clock.timestamp() },
    });
    await this.#delivery.settled();
  }

  async deletes(message: Message): Promise<void> {
    removeMessage(this.#world, this.#channelOf(message), message);
    await this.#delivery.settled();
  }

  async reacts(message: Message, emoji: string): Promise<void> {
    message.reactions.set(emoji, (message.reactions.get(emoji) ?? new Set()).add(this.id));
    const item = { type: 'message', channel: message.channel, ts: message.ts };
    await this.#tell({
      type: 'reaction_added',
      user: this.id,
      reaction: emoji,
      item,
      item_user: message.user,
      event_ts: this.#world.clock.timestamp(),
    });
  }

  /** Joins a channel; the bot hears of it where it is a member. */
  async joins(channel: Channel): Promise<void> {
    channel.members.add(this.id);
    await this.#tell({
      type: 'member_joined_channel',
      user: this.id,
      channel: channel.id,
      channel_type: channel.kind === 'private' ? 'G' : 'C',
      team: this.user.teamId,
    });
  }

  /** Invites the bot of their workspace to a channel. */
  async invites(bot: { userId: string }, channel: Channel): Promise<void> {
    channel.members.add(bot.userId);
    await this.#tell({
      type: 'member_joined_channel',
      user: bot.userId,
      channel: channel.id,
      channel_type: channel.kind === 'private' ? 'G' : 'C',
      team: this.user.teamId,
      inviter: this.id,
    });
  }

  /** Runs a slash command such as `/footnote help`. */
  async runs(line: string, channel: Channel): Promise<void> {
    const [, command = '', text = ''] = /^(\S+)\s*(.*)$/su.exec(line) ?? [];
    if (!this.#world.manifest.features.slash_commands.some((known) => known.command === command))
      throw new Error(`${command} is not a valid command: the manifest does not have it`);
    const ack = await this.#delivery.interact(
      'slash_commands',
      commandPayload(this.#world, this.user, channel, command, text),
    );
    if (typeof ack['text'] === 'string') this.#answerAlone(channel, ack);
  }

  /** Presses a button, by what stands on it or by its action id. */
  async presses(wanted: Wanted, surface: Surface): Promise<void> {
    const found = findElement(blocksOf(surface), wanted);
    await this.#act(surface, found, {
      type: found.type,
      ...(found.element['text'] === undefined ? {} : { text: found.element['text'] }),
      ...(found.value === undefined ? {} : { value: found.value }),
    });
  }

  /** Chooses in a menu, a date picker, check boxes …, named by label or action id. */
  async chooses(wanted: Wanted, choice: Given, surface: Surface): Promise<void> {
    const found = findElement(blocksOf(surface), wanted);
    const state = chosen(found, choice, await this.#suggestions(found.type, wanted, choice, surface));
    if (isView(surface)) surface.values[found.blockId] = { ...surface.values[found.blockId], [found.actionId]: state };
    if (!found.input || found.input.dispatches) await this.#act(surface, found, state);
    changed(this.#world);
  }

  /** Types into a menu whose choices come from the app, and sees these. */
  async types(typed: string, wanted: Wanted, surface: Surface): Promise<Json[]> {
    const ack = await this.#delivery.interact(
      'interactive',
      suggestionPayload(this.#world, this.user, surface, findElement(blocksOf(surface), wanted), typed),
    );
    return z.array(JsonObject).parse(ack['options'] ?? ack['option_groups'] ?? []);
  }

  /**
   * Fills inputs, named by label, block id or action id, and submits the modal.
   * @throws Error when an input that must be filled is not: Slack does not let a person submit then
   */
  async submits(modal: View, values: Record<string, Given> = {}): Promise<Submitted> {
    for (const [label, given] of Object.entries(values)) {
      const found = findElement(modal.view['blocks'], label);
      const state = chosen(found, given, await this.#suggestions(found.type, label, given, modal));
      modal.values[found.blockId] = { ...modal.values[found.blockId], [found.actionId]: state };
    }
    const missing = unfilled(modal);
    if (missing.length > 0) throw new Error(`Cannot be submitted before these are filled: ${missing.join(', ')}`);
    modal.values = stateOf(modal);
    return applyResponse(
      this.#world,
      modal,
      await this.#delivery.interact('interactive', viewPayload(this.#world, this.user, modal, 'view_submission')),
    );
  }

  /** Closes a modal; the app hears of it when the modal asks for that. */
  async closes(modal: View): Promise<void> {
    if (modal.view['clear_on_close'] === true) this.#world.modals.delete(this.id);
    closeTop(this.#world, modal);
    if (modal.view['notify_on_close'] === true)
      await this.#delivery.interact(
        'interactive',
        viewPayload(this.#world, this.user, modal, 'view_closed', {
          is_cleared: modal.view['clear_on_close'] === true,
        }),
      );
  }

  /** Uses a shortcut: of a message's menu, or from anywhere. */
  async usesShortcut(name: string, message?: Message): Promise<void> {
    const kind = message === undefined ? 'global' : 'message';
    const shortcut = this.#world.manifest.features.shortcuts.find(
      (known) => known.type === kind && (known.name === name || known.callback_id === name),
    );
    if (!shortcut) throw new Error(`There is no ${kind} shortcut “${name}” in the manifest`);
    const id = shortcut.callback_id;
    await this.#delivery.interact(
      'interactive',
      message
        ? messageShortcutPayload(this.#world, this.user, message, id)
        : globalShortcutPayload(this.#world, this.user, id),
    );
  }

  /** Opens the app's Home tab. */
  opensHome(): Promise<void> {
    const home = this.#world.homes.get(this.id);
    return this.#opensApp({ tab: 'home', ...(home ? { view: viewJson(this.#world, home) } : {}) });
  }

  /** Opens the app's Messages tab, or the agent pane beside a channel. */
  opensMessages(beside?: Channel): Promise<void> {
    return this.#opensApp({ tab: 'messages', ...(beside ? { context: this.#context(beside) } : {}) });
  }

  /** Looks at a channel while the agent pane is open. */
  looksAt(channel: Channel): Promise<void> {
    return this.#tell({
      type: 'app_context_changed',
      channel: directChannel(this.#world, this.id).id,
      user: this.id,
      context: this.#context(channel),
      event_ts: this.#world.clock.timestamp(),
    });
  }

  /** Presses *stop* while the bot works in a thread; streams of it end with what they have. */
  async stops(message: Message): Promise<void> {
    const threadTs = message.thread_ts ?? message.ts;
    const streams = this.#world.messages.filter(
      (each) => each.channel === message.channel && each.thread_ts === threadTs && each.stream?.state === 'open',
    );
    for (const each of streams) killStream(each, { keepText: true });
    await this.#tell({
      type: 'agent_session_stopped',
      channel: message.channel,
      user: this.id,
      thread_ts: threadTs,
      streaming_message_ts: streams.map(({ ts }) => ts),
      event_ts: this.#world.clock.timestamp(),
    });
  }

  /** The files that a message of theirs carries. */
  filesOf(message: Message): StoredFile[] {
    return (message.files ?? []).flatMap(({ id }) => this.#world.files.get(String(id)) ?? []);
  }

  async #act(surface: Surface, found: ReturnType<typeof findElement>, state: Json): Promise<void> {
    await this.#delivery.interact('interactive', actionPayload(this.#world, this.user, surface, found, state));
  }

  #suggestions(type: string, wanted: Wanted, given: Given, surface: Surface): Promise<Json[]> {
    return type.endsWith('external_select')
      ? this.types(typeof given === 'string' ? given : given.join(' '), wanted, surface)
      : Promise.resolve([]);
  }

  #opensApp(what: Json): Promise<void> {
    return this.#tell({
      type: 'app_home_opened',
      user: this.id,
      channel: directChannel(this.#world, this.id).id,
      ...what,
      event_ts: this.#world.clock.timestamp(),
    });
  }

  #context(channel: Channel): Json {
    return { entities: [{ type: 'slack#/types/channel_id', value: channel.id, team_id: channel.teamId }] };
  }

  async #tell(event: Json & { type: string }): Promise<void> {
    tell(this.#world, this.user.teamId, event);
    changed(this.#world);
    await this.#delivery.settled();
  }

  #answerAlone(channel: Channel, { text, blocks }: Json): void {
    const installation = installationIn(this.#world, this.user.teamId);
    if (!installation) return;
    addMessage(this.#world, channel, {
      text: String(text),
      user: installation.botUserId,
      team: installation.teamId,
      bot_id: installation.botId,
      visibleTo: this.id,
      ...(blocks === undefined ? {} : { blocks }),
    });
  }

  #channelOf({ channel }: Message): Channel {
    const found = this.#world.channels.get(channel);
    if (!found) throw new Error(`There is no channel ${channel}`);
    return found;
  }
}
