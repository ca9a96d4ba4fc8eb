import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresLibrary } from '../../src/adapters/postgres/library.ts';
import { readShelvedReports } from '../../src/adapters/postgres/library-rows-out.ts';
import { inLibrary } from '../../src/adapters/postgres/library-session.ts';
import { latestVersion, migrateSchema, versionOf } from '../../src/adapters/postgres/migrate-schema.ts';
import type { PostgresDatabase } from '../../src/adapters/postgres/database.ts';
import type { LibraryPlace } from '../../src/adapters/postgres/open-postgres.ts';
import { openVectorTable } from '../../src/adapters/postgres/pgvector.ts';
import { EVERYONE_ONLY, maySee, OPERATOR } from '../../src/domain/audience.ts';
import type { Viewer } from '../../src/domain/audience.ts';
import type { Embedder, Library } from '../../src/domain/ports.ts';
import { describeLibrary } from '../contracts/library.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import type { PgvectorDatabase } from '../support/postgres/pgvector.ts';
import { aDatabaseWithPgvector } from '../support/postgres/pgvector.ts';
import { aPreparedReport } from '../support/prepared-report.ts';
import { seeded } from '../support/fuzz-runs.ts';

const TABLES = "SELECT count(*)::int AS count FROM pg_tables WHERE tablename LIKE 'vectors\\_%'";
const BOARD = { channels: ['C1'], userGroups: [], people: [] };
const INSIDER: Viewer = { kind: 'channel', team: 'T1', channel: 'C1' };

describe('with pgvector', () => {
  let opened: PgvectorDatabase;
  let db: PostgresDatabase;
  let libraries = 0;
  beforeAll(async () => {
    opened = await aDatabaseWithPgvector();
    ({ db } = opened);
    await db.run('CREATE EXTENSION vector');
  }, 120_000);
  afterAll(() => opened.close());

  const aPlace = (): LibraryPlace => ({ db, library: `library ${libraries++}` });
  const open = (place: LibraryPlace, embedder: Embedder = createHashingEmbedder()): Library =>
    createPostgresLibrary(place, {
      embedder,
      directory: mkdtempSync(join(tmpdir(), 'footnote-test-')),
      say: () => undefined,
    });
  const tables = async () => Number((await db.one(TABLES))?.['count']);

  describeLibrary('PostgreSQL with pgvector', () => open(aPlace()));

  /** Text of the chunk that is nearest by its vector alone. */
  async function nearest(library: Library, embedder: Embedder = createHashingEmbedder()): Promise<unknown> {
    const [vector = new Float32Array()] = await embedder.embed(['the foundry market']);
    return (await library.seenBy(OPERATOR).search({ terms: [], vector, limit: 1 }))[0]?.chunk.text;
  }

  it('keeps vectors where they are searched, without a graph in the process', async () => {
    const before = await tables();
    const place = aPlace();
    const library = open(place);
    await library.add([aPreparedReport({ file: 'chips.txt', text: 'TSMC leads the foundry market.' })]);
    const found = await nearest(library);
    await library.add([aPreparedReport({ file: 'other.txt', text: 'Samsung is second in the foundry market, too.' })]);
    await library.close();
    expect([found, await tables()]).toEqual(['TSMC leads the foundry market.', before + 1]);
  });

  it('takes over a library that was filled without it, goes on when it is dropped, and takes over again', async () => {
    const place = aPlace();
    const library = open(place);
    await db.run('DROP EXTENSION vector CASCADE');
    await library.add([aPreparedReport({ file: 'chips.txt', text: 'TSMC leads the foundry market.' })]);
    const found = [await nearest(library)];
    await db.run('CREATE EXTENSION vector');
    found.push(await nearest(library));
    await db.run('DROP EXTENSION vector CASCADE');
    await library.add([aPreparedReport({ file: 'chips.txt', text: 'Samsung follows in the foundry market.' })]);
    found.push(await nearest(library));
    await db.run('CREATE EXTENSION vector');
    found.push(await nearest(library));
    expect(found).toEqual([
      'TSMC leads the foundry market.',
      'TSMC leads the foundry market.',
      'Samsung follows in the foundry market.',
      'Samsung follows in the foundry market.',
    ]);
  });

  it('makes the vectors anew for another embedder', async () => {
    const place = aPlace();
    const first = open(place);
    await first.add([
      aPreparedReport(),
      aPreparedReport({ file: 'chips.txt', text: 'TSMC leads the foundry market.' }),
    ]);
    await nearest(first);
    const flipped: Embedder = {
      id: 'flipped',
      dimension: 2,
      embed: (texts) =>
        Promise.resolve(texts.map((text) => (text.includes('TSMC') ? Float32Array.of(0, 1) : Float32Array.of(1, 0)))),
    };
    expect(await nearest(open(place, flipped), flipped)).toBe('亚马逊云的市占率为32%。');
  });

  describe('a library of many vectors', () => {
    const [REPORTS, CHUNKS, DIMENSION, LIMIT] = [40, 50, 16, 10];
    let place: LibraryPlace;
    const vectors = new Map<string, Float32Array>();
    /** Vectors of a fixed random stream, each text its own. */
    const random = seeded(5);
    const embedder: Embedder = {
      id: 'random',
      dimension: DIMENSION,
      embed: (texts) => Promise.resolve(texts.map((text) => vectors.get(text) ?? make(text))),
    };
    function make(text: string): Float32Array {
      const made = Float32Array.from({ length: DIMENSION }, () => random() - 0.5);
      const length = Math.hypot(...made);
      vectors.set(
        text,
        made.map((value) => value / length),
      );
      return vectors.get(text) ?? made;
    }
    beforeAll(async () => {
      place = { db, library: 'many' };
      const library = open(place, embedder);
      const reports = Array.from({ length: REPORTS }, (_, at) =>
        aPreparedReport({ file: `report-${at}.txt`, text: `Report ${at}.` }),
      );
      // Every second report is for some only.
      for (const [at, report] of reports.entries()) {
        const chunks = report.chunks.flatMap((chunk) =>
          Array.from({ length: CHUNKS }, (_, order) => ({ ...chunk, order, text: `${at}.${order}` })),
        );
        await library.add([{ ...report, chunks, statements: chunks.map(() => []) }], at % 2 ? BOARD : 'everyone');
      }
    }, 120_000);

    it.each<[string, Viewer]>([
      ['everyone', EVERYONE_ONLY],
      ['those who see more', INSIDER],
    ])('finds by the graph what comparing all finds, for %s, and nothing else', async (_, viewer) => {
      const [graph, exact] = [0, Infinity].map((exactMost) => openVectorTable(place, embedder, exactMost));
      const states = [await graph?.prepare(), await exact?.prepare()];
      let [same, hidden] = [0, 0];
      for (let at = 0; at < 20; at++) {
        const [vector = new Float32Array()] = await embedder.embed([`question ${at}`]);
        const [found = [], truth = []] = await inLibrary(place, async (session) => {
          const seen = (await readShelvedReports(session, 'all')).filter(({ audience }) => maySee(audience, viewer));
          const near = { vector, limit: LIMIT };
          return [await graph?.nearest(session, near, seen), await exact?.nearest(session, near, seen)];
        });
        same += found.filter((id) => truth.includes(id)).length;
        const rows = await db.all(
          `SELECT r.audience FROM chunks c JOIN reports r ON r.library = c.library AND r.id = c.report_id
           WHERE c.library = 'many' AND c.id = ANY($1::bigint[])`,
          [found],
        );
        hidden += rows.filter(({ audience }) => audience !== '"everyone"').length;
      }
      await db.run('SELECT pg_stat_force_next_flush()');
      const used = await db.one(
        "SELECT max(idx_scan) AS scans FROM pg_stat_user_indexes WHERE indexrelname ~ '_graph$'",
      );
      expect([states, same / (20 * LIMIT) >= 0.98, Number(used?.['scans']) >= 20]).toEqual([
        ['ready', 'ready'],
        true,
        true,
      ]);
      expect(hidden > 0).toBe(viewer === INSIDER);
    });

    it('finds as many as are wanted after most of them were hidden', async () => {
      const library = open(place, embedder);
      const reports = await library.seenBy(EVERYONE_ONLY).reports();
      for (const { id } of reports.slice(1)) await library.setAudience(id, BOARD);
      const graph = openVectorTable(place, embedder, 0);
      const [vector = new Float32Array()] = await embedder.embed(['question']);
      const found = await inLibrary(place, async (session) => {
        const seen = (await readShelvedReports(session, 'all')).filter(({ audience }) => audience === 'everyone');
        return graph.nearest(session, { vector, limit: CHUNKS }, seen);
      });
      expect(new Set(found).size).toBe(CHUNKS);
    });
  });

  it('goes with the tables when they are taken back, and is made anew', async () => {
    await migrateSchema(db, 3);
    const without = [await versionOf(db), await tables()];
    await migrateSchema(db);
    expect([without, await versionOf(db)]).toEqual([[3, 0], latestVersion()]);
  });
});
