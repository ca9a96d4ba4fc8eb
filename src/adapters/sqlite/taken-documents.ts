import { z } from 'zod';
import type { TakenDocuments } from '../../domain/origin.ts';
import { TakenDocument } from '../../domain/origin.ts';
import { given } from '../../domain/given.ts';
import type { StoreKind } from './open-store.ts';
import { openStore } from './open-store.ts';
import { json, soundRows } from '../sound-rows.ts';

export const TAKEN_ROWS = {
  name: 'documents',
  key: ['origin', 'document'],
  row: z.object({ origin: z.string(), document: z.string(), taken: json(TakenDocument) }),
};

export const TAKEN: StoreKind = {
  file: 'sources.db',
  holds: 'what came in from the places in sources.yaml, and when',
  applicationId: 0x466e_000a,
  firstTable: 'documents',
  tables: [TAKEN_ROWS],
  ifDamaged: 'set_aside',
  migrations: [
    `CREATE TABLE IF NOT EXISTS documents (
       origin TEXT NOT NULL, document TEXT NOT NULL, taken TEXT NOT NULL,
       PRIMARY KEY (origin, document)) STRICT, WITHOUT ROWID`,
  ],
};

/**
 * Opens what is known of documents from elsewhere in the folder of an index.
 * @param say takes a line when a damaged file was set aside
 * @throws StorageError when it cannot be opened, read or written
 */
export function openSqliteTaken(directory: string, say: (line: string) => void): TakenDocuments & { close(): void } {
  const db = openStore(directory, TAKEN, say);
  return {
    all() {
      const rows = soundRows(db, TAKEN_ROWS, db.prepare('SELECT * FROM documents ORDER BY origin, document').all());
      return Promise.resolve(rows.map(({ taken }) => taken));
    },
    keep(taken) {
      const { origin, document } = taken;
      const keep = db.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?)');
      keep.run(origin, document, JSON.stringify(given(taken)));
      return Promise.resolve();
    },
    close: () => db.close(),
  };
}
