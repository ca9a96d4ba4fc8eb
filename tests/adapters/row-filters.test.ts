import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostgresDatabase, Session } from '../../src/adapters/postgres/database.ts';
import { createPostgresLibrary } from '../../src/adapters/postgres/library.ts';
import type { LibraryPlace } from '../../src/adapters/postgres/open-postgres.ts';
import type { StoredRow } from '../../src/adapters/sound-rows.ts';
import type { Viewer } from '../../src/domain/audience.ts';
import { EVERYONE_ONLY, OPERATOR } from '../../src/domain/audience.ts';
import type { VisibleLibrary } from '../../src/domain/ports.ts';
import { tokenise } from '../../src/text/tokenise.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';
import type { PgvectorDatabase } from '../support/postgres/pgvector.ts';
import { aDatabaseWithPgvector } from '../support/postgres/pgvector.ts';
import { aPreparedReport } from '../support/prepared-report.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const OPEN = aPreparedReport({ text: '亚马逊云的市占率为32%。\n亚马逊云（Amazon Cloud）由刘伟明负责。' });
const SECRET = aPreparedReport({
  file: 'secret.txt',
  text: '亚马逊云将收购星野云。\n星野云（Hoshino Cloud，简称HNC）\n负责人顾晚秋谈判亚马逊云的收购。',
});
const BOARD = { channels: ['C1'], userGroups: [], people: [] };
/** What only the hidden report holds, as any row of it would show. */
const MARKS = [SECRET.report.id, 'secret.txt', '星野', 'Hoshino', '顾晚秋'];

/** The same database, with all rows that it gives. */
function watched(db: PostgresDatabase): { db: PostgresDatabase; rows: StoredRow[] } {
  const rows: StoredRow[] = [];
  const over = (session: Session): Session => ({
    ...session,
    async all(sql, values) {
      const found = await session.all(sql, values);
      rows.push(...found);
      return found;
    },
    async one(sql, values) {
      const found = await session.one(sql, values);
      if (found) rows.push(found);
      return found;
    },
  });
  const transaction: PostgresDatabase['transaction'] = (change, isolation) =>
    db.transaction((session) => change(over(session)), isolation);
  return { db: { ...db, ...over(db), transaction }, rows };
}

/** Everything that can be read, by name: a reading that is added to the library must be added here. */
async function readEverything(view: VisibleLibrary): Promise<void> {
  const text = '亚马逊云收购星野';
  const terms = tokenise(text).map(({ term }) => term);
  const [vector = new Float32Array()] = await createHashingEmbedder().embed([text]);
  const { id } = SECRET.report;
  const readings: Record<keyof VisibleLibrary, () => Promise<unknown>> = {
    search: async () => [
      await view.search({ terms, vector, limit: 10 }),
      await view.search({ terms, vector, limit: 10, reportIds: [id, OPEN.report.id] }),
    ],
    frequencies: () => view.frequencies(terms),
    aliases: () => view.aliases(),
    nameRuns: () => view.nameRuns(),
    reports: () => view.reports(),
    report: () => view.report(id),
    recognisedLayout: () => view.recognisedLayout(id, 1),
    chunks: () => view.chunks(id),
    statements: () => view.statements([...SECRET.chunks, ...OPEN.chunks]),
  };
  for (const read of Object.values(readings)) await read();
}

/** Which of the marks left the database, in the rows of all readings of a viewer. */
async function leaving(place: LibraryPlace, viewer: Viewer): Promise<{ marks: string[]; rows: number }> {
  const { db, rows } = watched(place.db);
  const parts = { embedder: createHashingEmbedder(), directory: aTemporaryFolder(), say: () => undefined };
  const library = createPostgresLibrary({ ...place, db }, parts);
  await readEverything(library.seenBy(viewer));
  await library.close();
  const text = JSON.stringify(rows, (_, value: unknown) => (value instanceof Uint8Array ? '' : value));
  return { marks: MARKS.filter((mark) => text.includes(mark)), rows: rows.length };
}

function describeFilters(aPlace: () => LibraryPlace): void {
  it('let no row of a hidden report out of the database, whatever is read for whom it is hidden from', async () => {
    const place = aPlace();
    const parts = { embedder: createHashingEmbedder(), directory: aTemporaryFolder(), say: () => undefined };
    const library = createPostgresLibrary(place, parts);
    await library.add([OPEN]);
    await library.add([SECRET], BOARD);
    const outside = await leaving(place, EVERYONE_ONLY);
    const other = await leaving(place, { kind: 'channel', team: 'T1', channel: 'C2' });
    const whole = await leaving(place, OPERATOR);
    expect([outside.marks, other.marks, whole.marks]).toEqual([[], [], MARKS]);
    expect(outside.rows).toBeGreaterThan(5);
  });
}

describe('row filters', () => {
  describeOnPostgres(({ aLibrary }) => describeFilters(aLibrary));

  describe('on PostgreSQL with pgvector', () => {
    let opened: PgvectorDatabase;
    beforeAll(async () => {
      opened = await aDatabaseWithPgvector();
      await opened.db.run('CREATE EXTENSION vector');
    }, 120_000);
    afterAll(() => opened.close());
    describeFilters(() => ({ db: opened.db, library: 'filtered' }));
  });
});
