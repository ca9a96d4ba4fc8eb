import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPostgresSessions } from '../../src/adapters/postgres/sessions.ts';
import { openSqliteSessions } from '../../src/adapters/sqlite/sessions.ts';
import { describeSessions } from '../contracts/sessions.ts';
import { createMemorySessions } from '../support/memory-sessions.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const nothing = () => undefined;

describeSessions('SQLite', (now) => openSqliteSessions(mkdtempSync(join(tmpdir(), 'footnote-test-')), now, nothing));
describeSessions('in-memory', createMemorySessions);
describeOnPostgres(({ aLibrary }) => describeSessions('PostgreSQL', (now) => createPostgresSessions(aLibrary(), now)));

describe('sessions on disk', () => {
  it('are one for all processes, and there after a restart', async () => {
    const folder = aTemporaryFolder();
    const [one, other] = [openSqliteSessions(folder, () => 0, nothing), openSqliteSessions(folder, () => 0, nothing)];
    await one.begin({ id: 'a', editor: 'Ada', until: 9 }, { id: 'link', until: 9 });
    const [there, again] = [
      await other.find('a'),
      await other.begin({ id: 'b', editor: 'Eve', until: 9 }, { id: 'link', until: 9 }),
    ];
    one.close();
    other.close();
    const later = openSqliteSessions(folder, () => 0, nothing);
    expect([there?.editor, again, (await later.find('a'))?.editor, await later.find('b')]).toEqual([
      'Ada',
      false,
      'Ada',
      undefined,
    ]);
    later.close();
  });
});
