import { createHash } from 'node:crypto';
import { z } from 'zod';
import { StorageError } from '../../domain/errors.ts';
import type { DaysTokens } from '../../domain/model.ts';
import type { ModelStore } from '../../domain/ports.ts';
import type { StoreKind } from './open-store.ts';
import { openStore } from './open-store.ts';
import { soundRow, soundRows } from '../sound-rows.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What was said is kept for so long. */
export const KEPT_MS = 30 * DAY_MS;

const TABLES = `
  CREATE TABLE IF NOT EXISTS said (
    key TEXT PRIMARY KEY, at INTEGER NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tokens (
    day TEXT NOT NULL, user TEXT NOT NULL, input INTEGER NOT NULL, output INTEGER NOT NULL,
    PRIMARY KEY (day, user)) STRICT, WITHOUT ROWID;
`;

export const SAID = { name: 'said', key: ['key'], row: z.object({ key: z.string(), at: z.int(), value: z.string() }) };
export const TOKENS = {
  name: 'tokens',
  key: ['day', 'user'],
  row: z.object({ day: z.iso.date(), user: z.string(), input: z.int().min(0), output: z.int().min(0) }),
};

export const MODEL_STORE: StoreKind = {
  file: 'model.db',
  holds: 'what a language model said (30 days), and how many tokens it used today',
  applicationId: 0x466e_0004,
  firstTable: 'said',
  tables: [SAID, TOKENS],
  ifDamaged: 'set_aside',
  migrations: [TABLES],
};

/** A store that can be closed. */
export interface SqliteModelStore extends ModelStore {
  close(): void;
}

/**
 * Opens the store in a folder, in a database of its own: what models said can be deleted without losing anything else.
 * @param now the clock, in milliseconds
 * @param say takes a line when a damaged file was set aside
 * @throws StorageError when it cannot be opened, read or written
 */
export function openSqliteModelStore(
  directory: string,
  now: () => number,
  say: (line: string) => void = () => undefined,
): SqliteModelStore {
  const db = openStore(directory, MODEL_STORE, say);
  db.exec('PRAGMA synchronous = NORMAL');
  const today = () => new Date(now()).toISOString().slice(0, 10);
  const unwritten: { day: string; user: string; input: number; output: number }[] = [];
  let isTold = false;

  /** An answer is worth more than the memory of it: what goes wrong with the file is told once. */
  function orElse<T>(act: () => T, otherwise: T): Promise<T> {
    try {
      const result = act();
      isTold = false;
      return Promise.resolve(result);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      if (!isTold) say(`${error.message} Until then nothing that a model says is remembered.`);
      isTold = true;
      return Promise.resolve(otherwise);
    }
  }

  function writeSpent(): void {
    const add = db.prepare(
      `INSERT INTO tokens VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET input = input + excluded.input, output = output + excluded.output`,
    );
    for (let next = unwritten[0]; next; next = unwritten[0]) {
      add.run(next.day, next.user, next.input, next.output);
      unwritten.shift();
    }
  }

  return {
    recall: (key) =>
      orElse(
        () =>
          soundRow(
            db,
            SAID,
            db.prepare('SELECT * FROM said WHERE key = ? AND at > ?').get(hashOf(key), now() - KEPT_MS),
          )?.value,
        undefined,
      ),
    keep: (key, value) =>
      orElse(() => {
        db.prepare('DELETE FROM said WHERE at <= ?').run(now() - KEPT_MS);
        db.prepare('INSERT OR REPLACE INTO said VALUES (?, ?, ?)').run(hashOf(key), now(), value);
      }, undefined),
    async spentToday(user) {
      const rows = await orElse(() => db.prepare('SELECT * FROM tokens WHERE day = ?').all(today()), []);
      const spent = [...soundRows(db, TOKENS, rows), ...unwritten.filter(({ day }) => day === today())];
      const sum = (of: typeof spent) => of.reduce((all, { input, output }) => all + input + output, 0);
      return { all: sum(spent), user: sum(spent.filter((each) => each.user === user)) };
    },
    spend(user, { input, output }) {
      // Counted in any case, or a full disk would lift the limit of a day.
      unwritten.push({ day: today(), user, input, output });
      return orElse(writeSpent, undefined);
    },
    async spentByDay() {
      const rows = await orElse(() => db.prepare('SELECT * FROM tokens').all(), []);
      return sumByDay([...soundRows(db, TOKENS, rows), ...unwritten]);
    },
    close: () => db.close(),
  };
}

/** Tokens of people as those of days, the latest first. */
export function sumByDay(spent: readonly DaysTokens[]): DaysTokens[] {
  const days = Map.groupBy(spent, ({ day }) => day);
  const sum = (of: readonly DaysTokens[], kind: 'input' | 'output') => of.reduce((all, each) => all + each[kind], 0);
  return [...days]
    .map(([day, of]) => ({ day, input: sum(of, 'input'), output: sum(of, 'output') }))
    .toSorted((a, b) => b.day.localeCompare(a.day));
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
