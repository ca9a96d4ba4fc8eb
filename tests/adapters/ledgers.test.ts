import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteLedger } from '../../src/adapters/sqlite-ledger.ts';
import { describeLedger } from '../contracts/ledger.ts';
import { createMemoryLedger } from '../support/memory-ledger.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describeLedger('SQLite', () => openSqliteLedger(mkdtempSync(join(tmpdir(), 'footnote-test-')), () => 0));
describeLedger('in-memory', createMemoryLedger);

describe('the SQLite ledger', () => {
  it('remembers across a restart, and forgets events after a week', async () => {
    const folder = aTemporaryFolder();
    let now = 0;
    const first = openSqliteLedger(folder, () => now);
    await first.accept('e1');
    first.close();
    const second = openSqliteLedger(folder, () => now);
    const again = await second.accept('e1');
    now = 8 * DAY_MS;
    const later = await second.accept('e1');
    second.close();
    expect([again, later]).toEqual([false, true]);
  });
});
