import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { messageError, modalError } from './check-message.ts';
import type { Delivery, Transport } from './delivery.ts';
import { createDelivery } from './delivery.ts';
import { readBody } from './read-body.ts';

/** A message as it stands in a channel. */
export interface PostedMessage {
  channel: string;
  ts: string;
  thread_ts?: string;
  text: string;
  blocks?: unknown;
  /** Set for people, absent for the bot. */
  user?: string;
  bot_id?: string;
  /** True when only one person sees it. */
  ephemeral?: boolean;
}

type Json = Record<string, unknown>;
type Reply = Json & { ok: boolean };

const BOT = { user_id: 'UBOT', bot_id: 'BBOT', user: 'footnote', team: 'Test', team_id: 'T1', url: 'https://test.slack.com/' };
/** A trigger id opens one modal within this time, in milliseconds. */
const TRIGGER_MS = 3000;
/** A response address takes this many messages. */
const RESPONSES = 5;

/** A Slack on loopback: Web API, Events API over HTTP and Socket Mode, with Slack's limits enforced. */
export class FakeSlack {
  readonly token = 'xoxb-test';
  readonly appToken = 'xapp-test';
  readonly signingSecret = 'shh';
  readonly messages: PostedMessage[] = [];
  readonly modals: Json[] = [];
  /** Names of the methods that were called, in order. */
  readonly calls: string[] = [];
  readonly #changes = new EventEmitter();
  readonly #failures = new Map<string, { status: number; retryAfter: number }[]>();
  readonly #triggers = new Map<string, number>();
  readonly #responses = new Map<string, { channel: string; left: number; ts?: string }>();
  readonly #channels = new Set(['C1', 'D1']);
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #clock = 1_700_000_000;
  #delivery: Delivery | undefined;

  /** Starts the server and gives its Web API address. */
  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#delivery = createDelivery(this.#server, this.signingSecret);
    return `${this.origin}/api/`;
  }

  async stop(): Promise<void> {
    this.#delivery?.close();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  get origin(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  /** How events reach the bot: an address for the Events API, or Socket Mode. */
  deliverBy(transport: Transport): void {
    this.#delivery?.use(transport);
  }

  /** Someone mentions the bot. Slack sends two events for it. */
  async mention(text: string, over: Json = {}): Promise<string> {
    const message = this.#person('C1', `<@${BOT.user_id}> ${text}`, over);
    await this.#event({ type: 'app_mention', ...message });
    await this.#event({ type: 'message', channel_type: 'channel', ...message });
    return message.ts;
  }

  /** Someone writes to the bot directly. */
  async directMessage(text: string, over: Json = {}): Promise<string> {
    const message = this.#person('D1', text, over);
    await this.#event({ type: 'message', channel_type: 'im', ...message });
    return message.ts;
  }

  /** Someone types a slash command. */
  async command(text: string): Promise<void> {
    const form = { command: '/footnote', text, channel_id: 'C1', user_id: 'U1', team_id: 'T1', trigger_id: this.#trigger(), response_url: this.#responseUrl('C1') };
    await this.#delivery?.interact('slash_commands', form);
  }

  /** Someone presses the button with this action id under a message. */
  async pressButton(message: PostedMessage, actionId: string, { late = false } = {}): Promise<void> {
    const value = /"action_id":"[^"]*","value":"([^"]*)"/u.exec(JSON.stringify(message.blocks))?.[1] ?? '';
    const payload = {
      type: 'block_actions', user: { id: 'U1', team_id: 'T1' }, team: { id: 'T1' }, channel: { id: message.channel },
      message: { ts: message.ts }, trigger_id: this.#trigger(late ? -TRIGGER_MS : 0), response_url: this.#responseUrl(message.channel),
      actions: [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: '1' }],
    };
    await this.#delivery?.interact('interactive', payload);
  }

  /** Delivers the last event again, as Slack does when it saw no acknowledgement in time. */
  async redeliver(times = 1): Promise<void> {
    for (let retry = 1; retry <= times; retry++) await this.#delivery?.redeliver(retry);
  }

  /** The next call of a method fails with this status; 429 carries Retry-After. */
  failNext(method: string, status = 429, retryAfter = 1): void {
    this.#failures.set(method, [...(this.#failures.get(method) ?? []), { status, retryAfter }]);
  }

  /** Waits until the bot's messages, and modals, satisfy a condition. */
  async until(isDone: (fake: this) => boolean): Promise<void> {
    while (!isDone(this)) await once(this.#changes, 'change', { signal: AbortSignal.timeout(5_000) });
  }

  /** What the bot said, oldest first. */
  get replies(): PostedMessage[] {
    return this.messages.filter(({ user }) => user === undefined);
  }

  #person(channel: string, text: string, over: Json): PostedMessage {
    const message = { channel, ts: this.#nextTs(), text, user: 'U1', ...over };
    this.messages.push(message);
    return message;
  }

  async #event(event: Json): Promise<void> {
    await this.#delivery?.event({ type: 'event_callback', team_id: 'T1', api_app_id: 'A1', event_id: `Ev${randomUUID()}`, event_time: this.#clock, event });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const path = request.url ?? '';
    if (path.startsWith('/respond/')) return send(response, 200, this.#respond(path, body));
    const method = path.replace('/api/', '');
    this.calls.push(method);
    const failure = this.#failures.get(method)?.shift();
    if (failure) return send(response, failure.status, { ok: false, error: 'ratelimited' }, { 'Retry-After': String(failure.retryAfter) });
    const token = request.headers.authorization?.replace('Bearer ', '') ?? body['token'];
    const reply = token === this.token || token === this.appToken ? this.#call(method, body) : { ok: false, error: 'invalid_auth' };
    send(response, 200, reply);
    this.#changes.emit('change');
  }

  #call(method: string, body: Json): Reply {
    switch (method) {
      case 'auth.test':
        return { ok: true, ...BOT };
      case 'apps.connections.open':
        return { ok: true, url: this.origin.replace('http', 'ws') };
      case 'chat.postMessage':
        return this.#post(body);
      case 'chat.update':
        return this.#update(body);
      case 'conversations.replies':
        return { ok: true, messages: this.messages.filter(({ ts, thread_ts: thread }) => ts === body['ts'] || thread === body['ts']) };
      case 'views.open':
        return this.#open(body);
      default:
        return { ok: false, error: 'unknown_method' };
    }
  }

  #post(body: Json): Reply {
    const channel = String(body['channel']);
    const thread = body['thread_ts'] === undefined ? {} : { thread_ts: textOf(body['thread_ts']) };
    const error = messageError(body);
    if (!this.#channels.has(channel)) return { ok: false, error: 'channel_not_found' };
    if (error) return { ok: false, error };
    const message = { channel, ts: this.#nextTs(), ...thread, text: textOf(body['text']), blocks: body['blocks'], bot_id: BOT.bot_id };
    this.messages.push(message);
    return { ok: true, channel, ts: message.ts, message };
  }

  #update(body: Json): Reply {
    const message = this.messages.find(({ ts, bot_id: bot }) => ts === body['ts'] && bot !== undefined);
    const error = messageError(body);
    if (!message) return { ok: false, error: 'message_not_found' };
    if (error) return { ok: false, error };
    Object.assign(message, { text: body['text'], blocks: body['blocks'] });
    return { ok: true, channel: message.channel, ts: message.ts };
  }

  #open(body: Json): Reply {
    const issued = this.#triggers.get(String(body['trigger_id']));
    this.#triggers.delete(String(body['trigger_id']));
    if (issued === undefined || performance.now() - issued > TRIGGER_MS) return { ok: false, error: 'expired_trigger_id' };
    const error = modalError(body['view']);
    if (error) return { ok: false, error };
    this.modals.push({ view: body['view'] });
    return { ok: true, view: { id: 'V1' } };
  }

  #respond(path: string, body: Json): Reply {
    const address = this.#responses.get(path);
    const error = messageError(body);
    if (!address || address.left === 0) return { ok: false, error: 'expired_url' };
    if (error) return { ok: false, error };
    address.left -= 1;
    const replaced = body['replace_original'] === true && this.messages.find(({ ts }) => ts === address.ts);
    if (replaced) Object.assign(replaced, { text: body['text'], blocks: body['blocks'] });
    else {
      address.ts = this.#nextTs();
      const ephemeral = body['response_type'] === 'in_channel' ? {} : { ephemeral: true };
      this.messages.push({ channel: address.channel, ts: address.ts, text: String(body['text']), blocks: body['blocks'], bot_id: BOT.bot_id, ...ephemeral });
    }
    this.#changes.emit('change');
    return { ok: true };
  }

  #trigger(age = 0): string {
    const id = randomUUID();
    this.#triggers.set(id, performance.now() + age - (age < 0 ? 1 : 0));
    return id;
  }

  #responseUrl(channel: string): string {
    const path = `/respond/${randomUUID()}`;
    this.#responses.set(path, { channel, left: RESPONSES });
    return `${this.origin}${path}`;
  }

  #nextTs(): string {
    this.#clock += 1;
    return `${this.#clock}.000100`;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function send(response: ServerResponse, status: number, body: Json, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
