import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { PassesOver, StoredRow } from '../sound-rows.ts';
import { createPassOver } from '../sound-rows.ts';
import type { Notices } from './notices.ts';
import { createNotices } from './notices.ts';
import { codeOf, postgresError } from './postgres-error.ts';
import { storableText, storedText } from './storable-text.ts';

/** What a statement takes. */
export type Value = Plain | readonly Plain[];
type Plain = string | number | Uint8Array | null;

/** Runs statements. Whatever fails is told in words: a `StorageError` where it is about the database. */
export interface Session {
  all(sql: string, values?: readonly Value[]): Promise<StoredRow[]>;
  /** The first row; undefined when there is none. */
  one(sql: string, values?: readonly Value[]): Promise<StoredRow | undefined>;
  /** How many rows it changed. */
  run(sql: string, values?: readonly Value[]): Promise<number>;
}

/** A database of PostgreSQL: each statement by itself, or several in a transaction. */
export interface PostgresDatabase extends Session, PassesOver, Notices {
  /** The database as messages speak of it, without its password. */
  readonly place: string;
  /**
   * Makes a change wholly or not at all. It is made again when others changed the same in between: `change` does
   * nothing but use its session.
   */
  transaction<T>(change: (session: Session) => Promise<T>, isolation?: Isolation): Promise<T>;
  close(): Promise<void>;
}

/**
 * What a transaction sees of others. `committed`: each statement what is committed when it begins. `snapshot`: all the
 * same moment. `serializable`: as if there were no others; it is made again when that does not hold.
 */
export type Isolation = 'committed' | 'snapshot' | 'serializable';

const LEVELS: Record<Isolation, string> = {
  committed: 'READ COMMITTED',
  snapshot: 'REPEATABLE READ',
  serializable: 'SERIALIZABLE',
};

/** So long, in milliseconds, a connection, and a lock of another process, is waited for: as SQLite does. */
const PATIENCE_MS = 10_000;
/** Connections of a process, most at a time, beside the one that listens. */
const CONNECTIONS = 5;
/** Others changed the same, waited for each other, or were first with a key: what is read then is different. */
const TRY_AGAIN = new Set(['40001', '40P01', '23505']);
/** Tries of a transaction, and the longest wait before the second, in milliseconds; it grows with each. */
const TRIES = 12;
const PAUSE_MS = 4;

/** `bigint`, of ids and times, comes as a number, not as a text: none is beyond 2^53. */
const PARSERS: Record<number, (value: string) => unknown> = { [pg.types.builtins.INT8]: Number };

/**
 * Connects to a database when it is first used.
 * @param url as in `postgres://user:password@host:5432/database`
 * @param say takes a line for the log
 * @param connections most at a time
 */
export function connectPostgres(url: string, say: (line: string) => void, connections = CONNECTIONS): PostgresDatabase {
  const place = placeOf(url);
  const connection = {
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    keepAlive: true,
    application_name: 'footnote',
  };
  const pool = new pg.Pool({
    ...connection,
    max: connections,
    // A command that is done does not wait for its connections.
    allowExitOnIdle: true,
    types: { getTypeParser: (oid, format) => PARSERS[oid] ?? pg.types.getTypeParser(oid, format) },
  });
  // A connection that ends while nobody uses it is replaced by the next use; that one says what is wrong.
  pool.on('error', ignore);

  async function attempt<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (cause) {
      throw postgresError(place, cause) ?? cause;
    }
  }

  async function transaction<T>(change: (session: Session) => Promise<T>, isolation: Isolation): Promise<T> {
    const client = await pool.connect();
    // One that ends between two statements says so with the next.
    client.on('error', ignore);
    const release = (isBroken: boolean) => {
      client.off('error', ignore);
      client.release(isBroken);
    };
    try {
      await client.query(`BEGIN ISOLATION LEVEL ${LEVELS[isolation]}; SET LOCAL lock_timeout = ${PATIENCE_MS}`);
      const result = await change(sessionOf(client));
      await client.query('COMMIT');
      release(false);
      return result;
    } catch (error) {
      // What went wrong first is what must be told; a connection that cannot even do this is of no use.
      await client.query('ROLLBACK').then(
        () => release(false),
        () => release(true),
      );
      throw error;
    }
  }

  const direct = sessionOf(pool);
  const notices = createNotices(
    () => new pg.Client(connection),
    (sql, values) => pool.query(sql, values),
  );
  return {
    place,
    all: (sql, values) => attempt(() => direct.all(sql, values)),
    one: (sql, values) => attempt(() => direct.one(sql, values)),
    run: (sql, values) => attempt(() => direct.run(sql, values)),
    transaction: (change, isolation = 'committed') => attempt(() => tryAgain(() => transaction(change, isolation))),
    passOver: createPassOver(place, say),
    tell: notices.tell,
    hear: notices.hear,
    async close() {
      await notices.close();
      await pool.end();
    },
  };
}

function sessionOf(client: Pick<pg.ClientBase, 'query'>): Session {
  const query = (sql: string, values: readonly Value[] = []) => client.query<StoredRow>(sql, values.map(storable));
  return {
    all: async (sql, values) => (await query(sql, values)).rows.map(readRow),
    one: async (sql, values) => (await query(sql, values)).rows.map(readRow)[0],
    run: async (sql, values) => (await query(sql, values)).rowCount ?? 0,
  };
}

function ignore(): void {
  // Whoever uses the connection next hears of it.
}

async function tryAgain<T>(act: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await act();
    } catch (error) {
      if (tried === TRIES || !TRY_AGAIN.has(codeOf(error) ?? '')) throw error;
      await delay(Math.random() * PAUSE_MS * tried);
    }
  }
}

function storable(value: Value): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map((each: Plain) => storable(each));
  return value;
}

function readRow(row: StoredRow): StoredRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? storedText(value) : value]),
  );
}

/** A database as messages speak of it: whoever reads them need not know its password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'The database of DATABASE_URL';
  const { hostname, port, pathname, username } = new URL(url);
  const host = decodeURIComponent(hostname) || 'this machine';
  const user = username === '' ? '' : ` (user ${decodeURIComponent(username)})`;
  return `The database ${decodeURIComponent(pathname.slice(1))} at ${host}:${port || '5432'}${user}`;
}
