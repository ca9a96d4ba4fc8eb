import type { FeedbackStore } from '../../domain/feedback.ts';
import { soundRows } from '../sound-rows.ts';
import { LONGEST_FEEDBACK, MOST_QUESTIONS, QUESTIONS, RATINGS } from '../sqlite/feedback.ts';
import type { LibraryPlace } from './open-postgres.ts';

const KEEP_RATING = `
  INSERT INTO ratings (library, answer_id, by, question, at, way, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (library, answer_id, by) DO UPDATE SET at = excluded.at, way = excluded.way,
    reason = CASE WHEN excluded.reason = '' AND ratings.way = excluded.way THEN ratings.reason
                  ELSE excluded.reason END`;

/**
 * What people asked, and what they thought of answers.
 * @param now the clock, in milliseconds
 */
export function createPostgresFeedback({ db, library }: LibraryPlace, now: () => number): FeedbackStore {
  const time = () => new Date(now()).toISOString();
  const cut = (text: string) => text.slice(0, LONGEST_FEEDBACK);
  return {
    async rate({ answerId, by, question, way, reason }) {
      await db.run(KEEP_RATING, [library, answerId, by, cut(question), time(), way, cut(reason)]);
    },
    async ratings() {
      const rows = await db.all(
        `SELECT answer_id AS "answerId", by, question, at, way, reason FROM ratings WHERE library = $1
         ORDER BY way = 'down' DESC, at DESC, answer_id, by`,
        [library],
      );
      return soundRows(db, RATINGS, rows);
    },
    keepQuestion: ({ question, by, door, channel, task, outcome, missing, ms }) =>
      db.transaction(async (session) => {
        await session.run(
          `INSERT INTO questions (library, question, by, at, door, channel, task, outcome, missing, ms)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [library, cut(question), by, time(), door, channel, task, outcome, JSON.stringify(missing), ms],
        );
        await session.run(
          `DELETE FROM questions WHERE library = $1 AND number <= (
             SELECT number FROM questions WHERE library = $1 ORDER BY number DESC OFFSET $2 LIMIT 1)`,
          [library, MOST_QUESTIONS],
        );
      }),
    async questions() {
      const rows = await db.all('SELECT * FROM questions WHERE library = $1 ORDER BY number DESC', [library]);
      return soundRows(db, QUESTIONS, rows);
    },
    forgetPerson: (person) =>
      db.transaction(async (session) => {
        const ratings = await session.run('DELETE FROM ratings WHERE library = $1 AND by = $2', [library, person]);
        return ratings + (await session.run('DELETE FROM questions WHERE library = $1 AND by = $2', [library, person]));
      }),
    forgetBefore: (at) =>
      db.transaction(async (session) => {
        for (const table of ['ratings', 'questions'])
          await session.run(`DELETE FROM ${table} WHERE library = $1 AND at COLLATE "C" < $2`, [library, at]);
      }),
  };
}
