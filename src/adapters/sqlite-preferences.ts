import { z } from 'zod';
import type { Preferences } from '../domain/ports.ts';
import type { StoreKind } from './open-store.ts';
import { openStore } from './open-store.ts';

const Row = z.object({ language: z.enum(['auto', 'zh', 'en']), place: z.enum(['direct', 'thread']) });

export const PREFERENCES: StoreKind = {
  file: 'preferences.db',
  holds: 'how people want to be answered',
  applicationId: 0x466e_0003,
  table: 'preferences',
  ifDamaged: 'set_aside',
  migrations: ['CREATE TABLE IF NOT EXISTS preferences (person TEXT PRIMARY KEY, language TEXT NOT NULL, place TEXT NOT NULL) STRICT, WITHOUT ROWID'],
};

/**
 * Opens the preferences in a folder.
 * @param say takes a line when a damaged file was set aside
 * @throws StorageError when they cannot be opened, read or written
 */
export function openSqlitePreferences(directory: string, say: (line: string) => void = () => undefined): Preferences & { close(): void } {
  const db = openStore(directory, PREFERENCES, say);
  return {
    of(team, user) {
      const row = db.prepare('SELECT language, place FROM preferences WHERE person = ?').get(`${team} ${user}`);
      const { language, place } = row ? Row.parse(row) : { language: 'auto' as const, place: 'direct' as const };
      return Promise.resolve({ language, where: place });
    },
    set(team, user, { language, where }) {
      db.prepare('INSERT OR REPLACE INTO preferences VALUES (?, ?, ?)').run(`${team} ${user}`, language, where);
      return Promise.resolve();
    },
    close: () => db.close(),
  };
}
