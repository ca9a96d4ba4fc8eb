import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ConfigurationError } from '../../domain/errors.ts';
import type { Installations } from '../../domain/ports.ts';
import type { StoreKind } from './open-store.ts';
import { openStore } from './open-store.ts';
import { soundRow } from './sound-rows.ts';

/** Bytes of a nonce and of a tag of AES-256-GCM. */
const NONCE = 12;
const TAG = 16;

const Kept = z.object({ team: z.string(), botToken: z.string(), botUserId: z.string() });

const ROWS = {
  name: 'installations',
  key: ['team'],
  row: z.object({
    team: z.string().min(1),
    sealed: z.instanceof(Uint8Array).refine(({ length }) => length > NONCE + TAG),
  }),
};

export const INSTALLATIONS: StoreKind = {
  file: 'installations.db',
  holds: 'the workspaces that installed the app, with their encrypted tokens',
  applicationId: 0x466e_0005,
  firstTable: 'installations',
  tables: [ROWS],
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
  const key = Buffer.from(hkdfSync('sha256', tokenKey, '', 'footnote installations', 32));
  const db = openStore(directory, INSTALLATIONS, say);
  return {
    keep(installed) {
      db.prepare('INSERT OR REPLACE INTO installations VALUES (?, ?)').run(
        installed.team,
        seal(JSON.stringify(installed), installed.team, key),
      );
      return Promise.resolve();
    },
    async find(team) {
      const row = soundRow(db, ROWS, db.prepare('SELECT * FROM installations WHERE team = ?').get(team));
      return row && Kept.parse(JSON.parse(unseal(row.sealed, team, key)));
    },
    remove(team) {
      db.prepare('DELETE FROM installations WHERE team = ?').run(team);
      return Promise.resolve();
    },
    close: () => db.close(),
  };
}

function seal(text: string, team: string, key: Buffer): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(team));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function unseal(sealed: Uint8Array, team: string, key: Buffer): string {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(team))
      .setAuthTag(sealed.subarray(-TAG));
    return decipher.update(sealed.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch (cause) {
    throw new ConfigurationError(
      `The token of workspace ${team} cannot be read: TOKEN_KEY is not the one it was kept with, or its row is ` +
        'damaged. Set the earlier key, or install the app there again.',
      { cause },
    );
  }
}
