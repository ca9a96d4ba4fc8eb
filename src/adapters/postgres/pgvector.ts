import { createHash } from 'node:crypto';
import type { Embedder } from '../../domain/ports.ts';
import { vectorOf } from '../vectors/sync-vectors.ts';
import type { ShelvedReport } from './library-rows-out.ts';
import type { LibrarySession } from './library-session.ts';
import { changeLibrary } from './library-session.ts';
import type { FindNearest } from './library-vectors.ts';
import type { LibraryPlace } from './open-postgres.ts';
import { EVERYONES } from './stored-audience.ts';

/** The first version of the extension that goes on with a search that a filter, or rows that are gone, cut short. */
const OLDEST = [0, 8];
/** Numbers of a vector that a graph takes, most: https://github.com/pgvector/pgvector#hnsw. */
const MOST_DIMENSIONS = 4000;
/** Links of each vector, as in the embedded engine's graph, and neighbours looked at while building. */
const [LINKS, BUILD_BREADTH] = [32, 128];
/** Neighbours looked at while searching: the most that the extension takes. */
const BREADTH = 1000;
/**
 * So many vectors are compared one by one: some 40 ms. Beyond, the graph is faster; measured at 100,000 vectors of 256,
 * it finds .93 of the nearest hundred in 61 ms, where comparing takes 200.
 */
const EXACT_MOST = 20_000;
/** Vectors that are written at once. */
const BATCH = 2000;

/** Vectors in the database, in a table of each library: derived from `chunks`, and made where pgvector is there. */
export interface VectorTable {
  /**
   * Makes it where it is missing. `absent`: there is no pgvector, or none that serves; `outdated`: another embedder
   * made the vectors, or nobody has made any yet.
   */
  prepare(): Promise<'ready' | 'outdated' | 'absent'>;
  nearest: FindNearest;
}

/**
 * Searches the vectors of a library with pgvector. What everyone may see is in a graph of its own, which no filter
 * thins out; what only some may see is compared one by one, and so is all where it is little.
 * @param exactMost so many vectors are compared one by one
 */
export function openVectorTable(place: LibraryPlace, embedder: Embedder, exactMost = EXACT_MOST): VectorTable {
  const { db, library } = place;
  const table = tableOf(library);
  return {
    async prepare() {
      const row = await db.one(
        `SELECT to_regclass($1) IS NOT NULL AS ready, extversion AS version,
           (SELECT embedder FROM libraries WHERE library = $2) AS embedder
         FROM pg_extension WHERE extname = 'vector'`,
        [graphOf(table), library],
      );
      if (!row || !serves(String(row['version'])) || embedder.dimension > MOST_DIMENSIONS) return 'absent';
      if (row['embedder'] !== embedder.id) return 'outdated';
      if (row['ready'] !== true) await makeTable(place, embedder.dimension);
      return 'ready';
    },
    async nearest(session, { vector, limit, reportIds }, among) {
      if (!vector.some((value) => value !== 0)) return [];
      const asked = textOf(vector);
      if (reportIds || chunksOf(among) <= exactMost) return idsOf(await compare(session, asked, limit, among));
      const narrow = among.filter(({ audience }) => audience !== 'everyone');
      const found = [
        ...(await searchGraph(session, asked, limit, embedder.dimension)),
        ...(await compare(session, asked, limit, narrow)),
      ];
      return idsOf(found.toSorted((a, b) => a.distance - b.distance)).slice(0, limit);
    },
  };
}

/** Takes the vectors of reports in; nothing where there is no table. */
export async function fillVectors(session: LibrarySession, reports?: readonly number[]): Promise<void> {
  const table = await tableIn(session);
  if (table !== undefined) await fill(session, table, reports);
}

/** Takes the vectors of a report out. */
export async function dropVectors(session: LibrarySession, report: number): Promise<void> {
  const table = await tableIn(session);
  if (table !== undefined) await session.run(`DELETE FROM ${table} WHERE report = $1`, [report]);
}

/** Moves the vectors of a report to what everyone may see, or away from it. */
export async function showVectors(session: LibrarySession, report: number, isOpen: boolean): Promise<void> {
  const table = await tableIn(session);
  if (table !== undefined)
    await session.run(`UPDATE ${table} SET is_open = $2::boolean WHERE report = $1`, [report, String(isOpen)]);
}

/** Forgets all vectors of a library: others are made. */
export async function forgetVectors(session: LibrarySession): Promise<void> {
  await session.run(`DROP TABLE IF EXISTS ${tableOf(session.library)}`);
}

interface Found {
  id: number;
  distance: number;
}

/** Compares all vectors of some reports. `OFFSET 0`: the graph is not used for it. */
async function compare(
  session: LibrarySession,
  asked: string,
  limit: number,
  among: readonly ShelvedReport[],
): Promise<Found[]> {
  const rows = await session.all(
    `SELECT id, distance FROM (
       SELECT chunk AS id, vector <#> $1::halfvec AS distance FROM ${tableOf(session.library)}
       WHERE report = ANY($2::bigint[]) OFFSET 0) AS compared
     ORDER BY distance, id LIMIT $3`,
    [asked, among.map(({ number }) => number), limit],
  );
  return rows.map(foundIn);
}

/** What everyone may see. What is gone and not yet vacuumed is passed over, and does not cut the list short. */
async function searchGraph(session: LibrarySession, asked: string, limit: number, dimension: number): Promise<Found[]> {
  await session.run(
    `SELECT set_config('hnsw.ef_search', $1, true), set_config('hnsw.iterative_scan', 'relaxed_order', true),
       set_config('enable_sort', 'off', true)`,
    [String(BREADTH)],
  );
  const rows = await session.all(
    `SELECT chunk AS id, vector <#> $1::halfvec(${dimension}) AS distance FROM ${tableOf(session.library)}
     WHERE is_open ORDER BY vector <#> $1::halfvec(${dimension}) LIMIT $2`,
    [asked, limit],
  );
  // In order by the graph, not by comparing all: that is what the planner likes better for so large a breadth.
  await session.run("SELECT set_config('enable_sort', 'on', true)");
  return rows.map(foundIn);
}

/** Makes the table of a library, all or nothing: whoever finds its graph finds it whole. */
async function makeTable(place: LibraryPlace, dimension: number): Promise<void> {
  await changeLibrary(place, async (session) => {
    if ((await tableIn(session)) !== undefined) return;
    const table = tableOf(session.library);
    // Without its graph it is what is left after the extension was dropped.
    await session.run(`DROP TABLE IF EXISTS ${table}`);
    await session.run(
      `CREATE TABLE ${table} (chunk bigint PRIMARY KEY, report bigint NOT NULL, is_open boolean NOT NULL,
         vector halfvec(${dimension}) NOT NULL)`,
    );
    await fill(session, table);
    await session.run(`CREATE INDEX ${table}_by_report ON ${table} (report)`);
    await session.run(
      `CREATE INDEX ${graphOf(table)} ON ${table} USING hnsw (vector halfvec_ip_ops)
       WITH (m = ${LINKS}, ef_construction = ${BUILD_BREADTH}) WHERE is_open`,
    );
  });
}

/** Reads the stored vectors and writes them as the extension has them. One that is all zeros is near to nothing. */
async function fill(session: LibrarySession, table: string, reports?: readonly number[]): Promise<void> {
  for (let last = 0; ;) {
    const rows = await session.all(
      `SELECT id, vector FROM chunks WHERE library = $1 AND id > $2 ${reports ? 'AND report = ANY($4::bigint[])' : ''}
       ORDER BY id LIMIT $3`,
      [session.library, last, BATCH, ...(reports ? [reports] : [])],
    );
    if (rows.length === 0) return;
    last = Number(rows.at(-1)?.['id']);
    const vectors = rows.map((row) => ({ id: Number(row['id']), vector: vectorOf(session, row) }));
    const near = vectors.filter(({ vector }) => vector.some((value) => value !== 0));
    await session.run(
      `INSERT INTO ${table} SELECT v.chunk, c.report, r.audience = $2, v.vector::halfvec
       FROM unnest($3::bigint[], $4::text[]) AS v (chunk, vector)
       JOIN chunks c ON c.library = $1 AND c.id = v.chunk
       JOIN reports r ON r.library = c.library AND r.id = c.report_id`,
      [session.library, EVERYONES, near.map(({ id }) => id), near.map(({ vector }) => textOf(vector))],
    );
  }
}

/** The table of a library where it is there, and whole. */
async function tableIn(session: LibrarySession): Promise<string | undefined> {
  const table = tableOf(session.library);
  const row = await session.one('SELECT to_regclass($1) IS NOT NULL AS there', [graphOf(table)]);
  return row?.['there'] === true ? table : undefined;
}

/** One for each library, so that its graph holds nothing else. Names of libraries are no names of tables. */
function tableOf(library: string): string {
  return `vectors_${createHash('sha256').update(library).digest('hex').slice(0, 16)}`;
}

function graphOf(table: string): string {
  return `${table}_graph`;
}

function serves(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

function textOf(vector: Float32Array): string {
  return `[${vector.join(',')}]`;
}

function chunksOf(reports: readonly ShelvedReport[]): number {
  return reports.reduce((sum, { chunkCount }) => sum + chunkCount, 0);
}

function foundIn(row: Record<string, unknown>): Found {
  return { id: Number(row['id']), distance: Number(row['distance']) };
}

function idsOf(found: readonly Found[]): number[] {
  return found.map(({ id }) => id);
}
