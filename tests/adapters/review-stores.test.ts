import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createPostgresReviewStore } from '../../src/adapters/postgres/review-store.ts';
import { openSqliteReviewStore } from '../../src/adapters/sqlite/review-store.ts';
import { StorageError } from '../../src/domain/errors.ts';
import { FIRST_HASH, sealEntry } from '../../src/review/seal-entry.ts';
import { verifyLog } from '../../src/review/verify-log.ts';
import { anEntry, describeReviewStore } from '../contracts/review-store.ts';
import { aKeptAnswer } from '../support/builders.ts';
import { createMemoryReviewStore } from '../support/memory-review-store.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const open = (folder: string) =>
  openSqliteReviewStore(folder, { now: Date.now, seal: sealEntry, firstHash: FIRST_HASH });

describeReviewStore('SQLite', () => open(mkdtempSync(join(tmpdir(), 'footnote-test-'))));
describeReviewStore('in-memory', () => createMemoryReviewStore());
describeOnPostgres(({ aLibrary }) => {
  describeReviewStore('PostgreSQL', () =>
    createPostgresReviewStore(aLibrary(), { now: Date.now, seal: sealEntry, firstHash: FIRST_HASH }),
  );
});

describe('the SQLite review store', () => {
  it('refuses to change or delete an entry, and shows it when the file was changed without its guard', async () => {
    const folder = aTemporaryFolder();
    const store = open(folder);
    await store.keep(aKeptAnswer());
    await store.append([{ entry: anEntry() }, { entry: anEntry({ verdict: 'wrong_page' }) }, { entry: anEntry() }]);
    const db = new DatabaseSync(join(folder, 'review.db'));
    for (const change of [
      "UPDATE log SET verdict = 'verified'",
      'DELETE FROM log WHERE number = 3',
      "INSERT OR REPLACE INTO log SELECT 2, at, 'eve', action, answerId, citationId, quoteKey, verdict, " +
        'note, previousHash, hash FROM log WHERE number = 2',
    ]) {
      expect(() => db.exec(change)).toThrow('the log is append-only');
    }
    db.exec("DROP TRIGGER log_is_not_changed; UPDATE log SET verdict = 'verified' WHERE number = 2");
    const changed = await store.log();
    db.exec('DROP TRIGGER log_is_not_deleted; DELETE FROM log WHERE number >= 2');
    const cut = await store.log();
    db.close();
    store.close();
    expect([verifyLog(changed.entries, changed.head), verifyLog(cut.entries, cut.head)]).toEqual([
      { outcome: 'changed', number: 2 },
      { outcome: 'missing', number: 2 },
    ]);
  });

  it('keeps one unbroken log when two processes append at once', async () => {
    const folder = aTemporaryFolder();
    const store = open(folder);
    await store.keep(aKeptAnswer());
    const children = [1, 2].map(() =>
      fork(resolve(import.meta.dirname, '../support/append-entries.ts'), [folder, '40']),
    );
    await Promise.all(children.map((child) => once(child, 'exit')));
    const { entries, head } = await store.log();
    store.close();
    expect([children.map(({ exitCode }) => exitCode), entries.length, verifyLog(entries, head).outcome]).toEqual([
      [0, 0],
      80,
      'intact',
    ]);
  });

  it('says of a file that is no database what to do, and not to delete it', () => {
    const folder = aTemporaryFolder();
    writeFileSync(
      join(folder, 'review.db'),
      'this is not a database, whatever its name says, and long enough to be looked at',
    );
    expect(() => open(folder)).toThrow(StorageError);
    expect(() => open(folder)).toThrow(/do not delete it/u);
  });
});

describe('answers that both shortcuts once kept under a channel without a name', () => {
  it('are mended when the file is opened: they are in the queue, and say that they were posted nowhere', async () => {
    const folder = aTemporaryFolder();
    const store = open(folder);
    for (const id of ['a1', 'a2']) await store.keep(aKeptAnswer({ id }));
    store.close();
    const db = new DatabaseSync(join(folder, 'review.db'));
    db.exec(
      `PRAGMA user_version = 0; UPDATE answers SET place = '{"kind":"slack","team":"T1","channel":""}' WHERE id = 'a1'`,
    );
    db.close();
    const again = open(folder);
    const places = [(await again.answer('a1'))?.answer.place, (await again.answer('a2'))?.answer.place];
    const waiting = await again.waiting(10);
    again.close();
    expect([places, waiting]).toEqual([
      [{ kind: 'nowhere', team: 'T1' }, aKeptAnswer().place],
      ['a1.1', 'a1.2', 'a2.1', 'a2.2'],
    ]);
  });
});

describe('answers that cannot be read', () => {
  it('are passed over with one line, and take no place in the queue', async () => {
    const folder = aTemporaryFolder();
    const store = open(folder);
    for (const id of ['a1', 'a2', 'a3']) await store.keep(aKeptAnswer({ id }));
    store.close();
    const db = new DatabaseSync(join(folder, 'review.db'));
    db.exec(`UPDATE answers SET place = 'nonsense' WHERE id IN ('a1', 'a2')`);
    db.close();
    const said: string[] = [];
    const again = openSqliteReviewStore(folder, {
      now: Date.now,
      seal: sealEntry,
      firstHash: FIRST_HASH,
      say: (line) => said.push(line),
    });
    const read = [await again.waiting(2), await again.waiting(2), await again.answer('a1')];
    again.close();
    expect(read).toEqual([['a3.1', 'a3.2'], ['a3.1', 'a3.2'], undefined]);
    expect(said.map((line) => line.replace(folder, ''))).toEqual([
      '/review.db: 1 of the rows in answers not as written, passed over: a1. `footnote doctor` lists them.',
      '/review.db: 1 of the rows in answers not as written, passed over: a2. `footnote doctor` lists them.',
    ]);
  });
});
