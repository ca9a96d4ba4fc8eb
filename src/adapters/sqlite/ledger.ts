import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Source } from '../../domain/answer.ts';
import type { Ledger } from '../../domain/ports.ts';
import type { StoreKind } from './open-store.ts';
import { openStore } from './open-store.ts';
import { json, soundRow } from '../sound-rows.ts';

export const SOURCES = {
  name: 'sources',
  key: ['id'],
  row: z.object({ id: z.string(), kept_at: z.int(), sources: json(z.array(Source)) }),
};

export const LEDGER: StoreKind = {
  file: 'ledger.db',
  holds: 'the sources of posted answers, which their button Sources shows',
  applicationId: 0x466e_0001,
  firstTable: 'sources',
  tables: [SOURCES],
  ifDamaged: 'set_aside',
  migrations: [
    `CREATE TABLE IF NOT EXISTS sources (
       id TEXT PRIMARY KEY, kept_at INTEGER NOT NULL, sources TEXT NOT NULL) STRICT, WITHOUT ROWID`,
  ],
};

/** A ledger that can be closed. */
export interface SqliteLedger extends Ledger {
  close(): void;
}

/**
 * Opens the ledger in a folder, in a database of its own: an index that is built anew does not lose it.
 * @param now the clock, in milliseconds
 * @param say takes a line when a damaged file was set aside
 * @throws StorageError when it cannot be opened, read or written
 */
export function openSqliteLedger(
  directory: string,
  now: () => number,
  say: (line: string) => void = () => undefined,
): SqliteLedger {
  const db = openStore(directory, LEDGER, say);
  return {
    keepSources(sources) {
      const id = randomUUID();
      db.prepare('INSERT INTO sources VALUES (?, ?, ?)').run(id, now(), JSON.stringify(sources));
      return Promise.resolve(id);
    },
    sources(id) {
      return Promise.resolve(soundRow(db, SOURCES, db.prepare('SELECT * FROM sources WHERE id = ?').get(id))?.sources);
    },
    close: () => db.close(),
  };
}
