import { createServer } from 'node:http';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { readBytes } from '../support/fake-slack/http/read-body.ts';
import { Manifest } from '../support/fake-slack/world/manifest.ts';
import { JsonObject } from '../support/fake-slack/world/json.ts';
import type { Json } from '../support/fake-slack/world/json.ts';
import type { WorldOptions } from '../support/fake-slack/world/world.ts';

const KINDS = ['channels', 'groups', 'im', 'mpim'];

/** An app that may do everything and hears everything. */
export const EVERYTHING: Manifest = Manifest.parse({
  display_information: { name: 'Footnote' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    agent_view: {},
    slash_commands: [{ command: '/footnote' }],
    shortcuts: [
      { name: 'Check facts', type: 'message', callback_id: 'check_facts' },
      { name: 'Ask the reports', type: 'global', callback_id: 'ask' },
    ],
    unfurl_domains: ['footnote.example'],
  },
  oauth_config: {
    scopes: {
      bot: [
        'app_mentions:read',
        'assistant:write',
        'channels:join',
        'chat:write',
        'commands',
        'files:read',
        'files:write',
        'im:write',
        'links:read',
        'links:write',
        'reactions:read',
        'reactions:write',
        'team:read',
        'usergroups:read',
        'users:read',
        ...KINDS.flatMap((kind) => [`${kind}:history`, `${kind}:read`]),
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'agent_session_stopped',
        'app_context_changed',
        'app_home_opened',
        'app_mention',
        'app_uninstalled',
        'file_shared',
        'link_shared',
        'member_joined_channel',
        'reaction_added',
        'tokens_revoked',
        ...KINDS.map((kind) => `message.${kind}`),
      ],
    },
  },
});

/** A running fake for the time of a test. */
export async function aFakeSlack(options: WorldOptions = {}): Promise<FakeSlack> {
  const slack = new FakeSlack({ manifest: EVERYTHING, ...options });
  await slack.start();
  onTestFinished(() => slack.stop());
  return slack;
}

/** Calls the Web API as the bot, unless a token is given. */
export async function call(slack: FakeSlack, method: string, body: Json = {}, token = slack.token): Promise<Json> {
  const response = await fetch(`${slack.origin}/api/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return {
    ...JsonObject.parse(await response.json()),
    ...(response.status === 200 ? {} : { status: response.status, retryAfter: response.headers.get('retry-after') }),
  };
}

/** What a bot heard over HTTP. */
export interface Heard {
  retry: string | undefined;
  body: Json;
}

/**
 * A bot over HTTP that keeps what it hears; `answer` gives what it acknowledges with, or the status with which it
 * refuses.
 */
export async function aListeningBot(
  slack: FakeSlack,
  answer: (heard: Heard) => Json | number | Promise<Json | number> = () => ({}),
): Promise<Heard[]> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const text = (await readBytes(request)).toString('utf8');
    const form = new URLSearchParams(text);
    const body = text.startsWith('{') ? text : (form.get('payload') ?? JSON.stringify(Object.fromEntries(form)));
    const each = { retry: request.headers['x-slack-retry-num']?.toString(), body: JsonObject.parse(JSON.parse(body)) };
    heard.push(each);
    const ack = await answer(each);
    if (typeof ack === 'number') response.writeHead(ack).end();
    else response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(ack));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => (server.closeAllConnections(), void server.close()));
  const address = server.address();
  slack.deliverBy({
    kind: 'http',
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/slack/events`,
  });
  return heard;
}

/** The events among what was heard. */
export function eventsOf(heard: Heard[]): Json[] {
  return heard.flatMap(({ body }) => (body['event'] === undefined ? [] : [JsonObject.parse(body['event'])]));
}
