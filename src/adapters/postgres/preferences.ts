import type { Preferences } from '../../domain/ports.ts';
import { soundRow } from '../sound-rows.ts';
import { PREFERENCE_ROWS } from '../sqlite/preferences.ts';
import type { LibraryPlace } from './open-postgres.ts';

/** How people want to be answered. */
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
  };
}
