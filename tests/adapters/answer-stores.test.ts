import { createPostgresAnswers } from '../../src/adapters/postgres/answers.ts';
import { openSqliteAnswers } from '../../src/adapters/sqlite/answers.ts';
import { describeAnswers } from '../contracts/answers.ts';
import { createMemoryAnswers } from '../support/memory-answers.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

describeAnswers('SQLite', (most) => openSqliteAnswers(aTemporaryFolder(), () => undefined, most));
describeAnswers('in-memory', createMemoryAnswers);
describeOnPostgres(({ aLibrary }) => describeAnswers('PostgreSQL', (most) => createPostgresAnswers(aLibrary(), most)));
