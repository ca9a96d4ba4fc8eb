import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPostgresModelStore } from '../../src/adapters/postgres/model-store.ts';
import { openSqliteModelStore } from '../../src/adapters/sqlite/model-store.ts';
import { describeModelStore } from '../contracts/model-store.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';
import { createMemoryModelStore } from '../support/scripted-model.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describeModelStore('SQLite', () => openSqliteModelStore(mkdtempSync(join(tmpdir(), 'footnote-test-')), () => 0));
describeModelStore('in-memory', createMemoryModelStore);
describeOnPostgres(({ aLibrary }) => {
  describeModelStore('PostgreSQL', () => createPostgresModelStore(aLibrary(), () => 0));
});

describe('the SQLite model store', () => {
  it('remembers across a restart, counts each day anew, and forgets what was said after a month', async () => {
    const folder = aTemporaryFolder();
    let now = 0;
    const first = openSqliteModelStore(folder, () => now);
    await first.keep('a', 'one');
    await first.spend('ann', { input: 10, output: 1 });
    first.close();
    const second = openSqliteModelStore(folder, () => now);
    const sameDay = [await second.recall('a'), await second.spentToday('ann')];
    now = DAY_MS;
    const nextDay = [await second.recall('a'), await second.spentToday('ann')];
    now = 31 * DAY_MS;
    const nextMonth = await second.recall('a');
    second.close();
    expect([sameDay, nextDay, nextMonth]).toEqual([
      ['one', { all: 11, user: 11 }],
      ['one', { all: 0, user: 0 }],
      undefined,
    ]);
  });
});
