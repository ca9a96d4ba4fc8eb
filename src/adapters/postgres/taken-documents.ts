import { given } from '../../domain/given.ts';
import type { TakenDocuments } from '../../domain/origin.ts';
import { soundRows } from '../sound-rows.ts';
import { TAKEN_ROWS } from '../sqlite/taken-documents.ts';
import type { LibraryPlace } from './open-postgres.ts';

/** What came in from the places in `sources.yaml`, and when. */
export function createPostgresTaken({ db, library }: LibraryPlace): TakenDocuments {
  return {
    async all() {
      const rows = await db.all(
        'SELECT * FROM documents WHERE library = $1 ORDER BY origin COLLATE "C", document COLLATE "C"',
        [library],
      );
      return soundRows(db, TAKEN_ROWS, rows).map(({ taken }) => taken);
    },
    async keep(taken) {
      await db.run(
        `INSERT INTO documents VALUES ($1, $2, $3, $4)
         ON CONFLICT (library, origin, document) DO UPDATE SET taken = excluded.taken`,
        [library, taken.origin, taken.document, JSON.stringify(given(taken))],
      );
    },
  };
}
