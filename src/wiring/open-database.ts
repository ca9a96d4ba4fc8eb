import type { PostgresDatabase } from '../adapters/postgres/database.ts';
import type { Config } from '../config.ts';
import type { Stores } from './open-stores.ts';
import { openStores } from './open-stores.ts';

/**
 * Opens the database of the settings. Without one nothing of it is loaded: commands start sooner.
 * @throws StorageError when it cannot be used
 */
export async function openDatabase(url: string, say: (line: string) => void): Promise<PostgresDatabase> {
  return (await import('../adapters/postgres/open-postgres.ts')).openPostgres(url, say);
}

/** The stores of the library that the settings are about. */
export function storesIn(
  { indexDirectory, database }: Pick<Config, 'indexDirectory' | 'database'>,
  db: PostgresDatabase | undefined,
  say: (line: string) => void,
): Stores {
  return openStores(indexDirectory, db && database && { db, library: database.library }, say);
}
