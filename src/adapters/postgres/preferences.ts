import type { Preferences } from '../../domain/ports.ts';
import type { Follows } from '../../domain/follow.ts';
import { soundRow, soundRows } from '../sound-rows.ts';
import { FOLLOWS, PREFERENCE_ROWS, SCOPES } from '../sqlite/preferences.ts';
import type { LibraryPlace } from './open-postgres.ts';

/** How people want to be answered, and what they follow. */
export function createPostgresPreferences({ db, library }: LibraryPlace): Preferences {
  return {
    async of(team, user) {
      const row = await db.one('SELECT * FROM preferences WHERE library = $1 AND person = $2', [
        library,
        `${team} ${user}`,
      ]);
      const preference = soundRow(db, PREFERENCE_ROWS, row);
      return { language: preference?.language ?? 'auto', where: preference?.place ?? 'direct' };
    },
    async set(team, user, { language, where }) {
      await db.run(
        `INSERT INTO preferences VALUES ($1, $2, $3, $4)
         ON CONFLICT (library, person) DO UPDATE SET language = excluded.language, place = excluded.place`,
        [library, `${team} ${user}`, language, where],
      );
    },
    ...followsIn({ db, library }),
  };
}

const TELL =
  'INSERT INTO told (library, team, place, topic, report) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING';

function followsIn({ db, library }: LibraryPlace): Follows {
  return {
    follow: ({ team, place, topic, by, at }, known) =>
      db.transaction(async (session) => {
        const begun = await session.run(
          `INSERT INTO follows (library, team, place, topic, by, at) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT DO NOTHING`,
          [library, team, place, topic, by, at],
        );
        if (begun === 0) return false;
        for (const report of known) await session.run(TELL, [library, team, place, topic, report]);
        return true;
      }),
    unfollow: ({ team, place, topic }) =>
      db.transaction(async (session) => {
        const of = [library, team, place, topic];
        const where = 'WHERE library = $1 AND team = $2 AND place = $3 AND topic = $4';
        await session.run(`DELETE FROM told ${where}`, of);
        return (await session.run(`DELETE FROM follows ${where}`, of)) > 0;
      }),
    async followed() {
      const rows = await db.all('SELECT * FROM follows WHERE library = $1 ORDER BY number', [library]);
      return soundRows(db, FOLLOWS, rows);
    },
    async untold({ team, place, topic }, reportIds) {
      const rows = await db.all(
        'SELECT report FROM told WHERE library = $1 AND team = $2 AND place = $3 AND topic = $4',
        [library, team, place, topic],
      );
      const told = new Set(rows.map(({ report }) => report));
      return reportIds.filter((id) => !told.has(id));
    },
    tell: async ({ team, place, topic }, reportId) => (await db.run(TELL, [library, team, place, topic, reportId])) > 0,
    async scopeOf(team, channel) {
      const row = await db.one('SELECT * FROM scopes WHERE library = $1 AND team = $2 AND channel = $3', [
        library,
        team,
        channel,
      ]);
      return soundRow(db, SCOPES, row)?.scope;
    },
    async setScope(team, channel, scope) {
      if (scope === undefined)
        await db.run('DELETE FROM scopes WHERE library = $1 AND team = $2 AND channel = $3', [library, team, channel]);
      else
        await db.run(
          `INSERT INTO scopes (library, team, channel, scope) VALUES ($1, $2, $3, $4)
           ON CONFLICT (library, team, channel) DO UPDATE SET scope = excluded.scope`,
          [library, team, channel, scope],
        );
    },
  };
}
