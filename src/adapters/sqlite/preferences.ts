import { z } from 'zod';
import type { Preferences } from '../../domain/ports.ts';
import type { StoreKind } from './open-store.ts';
import { openStore } from './open-store.ts';
import { soundRow } from '../sound-rows.ts';

export const PREFERENCE_ROWS = {
  name: 'preferences',
  key: ['person'],
  row: z.object({ person: z.string(), language: z.enum(['auto', 'zh', 'en']), place: z.enum(['direct', 'thread']) }),
};

export const PREFERENCES: StoreKind = {
  file: 'preferences.db',
  holds: 'how people want to be answered',
  applicationId: 0x466e_0003,
  firstTable: 'preferences',
  tables: [PREFERENCE_ROWS],
  ifDamaged: 'set_aside',
  migrations: [
    `CREATE TABLE IF NOT EXISTS preferences (
       person TEXT PRIMARY KEY, language TEXT NOT NULL, place TEXT NOT NULL) STRICT, WITHOUT ROWID`,
  ],
};

/**
 * Opens the preferences in a folder.
 * @param say takes a line when a damaged file was set aside
 * @throws StorageError when they cannot be opened, read or written
 */
export function openSqlitePreferences(
  directory: string,
  say: (line: string) => void = () => undefined,
): Preferences & { close(): void } {
  const db = openStore(directory, PREFERENCES, say);
  return {
    of(team, user) {
      const row = soundRow(
        db,
        PREFERENCE_ROWS,
        db.prepare('SELECT * FROM preferences WHERE person = ?').get(`${team} ${user}`),
      );
      return Promise.resolve({ language: row?.language ?? 'auto', where: row?.place ?? 'direct' });
    },
    set(team, user, { language, where }) {
      db.prepare('INSERT OR REPLACE INTO preferences VALUES (?, ?, ?)').run(`${team} ${user}`, language, where);
      return Promise.resolve();
    },
    close: () => db.close(),
  };
}
