import type { Embedder, LibraryQuery } from '../../domain/ports.ts';
import { cosine } from '../vectors/narrow-vectors.ts';
import { vectorOf } from '../vectors/sync-vectors.ts';
import type { FollowedVectors } from './follow-vectors.ts';
import { embedAnew, followVectors } from './follow-vectors.ts';
import type { ShelvedReport } from './library-rows-out.ts';
import type { LibrarySession } from './library-session.ts';
import type { LibraryPlace } from './open-postgres.ts';
import { openVectorTable } from './pgvector.ts';

/** What is looked for by its vector. */
export type Near = Pick<LibraryQuery, 'vector' | 'limit' | 'reportIds'>;

/**
 * Ids of the chunks with the nearest vectors, nearest first.
 * @param among the reports that are searched: all that are seen, or those of them that are asked for
 */
export type FindNearest = (
  session: LibrarySession,
  near: Near,
  among: readonly ShelvedReport[],
) => Promise<readonly number[]>;

/** The vectors of a library. */
export interface LibraryVectors {
  /** Searches them as they are now. */
  current(): Promise<FindNearest>;
  /** Follows what was changed, where somebody has searched before: then the next search does not wait for it. */
  catchUp(): Promise<void>;
  /** Saves what this machine keeps of them for the next start. */
  save(): void;
}

/**
 * Searches by pgvector where it is in the database; else this process keeps a graph of its own, which follows what is
 * changed.
 * @param directory where that graph is saved
 */
export function openLibraryVectors(place: LibraryPlace, directory: string, embedder: Embedder): LibraryVectors {
  const inDatabase = openVectorTable(place, embedder);
  const inProcess = followVectors(place, directory, embedder);
  return {
    async current() {
      let state = await inDatabase.prepare();
      if (state === 'outdated') {
        await embedAnew(place, embedder);
        state = await inDatabase.prepare();
      }
      if (state === 'ready') return inDatabase.nearest;
      const vectors = await inProcess.current();
      return async (session, near, among) =>
        near.reportIds ? compareAll(session, near, among) : nearest(vectors, near, among);
    },
    catchUp: inProcess.catchUp,
    save: inProcess.save,
  };
}

function nearest(
  { everyones, narrow }: FollowedVectors,
  { vector, limit }: Near,
  among: readonly ShelvedReport[],
): number[] {
  const visible = new Set(among.map(({ number }) => number));
  const found = [...everyones.search(vector, limit), ...narrow.search(vector, limit, visible)];
  return found
    .toSorted((a, b) => b.cosine - a.cosine)
    .slice(0, limit)
    .map(({ id }) => id);
}

/** Within some reports the vectors are compared one by one: a filter inside the graph search would miss neighbours. */
async function compareAll(
  session: LibrarySession,
  { vector, limit }: Near,
  among: readonly ShelvedReport[],
): Promise<number[]> {
  const rows = await session.all(
    'SELECT id, vector FROM chunks WHERE library = $1 AND report = ANY($2::bigint[]) ORDER BY id',
    [session.library, among.map(({ number }) => number)],
  );
  return rows
    .map((row) => ({ id: Number(row['id']), cosine: cosine(vector, vectorOf(session, row)) }))
    .toSorted((a, b) => b.cosine - a.cosine)
    .slice(0, limit)
    .map(({ id }) => id);
}
