import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresInstallations } from '../../src/adapters/postgres/installations.ts';
import { createPostgresPreferences } from '../../src/adapters/postgres/preferences.ts';
import { createPostgresTaken } from '../../src/adapters/postgres/taken-documents.ts';
import { openSqliteInstallations } from '../../src/adapters/sqlite/installations.ts';
import { openSqlitePreferences } from '../../src/adapters/sqlite/preferences.ts';
import { openSqliteTaken } from '../../src/adapters/sqlite/taken-documents.ts';
import { describeInstallations } from '../contracts/installations.ts';
import { describePreferences } from '../contracts/preferences.ts';
import { describeTaken } from '../contracts/taken-documents.ts';
import { createMemoryPreferences } from '../support/memory-preferences.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';

const aFolder = () => mkdtempSync(join(tmpdir(), 'footnote-test-'));

describePreferences('SQLite', () => openSqlitePreferences(aFolder()));
describePreferences('in-memory', createMemoryPreferences);
describeTaken('SQLite', () => openSqliteTaken(aFolder(), () => undefined));
describeInstallations('SQLite', () => {
  const folder = aFolder();
  return (tokenKey) => openSqliteInstallations(folder, tokenKey);
});

describeOnPostgres(({ aLibrary }) => {
  describePreferences('PostgreSQL', () => createPostgresPreferences(aLibrary()));
  describeTaken('PostgreSQL', () => createPostgresTaken(aLibrary()));
  describeInstallations('PostgreSQL', () => {
    const place = aLibrary();
    return (tokenKey) => createPostgresInstallations(place, tokenKey);
  });
});
