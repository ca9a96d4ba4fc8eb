import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { openSqliteReviewStore } from '../../src/adapters/sqlite-review-store.ts';
import { StorageError } from '../../src/domain/errors.ts';
import { FIRST_HASH, sealEntry } from '../../src/review/seal-entry.ts';
import { verifyLog } from '../../src/review/verify-log.ts';
import { anEntry, describeReviewStore } from '../contracts/review-store.ts';
import { aKeptAnswer } from '../support/builders.ts';
import { createMemoryReviewStore } from '../support/memory-review-store.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const open = (folder: string) => openSqliteReviewStore(folder, { now: Date.now, seal: sealEntry, firstHash: FIRST_HASH });

describeReviewStore('SQLite', () => open(mkdtempSync(join(tmpdir(), 'footnote-test-'))));
describeReviewStore('in-memory', () => createMemoryReviewStore());

describe('the SQLite review store', () => {
  it('refuses to change or delete an entry, and shows it when the file was changed without its guard', async () => {
    const folder = aTemporaryFolder();
    const store = open(folder);
    await store.keep(aKeptAnswer());
    await store.append([{ entry: anEntry() }, { entry: anEntry({ verdict: 'wrong_page' }) }, { entry: anEntry() }]);
    const db = new DatabaseSync(join(folder, 'review.db'));
    for (const change of ["UPDATE log SET verdict = 'verified'", 'DELETE FROM log WHERE number = 3', "INSERT OR REPLACE INTO log SELECT 2, at, 'eve', action, answerId, citationId, quoteKey, verdict, note, previousHash, hash FROM log WHERE number = 2"]) {
      expect(() => db.exec(change)).toThrow('the log is append-only');
    }
    db.exec("DROP TRIGGER log_is_not_changed; UPDATE log SET verdict = 'verified' WHERE number = 2");
    const changed = await store.log();
    db.exec('DROP TRIGGER log_is_not_deleted; DELETE FROM log WHERE number >= 2');
    const cut = await store.log();
    db.close();
    store.close();
    expect([verifyLog(changed.entries, changed.head), verifyLog(cut.entries, cut.head)]).toEqual([{ outcome: 'changed', number: 2 }, { outcome: 'missing', number: 2 }]);
  });

  it('keeps one unbroken log when two processes append at once', async () => {
    const folder = aTemporaryFolder();
    const store = open(folder);
    await store.keep(aKeptAnswer());
    const children = [1, 2].map(() => fork(resolve(import.meta.dirname, '../support/append-entries.ts'), [folder, '40']));
    await Promise.all(children.map((child) => once(child, 'exit')));
    const { entries, head } = await store.log();
    store.close();
    expect([children.map(({ exitCode }) => exitCode), entries.length, verifyLog(entries, head).outcome]).toEqual([[0, 0], 80, 'intact']);
  });

  it('says of a file that is no database what to do, and not to delete it', () => {
    const folder = aTemporaryFolder();
    writeFileSync(join(folder, 'review.db'), 'this is not a database, whatever its name says, and long enough to be looked at');
    expect(() => open(folder)).toThrow(StorageError);
    expect(() => open(folder)).toThrow(/do not delete it/u);
  });
});
