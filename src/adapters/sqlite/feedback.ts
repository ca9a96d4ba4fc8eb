import { z } from 'zod';
import { Rating, Unanswered } from '../../domain/feedback.ts';
import type { FeedbackStore } from '../../domain/feedback.ts';
import { inTransaction } from './in-transaction.ts';
import type { StoreKind } from './open-store.ts';
import { openStore } from './open-store.ts';
import { soundRows } from '../sound-rows.ts';

/** Questions without an answer that are kept, the latest: a year of a busy workspace. */
export const MOST_UNANSWERED = 5000;
/** Characters of a reason and of a question that are kept. */
export const LONGEST_FEEDBACK = 2000;

export const RATINGS = { name: 'ratings', key: ['answerId', 'by'], row: Rating };
export const UNANSWERED = { name: 'unanswered', key: ['number'], row: Unanswered.extend({ number: z.int() }) };

export const FEEDBACK: StoreKind = {
  file: 'feedback.db',
  holds: 'what people thought of answers, and the questions that found none',
  applicationId: 0x466e_0009,
  firstTable: 'ratings',
  tables: [RATINGS, UNANSWERED],
  ifDamaged: 'set_aside',
  migrations: [
    `CREATE TABLE IF NOT EXISTS ratings (
       answerId TEXT NOT NULL, by TEXT NOT NULL, question TEXT NOT NULL, at TEXT NOT NULL, way TEXT NOT NULL,
       reason TEXT NOT NULL,
       PRIMARY KEY (answerId, by)) STRICT, WITHOUT ROWID;
     CREATE TABLE IF NOT EXISTS unanswered (
       number INTEGER PRIMARY KEY, question TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL) STRICT`,
  ],
};

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
    keepUnanswered: ({ question, by }) =>
      Promise.resolve(
        inTransaction(db, () => {
          db.prepare('INSERT INTO unanswered (question, by, at) VALUES (?, ?, ?)').run(
            question.slice(0, LONGEST_FEEDBACK),
            by,
            time(),
          );
          db.prepare('DELETE FROM unanswered WHERE number <= (SELECT max(number) FROM unanswered) - ?').run(
            MOST_UNANSWERED,
          );
        }),
      ),
    unanswered() {
      const rows = soundRows(db, UNANSWERED, db.prepare('SELECT * FROM unanswered ORDER BY number DESC').all());
      return Promise.resolve(rows.map(({ question, by, at }) => ({ question, by, at })));
    },
    close: () => db.close(),
  };
}
