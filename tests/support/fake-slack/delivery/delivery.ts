import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { SlackEvent } from '../world/events.ts';
import type { Json } from '../world/json.ts';
import type { World } from '../world/world.ts';
import { changed } from '../world/world.ts';
import type { Carrier, Envelope, Faults } from './envelope.ts';
import { DeliveryFailure } from './envelope.ts';
import type { Fate } from './dice.ts';
import { createDice } from './dice.ts';
import { eventPayload, limitEvents } from './event-payload.ts';
import { httpCarrier } from './http-carrier.ts';
import type { SocketCarrier } from './socket-carrier.ts';
import { socketCarrier } from './socket-carrier.ts';

/** How the bot is reached. */
export type Transport = { kind: 'http'; url: string } | { kind: 'socket' };

/** One attempt to deliver something. */
export interface DeliveryRecord {
  type: Envelope['type'];
  eventId: string;
  retry: number;
  /** Milliseconds until the acknowledgement; absent when there was none. */
  ackMs?: number;
  failure?: string;
}

/** Carries events and interactions to the bot; repeats events as Slack does. */
export interface Delivery {
  readonly sockets: SocketCarrier;
  /** Every attempt, in order. */
  readonly records: DeliveryRecord[];
  use(transport: Transport): void;
  setFaults(faults: Partial<Faults>): void;
  /** Delivers what a person did and gives what the bot acknowledged with. */
  interact(type: 'slash_commands' | 'interactive', payload: Json): Promise<Json>;
  /** Delivers the events again that a condition picks, as if they had not been acknowledged. */
  redeliver(isMeant: (event: Json) => boolean, times: number): Promise<void>;
  /** Ends when the first attempt of everything so far has. */
  settled(): Promise<void>;
  /** Whether nothing is on its way any more, repetitions included. */
  isIdle(): boolean;
  close(): void;
}

/** How long a reordered event waits for another one to pass it, in milliseconds. */
const REORDER_MS = 40;

/** Delivers what the world tells. */
export function createDelivery(
  world: World,
  server: Server,
  {
    ackMs = 3000,
    retryDelaysMs = [0, 60_000, 300_000],
  }: { ackMs?: number | undefined; retryDelaysMs?: number[] | undefined },
): Delivery {
  const records: DeliveryRecord[] = [];
  const sent: Envelope[] = [];
  const parked: Envelope[] = [];
  const held: [Envelope, Fate][] = [];
  const running = new Set<Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  const allowed = limitEvents(world);
  let dice = createDice({ redeliver: 0, reorder: 0, loseAcks: 0, seed: 1 });
  const sockets = socketCarrier(server, { ackMs, onConnection });
  let carrier: Carrier = sockets;

  world.emitter.on('event', onEvent);

  // What nobody was there to take is taken by the next connection.
  function onConnection(): void {
    changed(world);
    if (sockets.count() > 0) for (const envelope of parked.splice(0)) track(attempt(again(envelope, 'unreachable')));
  }

  function onEvent(event: SlackEvent): void {
    const payload = allowed(event) ? eventPayload(world, event) : undefined;
    if (!payload) return;
    const envelope: Envelope = { id: randomUUID(), type: 'events_api', payload, retry: 0, retryReason: '' };
    sent.push(envelope);
    const passed = held.splice(0);
    const fate = dice();
    if (fate.isReordered) hold(envelope, fate);
    else track(attempt(envelope, fate));
    for (const late of passed) track(attempt(...late));
  }

  function hold(envelope: Envelope, fate: Fate): void {
    held.push([envelope, fate]);
    after(REORDER_MS, () => {
      for (const late of held.splice(0)) track(attempt(...late));
    });
  }

  async function attempt(envelope: Envelope, fate?: Fate): Promise<void> {
    try {
      await record(envelope);
      if (fate?.losesAck) repeat(envelope, new DeliveryFailure('http_timeout', 'the acknowledgement was lost'));
      else if (fate?.isRedelivered) track(attempt(again(envelope, 'http_timeout')));
    } catch (error) {
      if (!(error instanceof DeliveryFailure)) throw error;
      repeat(envelope, error);
    }
  }

  function repeat(envelope: Envelope, { reason }: DeliveryFailure): void {
    if (reason === 'unreachable') return void parked.push(envelope);
    const delay = retryDelaysMs[envelope.retry];
    if (delay !== undefined) after(delay, () => track(attempt(again(envelope, reason))));
  }

  async function record(envelope: Envelope): Promise<Json> {
    const started = performance.now();
    const entry: DeliveryRecord = {
      type: envelope.type,
      eventId: typeof envelope.payload['event_id'] === 'string' ? envelope.payload['event_id'] : envelope.id,
      retry: envelope.retry,
    };
    records.push(entry);
    try {
      const ack = await carrier.send(envelope);
      entry.ackMs = performance.now() - started;
      return ack;
    } catch (error) {
      entry.failure = error instanceof Error ? error.message : String(error);
      throw error;
    }
  }

  function after(delayMs: number, run: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
      changed(world);
    }, delayMs);
    timers.add(timer);
  }

  function track(work: Promise<void>): void {
    running.add(work);
    void work.finally(() => {
      running.delete(work);
      changed(world);
    });
  }

  return {
    sockets,
    records,
    use: (transport) =>
      void (carrier =
        transport.kind === 'http'
          ? httpCarrier(transport.url, { signingSecret: world.app.signingSecret, ackMs })
          : sockets),
    setFaults: (faults) => void (dice = createDice({ redeliver: 0, reorder: 0, loseAcks: 0, seed: 1, ...faults })),
    interact: (type, payload) => record({ id: randomUUID(), type, payload, retry: 0, retryReason: '' }),
    async redeliver(isMeant, times) {
      const meant = sent.filter(({ payload }) => isMeant(payload));
      for (let retry = 1; retry <= times; retry++)
        await Promise.all(meant.map((envelope) => attempt({ ...envelope, retry, retryReason: 'http_timeout' })));
    },
    isIdle: () => running.size + timers.size + held.length + parked.length === 0,
    settled: async () => void (await Promise.all(running)),
    close() {
      world.emitter.off('event', onEvent);
      timers.forEach(clearTimeout);
      sockets.close();
    },
  };
}

function again(envelope: Envelope, retryReason: string): Envelope {
  return { ...envelope, retry: envelope.retry + 1, retryReason };
}
