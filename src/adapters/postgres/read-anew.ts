import type { StatementReader } from '../../domain/ports.ts';
import { soundRows } from '../sound-rows.ts';
import { ALIASES } from '../sqlite/library-rows-out.ts';
import { insertStatements } from './library-rows-in.ts';
import { readChunks, readReport } from './library-rows-out.ts';
import type { LibraryChange } from './library-session.ts';
import { changeLibrary, inLibrary } from './library-session.ts';
import type { LibraryPlace } from './open-postgres.ts';

/** Reports with a chunk of which nothing is stored, or what another reader has read. */
const UNREAD = `
  SELECT DISTINCT c.report_id AS id FROM chunks c
  LEFT JOIN statements s ON s.library = c.library AND s.report_id = c.report_id AND s.position = c.position
  WHERE c.library = $1 AND s.reader IS DISTINCT FROM $2`;

/** Reads the statements of reports again: see `Library.readAnew`. */
export async function readAnew(
  place: LibraryPlace,
  reader: StatementReader,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const { db, library } = place;
  const row = await db.one('SELECT reader FROM libraries WHERE library = $1', [library]);
  if (!row || row['reader'] === reader.id) return;
  const waiting = (await db.all(UNREAD, [library, reader.id])).map(({ id }) => String(id));
  if (waiting.length > 0) progress(0, waiting.length);
  for (const [at, reportId] of waiting.entries()) {
    // Nobody else does the same report at the same time, and one that is done by now is left alone.
    await changeLibrary(place, (change) => readReportAnew(change, reader, reportId));
    progress(at + 1, waiting.length);
  }
  await inLibrary(
    place,
    (session) => session.run('UPDATE libraries SET reader = $2 WHERE library = $1', [library, reader.id]),
    'committed',
  );
}

async function readReportAnew(change: LibraryChange, reader: StatementReader, reportId: string): Promise<void> {
  const of = [change.library, reader.id, reportId];
  if ((await change.one(`${UNREAD} AND c.report_id = $3 LIMIT 1`, of)) === undefined) return;
  const stored = await readReport(change, reportId);
  if (!stored) return;
  const { report } = stored;
  const chunks = await readChunks(change, reportId);
  const rows = await change.all('SELECT * FROM aliases WHERE library = $1 AND report_id = $2 ORDER BY position', [
    change.library,
    reportId,
  ]);
  const aliases = soundRows(change, ALIASES, rows).map(({ forms }) => forms);
  const statements = reader.read({ report, chunks, aliases });
  await insertStatements(change, { report, reader: reader.id, chunks, statements });
}
