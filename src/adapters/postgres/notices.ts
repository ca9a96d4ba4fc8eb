import { randomUUID } from 'node:crypto';
import type pg from 'pg';

declare module 'pg' {
  interface Client {
    /** Lets the process end while this is connected, or not any more: `pg` has both, its types do not. */
    unref(): void;
    ref(): void;
  }
}

/** The one channel of the server that Footnote uses. */
const CHANNEL = 'footnote';
/** Until a process listens: a command that is done sooner has nothing to hear. */
const FIRST_MS = 500;
/** Until a lost connection is tried again, in milliseconds; doubled each time, up to the longest. */
const AGAIN_MS = 500;
const LONGEST_MS = 30_000;

/**
 * What processes tell each other by `LISTEN` and `NOTIFY`: that something happened, never what. Notices get lost: a
 * server restarts, a pooler or a relative of PostgreSQL knows none. So they only make soon what would be done later:
 * what is right is read from the tables.
 */
export interface Notices {
  /** Tells other processes about a topic; at the latest when what happened is committed. */
  tell(topic: string): void;
  /**
   * Calls back when another process told about a topic, and whenever that may have been missed.
   * @returns ends it
   */
  hear(topic: string, onNotice: () => void): () => void;
}

/**
 * Notices of a database. One connection listens for the whole process, as long as somebody wants to hear.
 * @param connect makes a connection of its own
 * @param send runs the statement that tells
 */
export function createNotices(
  connect: () => pg.Client,
  send: (sql: string, values: string[]) => Promise<unknown>,
): Notices & { close(): Promise<void> } {
  const self = randomUUID();
  const listeners = new Map<string, Set<() => void>>();
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = AGAIN_MS;

  function listenIn(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void listen(), ms).unref();
  }

  async function listen(): Promise<void> {
    const made = connect();
    client = made;
    made.unref();
    const lose = () => {
      if (client !== made) return;
      client = undefined;
      listenIn(waitMs);
      waitMs = Math.min(LONGEST_MS, waitMs * 2);
    };
    made.on('error', lose);
    made.on('end', lose);
    made.on('notification', ({ payload = '' }) => {
      const [sender, topic = ''] = payload.split(' ', 2);
      // Whoever changes something knows.
      if (sender !== self) call(listeners.get(topic));
    });
    try {
      await made.connect();
      made.unref();
      await made.query(`LISTEN ${CHANNEL}`);
      waitMs = AGAIN_MS;
      for (const each of listeners.values()) call(each);
    } catch {
      // Nothing depends on it, and it is tried again.
      lose();
      await made.end().catch(() => undefined);
    }
  }

  return {
    tell(topic) {
      // A server that knows no notices says so each time, and nothing depends on them.
      send('SELECT pg_notify($1, $2)', [CHANNEL, `${self} ${topic}`]).catch(() => undefined);
    },
    hear(topic, onNotice) {
      const heard = listeners.get(topic) ?? new Set();
      listeners.set(topic, heard.add(onNotice));
      if (!client && !timer) listenIn(FIRST_MS);
      return () => void heard.delete(onNotice);
    },
    async close() {
      listeners.clear();
      clearTimeout(timer);
      const last = client;
      client = undefined;
      last?.ref();
      await last?.end().catch(() => undefined);
    },
  };
}

function call(heard: ReadonlySet<() => void> = new Set()): void {
  for (const onNotice of heard) onNotice();
}

/** Topic of what happens to the reports of a library. */
export function reportsOf(library: string): string {
  return `reports:${encodeURIComponent(library)}`;
}

/** Topic of what waits in a library's inbox. */
export function workOf(library: string): string {
  return `work:${encodeURIComponent(library)}`;
}

/** Topic of work that is to stop. */
export function stopsOf(library: string): string {
  return `stops:${encodeURIComponent(library)}`;
}
