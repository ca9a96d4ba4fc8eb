import { createHmac, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';

type Json = Record<string, unknown>;

/** How events reach the bot. */
export type Transport = { kind: 'http'; url: string } | { kind: 'socket' };

/** Carries events and interactions to the bot, signed and redelivered as Slack does. */
export interface Delivery {
  use(transport: Transport): void;
  event(envelope: Json): Promise<void>;
  interact(type: 'slash_commands' | 'interactive', payload: Json): Promise<void>;
  redeliver(retry: number): Promise<void>;
  close(): void;
}

/** An acknowledgement later than this counts as none, in milliseconds. */
const ACK_MS = 3000;

/** Delivers over HTTP with signatures, or over the WebSocket of a Socket Mode connection to this server. */
export function createDelivery(server: Server, signingSecret: string): Delivery {
  const sockets = new WebSocketServer({ server });
  const waiting = new Map<string, () => void>();
  let transport: Transport = { kind: 'socket' };
  let last: Json = {};
  let current: WebSocket | undefined;
  sockets.on('connection', (socket) => {
    current = socket;
    socket.on('message', (data: Buffer) => {
      const id = /"envelope_id":"([^"]+)"/u.exec(data.toString('utf8'))?.[1];
      if (id !== undefined) waiting.get(id)?.();
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
  });

  async function overSocket(type: string, payload: Json, retry: number): Promise<void> {
    const id = randomUUID();
    const acknowledged = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no acknowledgement of ${type} within ${ACK_MS} ms`)), ACK_MS);
      waiting.set(id, () => {
        clearTimeout(timer);
        resolve();
      });
    });
    current?.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api', retry_attempt: retry }));
    await acknowledged;
  }

  async function send(type: string, payload: Json, retry = 0): Promise<void> {
    if (transport.kind === 'socket') return overSocket(type, payload, retry);
    const [body, contentType] = encode(type, payload);
    const response = await postSigned(transport.url, body, { contentType, signingSecret, retry });
    if (response.status !== 200) throw new Error(`the bot answered ${type} with ${response.status}`);
  }

  return {
    use(next) {
      transport = next;
    },
    async event(envelope) {
      last = envelope;
      await send('events_api', envelope);
    },
    interact: (type, payload) => send(type, payload),
    redeliver: (retry) => send('events_api', last, retry),
    close: () => sockets.close(),
  };
}

function encode(type: string, payload: Json): [string, string] {
  const form = 'application/x-www-form-urlencoded';
  if (type === 'events_api') return [JSON.stringify(payload), 'application/json'];
  if (type === 'interactive') return [new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), form];
  return [new URLSearchParams(Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]))).toString(), form];
}

/** Posts a body with Slack's v0 signature. */
export function postSigned(
  url: string,
  body: string,
  { contentType, signingSecret, retry = 0, ageSeconds = 0 }: { contentType: string; signingSecret: string; retry?: number; ageSeconds?: number },
): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const retries = retry > 0 ? { 'X-Slack-Retry-Num': String(retry), 'X-Slack-Retry-Reason': 'http_timeout' } : {};
  const headers = { 'Content-Type': contentType, 'X-Slack-Request-Timestamp': timestamp, 'X-Slack-Signature': signature, ...retries };
  return fetch(url, { method: 'POST', body, headers });
}
