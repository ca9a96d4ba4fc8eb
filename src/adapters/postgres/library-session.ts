import { randomUUID } from 'node:crypto';
import type { PassesOver } from '../sound-rows.ts';
import type { Isolation, Session } from './database.ts';
import { reportsOf } from './notices.ts';
import type { LibraryPlace } from './open-postgres.ts';

/** Statements about one library, within a transaction. */
export interface LibrarySession extends Session, PassesOver {
  readonly library: string;
}

/** What may happen to a report. `embedded`: all have new vectors; then the report is 0. */
export type What = 'added' | 'removed' | 'hidden' | 'shown' | 'changed' | 'embedded';

/** Within a change of a library: what happens is noted for those who follow it. */
export interface LibraryChange extends LibrarySession {
  note(report: number, what: What): Promise<void>;
}

/** Changes that are kept: whoever is further behind reads everything anew. */
export const KEPT_CHANGES = 1000;

/** What is known of a library as a whole. */
export interface LibraryState {
  /** Random: ids of chunks mean nothing in another one. */
  id: string;
  /** Number of its last change. */
  change: number;
  embedder: string;
  reader: string | undefined;
}

/** Does something about a library in one transaction. */
export function inLibrary<T>(
  { db, library }: LibraryPlace,
  act: (session: LibrarySession) => Promise<T>,
  isolation: Isolation = 'snapshot',
): Promise<T> {
  return db.transaction((session) => act({ ...session, library, passOver: db.passOver }), isolation);
}

/**
 * Changes a library, one after the other: the numbers of changes are in the order in which they are committed. Other
 * processes are told; what they then read is the changes.
 */
export async function changeLibrary<T>(place: LibraryPlace, act: (change: LibraryChange) => Promise<T>): Promise<T> {
  const changed = await inLibrary(
    place,
    async (session) => {
      const row = await session.one('UPDATE libraries SET change = change + 1 WHERE library = $1 RETURNING change', [
        session.library,
      ]);
      const change = Number(row?.['change'] ?? 0);
      const result = await act({
        ...session,
        async note(report, what) {
          await session.run('INSERT INTO changes VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
            session.library,
            change,
            report,
            what,
          ]);
        },
      });
      await session.run('DELETE FROM changes WHERE library = $1 AND change <= $2', [
        session.library,
        change - KEPT_CHANGES,
      ]);
      return result;
    },
    'committed',
  );
  place.db.tell(reportsOf(place.library));
  return changed;
}

/** What is known of a library; it is made where there is none. */
export async function stateOf(session: LibrarySession, embedder: string): Promise<LibraryState> {
  const { library } = session;
  const read = () => session.one('SELECT id, change, embedder, reader FROM libraries WHERE library = $1', [library]);
  const row = await read();
  if (row) return stateIn(row);
  await session.run('INSERT INTO libraries (library, id, embedder) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    library,
    randomUUID(),
    embedder,
  ]);
  return stateIn((await read()) ?? {});
}

function stateIn(row: Record<string, unknown>): LibraryState {
  const { id, change, embedder, reader } = row;
  return {
    id: String(id),
    change: Number(change),
    embedder: String(embedder),
    reader: typeof reader === 'string' ? reader : undefined,
  };
}
