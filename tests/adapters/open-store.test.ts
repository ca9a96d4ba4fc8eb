import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/adapters/sqlite/in-transaction.ts';
import type { StoreKind } from '../../src/adapters/sqlite/open-store.ts';
import { fileOf, openGuarded, openStore } from '../../src/adapters/sqlite/open-store.ts';
import { ANSWER_STORE } from '../../src/adapters/sqlite/answers.ts';
import { FEEDBACK } from '../../src/adapters/sqlite/feedback.ts';
import { INBOX } from '../../src/adapters/sqlite/inbox-schema.ts';
import { INSTALLATIONS } from '../../src/adapters/sqlite/installations.ts';
import { SESSIONS } from '../../src/adapters/sqlite/sessions.ts';
import { LEDGER } from '../../src/adapters/sqlite/ledger.ts';
import { MODEL_STORE } from '../../src/adapters/sqlite/model-store.ts';
import { PREFERENCES } from '../../src/adapters/sqlite/preferences.ts';
import { REVIEW_STORE } from '../../src/adapters/sqlite/review-store.ts';
import { StorageError } from '../../src/domain/errors.ts';
import { asNobody } from '../support/as-nobody.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const KINDS = [ANSWER_STORE, LEDGER, INBOX, FEEDBACK, PREFERENCES, MODEL_STORE, SESSIONS, INSTALLATIONS, REVIEW_STORE];
const FORGOTTEN = KINDS.filter(({ ifDamaged }) => ifDamaged === 'set_aside');
const KEPT = KINDS.filter(({ ifDamaged }) => ifDamaged === 'stop');

/** A folder with a store in it that holds a thousand rows. */
function aFilledStore(kind: StoreKind): string {
  const folder = aTemporaryFolder();
  openStore(folder, kind, () => undefined).close();
  const db = new DatabaseSync(join(folder, kind.file));
  db.exec('CREATE TABLE filling (id INTEGER PRIMARY KEY, text TEXT NOT NULL); BEGIN');
  for (let id = 1; id <= 1000; id++) db.prepare('INSERT INTO filling VALUES (?, ?)').run(id, `${id} `.repeat(50));
  db.exec('COMMIT');
  db.close();
  return folder;
}

/** What opening ends in: the lines that were said, or the error. */
function opening(folder: string, kind: StoreKind): string[] | StorageError {
  const said: string[] = [];
  try {
    openStore(folder, kind, (line) => said.push(line)).close();
    return said;
  } catch (error) {
    if (error instanceof StorageError) return error;
    throw error;
  }
}

const faultOf = (opened: string[] | StorageError) => (opened instanceof StorageError ? opened.fault : opened);
const namesIn = (folder: string) =>
  readdirSync(folder)
    .map((name) => name.replace(/-\d{8}T\d{6}Z/u, '-DATE'))
    .toSorted();

const DAMAGES: [string, (path: string) => void][] = [
  [
    'is no database',
    (path) => writeFileSync(path, 'this is not a database, whatever its name says, and long enough to be looked at'),
  ],
  ['is cut', (path) => truncateSync(path, statSync(path).size - 8192)],
  [
    'is overwritten in the middle',
    (path) => {
      const bytes = readFileSync(path);
      bytes.fill(0x41, 40_000, 80_000);
      writeFileSync(path, bytes);
    },
  ],
];

describe('a store whose file is damaged', () => {
  it.each(FORGOTTEN.flatMap((kind) => DAMAGES.map(([how, damage]) => ({ file: kind.file, how, kind, damage }))))(
    '($file $how) is set aside with one line, and made anew',
    ({ kind, damage }) => {
      const folder = aFilledStore(kind);
      damage(join(folder, kind.file));
      const said = opening(folder, kind);
      expect([said, namesIn(folder), opening(folder, kind)]).toEqual([
        [expect.stringContaining(`Lost with it: ${kind.holds}.`)],
        [kind.file, `${kind.file}.damaged-DATE`],
        [],
      ]);
    },
  );

  it.each(KEPT.flatMap((kind) => DAMAGES.map(([how, damage]) => ({ file: kind.file, how, kind, damage }))))(
    '($file $how) stops with words, and is left as it is',
    ({ kind, damage }) => {
      const folder = aFilledStore(kind);
      damage(join(folder, kind.file));
      const before = readFileSync(join(folder, kind.file));
      const error = opening(folder, kind);
      expect([faultOf(error), String(error), readFileSync(join(folder, kind.file)).equals(before)]).toEqual([
        'damaged',
        expect.stringMatching(/`footnote restore`\); do not delete it/u),
        true,
      ]);
    },
  );

  it('is told when it shows itself later, at reading, at writing and at the end of a transaction', () => {
    const folder = aFilledStore(REVIEW_STORE);
    const path = join(folder, 'review.db');
    const db = openStore(folder, REVIEW_STORE, () => undefined);
    const bytes = readFileSync(path);
    bytes.fill(0x41, 40_000, 80_000);
    writeFileSync(path, bytes);
    // What was read before is not read again as long as there is memory for it.
    db.exec('PRAGMA shrink_memory');
    const told = [
      () => db.prepare('SELECT sum(length(text)) FROM filling').get(),
      () => inTransaction(db, () => db.prepare('DELETE FROM filling').run()),
    ].map((act) => {
      try {
        act();
        return 'nothing';
      } catch (error) {
        return error instanceof StorageError ? error.fault : String(error);
      }
    });
    expect([told, db.isTransaction]).toEqual([['damaged', 'damaged'], false]);
    db.close();
  });
});

describe('a store whose file is healthy and cannot be used', () => {
  const neverDelete = /\b(?:delete|damaged)\b/iu;

  it.each(KINDS)('($file) is not set aside and nobody is told to delete it: the folder is read-only', (kind) => {
    const folder = aFilledStore(kind);
    chmodSync(join(folder, kind.file), 0o444);
    chmodSync(folder, 0o555);
    const error = asNobody(() => opening(folder, kind));
    chmodSync(folder, 0o755);
    expect([faultOf(error), neverDelete.test(String(error)), namesIn(folder)]).toEqual([
      'read_only',
      false,
      [kind.file],
    ]);
  });

  it.each(KINDS)('($file) says that the disk is full, and holds what it held', (kind) => {
    const folder = aFilledStore(kind);
    const db = openStore(folder, kind, () => undefined);
    db.exec('PRAGMA max_page_count = 1');
    const fill = () =>
      inTransaction(db, () => db.prepare('INSERT INTO filling SELECT id + 5000, text FROM filling').run());
    expect(fill).toThrow(StorageError);
    expect(fill).toThrow(/There is no room .* is as it was before/u);
    expect([db.isTransaction, db.prepare('SELECT count(*) AS count FROM filling').get()]).toEqual([
      false,
      { count: 1000 },
    ]);
    db.close();
  });

  it('says that another program writes', () => {
    const folder = aFilledStore(LEDGER);
    const [one, other] = [
      openStore(folder, LEDGER, () => undefined),
      openGuarded(fileOf(folder, LEDGER), { timeout: 0, say: () => undefined }),
    ];
    one.exec('BEGIN IMMEDIATE');
    expect(() => other.exec('BEGIN IMMEDIATE')).toThrow(/being written by another program .* try again/u);
    one.close();
    other.close();
  });

  it('says that too many files are open', () => {
    const folder = aFilledStore(LEDGER);
    const script = resolve(import.meta.dirname, '../support/open-with-few-files.ts');
    const said = execFileSync(
      'bash',
      [
        '-c',
        'ulimit -n 64; exec "$0" --disable-warning=ExperimentalWarning "$1" "$2"',
        process.execPath,
        script,
        folder,
      ],
      { encoding: 'utf8' },
    );
    expect([said, namesIn(folder)]).toEqual([
      expect.stringMatching(/^StorageError: .*too many files open/u),
      ['ledger.db'],
    ]);
  });

  it.each(KINDS)('($file) of a later version is left to it', (kind) => {
    const folder = aFilledStore(kind);
    const db = new DatabaseSync(join(folder, kind.file));
    db.exec('PRAGMA user_version = 99');
    db.close();
    const error = opening(folder, kind);
    expect([faultOf(error), neverDelete.test(String(error)), namesIn(folder)]).toEqual([
      'other_version',
      false,
      [kind.file],
    ]);
  });

  it.each(KINDS)('($file) is not written over by another store whose file was put in its place', (kind) => {
    const other = KINDS.find(({ file }) => file !== kind.file) ?? kind;
    const folder = aFilledStore(other);
    copyFileSync(join(folder, other.file), join(folder, kind.file));
    const before = readFileSync(join(folder, kind.file));
    const error = opening(folder, kind);
    expect([faultOf(error), readFileSync(join(folder, kind.file)).equals(before)]).toEqual(['swapped', true]);
  });
});

describe('a folder in the place of a file', () => {
  it('is set aside where the file could be', () => {
    const folder = aTemporaryFolder();
    mkdirSync(join(folder, 'model.db'));
    expect([opening(folder, MODEL_STORE), namesIn(folder)]).toEqual([
      [expect.stringContaining('model.db was damaged')],
      ['model.db', 'model.db.damaged-DATE'],
    ]);
  });

  it('is told where the file must be put back', () => {
    const folder = aTemporaryFolder();
    mkdirSync(join(folder, 'review.db'));
    expect(String(opening(folder, REVIEW_STORE))).toMatch(/review\.db is damaged \(a folder stands in its place\)/u);
  });
});

describe('a store of the first version, without a mark', () => {
  it.each(KINDS)('($file) is taken on with what it holds', (kind) => {
    const folder = aFilledStore(kind);
    const db = new DatabaseSync(join(folder, kind.file));
    db.exec('PRAGMA user_version = 0; PRAGMA application_id = 0');
    db.close();
    const said = opening(folder, kind);
    const after = new DatabaseSync(join(folder, kind.file));
    expect([
      said,
      after.prepare('SELECT count(*) AS count FROM filling').get(),
      after.prepare('PRAGMA user_version').get(),
    ]).toEqual([[], { count: 1000 }, { user_version: kind.migrations.length }]);
    after.close();
  });
});
