import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App } from '@slack/bolt';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { SCOPES } from '../../src/slack/install/scopes.ts';
import { createSlackApp } from '../../src/slack/slack-app.ts';
import { METHODS } from '../support/fake-slack/methods/all-methods.ts';
import { botSteps } from '../support/slack-bot.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const KINDS = ['channels', 'groups', 'im', 'mpim'];
/** What the inbox takes before Bolt hears it. */
const TAKEN_IN = ['app_mention', ...KINDS.map((kind) => `message.${kind}`)];

/**
 * What Slack takes when the manifest is pasted: docs.slack.dev, app manifest reference. Without addresses and domains:
 * those are set where the bot has some.
 */
const Pasted = z.strictObject({
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/u),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    agent_view: z.strictObject({ agent_description: z.string().max(300) }),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/u),
          description: z.string().max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.boolean(),
        }),
      )
      .max(50),
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().max(24),
          type: z.enum(['message', 'global']),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()).max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});

const manifest = Pasted.parse(JSON.parse(readFileSync(join(ROOT, 'slack-manifest.json'), 'utf8')));

/** What the bot listens to: the first argument of each call. */
function listened(method: 'event' | 'command' | 'shortcut'): string[] {
  const spy = vi.spyOn(App.prototype, method);
  createSlackApp(
    { mode: 'socket', appToken: 'xapp-1', auth: { kind: 'token', botToken: 'xoxb-1' } },
    botSteps({}).steps,
    'me',
  );
  const names = spy.mock.calls.map(([name]) => z.string().parse(name));
  spy.mockRestore();
  return [...new Set(names)].toSorted();
}

/** Methods of the Web API that the bot calls. */
function called(): string[] {
  const text = readdirSync(join(ROOT, 'src/slack'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(ROOT, 'src/slack', path), 'utf8'))
    .join('\n');
  const names = [...text.matchAll(/client\.([a-z]+(?:\.[a-zA-Z]+)+)\(|apiCall\('([^']+)'/gu)].map(
    ([, method, other]) => method ?? other ?? '',
  );
  return [
    ...new Set([
      ...names,
      ...(text.includes('client.filesUploadV2(') ? ['files.getUploadURLExternal', 'files.completeUploadExternal'] : []),
    ]),
  ];
}

describe('the manifest that is pasted into Slack', () => {
  it('subscribes to exactly the events that the bot takes', () => {
    expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual(
      [...listened('event'), ...TAKEN_IN].toSorted(),
    );
  });

  it('has exactly the commands and shortcuts that the bot answers', () => {
    expect([
      manifest.features.slash_commands.map(({ command }) => command),
      manifest.features.shortcuts.map(({ callback_id: id }) => id).toSorted(),
    ]).toEqual([listened('command'), listened('shortcut')]);
  });

  it('asks for exactly the scopes that its methods, events and commands need, as the installation does', () => {
    const methods = called();
    expect(methods.filter((name) => !METHODS[name] && name !== 'auth.test')).toEqual([]);
    const ofMethods = methods.flatMap((name) => METHODS[name]?.scopes ?? []);
    const ofKinds = KINDS.flatMap((kind) => [
      ...(methods.includes('conversations.info') ? [`${kind}:read`] : []),
      ...(methods.includes('conversations.replies') ? [`${kind}:history`] : []),
    ]);
    const needed = [...new Set([...ofMethods, ...ofKinds, 'app_mentions:read', 'commands', 'links:read'])].toSorted();
    expect([manifest.oauth_config.scopes.bot.toSorted(), SCOPES.toSorted()]).toEqual([needed, needed]);
  });
});
