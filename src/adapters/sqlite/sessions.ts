import { z } from 'zod';
import type { Sessions } from '../../domain/sessions.ts';
import { inTransaction } from './in-transaction.ts';
import type { StoreKind } from './open-store.ts';
import { openStore } from './open-store.ts';
import { soundRow } from '../sound-rows.ts';

export const SESSION_ROWS = {
  name: 'sessions',
  key: ['id'],
  row: z.object({ id: z.string(), editor: z.string().min(1), until: z.int() }),
};
const LINKS = { name: 'links', key: ['id'], row: z.object({ id: z.string(), until: z.int() }) };

export const SESSIONS: StoreKind = {
  file: 'sessions.db',
  holds: 'who is signed in on the web pages; editors sign in again',
  applicationId: 0x466e_0008,
  firstTable: 'sessions',
  tables: [SESSION_ROWS, LINKS],
  ifDamaged: 'set_aside',
  migrations: [
    `CREATE TABLE IF NOT EXISTS sessions (
       id TEXT PRIMARY KEY, editor TEXT NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
     CREATE TABLE IF NOT EXISTS links (id TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
  ],
};

/** Sessions that can be closed. */
export interface SqliteSessions extends Sessions {
  close(): void;
}

/**
 * Opens the sessions in a folder, in a database of its own: where it is lost, editors sign in again.
 * @param now the clock, in milliseconds
 * @param say takes a line when a damaged file was set aside
 * @throws StorageError when it cannot be opened, read or written
 */
export function openSqliteSessions(directory: string, now: () => number, say: (line: string) => void): SqliteSessions {
  const db = openStore(directory, SESSIONS, say);

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
      return Promise.resolve(soundRow(db, SESSION_ROWS, row));
    },
    end(id) {
      db.prepare('DELETE FROM sessions WHERE id = ?').run(id);
      return Promise.resolve();
    },
    close: () => db.close(),
  };
}
