import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Sessions } from '../domain/sessions.ts';
import { inTransaction } from './in-transaction.ts';
import { makeIndexFolder } from './make-index-folder.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS sessions (id TEXT PRIMARY KEY, editor TEXT NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS links (id TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

const Row = z.object({ id: z.string(), editor: z.string(), until: z.number() });

/**
 * Opens the sessions in a folder, in a database of its own: where it is lost, editors sign in again.
 * @param now the clock, in milliseconds
 */
export function openSqliteSessions(directory: string, now: () => number): Sessions & { close(): void } {
  makeIndexFolder(directory);
  const db = new DatabaseSync(join(directory, 'sessions.db'), { timeout: 10_000 });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  db.exec(TABLES);

  /** What has run out is of no use: the link's signature says so too. */
  function forgetOld(): void {
    for (const table of ['sessions', 'links']) db.prepare(`DELETE FROM ${table} WHERE until <= ?`).run(now());
  }

  return {
    begin: ({ id, editor, until }, link) =>
      Promise.resolve(
        inTransaction(db, () => {
          forgetOld();
          const { changes } = db.prepare('INSERT OR IGNORE INTO links VALUES (?, ?)').run(link.id, link.until);
          if (changes === 0) return false;
          db.prepare('INSERT INTO sessions VALUES (?, ?, ?)').run(id, editor, until);
          return true;
        }),
      ),
    hasBegun: (linkId) => Promise.resolve(db.prepare('SELECT 1 FROM links WHERE id = ?').get(linkId) !== undefined),
    find(id) {
      const row = db.prepare('SELECT id, editor, until FROM sessions WHERE id = ? AND until > ?').get(id, now());
      return Promise.resolve(row && Row.parse(row));
    },
    end(id) {
      db.prepare('DELETE FROM sessions WHERE id = ?').run(id);
      return Promise.resolve();
    },
    close: () => db.close(),
  };
}
