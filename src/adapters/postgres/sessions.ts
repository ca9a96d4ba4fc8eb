import type { Sessions } from '../../domain/sessions.ts';
import { soundRow } from '../sound-rows.ts';
import { SESSION_ROWS } from '../sqlite/sessions.ts';
import type { LibraryPlace } from './open-postgres.ts';

/**
 * Who is signed in on the web pages.
 * @param now the clock, in milliseconds
 */
export function createPostgresSessions({ db, library }: LibraryPlace, now: () => number): Sessions {
  return {
    begin: ({ id, editor, until }, link) =>
      db.transaction(async (session) => {
        // What has run out is of no use: the link's signature says so too.
        for (const table of ['sessions', 'links'])
          await session.run(`DELETE FROM ${table} WHERE library = $1 AND until <= $2`, [library, now()]);
        const begun = await session.run('INSERT INTO links VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
          library,
          link.id,
          link.until,
        ]);
        if (begun === 0) return false;
        await session.run('INSERT INTO sessions VALUES ($1, $2, $3, $4)', [library, id, editor, until]);
        return true;
      }),
    hasBegun: async (linkId) =>
      (await db.one('SELECT 1 FROM links WHERE library = $1 AND id = $2', [library, linkId])) !== undefined,
    async find(id) {
      const row = await db.one('SELECT id, editor, until FROM sessions WHERE library = $1 AND id = $2 AND until > $3', [
        library,
        id,
        now(),
      ]);
      return soundRow(db, SESSION_ROWS, row);
    },
    async end(id) {
      await db.run('DELETE FROM sessions WHERE library = $1 AND id = $2', [library, id]);
    },
  };
}
