import { resolve } from 'node:path';
import { connectPostgres } from '../adapters/postgres/database.ts';
import { migrateSchema } from '../adapters/postgres/migrate-schema.ts';
import type { MovedLibrary, Moving } from '../adapters/moving/move-index.ts';
import { moveToFolder, moveToPostgres } from '../adapters/moving/move-index.ts';
import type { Config } from '../config.ts';
import { ConfigurationError } from '../domain/errors.ts';
import { MAIN_LIBRARY } from '../domain/library-place.ts';

/** What was copied, and where to. */
export interface Migrated {
  /** A folder, or the database without its password. */
  to: string;
  libraries: MovedLibrary[];
}

const ADDRESS = /^postgres(?:ql)?:/u;

/**
 * Copies everything that is kept to the other engine: what INDEX_DIR holds into a database, or what the database of
 * DATABASE_URL holds into a new folder. What it is copied from stays as it is.
 * @param to the address of a database, or a folder
 * @throws ConfigurationError when a folder is named, and no database to copy from
 */
export async function migrate(
  { indexDirectory, database }: Pick<Config, 'indexDirectory' | 'database'>,
  to: string,
  moving: Omit<Moving, 'main'>,
): Promise<Migrated> {
  const isAddress = ADDRESS.test(to);
  if (!isAddress && !database)
    throw new ConfigurationError('DATABASE_URL names no database to copy from. To copy into one, name its address.');
  const db = connectPostgres(isAddress ? to : (database?.url ?? ''), moving.say);
  try {
    await migrateSchema(db);
    const how = { ...moving, main: MAIN_LIBRARY };
    if (isAddress) return { to: db.place, libraries: await moveToPostgres(indexDirectory, db, how) };
    const folder = resolve(to);
    return { to: folder, libraries: await moveToFolder(db, folder, indexDirectory, how) };
  } finally {
    await db.close();
  }
}
