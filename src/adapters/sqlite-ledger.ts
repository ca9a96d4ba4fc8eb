import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { Source } from '../domain/answer.ts';
import type { Ledger } from '../domain/ports.ts';
import { makeIndexFolder } from './make-index-folder.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS sources (id TEXT PRIMARY KEY, kept_at INTEGER NOT NULL, sources TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** A ledger that can be closed. */
export interface SqliteLedger extends Ledger {
  close(): void;
}

/**
 * Opens the ledger in a folder, in a database of its own: an index that is built anew does not lose it.
 * @param now the clock, in milliseconds
 */
export function openSqliteLedger(directory: string, now: () => number): SqliteLedger {
  makeIndexFolder(directory);
  const db = new DatabaseSync(join(directory, 'ledger.db'), { timeout: 10_000 });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  db.exec(TABLES);
  return {
    keepSources(sources) {
      const id = randomUUID();
      db.prepare('INSERT INTO sources VALUES (?, ?, ?)').run(id, now(), JSON.stringify(sources));
      return Promise.resolve(id);
    },
    sources(id) {
      const row = db.prepare('SELECT sources FROM sources WHERE id = ?').get(id);
      return Promise.resolve(row && z.array(Source).parse(JSON.parse(String(row['sources']))));
    },
    close: () => db.close(),
  };
}
