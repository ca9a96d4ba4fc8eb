import { z } from 'zod';
import { Audience } from '../../domain/audience.ts';
import type { AnswerStore } from '../../domain/given-answer.ts';
import { OwnQuestion, GivenAnswer } from '../../domain/given-answer.ts';
import { json, soundRow, soundRows } from '../sound-rows.ts';
import { inTransaction } from './in-transaction.ts';
import type { StoreKind } from './open-store.ts';
import { openStore } from './open-store.ts';

/** Questions of a person that are listed. */
export const MOST_ASKED = 200;
/** Answers that are kept, the oldest go first: whoever asks without end on the web does not fill the disk. */
export const MOST_GIVEN = 100_000;

export const GIVEN = {
  name: 'given',
  key: ['id'],
  row: z.object({ id: z.string().min(1), content: json(GivenAnswer) }),
};
export const ASKED = { name: 'asked', key: ['person', 'answerId'], row: OwnQuestion };
export const REMOVED = {
  name: 'removed',
  key: ['report'],
  row: z.object({ report: z.string().min(1), audience: json(Audience) }),
};

export const ANSWER_STORE: StoreKind = {
  file: 'answers.db',
  holds: 'the answers that were given, with their evidence, and who asked on the web',
  applicationId: 0x466e_000b,
  firstTable: 'given',
  tables: [GIVEN, ASKED, REMOVED],
  ifDamaged: 'set_aside',
  migrations: [
    `CREATE TABLE IF NOT EXISTS given (
       id TEXT PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
     CREATE INDEX IF NOT EXISTS given_by_time ON given (at);
     CREATE TABLE IF NOT EXISTS asked (
       person TEXT NOT NULL, answerId TEXT NOT NULL, question TEXT NOT NULL, at TEXT NOT NULL,
       PRIMARY KEY (person, answerId)) STRICT;
     CREATE TABLE IF NOT EXISTS removed (report TEXT PRIMARY KEY, audience TEXT NOT NULL) STRICT, WITHOUT ROWID`,
  ],
};

/** A store of answers that can be closed. */
export interface SqliteAnswers extends AnswerStore {
  close(): void;
}

/**
 * Opens the answers that were given in a folder.
 * @param say takes a line when a damaged file was set aside
 * @param mostGiven answers that are kept whenever old ones are forgotten
 * @throws StorageError when it cannot be opened, read or written
 */
export function openSqliteAnswers(
  directory: string,
  say: (line: string) => void,
  mostGiven = MOST_GIVEN,
): SqliteAnswers {
  const db = openStore(directory, ANSWER_STORE, say);
  const run = (sql: string, ...values: string[]) => Promise.resolve(void db.prepare(sql).run(...values));
  return {
    keep: (answer) =>
      run(
        'INSERT OR IGNORE INTO given VALUES (?, ?, ?, ?)',
        answer.id,
        answer.at,
        answer.by ?? '',
        JSON.stringify(answer),
      ),
    find: (id) => Promise.resolve(soundRow(db, GIVEN, db.prepare('SELECT * FROM given WHERE id = ?').get(id))?.content),
    noteAsked: (person, { answerId, question, at }) =>
      Promise.resolve(
        inTransaction(db, () => {
          db.prepare('INSERT OR REPLACE INTO asked VALUES (?, ?, ?, ?)').run(person, answerId, question, at);
          db.prepare(
            `DELETE FROM asked WHERE person = ? AND rowid NOT IN (
               SELECT rowid FROM asked WHERE person = ? ORDER BY at DESC, rowid DESC LIMIT ?)`,
          ).run(person, person, MOST_ASKED);
        }),
      ),
    askedBy: (person) =>
      Promise.resolve(
        soundRows(
          db,
          ASKED,
          db
            .prepare('SELECT answerId, question, at FROM asked WHERE person = ? ORDER BY at DESC, rowid DESC')
            .all(person),
        ),
      ),
    forgetList: (person) => run('DELETE FROM asked WHERE person = ?', person),
    forgetPerson: (person) =>
      Promise.resolve(
        inTransaction(
          db,
          () =>
            Number(db.prepare('DELETE FROM asked WHERE person = ?').run(person).changes) +
            Number(db.prepare('DELETE FROM given WHERE by = ?').run(person).changes),
        ),
      ),
    forgetBefore: (at) =>
      Promise.resolve(
        inTransaction(db, () => {
          db.prepare('DELETE FROM asked WHERE at < ?').run(at);
          db.prepare('DELETE FROM given WHERE at < ?').run(at);
          db.prepare('DELETE FROM given WHERE id IN (SELECT id FROM given ORDER BY at DESC, id LIMIT -1 OFFSET ?)').run(
            mostGiven,
          );
        }),
      ),
    noteRemoved: (report, audience) =>
      run('INSERT OR REPLACE INTO removed VALUES (?, ?)', report, JSON.stringify(audience)),
    audienceOfRemoved: (report) =>
      Promise.resolve(
        soundRow(db, REMOVED, db.prepare('SELECT * FROM removed WHERE report = ?').get(report))?.audience,
      ),
    close: () => db.close(),
  };
}
