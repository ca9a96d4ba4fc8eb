import type { ReviewStore } from '../../domain/ports.ts';
import type { KeptAnswer, LogEntry } from '../../domain/review.ts';
import { FORGOTTEN, personOf } from '../../domain/review.ts';
import { soundRow, soundRows } from '../sound-rows.ts';
import type { ReviewStoreParts } from '../sqlite/review-store.ts';
import { ANSWERS, citationOf, CITATIONS, shownOf } from '../sqlite/review-rows.ts';
import type { PostgresDatabase, Session } from './database.ts';
import type { LibraryPlace } from './open-postgres.ts';
import { appendToLog, readLog } from './review-log.ts';

/** What waits: never looked at, flagged since, or withdrawn since. Answers are kept in the order in which they came. */
const WAITING = `
  SELECT c.id FROM citations c
  JOIN answers a ON a.library = c.library AND a.id = c.answer_id
  LEFT JOIN LATERAL (
    SELECT action FROM log l
    WHERE l.library = c.library AND l.citation_id = c.id AND l.action IN ('verdict', 'flagged', 'withdrawn')
    ORDER BY number DESC LIMIT 1) last ON true
  WHERE c.library = $1 AND last.action IS DISTINCT FROM 'verdict'
  ORDER BY CASE WHEN last.action = 'flagged' THEN 0 ELSE 1 END, a.at COLLATE "C", a.number, c.position
  LIMIT $2 OFFSET $3`;

/** The sentences and their citations stay, and what editors found about them; the log never knew the question. */
const FORGET = "UPDATE answers SET question = '', asker = $2 WHERE library = $1";

/** The posted answers and the log of a library. */
export function createPostgresReviewStore(
  { db, library }: LibraryPlace,
  parts: Pick<ReviewStoreParts, 'now' | 'seal' | 'firstHash'>,
): ReviewStore {
  const answer = (answerId: string) =>
    db.transaction((session) => readAnswer(db, session, library, answerId), 'snapshot');
  return {
    keep: (kept) => db.transaction((session) => insertAnswer(session, library, kept)),
    async placed(answerId, place) {
      await db.run('UPDATE answers SET place = $3 WHERE library = $1 AND id = $2', [
        library,
        answerId,
        JSON.stringify(place),
      ]);
    },
    answer,
    /** Those that can be read: if others took their places, the queue would stand still for good. */
    async waiting(limit) {
      const waiting: string[] = [];
      for (let at = 0; waiting.length < limit; at += limit) {
        const ids = (await db.all(WAITING, [library, limit, at])).map(({ id }) => String(id));
        if (ids.length === 0) break;
        waiting.push(...(await shownOf(ids, answer)));
      }
      return waiting.slice(0, limit);
    },
    async citations() {
      const rows = await db.all('SELECT * FROM citations WHERE library = $1 ORDER BY number', [library]);
      return soundRows(db, CITATIONS, rows).map(citationOf);
    },
    append: (changes) => db.transaction((session) => appendToLog(session, library, changes, parts)),
    forgetPerson: (person) =>
      db.transaction(async (session) => {
        const rows = await session.all('SELECT * FROM answers WHERE library = $1', [library]);
        const theirs = soundRows(db, ANSWERS, rows).filter(({ asker, place }) => personOf(asker, place) === person);
        for (const { id } of theirs) await session.run(`${FORGET} AND id = $3`, [library, FORGOTTEN, id]);
        return theirs.length;
      }),
    async forgetBefore(at) {
      await db.run(`${FORGET} AND at COLLATE "C" < $3 AND asker <> $2`, [library, FORGOTTEN, at]);
    },
    log: () => db.transaction((session) => readLog(session, library), 'snapshot'),
  };
}

async function insertAnswer(
  session: Session,
  library: string,
  { id, at, question, asker, place, claims }: KeptAnswer,
): Promise<void> {
  const added = await session.run(
    `INSERT INTO answers (library, id, at, question, asker, place, claims) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (library, id) DO NOTHING`,
    [library, id, at, question, asker, JSON.stringify(place), JSON.stringify(claims.map(({ text }) => text))],
  );
  if (added === 0) return;
  const citations = claims.flatMap((of, claim) => of.citations.map((citation) => ({ claim, citation })));
  for (const [position, { claim, citation }] of citations.entries())
    await session.run(
      `INSERT INTO citations (library, id, answer_id, position, claim, file, quote)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [library, citation.id, id, position, claim, citation.file, JSON.stringify(citation.quote)],
    );
}

async function readAnswer(
  db: PostgresDatabase,
  session: Session,
  library: string,
  answerId: string,
): Promise<{ answer: KeptAnswer; entries: LogEntry[] } | undefined> {
  const of = [library, answerId];
  const row = soundRow(db, ANSWERS, await session.one('SELECT * FROM answers WHERE library = $1 AND id = $2', of));
  if (!row) return undefined;
  const citations = soundRows(
    db,
    CITATIONS,
    await session.all('SELECT * FROM citations WHERE library = $1 AND answer_id = $2 ORDER BY position', of),
  );
  const claims = row.claims.map((text, claim) => ({
    text,
    citations: citations.filter((citation) => citation.claim === claim).map(citationOf),
  }));
  const { entries } = await readLog(session, library, answerId);
  return { answer: { ...row, claims }, entries };
}
