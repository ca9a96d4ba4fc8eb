import type { FeedbackStore } from '../../domain/feedback.ts';
import { soundRows } from '../sound-rows.ts';
import { LONGEST_FEEDBACK, MOST_UNANSWERED, RATINGS, UNANSWERED } from '../sqlite/feedback.ts';
import type { LibraryPlace } from './open-postgres.ts';

const KEEP_RATING = `
  INSERT INTO ratings (library, answer_id, by, question, at, way, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (library, answer_id, by) DO UPDATE SET at = excluded.at, way = excluded.way,
    reason = CASE WHEN excluded.reason = '' AND ratings.way = excluded.way THEN ratings.reason
                  ELSE excluded.reason END`;

/**
 * What people thought of answers, and the questions that found none.
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
    keepUnanswered: ({ question, by }) =>
      db.transaction(async (session) => {
        await session.run('INSERT INTO unanswered (library, question, by, at) VALUES ($1, $2, $3, $4)', [
          library,
          cut(question),
          by,
          time(),
        ]);
        await session.run(
          `DELETE FROM unanswered WHERE library = $1 AND number <= (
             SELECT number FROM unanswered WHERE library = $1 ORDER BY number DESC OFFSET $2 LIMIT 1)`,
          [library, MOST_UNANSWERED],
        );
      }),
    async unanswered() {
      const rows = await db.all('SELECT * FROM unanswered WHERE library = $1 ORDER BY number DESC', [library]);
      return soundRows(db, UNANSWERED, rows).map(({ question, by, at }) => ({ question, by, at }));
    },
  };
}
