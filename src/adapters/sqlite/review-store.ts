import type { LogChange, ReviewStore } from '../../domain/ports.ts';
import type { KeptAnswer, LogEntry, LogHead } from '../../domain/review.ts';
import { FORGOTTEN, personOf } from '../../domain/review.ts';
import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import type { StoreKind } from './open-store.ts';
import { fileOf, openStore } from './open-store.ts';
import { mustNotBeLost, readReviewHead, writeReviewHead } from '../index-folder/review-head.ts';
import { soundRow, soundRows } from '../sound-rows.ts';
import { ANSWERS, citationOf, CITATIONS, entryCells, entryOf, LOG, LOG_HEAD, shownOf } from './review-rows.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS answers (
    id TEXT PRIMARY KEY, at TEXT NOT NULL, question TEXT NOT NULL, asker TEXT NOT NULL, place TEXT NOT NULL,
    claims TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS citations (
    id TEXT PRIMARY KEY, answer_id TEXT NOT NULL REFERENCES answers, position INTEGER NOT NULL, claim INTEGER NOT NULL,
    file TEXT NOT NULL, quote TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS citations_by_answer ON citations (answer_id, position);
  CREATE TABLE IF NOT EXISTS log (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, editor TEXT NOT NULL, action TEXT NOT NULL, answerId TEXT NOT NULL,
    citationId TEXT, quoteKey TEXT, verdict TEXT, note TEXT NOT NULL, previousHash TEXT NOT NULL,
    hash TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS log_by_citation ON log (citationId, number);
  CREATE INDEX IF NOT EXISTS log_by_answer ON log (answerId, number);
  CREATE TABLE IF NOT EXISTS log_head (
    only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
  CREATE TRIGGER IF NOT EXISTS log_is_not_changed BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER IF NOT EXISTS log_is_not_deleted BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER IF NOT EXISTS log_is_not_replaced BEFORE INSERT ON log
    WHEN EXISTS (SELECT 1 FROM log WHERE number >= NEW.number)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
`;

/** Both shortcuts of Slack once kept answers under a channel without a name, and posted them nowhere. */
const NOWHERE = `
  UPDATE answers SET place = json_patch('{"kind":"nowhere"}', json_object('team', json_extract(place, '$.team')))
  WHERE CASE WHEN json_valid(place)
    THEN json_extract(place, '$.kind') = 'slack' AND coalesce(json_extract(place, '$.channel'), '') = '' ELSE 0 END`;

export const REVIEW_STORE: StoreKind = {
  file: 'review.db',
  holds: "the posted answers and the editors' log",
  applicationId: 0x466e_0006,
  firstTable: 'answers',
  tables: [ANSWERS, CITATIONS, LOG, LOG_HEAD],
  ifDamaged: 'stop',
  migrations: [TABLES, NOWHERE],
};

/** What waits: never looked at, flagged since, or withdrawn since. Answers are kept in the order in which they came. */
const WAITING = `
  SELECT c.id, (
    SELECT action FROM log WHERE citationId = c.id AND action IN ('verdict', 'flagged', 'withdrawn')
    ORDER BY number DESC LIMIT 1) AS last
  FROM citations c JOIN answers a ON a.id = c.answer_id
  WHERE last IS NULL OR last <> 'verdict'
  ORDER BY last IS 'flagged' DESC, a.at, a.rowid, c.position LIMIT ? OFFSET ?`;

/** The sentences and their citations stay, and what editors found about them; the log never knew the question. */
const FORGET = "UPDATE answers SET question = '', asker = ?";

/** What the store stands on. */
export interface ReviewStoreParts {
  /** The clock, in milliseconds. */
  now(): number;
  /** Closes an entry with its hash. */
  seal(entry: Omit<LogEntry, 'hash'>): LogEntry;
  /** The hash before the first entry. */
  firstHash: string;
  /** Takes a line when rows are passed over. */
  say?(line: string): void;
}

/** A review store that can be closed. */
export interface SqliteReviewStore extends ReviewStore {
  close(): void;
}

/**
 * Opens the posted answers and the log in a folder, in a database of its own: an index that is built anew does not lose
 * it.
 * @throws StorageError when the database cannot be opened, read or written
 */
export function openSqliteReviewStore(directory: string, parts: ReviewStoreParts): SqliteReviewStore {
  mustNotBeLost(directory, fileOf(directory, REVIEW_STORE));
  const db = openStore(directory, REVIEW_STORE, parts.say ?? (() => undefined));
  return {
    keep: (answer) => Promise.resolve(inTransaction(db, () => insertAnswer(db, answer))),
    placed(answerId, place) {
      db.prepare('UPDATE answers SET place = ? WHERE id = ?').run(JSON.stringify(place), answerId);
      return Promise.resolve();
    },
    answer: (answerId) => Promise.resolve(readAnswer(db, answerId)),
    waiting: (limit) => readWaiting(db, limit),
    citations: () =>
      Promise.resolve(
        soundRows(db, CITATIONS, db.prepare('SELECT * FROM citations ORDER BY rowid').all()).map(citationOf),
      ),
    append(changes) {
      const entries = inTransaction(db, () => append(db, changes, parts));
      const last = entries?.at(-1);
      if (last) writeReviewHead(directory, { number: last.number, hash: last.hash }, parts.say ?? (() => undefined));
      return Promise.resolve(entries);
    },
    forgetPerson: (person) =>
      Promise.resolve(
        inTransaction(db, () => {
          const asked = soundRows(db, ANSWERS, db.prepare('SELECT * FROM answers').all());
          const theirs = asked.filter(({ asker, place }) => personOf(asker, place) === person);
          for (const { id } of theirs) db.prepare(`${FORGET} WHERE id = ?`).run(FORGOTTEN, id);
          return theirs.length;
        }),
      ),
    forgetBefore(at) {
      db.prepare(`${FORGET} WHERE at < ? AND asker <> ?`).run(FORGOTTEN, at, FORGOTTEN);
      return Promise.resolve();
    },
    log: () =>
      Promise.resolve(
        inTransaction(db, () => ({
          entries: db.prepare('SELECT * FROM log ORDER BY number').all().map(entryOf),
          head: laterOf(readHead(db), readReviewHead(directory)),
        })),
      ),
    close: () => db.close(),
  };
}

function insertAnswer(db: Database, { id, at, question, asker, place, claims }: KeptAnswer): void {
  const texts = JSON.stringify(claims.map(({ text }) => text));
  if (
    db
      .prepare('INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?, ?, ?)')
      .run(id, at, question, asker, JSON.stringify(place), texts).changes === 0
  )
    return;
  const insert = db.prepare('INSERT INTO citations VALUES (?, ?, ?, ?, ?, ?)');
  let position = 0;
  claims.forEach(({ citations }, claim) =>
    citations.forEach((citation) =>
      insert.run(citation.id, id, position++, claim, citation.file, JSON.stringify(citation.quote)),
    ),
  );
}

/** Those that can be read: if others took their places, the queue would stand still for good. */
async function readWaiting(db: Database, limit: number): Promise<string[]> {
  const waiting: string[] = [];
  for (let at = 0; waiting.length < limit; at += limit) {
    const rows = db.prepare(WAITING).all(limit, at);
    if (rows.length === 0) break;
    const ids = rows.map(({ id }) => String(id));
    waiting.push(...(await shownOf(ids, (answerId) => Promise.resolve(readAnswer(db, answerId)))));
  }
  return waiting.slice(0, limit);
}

function readAnswer(db: Database, answerId: string): { answer: KeptAnswer; entries: LogEntry[] } | undefined {
  const row = soundRow(db, ANSWERS, db.prepare('SELECT * FROM answers WHERE id = ?').get(answerId));
  if (!row) return undefined;
  const citations = soundRows(
    db,
    CITATIONS,
    db.prepare('SELECT * FROM citations WHERE answer_id = ? ORDER BY position').all(answerId),
  );
  const claims = row.claims.map((text, claim) => ({
    text,
    citations: citations.filter((citation) => citation.claim === claim).map(citationOf),
  }));
  const entries = db.prepare('SELECT * FROM log WHERE answerId = ? ORDER BY number').all(answerId).map(entryOf);
  return { answer: { ...row, claims }, entries };
}

function append(
  db: Database,
  changes: LogChange[],
  { now, seal, firstHash }: ReviewStoreParts,
): LogEntry[] | undefined {
  if (changes.some(({ entry, seen }) => seen !== undefined && seen !== lastAbout(db, entry.citationId)))
    return undefined;
  return changes.map(({ entry: { citationId = null, quoteKey = null, verdict = null, ...entry }, quote }) => {
    const last = readHead(db) ?? { number: 0, hash: firstHash };
    const sealed = seal({
      ...entry,
      citationId,
      quoteKey,
      verdict,
      number: last.number + 1,
      at: new Date(now()).toISOString(),
      previousHash: last.hash,
    });
    insertEntry(db, sealed);
    if (quote) db.prepare('UPDATE citations SET quote = ? WHERE id = ?').run(JSON.stringify(quote), citationId);
    return sealed;
  });
}

function insertEntry(db: Database, entry: LogEntry): void {
  db.prepare('INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(...entryCells(entry));
  db.prepare('INSERT OR REPLACE INTO log_head VALUES (1, ?, ?)').run(entry.number, entry.hash);
}

function lastAbout(db: Database, citationId: string | undefined): number {
  return Number(
    db.prepare('SELECT max(number) AS number FROM log WHERE citationId = ?').get(citationId ?? '')?.['number'] ?? 0,
  );
}

/** An entry may be written between the two, or its note may have been lost: then the log's own is the later one. */
function laterOf(own: LogHead | undefined, noted: LogHead | undefined): LogHead | undefined {
  return (noted?.number ?? 0) > (own?.number ?? 0) ? noted : own;
}

function readHead(db: Database): LogHead | undefined {
  const row = db.prepare('SELECT number, hash FROM log_head').get();
  return row && { number: Number(row['number']), hash: String(row['hash']) };
}
