import { randomUUID } from 'node:crypto';
import { messageJson } from '../world/events.ts';
import type { Json } from '../world/json.ts';
import type { Channel, Message, User, View } from '../world/things.ts';
import { viewJson } from '../world/view-json.ts';
import type { World } from '../world/world.ts';
import { issueResponseUrl } from '../http/respond.ts';
import type { FoundElement } from './find-elements.ts';

/** Where a person acts: a message, or a modal or Home tab. */
export type Surface = Message | View;

/** Whether a surface is a modal or a Home tab. */
export function isView(surface: Surface): surface is View {
  return 'rootId' in surface;
}

/** The blocks that a person sees on a surface. */
export function blocksOf(surface: Surface): unknown {
  return isView(surface) ? surface.view['blocks'] : surface.blocks;
}

/** A trigger for a modal, which expires after three seconds. */
export function issueTrigger(world: World, userId: string): string {
  const id = `${world.nextId('')}.${randomUUID()}`;
  world.triggers.set(id, { userId, issuedAt: world.clock.now(), isUsed: false });
  return id;
}

/** What all interactions say: who, where, for which app. */
export function common(world: World, user: User): Json {
  const team = { id: user.teamId, domain: world.teams.get(user.teamId)?.domain ?? '' };
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    team,
    api_app_id: world.app.id,
    token: 'verification-token',
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** `block_actions`. */
export function actionPayload(
  world: World,
  user: User,
  surface: Surface,
  { blockId, actionId }: FoundElement,
  state: Json,
): Json {
  const action = { action_id: actionId, block_id: blockId, action_ts: world.clock.timestamp(), ...state };
  const where = isView(surface)
    ? { view: viewJson(world, surface), container: { type: 'view', view_id: surface.id } }
    : messagePlace(world, user, surface);
  return {
    type: 'block_actions',
    ...common(world, user),
    trigger_id: issueTrigger(world, user.id),
    ...where,
    actions: [action],
  };
}

/** `message_action`: a shortcut from a message's menu. */
export function messageShortcutPayload(world: World, user: User, message: Message, callbackId: string): Json {
  const channel = world.channels.get(message.channel);
  const response = issueResponseUrl(world, {
    channel: message.channel,
    userId: user.id,
    teamId: user.teamId,
    ...(message.thread_ts === undefined ? {} : { threadTs: message.thread_ts }),
  });
  return {
    type: 'message_action',
    ...common(world, user),
    callback_id: callbackId,
    trigger_id: issueTrigger(world, user.id),
    response_url: response,
    action_ts: world.clock.timestamp(),
    message_ts: message.ts,
    message: messageJson(message),
    channel: { id: message.channel, name: channel?.name ?? '' },
  };
}

/** `shortcut`: from anywhere. */
export function globalShortcutPayload(world: World, user: User, callbackId: string): Json {
  return {
    type: 'shortcut',
    ...common(world, user),
    callback_id: callbackId,
    trigger_id: issueTrigger(world, user.id),
    action_ts: world.clock.timestamp(),
  };
}

/** A slash command. */
export function commandPayload(world: World, user: User, channel: Channel, command: string, text: string): Json {
  return {
    token: 'verification-token',
    team_id: user.teamId,
    team_domain: world.teams.get(user.teamId)?.domain ?? '',
    channel_id: channel.id,
    channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: world.app.id,
    is_enterprise_install: 'false',
    response_url: issueResponseUrl(world, { channel: channel.id, userId: user.id, teamId: user.teamId }),
    trigger_id: issueTrigger(world, user.id),
  };
}

/** `view_submission`, `view_closed`. */
export function viewPayload(
  world: World,
  user: User,
  view: View,
  type: 'view_submission' | 'view_closed',
  more: Json = {},
): Json {
  return {
    type,
    ...common(world, user),
    ...(type === 'view_submission' ? { trigger_id: issueTrigger(world, user.id), response_urls: [] } : {}),
    view: viewJson(world, view),
    ...more,
  };
}

/** `block_suggestion`: asks for the options of an external menu. */
export function suggestionPayload(
  world: World,
  user: User,
  surface: Surface,
  { blockId, actionId }: FoundElement,
  typed: string,
): Json {
  const where = isView(surface)
    ? { view: viewJson(world, surface), container: { type: 'view', view_id: surface.id } }
    : messagePlace(world, user, surface);
  return {
    type: 'block_suggestion',
    ...common(world, user),
    ...where,
    action_id: actionId,
    block_id: blockId,
    value: typed,
  };
}

function messagePlace(world: World, user: User, message: Message): Json {
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
  const to = {
    channel: message.channel,
    userId: user.id,
    teamId: user.teamId,
    ts: message.ts,
    ...(message.thread_ts === undefined ? {} : { threadTs: message.thread_ts }),
  };
  const isEphemeral = message.visibleTo !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: isEphemeral,
      ...thread,
    },
    channel: { id: message.channel, name: world.channels.get(message.channel)?.name ?? '' },
    // Slack does not send the content of an ephemeral message along.
    ...(isEphemeral ? {} : { message: messageJson(message) }),
    state: { values: {} },
    response_url: issueResponseUrl(world, to),
  };
}
