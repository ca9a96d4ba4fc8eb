import type { KeptOriginals, Originals } from '../readers/originals.ts';
import { LEFT_BEHIND_MS, SHOWN } from '../readers/originals.ts';
import type { LibraryPlace } from './open-postgres.ts';

/** Bytes of a piece: what a connection sends and reads at once. */
const PIECE = 4 * 1024 * 1024;

/**
 * Copies of the files that were taken in, in the database; each machine has copies of those that it needed.
 * @param local this machine's copies
 * @param now the clock, in milliseconds
 */
export function createPostgresOriginals(
  { db, library }: LibraryPlace,
  local: Originals,
  now: () => number,
): KeptOriginals {
  async function fetch(reportId: string): Promise<string | undefined> {
    const pieces: Uint8Array[] = [];
    for (;;) {
      const row = await db.one('SELECT bytes FROM originals WHERE library = $1 AND report_id = $2 AND piece = $3', [
        library,
        reportId,
        pieces.length,
      ]);
      if (!(row?.['bytes'] instanceof Uint8Array)) break;
      pieces.push(row['bytes']);
    }
    if (pieces.length === 0) return undefined;
    local.keep(reportId, SHOWN, Buffer.concat(pieces));
    return local.pathOf(reportId);
  }

  return {
    async keep(reportId, extension, bytes) {
      local.keep(reportId, extension, bytes);
      if (extension !== SHOWN) return;
      const known = 'SELECT 1 FROM originals WHERE library = $1 AND report_id = $2 LIMIT 1';
      if (await db.one(known, [library, reportId])) return;
      await db.transaction(async (session) => {
        for (let at = 0; at * PIECE < bytes.length; at++)
          await session.run('INSERT INTO originals VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [
            library,
            reportId,
            at,
            now(),
            bytes.subarray(at * PIECE, (at + 1) * PIECE),
          ]);
      });
    },
    pathOf: async (reportId) => local.pathOf(reportId) ?? fetch(reportId),
    async sweep(held, gone) {
      local.sweep(held, gone);
      await db.run('DELETE FROM originals WHERE library = $1 AND report_id = ANY($2::text[])', [library, gone]);
      // What an ingest that was killed left behind.
      await db.run(
        `DELETE FROM originals WHERE library = $1 AND kept_at < $2 AND NOT EXISTS (
           SELECT 1 FROM reports WHERE reports.library = originals.library AND reports.id = originals.report_id)`,
        [library, now() - LEFT_BEHIND_MS],
      );
    },
  };
}
