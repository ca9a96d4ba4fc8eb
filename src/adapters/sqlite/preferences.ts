import { z } from 'zod';
import { Follow } from '../../domain/follow.ts';
import type { Preferences } from '../../domain/ports.ts';
import type { Follows } from '../../domain/follow.ts';
import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import type { StoreKind } from './open-store.ts';
import { openStore } from './open-store.ts';
import { soundRow, soundRows } from '../sound-rows.ts';

export const PREFERENCE_ROWS = {
  name: 'preferences',
  key: ['person'],
  row: z.object({ person: z.string(), language: z.enum(['auto', 'zh', 'en']), place: z.enum(['direct', 'thread']) }),
};

export const FOLLOWS = { name: 'follows', key: ['team', 'place', 'topic'], row: Follow };
export const TOLD = {
  name: 'told',
  key: ['team', 'place', 'topic', 'report'],
  row: z.object({ team: z.string(), place: z.string(), topic: z.string(), report: z.string().min(1) }),
};
export const SCOPES = {
  name: 'scopes',
  key: ['team', 'channel'],
  row: z.object({ team: z.string(), channel: z.string(), scope: z.string().min(1) }),
};

export const PREFERENCES: StoreKind = {
  file: 'preferences.db',
  holds: 'how people want to be answered, and what they follow',
  applicationId: 0x466e_0003,
  firstTable: 'preferences',
  tables: [PREFERENCE_ROWS, FOLLOWS, TOLD, SCOPES],
  ifDamaged: 'set_aside',
  migrations: [
    `CREATE TABLE IF NOT EXISTS preferences (
       person TEXT PRIMARY KEY, language TEXT NOT NULL, place TEXT NOT NULL) STRICT, WITHOUT ROWID`,
    `CREATE TABLE IF NOT EXISTS follows (
       team TEXT NOT NULL, place TEXT NOT NULL, topic TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
       PRIMARY KEY (team, place, topic)) STRICT;
     CREATE TABLE IF NOT EXISTS told (
       team TEXT NOT NULL, place TEXT NOT NULL, topic TEXT NOT NULL, report TEXT NOT NULL,
       PRIMARY KEY (team, place, topic, report)) STRICT, WITHOUT ROWID;
     CREATE TABLE IF NOT EXISTS scopes (
       team TEXT NOT NULL, channel TEXT NOT NULL, scope TEXT NOT NULL,
       PRIMARY KEY (team, channel)) STRICT, WITHOUT ROWID`,
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
    ...followsIn(db),
    close: () => db.close(),
  };
}

const TELL = 'INSERT OR IGNORE INTO told (team, place, topic, report) VALUES (?, ?, ?, ?)';

function followsIn(db: Database): Follows {
  return {
    follow: ({ team, place, topic, by, at }, known) =>
      Promise.resolve(
        inTransaction(db, () => {
          const begin = db.prepare('INSERT OR IGNORE INTO follows (team, place, topic, by, at) VALUES (?, ?, ?, ?, ?)');
          if (begin.run(team, place, topic, by, at).changes === 0) return false;
          for (const report of known) db.prepare(TELL).run(team, place, topic, report);
          return true;
        }),
      ),
    unfollow: ({ team, place, topic }) =>
      Promise.resolve(
        inTransaction(db, () => {
          db.prepare('DELETE FROM told WHERE team = ? AND place = ? AND topic = ?').run(team, place, topic);
          const end = db.prepare('DELETE FROM follows WHERE team = ? AND place = ? AND topic = ?');
          return end.run(team, place, topic).changes > 0;
        }),
      ),
    followed: () => Promise.resolve(soundRows(db, FOLLOWS, db.prepare('SELECT * FROM follows ORDER BY rowid').all())),
    untold({ team, place, topic }, reportIds) {
      const was = db.prepare('SELECT 1 FROM told WHERE team = ? AND place = ? AND topic = ? AND report = ?');
      return Promise.resolve(reportIds.filter((id) => was.get(team, place, topic, id) === undefined));
    },
    tell: ({ team, place, topic }, reportId) =>
      Promise.resolve(db.prepare(TELL).run(team, place, topic, reportId).changes > 0),
    scopeOf(team, channel) {
      const row = db.prepare('SELECT * FROM scopes WHERE team = ? AND channel = ?').get(team, channel);
      return Promise.resolve(soundRow(db, SCOPES, row)?.scope);
    },
    setScope(team, channel, scope) {
      if (scope === undefined) db.prepare('DELETE FROM scopes WHERE team = ? AND channel = ?').run(team, channel);
      else db.prepare('INSERT OR REPLACE INTO scopes VALUES (?, ?, ?)').run(team, channel, scope);
      return Promise.resolve();
    },
  };
}
