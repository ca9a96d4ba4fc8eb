import { setTimeout as delay } from 'node:timers/promises';
import type { Allowance, Excess, InboxItem, NewWork } from '../../domain/inbox.ts';
import { isForgotten, withoutWords, Work } from '../../domain/inbox.ts';
import type { Inbox } from '../../domain/ports.ts';
import type { StoredRow } from '../sound-rows.ts';
import { soundRows } from '../sound-rows.ts';
import { FORGET_MS, LEASE_MS, REMEMBERED_MS } from '../sqlite/inbox.ts';
import { itemOf, WORK } from '../sqlite/inbox-schema.ts';
import type { PostgresDatabase, Session } from './database.ts';
import { firstCounted, IN_ORDER, ITEM, LAPSED, OF_OWNER, PUT_BACK, TAKE } from './inbox-sql.ts';
import { stopsOf, workOf } from './notices.ts';
import type { LibraryPlace } from './open-postgres.ts';

/** Longest until a process looks for work that another one accepted, in milliseconds. */
const SPREAD_MS = 100;

/** Tells the time in milliseconds since 1970. */
export type Clock = (session: Session) => Promise<number>;

/** The server's clock, the same for all machines: theirs differ by more than a lease lasts. */
export const serverClock: Clock = async (session) =>
  Number((await session.one('SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now'))?.['now']);

/**
 * The inbox of a library. Of owners that are gone only the lease tells: a process of another machine may have the same
 * name.
 */
export function createPostgresInbox({ db, library }: LibraryPlace, clock: Clock = serverClock): Inbox {
  let forgottenAt = -Infinity;
  const change = (sql: string, ...values: (string | number)[]) => db.run(sql, [library, ...values]);

  async function forgetOld(session: Session, now: number): Promise<void> {
    if (Math.abs(now - forgottenAt) < FORGET_MS) return;
    await session.run(
      "DELETE FROM work WHERE library = $1 AND state NOT IN ('waiting', 'working') AND changed_at < $2",
      [library, now - REMEMBERED_MS],
    );
    forgottenAt = now;
  }

  /** Does something, and then tells other processes. */
  async function telling<T>(topic: string, act: Promise<T>): Promise<T> {
    const result = await act;
    db.tell(topic);
    return result;
  }

  return {
    accept: ({ key, subject, work }) =>
      telling(
        workOf(library),
        db.transaction(async (session) => {
          const stored = JSON.stringify(Work.parse(work));
          if (await session.one('SELECT 1 FROM work WHERE library = $1 AND key = $2', [library, key])) return false;
          const now = await clock(session);
          await session.run(
            `UPDATE work SET state = 'withdrawn', changed_at = $3
           WHERE library = $1 AND subject = $2 AND state = 'waiting'`,
            [library, subject, now],
          );
          await session.run(
            `INSERT INTO work (library, key, subject, team, person, thread, work, changed_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
            [library, key, subject, work.team, `${work.team} ${work.user}`, threadOf(work), stored, now],
          );
          return true;
        }),
      ),
    take: (owner, limit) =>
      db.transaction(async (session) => {
        const now = await clock(session);
        await forgetOld(session, now);
        await giveBack(session, library, owner, now);
        const rows = await session.all(TAKE, [library, limit, owner, now + LEASE_MS, now]);
        const inOrder = rows.toSorted(
          (a, b) => Number(a['turn']) - Number(b['turn']) || Number(a['id']) - Number(b['id']),
        );
        const items = itemsOf(db, inOrder);
        // What cannot be read cannot be done: it has failed, and does not stand in the way of the rest.
        const read = new Set(items.map(({ id }) => id));
        const unread = rows.map((row) => Number(row['id'])).filter((id) => !read.has(id));
        await session.run("UPDATE work SET state = 'failed' WHERE library = $1 AND id = ANY($2::bigint[])", [
          library,
          unread,
        ]);
        return items;
      }),
    renew: (owner, ids) =>
      db.transaction(async (session) => {
        const rows = await session.all(
          `UPDATE work SET lease_until = $4
           WHERE library = $1 AND id = ANY($2::bigint[]) AND owner = $3 AND state = 'working' RETURNING id`,
          [library, ids, owner, (await clock(session)) + LEASE_MS],
        );
        const renewed = new Set(rows.map(({ id }) => Number(id)));
        return ids.filter((id) => renewed.has(id));
      }),
    async finish(owner, id, outcome, attempt) {
      await db.run(
        `UPDATE work SET state = $4, changed_at = $5 WHERE library = $1 AND id = $2 AND owner = $3
           AND state = 'working' AND attempts = coalesce($6::integer, attempts)`,
        [library, id, owner, outcome, await clock(db), attempt ?? null],
      );
    },
    release: (owner) =>
      telling(
        workOf(library),
        db.transaction(async (session) => putBack(session, library, await session.all(OF_OWNER, [library, owner]))),
      ),
    withdraw: async (subject) =>
      (await change(
        `UPDATE work SET state = 'withdrawn', changed_at = $3
         WHERE library = $1 AND subject = $2 AND state = 'waiting'`,
        subject,
        await clock(db),
      )) > 0,
    count: (id, allowance) =>
      db.transaction(
        async (session) => countOne(session, library, id, { ...allowance, now: await clock(session) }),
        'serializable',
      ),
    stop: (team, channel, thread) =>
      telling(
        stopsOf(library),
        db.transaction(async (session) => {
          const key = `${team} ${channel} ${thread}`;
          const waiting = await session.all(`${ITEM} AND thread = $2 AND state = 'waiting' ORDER BY id FOR UPDATE`, [
            library,
            key,
          ]);
          await session.run(
            `UPDATE work SET state = 'withdrawn', changed_at = $3 WHERE library = $1 AND id = ANY($2::bigint[])`,
            [library, waiting.map(({ id }) => Number(id)), await clock(session)],
          );
          await session.run("UPDATE work SET stopped = 1 WHERE library = $1 AND thread = $2 AND state = 'working'", [
            library,
            key,
          ]);
          return itemsOf(db, waiting);
        }),
      ),
    hear(onNews) {
      // Whoever accepted work most often takes it, too: the others look a little later, and not all at once.
      let isLooking = false;
      async function look(): Promise<void> {
        if (isLooking) return;
        isLooking = true;
        await delay(Math.random() * SPREAD_MS, undefined, { ref: false });
        isLooking = false;
        if (await db.one("SELECT 1 FROM work WHERE library = $1 AND state = 'waiting' LIMIT 1", [library])) onNews();
      }
      // A database that is away is told of by whoever looks next.
      const ends = [
        db.hear(workOf(library), () => void look().catch(() => undefined)),
        db.hear(stopsOf(library), onNews),
      ];
      return () => ends.forEach((end) => end());
    },
    async stopped(ids) {
      const rows = await db.all('SELECT id FROM work WHERE library = $1 AND id = ANY($2::bigint[]) AND stopped = 1', [
        library,
        ids,
      ]);
      const stopped = new Set(rows.map(({ id }) => Number(id)));
      return ids.filter((id) => stopped.has(id));
    },
    async aboutToSay(id) {
      await change('UPDATE work SET saying = 1 WHERE library = $1 AND id = $2', id);
    },
    async ahead(subject) {
      const rows = await db.all(`${IN_ORDER} ORDER BY turn, w.id`, [library]);
      const order = rows.findIndex((row) => row['subject'] === subject);
      return order < 0 ? undefined : order;
    },
    async backlog() {
      const rows = await db.all(
        'SELECT state, count(*)::int AS count, min(changed_at) AS oldest FROM work ' +
          "WHERE library = $1 AND state IN ('waiting', 'working') GROUP BY state",
        [library],
      );
      const of = (state: string) => rows.find((row) => row['state'] === state);
      const oldest = of('waiting')?.['oldest'];
      return {
        waiting: Number(of('waiting')?.['count'] ?? 0),
        working: Number(of('working')?.['count'] ?? 0),
        oldestMs: oldest === undefined ? 0 : Math.max(0, (await clock(db)) - Number(oldest)),
      };
    },
    wasAnswered: async (team, channel, thread) =>
      (await db.one("SELECT 1 FROM work WHERE library = $1 AND thread = $2 AND state = 'done' LIMIT 1", [
        library,
        `${team} ${channel} ${thread}`,
      ])) !== undefined,
    forgetPerson: (person) =>
      db.transaction(async (session) => {
        const rows = await session.all(
          "SELECT * FROM work WHERE library = $1 AND person = $2 AND state NOT IN ('waiting', 'working')",
          [library, person.replace('/', ' ')],
        );
        const asked = soundRows(db, WORK, rows.map(asRead)).filter(({ work }) => !isForgotten(work));
        for (const { id, work } of asked)
          await session.run('UPDATE work SET work = $3 WHERE library = $1 AND id = $2', [
            library,
            id,
            JSON.stringify(withoutWords(work)),
          ]);
        return asked.length;
      }),
    async recent(team, user, limit) {
      const rows = await db.all(`${ITEM} AND person = $2 AND state <> 'withdrawn' ORDER BY id DESC LIMIT $3`, [
        library,
        `${team} ${user}`,
        limit,
      ]);
      return soundRows(db, WORK, rows.map(asRead)).map(({ work }) => work);
    },
  };
}

/** Work of owners that are gone waits again. */
async function giveBack(session: Session, library: string, owner: string, now: number): Promise<void> {
  // A clock that was set back left leases that would last for as long as it was set back.
  await session.run("UPDATE work SET lease_until = $2 WHERE library = $1 AND state = 'working' AND lease_until > $2", [
    library,
    now + LEASE_MS,
  ]);
  await putBack(session, library, await session.all(LAPSED, [library, owner, now]));
}

async function putBack(session: Session, library: string, rows: StoredRow[]): Promise<void> {
  if (rows.length > 0) await session.run(PUT_BACK, [library, rows.map(({ id }) => Number(id))]);
}

function itemsOf(db: PostgresDatabase, rows: StoredRow[]): InboxItem[] {
  return soundRows(db, WORK, rows.map(asRead)).map(itemOf);
}

/** A row as the embedded engine gives it, which has no truth values. */
function asRead(row: StoredRow): StoredRow {
  return { ...row, repeated: row['repeated'] === true ? 1 : 0 };
}

async function countOne(
  session: Session,
  library: string,
  id: number,
  { perPerson, perTeam, withinMs, now }: Allowance & { now: number },
): Promise<Excess | undefined> {
  const row = await session.one('SELECT team, person, counted_at FROM work WHERE library = $1 AND id = $2', [
    library,
    id,
  ]);
  if (row === undefined || row['counted_at'] !== null) return undefined;
  // There is room again when the first of the last so many was counted long enough ago; what a clock counted that was
  // set back since counts no more.
  const waitFor = async (column: 'person' | 'team', limit: number) => {
    const values = [library, String(row[column]), now - withinMs, now, limit - 1];
    const first = (await session.one(firstCounted(column), values))?.['counted_at'];
    return first === undefined ? undefined : Number(first) + withinMs - now;
  };
  const ofPerson = await waitFor('person', perPerson);
  if (ofPerson !== undefined) return { of: 'person', waitMs: ofPerson };
  const ofTeam = await waitFor('team', perTeam);
  if (ofTeam !== undefined) return { of: 'team', waitMs: ofTeam };
  await session.run('UPDATE work SET counted_at = $3 WHERE library = $1 AND id = $2', [library, id, now]);
  return undefined;
}

function threadOf({ team, place }: NewWork['work']): string {
  return place.kind === 'message' ? `${team} ${place.channel} ${place.thread}` : '';
}
