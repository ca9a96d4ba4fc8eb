import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { openSqliteLibrary } from '../../src/adapters/sqlite/library.ts';
import { EVERYONE_ONLY, OPERATOR } from '../../src/domain/audience.ts';
import type { Report } from '../../src/domain/report.ts';
import { LibraryError } from '../../src/domain/errors.ts';
import type { Embedder, Library } from '../../src/domain/ports.ts';
import { describeLibrary } from '../contracts/library.ts';
import { readStatementsAnew } from '../../src/wiring/read-statements-anew.ts';
import { aPreparedReport } from '../support/prepared-report.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

describeLibrary('SQLite', () =>
  openSqliteLibrary(mkdtempSync(join(tmpdir(), 'footnote-test-')), createHashingEmbedder()),
);

/** Text of the chunk that is nearest by its vector alone. */
async function nearest(
  library: Library,
  text: string,
  embedder: Embedder = createHashingEmbedder(),
): Promise<string | undefined> {
  const [vector = new Float32Array()] = await embedder.embed([text]);
  const [candidate] = await library.seenBy(OPERATOR).search({ terms: [], vector, limit: 1 });
  return candidate?.chunk.text;
}

async function aFilledFolder(): Promise<string> {
  const folder = aTemporaryFolder();
  const library = openSqliteLibrary(folder, createHashingEmbedder());
  await library.add([
    aPreparedReport(),
    aPreparedReport({ file: 'chips.txt', text: 'TSMC leads the foundry market.' }),
  ]);
  await library.close();
  return folder;
}

describe('the vector index beside the database', () => {
  it.each<[string, (file: string) => void]>([
    ['missing', (file) => rmSync(file)],
    ['truncated', (file) => truncateSync(file, 100)],
    ['of other content', (file) => writeFileSync(file, 'not an index')],
  ])('is rebuilt when it is %s', async (_, damage) => {
    const folder = await aFilledFolder();
    damage(join(folder, 'vectors.hnsw'));
    const library = openSqliteLibrary(folder, createHashingEmbedder());
    expect(await nearest(library, 'the foundry market')).toBe('TSMC leads the foundry market.');
    await library.close();
  });

  it('follows when it is stale: reports came and went since it was saved', async () => {
    const folder = await aFilledFolder();
    const saved = [readFileSync(join(folder, 'vectors.hnsw')), readFileSync(join(folder, 'vectors.json'))] as const;
    const library = openSqliteLibrary(folder, createHashingEmbedder());
    await library.add([aPreparedReport({ file: 'chips.txt', text: 'Samsung follows in the foundry market.' })]);
    await library.close();
    writeFileSync(join(folder, 'vectors.hnsw'), saved[0]);
    writeFileSync(join(folder, 'vectors.json'), saved[1]);
    const again = openSqliteLibrary(folder, createHashingEmbedder());
    expect(await nearest(again, 'the foundry market')).toBe('Samsung follows in the foundry market.');
    await again.close();
  });

  it('is made anew for another embedder', async () => {
    const folder = await aFilledFolder();
    const flipped: Embedder = {
      id: 'flipped',
      dimension: 2,
      embed: (texts) =>
        Promise.resolve(texts.map((text) => (text.includes('TSMC') ? Float32Array.of(0, 1) : Float32Array.of(1, 0)))),
    };
    const library = openSqliteLibrary(folder, flipped);
    expect(await nearest(library, '任何问题', flipped)).toBe('亚马逊云的市占率为32%。');
    await library.close();
  });

  it('shows a running library what another process adds', async () => {
    const folder = await aFilledFolder();
    const running = openSqliteLibrary(folder, createHashingEmbedder());
    expect(await nearest(running, 'memory prices')).not.toBe('Memory prices rose.');
    const other = openSqliteLibrary(folder, createHashingEmbedder());
    await other.add([aPreparedReport({ file: 'memory.txt', text: 'Memory prices rose.' })]);
    await other.close();
    expect(await nearest(running, 'memory prices')).toBe('Memory prices rose.');
    await running.close();
  });
});

describe('a database that is none', () => {
  it('is refused with what to do', () => {
    const folder = aTemporaryFolder();
    writeFileSync(
      join(folder, 'library.db'),
      'this is not a database, whatever its name says, and long enough to be looked at',
    );
    expect(() => openSqliteLibrary(folder, createHashingEmbedder())).toThrow(LibraryError);
    expect(() => openSqliteLibrary(folder, createHashingEmbedder())).toThrow(
      /library\.db is damaged .*`footnote restore`/u,
    );
  });
});

/** What version 10 brought: what the tables of a chunk say. */
const WITHOUT_TABLES = 'ALTER TABLE chunks DROP COLUMN tables;';
/** What version 8 brought: more facts of a report, kinds of sections, descriptions. */
const WITHOUT_FACTS =
  WITHOUT_TABLES +
  'ALTER TABLE reports DROP COLUMN about; ALTER TABLE sections DROP COLUMN listed; ALTER TABLE sections DROP ' +
  'COLUMN kind; DROP TABLE descriptions; DROP TABLE statements;';

/** Takes an index back to what the last version wrote. */
function takeBackTables(folder: string): void {
  const db = new DatabaseSync(join(folder, 'library.db'));
  db.exec(`${WITHOUT_TABLES} UPDATE meta SET value = '9' WHERE key = 'version'`);
  db.close();
}

/** Takes an index back to what the last version but two wrote. */
function takeBackFacts(folder: string): void {
  const db = new DatabaseSync(join(folder, 'library.db'));
  db.exec(`${WITHOUT_FACTS} UPDATE meta SET value = '7' WHERE key = 'version'`);
  db.close();
}

/** Takes an index back to what the last version but four wrote: one full-text index, and no audiences. */
function takeBack(folder: string): void {
  const db = new DatabaseSync(join(folder, 'library.db'));
  db.exec(`${WITHOUT_FACTS}
    DROP TABLE vocabulary_1; DROP TABLE terms_1; DROP TABLE shelves; DROP INDEX reports_by_shelf;
    ALTER TABLE reports DROP COLUMN shelf;
    CREATE VIRTUAL TABLE terms USING fts5(heading, body, content='', contentless_delete=1,
      tokenize="unicode61 remove_diacritics 0 tokenchars '.'");
    CREATE VIRTUAL TABLE vocabulary USING fts5vocab(terms, row);
    UPDATE meta SET value = '5' WHERE key = 'version'`);
  db.close();
}

/** Takes an index back to what the last version but one wrote: nothing of what reports say. */
function takeBackStatements(folder: string): void {
  const db = new DatabaseSync(join(folder, 'library.db'));
  db.exec(
    `${WITHOUT_TABLES} DROP TABLE statements; DELETE FROM meta WHERE key = 'reader'; UPDATE meta SET value = ` +
      `'8' WHERE key = 'version'`,
  );
  db.close();
}

/** Takes an index back to what the last version but three wrote: no two reports of one file name. */
function takeBackOne(folder: string): void {
  const db = new DatabaseSync(join(folder, 'library.db'), { enableForeignKeyConstraints: false });
  db.exec(`${WITHOUT_FACTS}
    CREATE TABLE old (id TEXT PRIMARY KEY, file TEXT NOT NULL UNIQUE, title TEXT NOT NULL, publisher TEXT,
      published_on TEXT, language TEXT NOT NULL, page_count INTEGER NOT NULL, paged INTEGER NOT NULL,
      text TEXT NOT NULL, shelf INTEGER NOT NULL) STRICT;
    INSERT INTO old
      SELECT id, file, title, publisher, published_on, language, page_count, paged, text, shelf FROM reports;
    DROP TABLE reports; ALTER TABLE old RENAME TO reports; UPDATE meta SET value = '6' WHERE key = 'version'`);
  db.close();
}

describe('an index of a version before', () => {
  it.each([
    ['the last but four', takeBack],
    ['the last but three', takeBackOne],
    ['the last but two', takeBackFacts],
    ['the last but one', takeBackStatements],
    ['the last', takeBackTables],
  ])('(%s) is upgraded when it is opened, and loses nothing', async (_version, goBack) => {
    const folder = await aFilledFolder();
    const readAll = async () => {
      const library = openSqliteLibrary(folder, createHashingEmbedder());
      const view = library.seenBy(EVERYONE_ONLY);
      const [vector = new Float32Array()] = await createHashingEmbedder().embed(['market']);
      // How sure the reader was, and what it noted, no version before kept.
      const bare = <T extends Report>(report: T) => ({ ...report, confidence: undefined, notes: undefined });
      const found = await view.search({ terms: ['market'], vector, limit: 5 });
      const read = [
        (await view.reports()).map(bare),
        await view.frequencies(['market', '亚马']),
        found.map(({ report, ...candidate }) => ({ ...candidate, report: bare(report) })),
      ];
      await library.close();
      return read;
    };
    const before = await readAll();
    goBack(folder);
    expect(await readAll()).toEqual(before);
  });

  it('is read again from its text by itself, with progress, and then says what it said', async () => {
    const folder = await aFilledFolder();
    const said = async () => {
      const library = openSqliteLibrary(folder, createHashingEmbedder());
      const lines: string[] = [];
      await readStatementsAnew(library, (line) => lines.push(line));
      const view = library.seenBy(EVERYONE_ONLY);
      const reports = await view.reports();
      const chunks = (await Promise.all(reports.map(({ id }) => view.chunks(id)))).flat();
      const statements = await view.statements(chunks);
      await library.close();
      return { lines, statements };
    };
    const before = await said();
    takeBackStatements(folder);
    const after = await said();
    expect(after.statements).toEqual(before.statements);
    expect(before.statements.map((each) => each?.length)).toEqual([1, 1]);
    expect([before.lines, after.lines, (await said()).lines]).toEqual([
      [],
      ["What the index's reports say is read anew, once: 2 of them.", 'Read anew: 2 of 2 reports.'],
      [],
    ]);
  });

  it('of any other version is refused with what to do', async () => {
    const folder = await aFilledFolder();
    const db = new DatabaseSync(join(folder, 'library.db'));
    db.exec("UPDATE meta SET value = '3' WHERE key = 'version'");
    db.close();
    expect(() => openSqliteLibrary(folder, createHashingEmbedder())).toThrow(/another version of Footnote/u);
  });
});

describe('a report that is hidden by another process', () => {
  it('is gone at once from a running library, and from its vectors', async () => {
    const folder = await aFilledFolder();
    const [running, other] = [
      openSqliteLibrary(folder, createHashingEmbedder()),
      openSqliteLibrary(folder, createHashingEmbedder()),
    ];
    const view = running.seenBy(EVERYONE_ONLY);
    const chips = (await view.reports()).find(({ file }) => file === 'chips.txt');
    const [vector = new Float32Array()] = await createHashingEmbedder().embed(['the foundry market']);
    const found = async () =>
      (await view.search({ terms: ['foundry'], vector, limit: 1 })).map(({ report }) => report.file);
    const before = await found();
    await other.setAudience(chips?.id ?? '', { channels: ['C1'], userGroups: [], people: [] });
    expect([before, await found(), await view.report(chips?.id ?? '')]).toEqual([
      ['chips.txt'],
      ['cloud.txt'],
      undefined,
    ]);
    await running.close();
    await other.close();
  });

  it('leaves an index behind that can be filled again, also when nothing was left for everyone', async () => {
    const folder = await aFilledFolder();
    const first = openSqliteLibrary(folder, createHashingEmbedder());
    for (const { id } of await first.seenBy(OPERATOR).reports())
      await first.setAudience(id, { channels: ['C1'], userGroups: [], people: [] });
    await first.close();
    const second = openSqliteLibrary(folder, createHashingEmbedder());
    for (const { id } of await second.seenBy(OPERATOR).reports()) await second.setAudience(id, 'everyone');
    expect(await nearest(second, 'the foundry market')).toBe('TSMC leads the foundry market.');
    await second.close();
  });
});
