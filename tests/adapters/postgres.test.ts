import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { PostgresDatabase } from '../../src/adapters/postgres/database.ts';
import { connectPostgres } from '../../src/adapters/postgres/database.ts';
import { createPostgresInbox } from '../../src/adapters/postgres/inbox.ts';
import { createPostgresFeedback } from '../../src/adapters/postgres/feedback.ts';
import { latestVersion, migrateSchema, versionOf } from '../../src/adapters/postgres/migrate-schema.ts';
import { createPostgresModelStore } from '../../src/adapters/postgres/model-store.ts';
import { openPostgres } from '../../src/adapters/postgres/open-postgres.ts';
import { createPostgresOriginals } from '../../src/adapters/postgres/originals.ts';
import { postgresError } from '../../src/adapters/postgres/postgres-error.ts';
import { createPostgresReviewStore } from '../../src/adapters/postgres/review-store.ts';
import { createPostgresTaken } from '../../src/adapters/postgres/taken-documents.ts';
import { openOriginals } from '../../src/adapters/readers/originals.ts';
import { StorageError } from '../../src/domain/errors.ts';
import { FIRST_HASH, sealEntry } from '../../src/review/seal-entry.ts';
import { verifyLog } from '../../src/review/verify-log.ts';
import { anEntry } from '../contracts/review-store.ts';
import { aKeptAnswer, aQuestionWaiting } from '../support/builders.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';
import { aDatabase } from '../support/postgres/server.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const nothing = () => undefined;
const MIGRATIONS = resolve(import.meta.dirname, '../../src/adapters/postgres/migrations');
const NOBODY_LISTENS = 'postgres://ada:secret@127.0.0.1:1/footnote';
const COLUMNS = `
  SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema()
  ORDER BY table_name, ordinal_position`;

async function faultOf(act: () => Promise<unknown>): Promise<[string, string] | string> {
  try {
    await act();
    return 'none';
  } catch (error) {
    return error instanceof StorageError ? [error.fault, error.message] : String(error);
  }
}

/** Several connections to one database, as several processes have them. */
async function together<T>(url: string, count: number, act: (db: PostgresDatabase) => Promise<T>): Promise<T[]> {
  const databases = Array.from({ length: count }, () => connectPostgres(url, nothing));
  try {
    return await Promise.all(databases.map(act));
  } finally {
    await Promise.all(databases.map((db) => db.close()));
  }
}

describe('a server that does not answer', () => {
  it('is told in words, without the password, and costs no answer of a model', async () => {
    const db = connectPostgres(NOBODY_LISTENS, nothing);
    const said: string[] = [];
    const store = createPostgresModelStore(
      { db, library: '' },
      () => 0,
      (line) => said.push(line),
    );
    await store.spend('ann', { input: 10, output: 1 });
    const remembered = [await store.recall('a'), await store.spentToday('ann')];
    const fault = await faultOf(() => db.one('SELECT 1'));
    await db.close();
    const sentence =
      'The database footnote at 127.0.0.1:1 (user ada) does not answer (connect ECONNREFUSED 127.0.0.1:1). ' +
      'What it holds is as it was: start the server, or set DATABASE_URL to where it is; then try again.';
    expect([remembered, fault, said]).toEqual([
      [undefined, { all: 11, user: 11 }],
      ['away', sentence],
      [`${sentence} Until then nothing that a model says is remembered.`],
    ]);
  });
});

describe('what a server reports', () => {
  it.each([
    ['53100', 'full'],
    ['53300', 'too_many_open'],
    ['57P01', 'away'],
    ['08006', 'away'],
    ['25006', 'read_only'],
    ['42501', 'refused'],
    ['55P03', 'locked'],
    ['XX001', 'damaged'],
    ['58030', 'disk'],
    ['42P01', 'other_version'],
    ['23502', undefined],
  ])('by the state %s is of the kind: %s', (code, fault) => {
    expect(postgresError('It', Object.assign(new Error('why'), { code }))?.fault).toBe(fault);
  });
});

describeOnPostgres(({ url, db, aLibrary }) => {
  describe('the tables', () => {
    it('go back to nothing and forward again, and are the same', async () => {
      const own = connectPostgres(await aDatabase(), nothing);
      await migrateSchema(own);
      const first = await own.all(COLUMNS);
      await migrateSchema(own, 0);
      const none = [await versionOf(own), (await own.all(COLUMNS)).map((row) => row['table_name'])];
      await migrateSchema(own);
      const again = [await versionOf(own), await own.all(COLUMNS)];
      await own.close();
      expect([none, again]).toEqual([
        [0, ['footnote_schema', 'footnote_schema']],
        [latestVersion(), first],
      ]);
    });

    it('are taken on by files that begin with the version that they lead to', () => {
      const names = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.up.sql'));
      expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, at) => at + 1));
    });

    it('are made once by processes that start at the same time', async () => {
      // Whether two of them meet in the same moment is chance: with fewer, or once, they may not.
      for (let round = 0; round < 5; round++)
        expect(await together(await aDatabase(), 8, (each) => migrateSchema(each).then(() => versionOf(each)))).toEqual(
          Array.from({ length: 8 }, latestVersion),
        );
    });

    it('of a later version are left alone, in words', async () => {
      const address = await aDatabase();
      const own = await openPostgres(address, nothing);
      await own.run('UPDATE footnote_schema SET version = 999');
      await own.close();
      const [fault, message] = await faultOf(() => openPostgres(address, nothing));
      expect([fault, message]).toEqual(['other_version', expect.stringContaining('theirs is 999')]);
    });
  });

  it('says what is wrong with a password and with the name of a database', async () => {
    const [wrong, missing] = [new URL(url()), new URL(url())];
    wrong.password = 'guess';
    missing.pathname = '/nowhere';
    const [password, name] = [
      await faultOf(() => openPostgres(wrong.href, nothing)),
      await faultOf(() => openPostgres(missing.href, nothing)),
    ];
    expect([password, name]).toEqual([
      ['refused', expect.stringContaining('password authentication failed')],
      ['refused', expect.stringContaining('database "nowhere" does not exist')],
    ]);
    expect(password[1]).not.toContain('guess');
  });

  it('says that the server is away when it ends a connection in use, and goes on with another', async () => {
    const own = connectPostgres(url(), nothing);
    const broken = await faultOf(() =>
      own.transaction(async (session) => {
        const pid = Number((await session.one('SELECT pg_backend_pid() AS pid'))?.['pid']);
        await db().one('SELECT pg_terminate_backend($1)', [pid]);
        await delay(100);
        await session.one('SELECT 1');
      }),
    );
    const again = await own.transaction(async (session) => (await session.one('SELECT 1 AS one'))?.['one']);
    await own.close();
    expect([broken[0], again]).toEqual(['away', 1]);
  });

  it('keeps texts with characters that the server refuses, also within JSON and in keys', async () => {
    const library = aLibrary();
    const text = 'a\0b\u{e000}c\u{e000}0';
    const [feedback, taken] = [createPostgresFeedback(library, () => 0), createPostgresTaken(library)];
    await feedback.rate({ answerId: text, by: 'T1/U1', question: text, way: 'up', reason: '' });
    await taken.keep({ origin: text, document: 'd', state: 'added', lookedAt: '2026-01-01T00:00:00.000Z' });
    const [rating] = await feedback.ratings();
    expect([rating?.answerId, rating?.question, (await taken.all())[0]?.origin]).toEqual([text, text, text]);
  });

  it('passes over a row that is not as it was written, with a line that names it', async () => {
    const { library } = aLibrary();
    const said: string[] = [];
    const own = connectPostgres(url(), (line) => said.push(line));
    for (const [by, way] of [
      ['T1/U1', 'sideways'],
      ['T1/U2', 'up'],
    ])
      await own.run("INSERT INTO ratings VALUES ($1, 'a1', $2, '?', '2026-01-01T00:00:00.000Z', $3, '')", [
        library,
        by ?? '',
        way ?? '',
      ]);
    const ratings = await createPostgresFeedback({ db: own, library }, () => 0).ratings();
    await own.close();
    expect([ratings.map(({ by }) => by), said]).toEqual([
      ['T1/U2'],
      [expect.stringContaining('1 of the rows in ratings not as written, passed over: a1/T1/U1.')],
    ]);
  });

  describe('the inbox', () => {
    it('gives nothing twice, and never two about one subject, to four processes that take at once', async () => {
      const { library } = aLibrary();
      const inbox = createPostgresInbox({ db: db(), library });
      const all = Array.from({ length: 60 }, (_, ts) => String(ts));
      for (const ts of all) await inbox.accept(aQuestionWaiting({ ts, text: ts, user: `U${Number(ts) % 7}` }));
      const taken = await together(url(), 4, async (each) => {
        const own = createPostgresInbox({ db: each, library });
        const owner = String(Math.random());
        const texts: string[] = [];
        for (let items = await own.take(owner, 3); items.length > 0; items = await own.take(owner, 3)) {
          texts.push(...items.map(({ work }) => work.text));
          for (const { id, attempt } of items) await own.finish(owner, id, 'done', attempt);
        }
        return texts;
      });
      expect(taken.flat().toSorted()).toEqual(all.toSorted());
    });

    it('lets one wait of several about one subject that come at once, and accepts each delivery once', async () => {
      const { library } = aLibrary();
      const keys = ['1', '2', '3', '4', '4'];
      const accepted = await Promise.all(
        keys.map((key) =>
          createPostgresInbox({ db: db(), library }).accept(aQuestionWaiting({ ts: '1', text: key, key })),
        ),
      );
      const items = await createPostgresInbox({ db: db(), library }).take('me', 10);
      expect([accepted.filter(Boolean).length, items.length]).toEqual([4, 1]);
    });

    it('counts no more than is allowed, however many count at once', async () => {
      const { library } = aLibrary();
      const inbox = createPostgresInbox({ db: db(), library });
      for (const ts of ['1', '2', '3', '4', '5']) await inbox.accept(aQuestionWaiting({ ts, text: ts }));
      const items = await inbox.take('me', 5);
      const counted = await Promise.all(
        items.map(({ id }) => inbox.count(id, { perPerson: 2, perTeam: 9, withinMs: 60_000 })),
      );
      expect(counted.map((excess) => excess?.of ?? 'room').toSorted()).toEqual([
        'person',
        'person',
        'person',
        'room',
        'room',
      ]);
    });

    it("tells the time by the server's clock, whatever its own machine's says", async () => {
      const { library } = aLibrary();
      const inbox = createPostgresInbox({ db: db(), library });
      await inbox.accept(aQuestionWaiting());
      await inbox.take('me', 1);
      const row = await db().one(
        `SELECT lease_until - (extract(epoch FROM now()) * 1000)::bigint AS "left" FROM work WHERE library = $1`,
        [library],
      );
      expect(Math.round(Number(row?.['left']) / 10_000)).toBe(3);
    });
  });

  describe('the review store', () => {
    const parts = { now: Date.now, seal: sealEntry, firstHash: FIRST_HASH };

    it('keeps one unbroken log when four processes append at once', async () => {
      const { library } = aLibrary();
      const store = createPostgresReviewStore({ db: db(), library }, parts);
      await store.keep(aKeptAnswer());
      await together(url(), 4, async (each) => {
        const own = createPostgresReviewStore({ db: each, library }, parts);
        for (let i = 0; i < 10; i++) await own.append([{ entry: anEntry({ note: 'a\0b' }) }]);
      });
      const { entries, head } = await store.log();
      expect([entries.length, verifyLog(entries, head).outcome]).toEqual([40, 'intact']);
    });

    it('refuses to change, delete or empty the log', async () => {
      const { library } = aLibrary();
      const store = createPostgresReviewStore({ db: db(), library }, parts);
      await store.append([{ entry: anEntry() }]);
      for (const change of ["UPDATE log SET verdict = 'verified'", 'DELETE FROM log', 'TRUNCATE log'])
        await expect(db().run(change)).rejects.toThrow('the log is append-only');
      expect((await store.log()).entries).toHaveLength(1);
    });

    it('keeps libraries apart in which answers have the same ids', async () => {
      const [one, other] = [aLibrary(), aLibrary()].map((library) => createPostgresReviewStore(library, parts));
      await one?.keep(aKeptAnswer());
      await one?.append([{ entry: anEntry() }]);
      await other?.keep(aKeptAnswer({ question: 'another' }));
      expect([(await other?.answer('a1'))?.answer.question, await other?.log()]).toEqual([
        'another',
        { entries: [], head: undefined },
      ]);
    });
  });

  describe('the originals', () => {
    it('are had by each machine until their report is gone; what was left behind goes after an hour', async () => {
      const place = aLibrary();
      const hour = 3_600_000;
      const machine = (at: number) => createPostgresOriginals(place, openOriginals(aTemporaryFolder()), () => at);
      const large = Buffer.alloc(9_000_001, 'page');
      await machine(0).keep('aa', '.pdf', large);
      await machine(0).keep('bb', '.txt', Buffer.from('text'));
      await machine(2 * hour).keep('cc', '.pdf', Buffer.from('new'));
      const lengths = async () => {
        const other = machine(2 * hour);
        const paths = [await other.pathOf('aa'), await other.pathOf('bb'), await other.pathOf('cc')];
        return paths.map((path) => (path === undefined ? 0 : readFileSync(path).length));
      };
      const before = await lengths();
      await machine(2 * hour).sweep(new Set(), []);
      const later = await lengths();
      await machine(2 * hour).sweep(new Set(), ['cc']);
      expect([before, later, await lengths()]).toEqual([
        [large.length, 0, 3],
        [0, 0, 3],
        [0, 0, 0],
      ]);
    });
  });
});
