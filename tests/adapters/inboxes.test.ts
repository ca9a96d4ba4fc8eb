import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPostgresInbox } from '../../src/adapters/postgres/inbox.ts';
import { openSqliteInbox } from '../../src/adapters/sqlite/inbox.ts';
import { ownerName } from '../../src/adapters/sqlite/work-owner.ts';
import { describeInbox } from '../contracts/inbox.ts';
import { aQuestionWaiting } from '../support/builders.ts';
import { createMemoryInbox } from '../support/memory-inbox.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

describeInbox('SQLite', (now) => openSqliteInbox(mkdtempSync(join(tmpdir(), 'footnote-test-')), now));
describeInbox('in-memory', createMemoryInbox);
describeOnPostgres(({ aLibrary }) => {
  describeInbox('PostgreSQL', (now) => createPostgresInbox(aLibrary(), () => Promise.resolve(now())));
});

describe('the SQLite inbox', () => {
  it('keeps what was accepted across a restart, and forgets it a week after it was done', async () => {
    const folder = aTemporaryFolder();
    let now = 0;
    const first = openSqliteInbox(folder, () => now);
    await first.accept(aQuestionWaiting());
    first.close();
    const second = openSqliteInbox(folder, () => now);
    const again = await second.accept(aQuestionWaiting());
    const [item] = await second.take('me', 1);
    await second.finish('me', item?.id ?? 0, 'done');
    now = WEEK_MS + 1;
    await second.take('me', 1);
    const later = await second.accept(aQuestionWaiting());
    second.close();
    expect([again, item?.work.text, later]).toEqual([false, '亚马逊云的市占率是多少？', true]);
  });

  it('goes on when the clock is set back a year: no lease and no allowance lasts for that year', async () => {
    const folder = aTemporaryFolder();
    let now = YEAR_MS;
    const inbox = openSqliteInbox(folder, () => now);
    for (const ts of ['1', '2']) await inbox.accept(aQuestionWaiting({ ts }));
    const [first, second] = await inbox.take('elsewhere 1 a', 2);
    const allowance = { perPerson: 1, perTeam: 10, withinMs: 3_600_000 };
    await inbox.count(first?.id ?? 0, allowance);
    now = 0;
    const held = await inbox.take('here 2 b', 5);
    now = 31_000;
    const freed = await inbox.take('here 2 b', 5);
    const excess = await inbox.count(second?.id ?? 0, allowance);
    inbox.close();
    expect([held, freed.map(({ id }) => id), excess]).toEqual([[], [first?.id, second?.id], undefined]);
  });

  it('gives work of a killed process to the next one at once', async () => {
    const folder = aTemporaryFolder();
    const inbox = openSqliteInbox(folder, () => 0);
    await inbox.accept(aQuestionWaiting());
    const child = fork(resolve(import.meta.dirname, '../support/take-and-hang.ts'), [folder], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    await once(child, 'message');
    const meanwhile = await inbox.take(ownerName('here'), 1);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const [item] = await inbox.take(ownerName('here'), 1);
    inbox.close();
    expect([meanwhile, item?.attempt]).toEqual([[], 2]);
  });

  it('gives nothing twice to four processes that take at once', async () => {
    const folder = aTemporaryFolder();
    const inbox = openSqliteInbox(folder, Date.now);
    const all = Array.from({ length: 200 }, (_, ts) => String(ts));
    for (const ts of all) await inbox.accept(aQuestionWaiting({ ts, text: ts, user: `U${Number(ts) % 7}` }));
    const children = Array.from({ length: 4 }, () =>
      fork(resolve(import.meta.dirname, '../support/take-all.ts'), [folder]),
    );
    const taken = await Promise.all(children.map(async (child) => (await once(child, 'message'))[0]));
    inbox.close();
    expect([new Set(taken.flat()), taken.flat().length]).toEqual([new Set(all), all.length]);
  });
});
