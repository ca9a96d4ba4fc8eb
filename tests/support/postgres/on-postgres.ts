import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from 'vitest';
import type { PostgresDatabase } from '../../../src/adapters/postgres/database.ts';
import type { LibraryPlace } from '../../../src/adapters/postgres/open-postgres.ts';
import { openPostgres } from '../../../src/adapters/postgres/open-postgres.ts';
import { aDatabase, findServer } from './server.ts';

/** A database of PostgreSQL for the tests of a file; to be asked within tests. */
export interface TestDatabase {
  url(): string;
  db(): PostgresDatabase;
  /** Where the stores of a library are that nobody has used. */
  aLibrary(): LibraryPlace;
  /** What was said for the log. */
  said: string[];
}

/** Describes what holds on PostgreSQL; where there is no server, the run has said so. */
export function describeOnPostgres(describeIt: (database: TestDatabase) => void): void {
  describe.skipIf(findServer() === undefined)('on PostgreSQL', () => {
    const said: string[] = [];
    let opened: { url: string; db: PostgresDatabase } | undefined;
    const open = () => {
      if (!opened) throw new Error('The database is there within tests only.');
      return opened;
    };
    beforeAll(async () => {
      const url = await aDatabase();
      opened = { url, db: await openPostgres(url, (line) => said.push(line)) };
    });
    afterAll(() => opened?.db.close());
    describeIt({
      url: () => open().url,
      db: () => open().db,
      aLibrary: () => ({ db: open().db, library: randomUUID() }),
      said,
    });
  });
}
