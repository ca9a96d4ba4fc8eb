import { randomUUID } from 'node:crypto';
import type { Ledger } from '../../domain/ports.ts';
import { soundRow } from '../sound-rows.ts';
import { SOURCES } from '../sqlite/ledger.ts';
import type { LibraryPlace } from './open-postgres.ts';

/**
 * The ledger of a library.
 * @param now the clock, in milliseconds
 */
export function createPostgresLedger({ db, library }: LibraryPlace, now: () => number): Ledger {
  return {
    async keepSources(sources) {
      const id = randomUUID();
      await db.run('INSERT INTO sources VALUES ($1, $2, $3, $4)', [library, id, now(), JSON.stringify(sources)]);
      return id;
    },
    async sources(id) {
      const row = await db.one('SELECT * FROM sources WHERE library = $1 AND id = $2', [library, id]);
      return soundRow(db, SOURCES, row)?.sources;
    },
  };
}
