import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openSqliteInbox } from '../../src/adapters/sqlite/inbox.ts';
import { openSqliteLedger } from '../../src/adapters/sqlite/ledger.ts';
import { openSqliteLibrary } from '../../src/adapters/sqlite/library.ts';
import { openSqliteModelStore } from '../../src/adapters/sqlite/model-store.ts';
import { openSqlitePreferences } from '../../src/adapters/sqlite/preferences.ts';
import { openSqliteReviewStore } from '../../src/adapters/sqlite/review-store.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import { openReview } from '../../src/review/open-review.ts';
import { FIRST_HASH, sealEntry } from '../../src/review/seal-entry.ts';
import { anEntry } from '../contracts/review-store.ts';
import { aKeptAnswer, aQuestionWaiting } from '../support/builders.ts';
import { fuzzRuns, seeded } from '../support/fuzz-runs.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { aPreparedReport } from '../support/prepared-report.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const embedder = createHashingEmbedder();

/** How a store is filled with at least two rows a table, and how all of it is read. */
interface Filled {
  file: string;
  fill(folder: string): Promise<void>;
  /** Gives what stands in other rows than the first ones: that must still be there. */
  readAll(folder: string): Promise<unknown>;
}

const review = (folder: string) =>
  openSqliteReviewStore(folder, { now: () => NOW, seal: sealEntry, firstHash: FIRST_HASH });

const STORES: Filled[] = [
  {
    file: 'review.db',
    async fill(folder) {
      const store = review(folder);
      for (const id of ['a1', 'a2', 'a3']) await store.keep(aKeptAnswer({ id }));
      await store.append([
        { entry: anEntry({ verdict: 'wrong_page' }) },
        { entry: anEntry({ answerId: 'a2', citationId: 'a2.1', action: 'flagged' }) },
        { entry: anEntry({ citationId: 'a1.2' }) },
      ]);
      store.close();
    },
    async readAll(folder) {
      const store = review(folder);
      const opened = openReview({ store, editors: [], now: () => NOW, files: () => Promise.resolve(new Map()) });
      await opened.log();
      await opened.verifyLog();
      for (const id of ['a1', 'a2', 'a3']) await opened.answer(id);
      await store.citations();
      const queue = (await opened.queue(50)).map(({ citation }) => citation.id);
      store.close();
      return queue.filter((id) => id.startsWith('a3'));
    },
  },
  {
    file: 'ledger.db',
    async fill(folder) {
      const ledger = openSqliteLedger(folder, () => NOW);
      await ledger.keepSources([]);
      ledger.close();
      const db = new DatabaseSync(join(folder, 'ledger.db'));
      db.exec("UPDATE sources SET id = 'b'; INSERT INTO sources SELECT 'a', kept_at, sources FROM sources");
      db.close();
    },
    async readAll(folder) {
      const ledger = openSqliteLedger(folder, () => NOW);
      await ledger.sources('a');
      const read = await ledger.sources('b');
      ledger.close();
      return read;
    },
  },
  {
    file: 'inbox.db',
    async fill(folder) {
      const inbox = openSqliteInbox(folder, () => NOW);
      for (const ts of ['1', '2', '3']) await inbox.accept(aQuestionWaiting({ ts, text: ts, user: `U${ts}` }));
      inbox.close();
    },
    async readAll(folder) {
      const inbox = openSqliteInbox(folder, () => NOW);
      await inbox.recent('T1', 'U1', 5);
      await inbox.ahead('T1 C1 2');
      const taken = await inbox.take('me', 10);
      for (const { id } of taken) await inbox.count(id, { perPerson: 5, perTeam: 5, withinMs: 1000 });
      await inbox.renew(
        'me',
        taken.map(({ id }) => id),
      );
      await inbox.stop('T1', 'C1', '1');
      inbox.close();
      return taken.map(({ work }) => work.text).filter((text) => text !== '1');
    },
  },
  {
    file: 'preferences.db',
    async fill(folder) {
      const preferences = openSqlitePreferences(folder);
      for (const user of ['U1', 'U2']) await preferences.set('T1', user, { language: 'zh', where: 'thread' });
      preferences.close();
    },
    async readAll(folder) {
      const preferences = openSqlitePreferences(folder);
      await preferences.of('T1', 'U1');
      const read = await preferences.of('T1', 'U2');
      preferences.close();
      return read;
    },
  },
  {
    file: 'model.db',
    async fill(folder) {
      const store = openSqliteModelStore(folder, () => NOW);
      for (const key of ['one', 'two']) await store.keep(key, key);
      for (const user of ['ann', 'ben']) await store.spend(user, { input: 1, output: 1 });
      store.close();
    },
    async readAll(folder) {
      const store = openSqliteModelStore(folder, () => NOW);
      const recalled = [await store.recall('one'), await store.recall('two')];
      const spent = await store.spentToday('ben');
      store.close();
      return [recalled.length, spent.user];
    },
  },
  {
    file: 'library.db',
    async fill(folder) {
      const library = openSqliteLibrary(folder, embedder);
      const kept = aPreparedReport({ file: 'b.txt', text: 'TSMC leads the foundry market.' });
      // Ids are hashes: the report that goes bad is the first by its id, too.
      const texts = Array.from(
        { length: 100 },
        (_, at) => `云计算（Cloud Computing，简称CC）在增长。亚马逊云的市占率为${at}%。`,
      );
      const bad = texts
        .map((text) => aPreparedReport({ file: 'a.txt', text }))
        .find(({ report }) => report.id < kept.report.id);
      await library.add(bad ? [bad] : []);
      await library.add([kept], { channels: ['C1'], userGroups: [], people: [] });
      await library.close();
    },
    async readAll(folder) {
      const library = openSqliteLibrary(folder, embedder);
      const view = library.seenBy(OPERATOR);
      const [vector = new Float32Array()] = await embedder.embed(['the foundry market']);
      for (const { id } of await view.reports())
        await Promise.all([view.report(id), view.chunks(id), library.audienceOf(id)]);
      await Promise.all([view.aliases(), view.nameRuns(), view.frequencies(['foundry'])]);
      const found = await view.search({ terms: ['foundry'], vector, limit: 5 });
      await library.close();
      return found.map(({ chunk }) => chunk.text).filter((text) => text.startsWith('TSMC'));
    },
  },
];

interface Member {
  store: Filled;
  table: string;
  column: string;
  value: SQLInputValue;
}

const OF_TYPE: Record<string, SQLInputValue[]> = {
  TEXT: [
    '',
    'not json',
    '{}',
    '[]',
    'null',
    '"',
    '[null]',
    '{"kind":"slack","channel":""}',
    '\u{FFFD}\u{1}',
    '9'.repeat(400),
    '2026-13-45',
    '__proto__',
  ],
  INTEGER: [-1, 0, 2n ** 62n, -(2n ** 63n), 2 ** 40, 4],
  BLOB: [Buffer.alloc(0), Buffer.alloc(3), Buffer.alloc(4, 255), Buffer.alloc(1024, 255), Buffer.alloc(4096)],
};

/** The tables that are Footnote's, not the full text's. */
const TABLES = `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'`;

/** Every value for every column of every table. */
async function allMembers(): Promise<Member[]> {
  const members: Member[] = [];
  for (const store of STORES) {
    const folder = aTemporaryFolder();
    await store.fill(folder);
    const db = new DatabaseSync(join(folder, store.file));
    for (const { name: table } of db.prepare(TABLES).all()) {
      for (const { name, type } of db.prepare(`PRAGMA table_info(${String(table)})`).all()) {
        members.push(
          ...(OF_TYPE[String(type)] ?? []).map((value) => ({
            store,
            table: String(table),
            column: String(name),
            value,
          })),
        );
      }
    }
    db.close();
  }
  return members;
}

/** Puts a value into the first row of a table; false where a key or a rule forbids it. */
function makeBad({ store, table, column, value }: Member, folder: string): boolean {
  const db = new DatabaseSync(join(folder, store.file), { enableForeignKeyConstraints: false });
  try {
    for (const { name } of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all())
      db.exec(`DROP TRIGGER ${String(name)}`);
    const key = db
      .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
      .all(table)
      .map(({ name }) => String(name))
      .join(', ');
    return (
      db
        .prepare(
          `UPDATE ${table} SET ${column} = ? WHERE (${key}) = (SELECT ${key} FROM ${table} ORDER BY ${key} LIMIT 1)`,
        )
        .run(value).changes > 0
    );
  } catch {
    return false;
  } finally {
    db.close();
  }
}

/**
 * What it says besides is another fact, not a bad row: the version and the identity of an index, on which shelf
 * everyone's reports stand.
 */
const OTHER_FACTS = new Set(['meta value', 'meta key', 'shelves id']);

describe('one bad row', () => {
  it('takes no other row along, whatever table, column and value', { timeout: 600_000 }, async () => {
    const [all, random] = [await allMembers(), seeded(14)];
    const shuffled = all
      .map((member) => ({ member, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ member }) => member);
    const templates = new Map<Filled, { folder: string; whole: unknown }>();
    for (const store of STORES) {
      const [folder, copy] = [aTemporaryFolder(), aTemporaryFolder()];
      await store.fill(folder);
      cpSync(folder, copy, { recursive: true });
      templates.set(store, { folder, whole: await store.readAll(copy) });
    }
    const faults: unknown[] = [];
    let tried = 0;
    for (const member of shuffled.slice(0, fuzzRuns({ short: 60, long: shuffled.length }))) {
      const { store, ...where } = member;
      const { folder = '', whole } = templates.get(store) ?? {};
      const copy = aTemporaryFolder();
      cpSync(folder, copy, { recursive: true });
      if (OTHER_FACTS.has(`${where.table} ${where.column}`) || !makeBad(member, copy)) continue;
      tried += 1;
      const read = await store
        .readAll(copy)
        .catch((error: unknown) => (error instanceof Error ? (error.stack ?? '') : String(error)));
      if (JSON.stringify(read) !== JSON.stringify(whole)) faults.push([store.file, where, read]);
    }
    expect([faults, tried > 30]).toEqual([[], true]);
  });
});
