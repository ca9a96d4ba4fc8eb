import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Preferences } from '../domain/ports.ts';
import { makeIndexFolder } from './make-index-folder.ts';

const Row = z.object({ language: z.enum(['auto', 'zh', 'en']), place: z.enum(['direct', 'thread']) });

/** Opens the preferences in a folder. */
export function openSqlitePreferences(directory: string): Preferences & { close(): void } {
  makeIndexFolder(directory);
  const db = new DatabaseSync(join(directory, 'preferences.db'), { timeout: 10_000 });
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('CREATE TABLE IF NOT EXISTS preferences (person TEXT PRIMARY KEY, language TEXT NOT NULL, place TEXT NOT NULL) STRICT, WITHOUT ROWID');
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
