import type { Database } from './database.ts';

/** Makes a change wholly or not at all, while no other process writes. */
export function inTransaction<T>(db: Database, change: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = change();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(db);
    throw error;
  }
}

/** Reads everything at one moment: between two readings another process may change something. */
export function inSnapshot<T>(db: Database, read: () => T): T {
  db.exec('BEGIN');
  try {
    const result = read();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(db);
    throw error;
  }
}

/** On a full or damaged disk SQLite has rolled back already, or cannot: what went wrong first is what must be told. */
function rollBack(db: Database): void {
  if (!db.isTransaction) return;
  try {
    db.exec('ROLLBACK');
  } catch {
    // SQLite does it when the file is opened again.
  }
}
