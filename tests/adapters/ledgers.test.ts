import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresLedger } from '../../src/adapters/postgres/ledger.ts';
import { openSqliteLedger } from '../../src/adapters/sqlite/ledger.ts';
import { describeLedger } from '../contracts/ledger.ts';
import { createMemoryLedger } from '../support/memory-ledger.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';

describeLedger('SQLite', () => openSqliteLedger(mkdtempSync(join(tmpdir(), 'footnote-test-')), () => 0));
describeLedger('in-memory', createMemoryLedger);
describeOnPostgres(({ aLibrary }) => describeLedger('PostgreSQL', () => createPostgresLedger(aLibrary(), () => 0)));
