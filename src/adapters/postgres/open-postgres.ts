import type { PostgresDatabase } from './database.ts';
import { connectPostgres } from './database.ts';
import { migrateSchema } from './migrate-schema.ts';

/** Where the stores of one library are. */
export interface LibraryPlace {
  db: PostgresDatabase;
  /** Name of the library: several share a database, and see nothing of each other. */
  library: string;
}

/**
 * Opens a database, and takes its tables to the version of this program.
 * @param say takes a line for the log: what was passed over
 * @throws StorageError, also later from every use: the server is away, refuses, is full …; each in words
 */
export async function openPostgres(url: string, say: (line: string) => void): Promise<PostgresDatabase> {
  const db = connectPostgres(url, say);
  try {
    await migrateSchema(db);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}
