import type { AnswerStore } from '../../domain/given-answer.ts';
import { soundRow, soundRows } from '../sound-rows.ts';
import { ASKED, GIVEN, MOST_ASKED, MOST_GIVEN, REMOVED } from '../sqlite/answers.ts';
import type { LibraryPlace } from './open-postgres.ts';

/**
 * The answers that were given of a library.
 * @param mostGiven answers that are kept whenever old ones are forgotten
 */
export function createPostgresAnswers({ db, library }: LibraryPlace, mostGiven = MOST_GIVEN): AnswerStore {
  return {
    async keep(answer) {
      await db.run('INSERT INTO given VALUES ($1, $2, $3, $4, $5) ON CONFLICT (library, id) DO NOTHING', [
        library,
        answer.id,
        answer.at,
        answer.by ?? '',
        JSON.stringify(answer),
      ]);
    },
    async find(id) {
      const row = await db.one('SELECT * FROM given WHERE library = $1 AND id = $2', [library, id]);
      return soundRow(db, GIVEN, row)?.content;
    },
    noteAsked: (person, { answerId, question, at }) =>
      db.transaction(async (session) => {
        // Deleted first: what is asked again is the latest.
        await session.run('DELETE FROM asked WHERE library = $1 AND person = $2 AND answer_id = $3', [
          library,
          person,
          answerId,
        ]);
        await session.run('INSERT INTO asked (library, person, answer_id, question, at) VALUES ($1, $2, $3, $4, $5)', [
          library,
          person,
          answerId,
          question,
          at,
        ]);
        await session.run(
          `DELETE FROM asked WHERE library = $1 AND person = $2 AND number NOT IN (
             SELECT number FROM asked WHERE library = $1 AND person = $2
             ORDER BY at COLLATE "C" DESC, number DESC LIMIT $3)`,
          [library, person, MOST_ASKED],
        );
      }),
    async askedBy(person) {
      const rows = await db.all(
        `SELECT person, answer_id AS "answerId", question, at FROM asked WHERE library = $1 AND person = $2
         ORDER BY at COLLATE "C" DESC, number DESC`,
        [library, person],
      );
      return soundRows(db, ASKED, rows);
    },
    async forgetList(person) {
      await db.run('DELETE FROM asked WHERE library = $1 AND person = $2', [library, person]);
    },
    forgetPerson: (person) =>
      db.transaction(
        async (session) =>
          (await session.run('DELETE FROM asked WHERE library = $1 AND person = $2', [library, person])) +
          (await session.run('DELETE FROM given WHERE library = $1 AND by = $2', [library, person])),
      ),
    forgetBefore: (at) =>
      db.transaction(async (session) => {
        for (const table of ['asked', 'given'])
          await session.run(`DELETE FROM ${table} WHERE library = $1 AND at COLLATE "C" < $2`, [library, at]);
        await session.run(
          `DELETE FROM given WHERE library = $1 AND id IN (
             SELECT id FROM given WHERE library = $1 ORDER BY at COLLATE "C" DESC, id OFFSET $2)`,
          [library, mostGiven],
        );
      }),
    async noteRemoved(report, audience) {
      await db.run(
        `INSERT INTO removed VALUES ($1, $2, $3)
         ON CONFLICT (library, report) DO UPDATE SET audience = excluded.audience`,
        [library, report, JSON.stringify(audience)],
      );
    },
    async audienceOfRemoved(report) {
      const row = await db.one('SELECT * FROM removed WHERE library = $1 AND report = $2', [library, report]);
      return soundRow(db, REMOVED, row)?.audience;
    },
  };
}
