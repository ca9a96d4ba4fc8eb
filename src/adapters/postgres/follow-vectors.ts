import type { Embedder } from '../../domain/ports.ts';
import type { StoredRow } from '../sound-rows.ts';
import { soundRows } from '../sound-rows.ts';
import { CHUNKS } from '../sqlite/library-rows-out.ts';
import { NarrowVectors } from '../vectors/narrow-vectors.ts';
import { bytesOf, embeddedText, vectorOf } from '../vectors/sync-vectors.ts';
import { VectorIndex } from '../vectors/vector-index.ts';
import type { LibrarySession, LibraryState } from './library-session.ts';
import { changeLibrary, inLibrary, KEPT_CHANGES, stateOf } from './library-session.ts';
import type { LibraryPlace } from './open-postgres.ts';
import { forgetVectors } from './pgvector.ts';
import { EVERYONES } from './stored-audience.ts';

/** Chunks that are embedded anew, or whose vectors are read, at once. */
const BATCH = 256;
const READ_BATCH = 2000;

/** The vectors of a library in this process: what everyone may see in a graph, the rest one by one. */
export interface FollowedVectors {
  everyones: VectorIndex;
  /** Grouped by the numbers of their reports. */
  narrow: NarrowVectors;
  /** Number of each chunk's report. */
  reportOf: Map<number, number>;
}

/** Follows what this and other processes change. */
export interface VectorFollower {
  current(): Promise<FollowedVectors>;
  /** Follows what was changed, where somebody has searched before: then the next search does not wait for it. */
  catchUp(): Promise<void>;
  /** Saves the graph for the next start, where it was loaded. */
  save(): void;
}

/**
 * Keeps the vectors of a library in this process: read from the database when they are first needed, as far as the
 * saved graph does not have them, and then change by change.
 * @param directory where the graph is saved: derived, and each machine's own
 */
export function followVectors(place: LibraryPlace, directory: string, embedder: Embedder): VectorFollower {
  let vectors: FollowedVectors | undefined;
  let seen = -1;
  let following: Promise<unknown> = Promise.resolve();

  async function follow(): Promise<FollowedVectors> {
    const followed = await followOnce();
    if (followed) return followed;
    await embedAnew(place, embedder);
    return follow();
  }

  /** Undefined where another embedder made the stored vectors. */
  function followOnce(): Promise<FollowedVectors | undefined> {
    return inLibrary(place, async (session) => {
      const state = await stateOf(session, embedder.id);
      if (state.embedder !== embedder.id) return undefined;
      vectors ??= load(directory, state, embedder);
      if (state.change === seen) return vectors;
      const isFar = seen < 0 || state.change - seen >= KEPT_CHANGES;
      const changes = isFar ? [] : await changesSince(session, seen);
      const isAnew = changes.some(({ what }) => what === 'embedded');
      if (isAnew) clear(vectors);
      await sync(session, vectors, isFar || isAnew ? undefined : changes.map(({ report }) => report));
      seen = state.change;
      return vectors;
    });
  }

  function current(): Promise<FollowedVectors> {
    const followed = following.then(follow);
    following = followed.catch(() => undefined);
    return followed;
  }

  return {
    current,
    async catchUp() {
      if (vectors) await current();
    },
    save: () => vectors?.everyones.save(),
  };
}

/** Embeds all chunks again when another embedder made the stored vectors. */
export async function embedAnew(place: LibraryPlace, embedder: Embedder): Promise<void> {
  const state = await inLibrary(place, (session) => stateOf(session, embedder.id), 'committed');
  if (state.embedder === embedder.id) return;
  await changeLibrary(place, async (session) => {
    const { library } = session;
    const now = await stateOf(session, embedder.id);
    if (now.embedder === embedder.id) return;
    let last = 0;
    for (;;) {
      const rows = await session.all('SELECT * FROM chunks WHERE library = $1 AND id > $2 ORDER BY id LIMIT $3', [
        library,
        last,
        BATCH,
      ]);
      if (rows.length === 0) break;
      last = Number(rows.at(-1)?.['id']);
      const stored = soundRows(session, CHUNKS, rows);
      const vectors = await embedder.embed(stored.map(({ chunk }) => embeddedText(chunk)));
      await session.run(
        `UPDATE chunks SET vector = v.vector FROM unnest($2::bigint[], $3::bytea[]) AS v (id, vector)
         WHERE chunks.library = $1 AND chunks.id = v.id`,
        [library, stored.map(({ id }) => id), vectors.map(bytesOf)],
      );
    }
    await forgetVectors(session);
    await session.run('UPDATE libraries SET embedder = $2 WHERE library = $1', [library, embedder.id]);
    await session.note(0, 'embedded');
  });
}

function load(directory: string, { id }: LibraryState, embedder: Embedder): FollowedVectors {
  const identity = { library: id, embedder: embedder.id, dimension: embedder.dimension };
  const everyones = new VectorIndex(directory, identity);
  everyones.load();
  return { everyones, narrow: new NarrowVectors(), reportOf: new Map() };
}

function clear({ everyones, narrow, reportOf }: FollowedVectors): void {
  everyones.clear();
  narrow.drop(narrow.ids);
  reportOf.clear();
}

/** What happened since a change, with the numbers of the reports. */
async function changesSince(session: LibrarySession, seen: number): Promise<{ what: string; report: number }[]> {
  const rows = await session.all('SELECT what, report FROM changes WHERE library = $1 AND change > $2', [
    session.library,
    seen,
  ]);
  return rows.map(({ what, report }) => ({ what: String(what), report: Number(report) }));
}

/**
 * Makes both hold exactly the chunks that they should.
 * @param reports numbers of the reports that are looked at; absent: all
 */
async function sync(session: LibrarySession, vectors: FollowedVectors, reports?: readonly number[]): Promise<void> {
  const { everyones, narrow, reportOf } = vectors;
  const rows = await session.all(
    `SELECT c.id, c.report, r.audience = $2 AS open FROM chunks c
     JOIN reports r ON r.library = c.library AND r.id = c.report_id
     WHERE c.library = $1 ${reports ? 'AND c.report = ANY($3::bigint[])' : ''} ORDER BY c.id`,
    [session.library, EVERYONES, ...(reports ? [reports] : [])],
  );
  const [open, groups] = [new Set<number>(), new Map<number, number>()];
  for (const row of rows) {
    const [id, report] = [Number(row['id']), Number(row['report'])];
    reportOf.set(id, report);
    if (row['open'] === true) open.add(id);
    else groups.set(id, report);
  }
  // What was hidden from everyone, and not removed, must leave no trace.
  if ([...groups.keys()].some((id) => everyones.ids.has(id))) {
    clear(vectors);
    return sync(session, vectors);
  }
  const looked = reports && new Set(reports);
  const gone = [...everyones.ids, ...narrow.ids].filter(
    (id) => !open.has(id) && !groups.has(id) && (!looked || looked.has(reportOf.get(id) ?? 0)),
  );
  for (const id of gone) reportOf.delete(id);
  everyones.remove(gone);
  narrow.drop([...gone, ...open]);
  for await (const row of vectorRows(
    session,
    [...open].filter((id) => !everyones.ids.has(id)),
  ))
    everyones.add([{ id: Number(row['id']), vector: vectorOf(session, row) }]);
  for await (const row of vectorRows(
    session,
    [...groups.keys()].filter((id) => !narrow.ids.has(id)),
  ))
    narrow.hold(Number(row['id']), vectorOf(session, row), groups.get(Number(row['id'])) ?? 0);
}

async function* vectorRows(session: LibrarySession, ids: readonly number[]): AsyncGenerator<StoredRow> {
  for (let at = 0; at < ids.length; at += READ_BATCH)
    yield* await session.all(
      'SELECT id, vector FROM chunks WHERE library = $1 AND id = ANY($2::bigint[]) ORDER BY id',
      [session.library, ids.slice(at, at + READ_BATCH)],
    );
}
