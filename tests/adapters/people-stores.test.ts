import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresInstallations } from '../../src/adapters/postgres/installations.ts';
import { createPostgresPreferences } from '../../src/adapters/postgres/preferences.ts';
import { openSqliteInstallations } from '../../src/adapters/sqlite/installations.ts';
import { openSqlitePreferences } from '../../src/adapters/sqlite/preferences.ts';
import { describeInstallations } from '../contracts/installations.ts';
import { describePreferences } from '../contracts/preferences.ts';
import { createMemoryPreferences } from '../support/memory-preferences.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';

const aFolder = () => mkdtempSync(join(tmpdir(), 'footnote-test-'));

describePreferences('SQLite', () => openSqlitePreferences(aFolder()));
describePreferences('in-memory', createMemoryPreferences);
describeInstallations('SQLite', () => {
  const folder = aFolder();
  return (tokenKey) => openSqliteInstallations(folder, tokenKey);
});

describeOnPostgres(({ aLibrary }) => {
  describePreferences('PostgreSQL', () => createPostgresPreferences(aLibrary()));
  describeInstallations('PostgreSQL', () => {
    const place = aLibrary();
    return (tokenKey) => createPostgresInstallations(place, tokenKey);
  });
});
