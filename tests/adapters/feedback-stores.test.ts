import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresFeedback } from '../../src/adapters/postgres/feedback.ts';
import { openSqliteFeedback } from '../../src/adapters/sqlite/feedback.ts';
import { describeFeedback } from '../contracts/feedback.ts';
import { createMemoryFeedback } from '../support/memory-feedback.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';

const nothing = () => undefined;

describeFeedback('SQLite', (now) => openSqliteFeedback(mkdtempSync(join(tmpdir(), 'footnote-test-')), now, nothing));
describeFeedback('in-memory', createMemoryFeedback);
describeOnPostgres(({ aLibrary }) => describeFeedback('PostgreSQL', (now) => createPostgresFeedback(aLibrary(), now)));
