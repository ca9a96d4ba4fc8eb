import { tmpdir } from 'node:os';
import type { PostgresDatabase } from '../adapters/postgres/database.ts';
import { latestVersion } from '../adapters/postgres/migrate-schema.ts';
import { StorageError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import type { DatabaseSettings } from '../domain/library-place.ts';
import { openDatabase } from './open-database.ts';
import type { Stores } from './open-stores.ts';
import { openStores } from './open-stores.ts';

/** A database that was looked at: open, or with what is wrong with it. */
export interface Examined {
  /** As messages speak of it. */
  place: string;
  db?: PostgresDatabase;
  stores?: Stores;
  findings: Finding[];
}

/** Opens the database of the settings, and asks it what it is. */
export async function examineDatabase({ url, library }: NonNullable<DatabaseSettings['database']>): Promise<Examined> {
  try {
    const db = await openDatabase(url, () => undefined);
    const row = await db.one(
      `SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,
         (SELECT count(*) FROM libraries) AS libraries,
         (SELECT extversion FROM pg_extension WHERE extname = 'vector') AS pgvector`,
    );
    const libraries = Number(row?.['libraries']);
    const pgvector = typeof row?.['pgvector'] === 'string' ? ` with pgvector ${row['pgvector']}` : '';
    const detail =
      `${db.place}: PostgreSQL ${String(row?.['version'])}${pgvector}, tables of version ${latestVersion()}, ` +
      `${libraries} ${libraries === 1 ? 'library' : 'libraries'}, ` +
      `${Math.ceil(Number(row?.['bytes']) / 1e6)} MB; this process reads the library ${library}`;
    return {
      place: db.place,
      db,
      // What is derived is not kept: nobody searches here.
      stores: openStores(tmpdir(), { db, library }, () => undefined),
      findings: [{ part: 'database', state: 'fine', detail }],
    };
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return {
      place: 'The database of DATABASE_URL',
      findings: [{ part: 'database', state: 'wrong', detail: error.message }],
    };
  }
}

/** What was found; nothing where everything is in files. */
export function databaseFindings(examined: Examined | undefined): Finding[] {
  return examined?.findings ?? [];
}
