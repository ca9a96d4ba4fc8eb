import { z } from 'zod';
import type { Installations } from '../../domain/ports.ts';
import type { StoreKind } from './open-store.ts';
import { openStore } from './open-store.ts';
import { createSeal, LEAST_SEALED } from '../seal-installation.ts';
import { soundRow } from '../sound-rows.ts';

export const INSTALLATION_ROWS = {
  name: 'installations',
  key: ['team'],
  row: z.object({
    team: z.string().min(1),
    sealed: z.instanceof(Uint8Array).refine(({ length }) => length > LEAST_SEALED),
  }),
};

export const INSTALLATIONS: StoreKind = {
  file: 'installations.db',
  holds: 'the workspaces that installed the app, with their encrypted tokens',
  applicationId: 0x466e_0005,
  firstTable: 'installations',
  tables: [INSTALLATION_ROWS],
  ifDamaged: 'stop',
  migrations: [
    'CREATE TABLE IF NOT EXISTS installations (team TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID',
  ],
};

/**
 * Opens the installations in a folder. Tokens are encrypted with AES-256-GCM and bound to their workspace: a copied row
 * opens nothing.
 * @param tokenKey a secret, at least 32 characters
 * @param say takes a line when rows are passed over
 * @throws StorageError when they cannot be opened, read or written
 */
export function openSqliteInstallations(
  directory: string,
  tokenKey: string,
  say: (line: string) => void = () => undefined,
): Installations & { close(): void } {
  const { seal, unseal } = createSeal(tokenKey);
  const db = openStore(directory, INSTALLATIONS, say);
  return {
    keep(installed) {
      db.prepare('INSERT OR REPLACE INTO installations VALUES (?, ?)').run(installed.team, seal(installed));
      return Promise.resolve();
    },
    async find(team) {
      const row = soundRow(db, INSTALLATION_ROWS, db.prepare('SELECT * FROM installations WHERE team = ?').get(team));
      return row && unseal(row.sealed, team);
    },
    remove(team) {
      db.prepare('DELETE FROM installations WHERE team = ?').run(team);
      return Promise.resolve();
    },
    close: () => db.close(),
  };
}
