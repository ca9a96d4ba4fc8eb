import { z } from 'zod';
import { AskedQuestion, Rating } from '../../domain/feedback.ts';
import type { FeedbackStore } from '../../domain/feedback.ts';
import { inTransaction } from './in-transaction.ts';
import type { StoreKind } from './open-store.ts';
import { openStore } from './open-store.ts';
import { json, soundRows } from '../sound-rows.ts';

/** Questions that are kept, the latest: a year of a busy workspace. */
export const MOST_QUESTIONS = 50_000;
/** Characters of a reason and of a question that are kept. */
export const LONGEST_FEEDBACK = 2000;

export const RATINGS = { name: 'ratings', key: ['answerId', 'by'], row: Rating };
export const QUESTIONS = {
  name: 'questions',
  key: ['number'],
  row: AskedQuestion.extend({ missing: json(z.array(z.string())) }),
};

export const FEEDBACK: StoreKind = {
  file: 'feedback.db',
  holds: 'what people asked, and what they thought of answers',
  applicationId: 0x466e_0009,
  firstTable: 'ratings',
  tables: [RATINGS, QUESTIONS],
  ifDamaged: 'set_aside',
  migrations: [
    `CREATE TABLE IF NOT EXISTS ratings (
       answerId TEXT NOT NULL, by TEXT NOT NULL, question TEXT NOT NULL, at TEXT NOT NULL, way TEXT NOT NULL,
       reason TEXT NOT NULL,
       PRIMARY KEY (answerId, by)) STRICT, WITHOUT ROWID;
     CREATE TABLE IF NOT EXISTS unanswered (
       number INTEGER PRIMARY KEY, question TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL) STRICT`,
    `CREATE TABLE IF NOT EXISTS questions (
       number INTEGER PRIMARY KEY, question TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, door TEXT NOT NULL,
       channel TEXT NOT NULL, task TEXT NOT NULL, outcome TEXT NOT NULL, missing TEXT NOT NULL,
       ms INTEGER NOT NULL) STRICT;
     INSERT INTO questions
       SELECT number, question, by, at, iif(by = 'web', 'web', 'slack'), '', 'answer', 'not_found', '[]', 0
       FROM unanswered;
     DROP TABLE unanswered;
     CREATE INDEX IF NOT EXISTS questions_by_person ON questions (by)`,
  ],
};

const TABLES = ['ratings', 'questions'] as const;

/** A feedback store that can be closed. */
export interface SqliteFeedback extends FeedbackStore {
  close(): void;
}

/**
 * Opens the feedback in a folder.
 * @param now the clock, in milliseconds
 * @param say takes a line when a damaged file was set aside
 * @throws StorageError when it cannot be opened, read or written
 */
export function openSqliteFeedback(directory: string, now: () => number, say: (line: string) => void): SqliteFeedback {
  const db = openStore(directory, FEEDBACK, say);
  const time = () => new Date(now()).toISOString();
  return {
    rate({ answerId, by, question, way, reason }) {
      const keep = db.prepare(`INSERT INTO ratings (answerId, by, question, at, way, reason) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET at = excluded.at, way = excluded.way,
          reason = iif(excluded.reason = '' AND way = excluded.way, reason, excluded.reason)`);
      keep.run(answerId, by, question.slice(0, LONGEST_FEEDBACK), time(), way, reason.slice(0, LONGEST_FEEDBACK));
      return Promise.resolve();
    },
    ratings: () =>
      Promise.resolve(
        soundRows(db, RATINGS, db.prepare("SELECT * FROM ratings ORDER BY way = 'down' DESC, at DESC").all()),
      ),
    keepQuestion: ({ question, by, door, channel, task, outcome, missing, ms }) =>
      Promise.resolve(
        inTransaction(db, () => {
          const keep = db.prepare(`INSERT INTO questions (question, by, at, door, channel, task, outcome, missing, ms)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
          const words = question.slice(0, LONGEST_FEEDBACK);
          keep.run(words, by, time(), door, channel, task, outcome, JSON.stringify(missing), ms);
          db.prepare('DELETE FROM questions WHERE number <= (SELECT max(number) FROM questions) - ?').run(
            MOST_QUESTIONS,
          );
        }),
      ),
    questions() {
      const rows = db.prepare('SELECT * FROM questions ORDER BY number DESC').all();
      return Promise.resolve(soundRows(db, QUESTIONS, rows));
    },
    forgetPerson: (person) =>
      Promise.resolve(
        inTransaction(db, () =>
          TABLES.reduce(
            (sum, table) => sum + Number(db.prepare(`DELETE FROM ${table} WHERE by = ?`).run(person).changes),
            0,
          ),
        ),
      ),
    forgetBefore(at) {
      for (const table of TABLES) db.prepare(`DELETE FROM ${table} WHERE at < ?`).run(at);
      return Promise.resolve();
    },
    close: () => db.close(),
  };
}
