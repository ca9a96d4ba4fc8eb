import { createHash } from 'node:crypto';
import { StorageError } from '../../domain/errors.ts';
import type { ModelStore } from '../../domain/ports.ts';
import { soundRow, soundRows } from '../sound-rows.ts';
import { KEPT_MS, SAID, sumByDay, TOKENS } from '../sqlite/model-store.ts';
import type { LibraryPlace } from './open-postgres.ts';

const ADD_TOKENS = `
  INSERT INTO tokens VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (library, day, person) DO UPDATE
    SET input = tokens.input + excluded.input, output = tokens.output + excluded.output`;

/** Tokens that somebody used on a day. */
interface Spent {
  day: string;
  user: string;
  input: number;
  output: number;
}

/**
 * What models said and what they cost. A database that is away costs no answer: until it is back nothing is
 * remembered, and this process counts its tokens by itself.
 * @param now the clock, in milliseconds
 * @param say takes a line when the database cannot be used
 */
export function createPostgresModelStore(
  { db, library }: LibraryPlace,
  now: () => number,
  say: (line: string) => void = () => undefined,
): ModelStore {
  const today = () => new Date(now()).toISOString().slice(0, 10);
  const unwritten: Spent[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  let isTold = false;

  /** An answer is worth more than the memory of it: what goes wrong is told once. */
  async function orElse<T>(act: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      const result = await act();
      isTold = false;
      return result;
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      if (!isTold) say(`${error.message} Until then nothing that a model says is remembered.`);
      isTold = true;
      return otherwise;
    }
  }

  async function writeSpent(): Promise<void> {
    for (let next = unwritten[0]; next; next = unwritten[0]) {
      await db.run(ADD_TOKENS, [library, next.day, next.user, next.input, next.output]);
      unwritten.shift();
    }
  }

  return {
    recall: (key) =>
      orElse(async () => {
        const row = await db.one('SELECT * FROM said WHERE library = $1 AND key = $2 AND at > $3', [
          library,
          hashOf(key),
          now() - KEPT_MS,
        ]);
        return soundRow(db, SAID, row)?.value;
      }, undefined),
    keep: (key, value) =>
      orElse(async () => {
        await db.run('DELETE FROM said WHERE library = $1 AND at <= $2', [library, now() - KEPT_MS]);
        await db.run(
          `INSERT INTO said VALUES ($1, $2, $3, $4)
           ON CONFLICT (library, key) DO UPDATE SET at = excluded.at, value = excluded.value`,
          [library, hashOf(key), now(), value],
        );
      }, undefined),
    async spentToday(user) {
      const rows = await orElse(
        () =>
          db.all('SELECT day, person AS "user", input, output FROM tokens WHERE library = $1 AND day = $2', [
            library,
            today(),
          ]),
        [],
      );
      const spent = [...soundRows(db, TOKENS, rows), ...unwritten.filter(({ day }) => day === today())];
      const sum = (of: typeof spent) => of.reduce((all, { input, output }) => all + input + output, 0);
      return { all: sum(spent), user: sum(spent.filter((each) => each.user === user)) };
    },
    async spentByDay() {
      const select = 'SELECT day, person AS "user", input, output FROM tokens WHERE library = $1';
      const rows = await orElse(() => db.all(select, [library]), []);
      return sumByDay([...soundRows(db, TOKENS, rows), ...unwritten]);
    },
    spend(user, { input, output }) {
      // Counted in any case, or a database that is away would lift the limit of a day.
      unwritten.push({ day: today(), user, input, output });
      const written = writing.then(() => orElse(writeSpent, undefined));
      writing = written.catch(() => undefined);
      return written;
    },
  };
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
