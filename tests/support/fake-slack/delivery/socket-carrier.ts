import type { Server } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { JsonObject } from '../world/json.ts';
import type { Json } from '../world/json.ts';
import type { Carrier, Envelope } from './envelope.ts';
import { DeliveryFailure } from './envelope.ts';

/** Why Slack ends a connection. */
export type DisconnectReason = 'warning' | 'refresh_requested';

/** Socket Mode: every connection of the app; each envelope goes to one of them. */
export interface SocketCarrier extends Carrier {
  /** How many connections are open. */
  count(): number;
  /** Asks the app to connect again, as Slack does every few hours. */
  disconnect(reason: DisconnectReason): void;
  /** Breaks the connections without a word. */
  cut(): void;
  close(): void;
}

/** A delivery that waits for its acknowledgement; a repetition has the same id and waits for itself. */
interface Waiting {
  id: string;
  socket: WebSocket;
  settle(ack: Json | DeliveryFailure): void;
}

const Ack = z.object({ envelope_id: z.string(), payload: JsonObject.optional() });
/** Clients give a connection up when they hear no ping for half a minute. */
const PING_MS = 5000;
/** How long a client may take to close, in milliseconds. */
const CLOSE_MS = 500;

/** Takes the WebSocket connections that `apps.connections.open` sends to this server. */
export function socketCarrier(
  server: Server,
  { ackMs, onConnection }: { ackMs: number; onConnection: () => void },
): SocketCarrier {
  const sockets = new WebSocketServer({ server });
  // What goes wrong with the server is told to whoever starts it.
  sockets.on('error', () => undefined);
  const open: WebSocket[] = [];
  const waiting = new Set<Waiting>();
  const pings = setInterval(() => open.forEach((socket) => socket.ping()), PING_MS).unref();

  sockets.on('connection', (socket) => {
    open.push(socket);
    socket.on('message', (data: Buffer) => settle(waiting, data.toString('utf8')));
    socket.on('close', () => forget(socket));
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.length,
        connection_info: { app_id: 'A1' },
        debug_info: { host: 'fake', approximate_connection_time: 18_060 },
      }),
    );
    onConnection();
  });

  function forget(socket: WebSocket): void {
    if (open.includes(socket)) open.splice(open.indexOf(socket), 1);
    for (const each of waiting)
      if (each.socket === socket)
        each.settle(new DeliveryFailure('unreachable', 'the connection closed before the acknowledgement'));
    onConnection();
  }

  return {
    async send(envelope) {
      const socket = open.shift();
      if (!socket || socket.readyState !== WebSocket.OPEN)
        throw new DeliveryFailure('unreachable', 'no connection is open');
      open.push(socket);
      const ack = await acknowledged(waiting, socket, envelope, ackMs);
      if (ack instanceof DeliveryFailure) throw ack;
      return ack;
    },
    count: () => open.length,
    disconnect(reason) {
      const told = reason === 'refresh_requested' ? open.splice(0) : open;
      for (const socket of told)
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'fake' } }));
    },
    cut: () => open.splice(0).forEach((socket) => socket.terminate()),
    close() {
      clearInterval(pings);
      sockets.close();
      for (const socket of sockets.clients) {
        socket.close(1001);
        setTimeout(() => socket.terminate(), CLOSE_MS).unref();
      }
    },
  };
}

function acknowledged(
  waiting: Set<Waiting>,
  socket: WebSocket,
  { id, type, payload, retry, retryReason }: Envelope,
  ackMs: number,
): Promise<Json | DeliveryFailure> {
  return new Promise((resolve) => {
    const each: Waiting = {
      id,
      socket,
      settle(ack) {
        clearTimeout(timer);
        waiting.delete(each);
        resolve(ack);
      },
    };
    const timer = setTimeout(
      () => each.settle(new DeliveryFailure('timeout', `no acknowledgement of ${type} within ${ackMs} ms`)),
      ackMs,
    );
    waiting.add(each);
    const repeated = type === 'events_api' ? { retry_attempt: retry, retry_reason: retry > 0 ? retryReason : '' } : {};
    socket.send(
      JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api', ...repeated }),
    );
  });
}

function settle(waiting: Set<Waiting>, data: string): void {
  const ack = Ack.safeParse(JSON.parse(data));
  if (ack.success)
    for (const each of waiting) if (each.id === ack.data.envelope_id) each.settle(ack.data.payload ?? {});
}
