import { isForgotten, withoutWords, Work } from '../../domain/inbox.ts';
import type { Allowance, Excess, InboxItem, NewWork } from '../../domain/inbox.ts';
import type { Inbox } from '../../domain/ports.ts';
import type { Database, Row } from './database.ts';
import { IN_ORDER, INBOX, ITEM, itemOf, NEXT, WORK } from './inbox-schema.ts';
import { inTransaction } from './in-transaction.ts';
import { openStore } from './open-store.ts';
import { soundRows } from '../sound-rows.ts';
import { isDead } from './work-owner.ts';

/**
 * Finished work is remembered for so long, in milliseconds: Slack delivers again within minutes, people write on in a
 * thread for days.
 */
export const REMEMBERED_MS = 7 * 24 * 60 * 60 * 1000;
/** Taken work is another's after so long without a sign of life, in milliseconds. */
export const LEASE_MS = 30_000;

/** Between two times that finished work is forgotten, in milliseconds. */
export const FORGET_MS = 60 * 60 * 1000;

/** An inbox that can be closed. */
export interface SqliteInbox extends Inbox {
  close(): void;
}

/**
 * Opens the inbox in a folder. Several processes may share it.
 * @param now the clock, in milliseconds
 * @param say takes a line when a damaged file was set aside
 * @throws StorageError when it cannot be opened, read or written
 */
export function openSqliteInbox(
  directory: string,
  now: () => number,
  say: (line: string) => void = () => undefined,
): SqliteInbox {
  const db = openStore(directory, INBOX, say);
  let forgottenAt = -Infinity;
  return {
    accept: ({ key, subject, work }) =>
      atOnce(db, () => {
        const added = db
          .prepare(
            'INSERT OR IGNORE INTO work (key, subject, person, thread, work, changed_at) VALUES (?, ?, ?, ?, ?, ?)',
          )
          .run(key, subject, `${work.team} ${work.user}`, threadOf(work), JSON.stringify(Work.parse(work)), now());
        if (added.changes === 0) return false;
        db.prepare(
          "UPDATE work SET state = 'withdrawn', changed_at = ? WHERE subject = ? AND state = 'waiting' AND id < ?",
        ).run(now(), subject, added.lastInsertRowid);
        return true;
      }),
    take: (owner, limit) =>
      atOnce(db, () => {
        if (Math.abs(now() - forgottenAt) >= FORGET_MS) {
          db.prepare("DELETE FROM work WHERE state NOT IN ('waiting', 'working') AND changed_at < ?").run(
            now() - REMEMBERED_MS,
          );
          forgottenAt = now();
        }
        giveBack(db, owner, now());
        return db
          .prepare(NEXT)
          .all(limit)
          .flatMap(({ id }) => takeOne(db, Number(id), owner, now()));
      }),
    renew: (owner, ids) =>
      atOnce(db, () => {
        const extend = db.prepare("UPDATE work SET lease_until = ? WHERE id = ? AND owner = ? AND state = 'working'");
        return ids.filter((id) => extend.run(now() + LEASE_MS, id, owner).changes === 1);
      }),
    finish(owner, id, outcome, attempt) {
      const finish = db.prepare(
        `UPDATE work SET state = ?, changed_at = ?
         WHERE id = ? AND owner = ? AND state = 'working' AND attempts = coalesce(?, attempts)`,
      );
      finish.run(outcome, now(), id, owner, attempt ?? null);
      return Promise.resolve();
    },
    release: (owner) =>
      atOnce(db, () =>
        putBack(
          db,
          db
            .prepare("SELECT id FROM work WHERE state = 'working' AND owner = ?")
            .all(owner)
            .map(({ id }) => Number(id)),
        ),
      ),
    withdraw: (subject) =>
      Promise.resolve(
        db
          .prepare("UPDATE work SET state = 'withdrawn', changed_at = ? WHERE subject = ? AND state = 'waiting'")
          .run(now(), subject).changes > 0,
      ),
    count: (id, allowance) => atOnce(db, () => countOne(db, id, allowance, now())),
    stop: (team, channel, thread) =>
      atOnce(db, () => {
        const key = `${team} ${channel} ${thread}`;
        const waiting = db.prepare(`${ITEM} WHERE thread = ? AND state = 'waiting'`).all(key);
        db.prepare("UPDATE work SET state = 'withdrawn', changed_at = ? WHERE thread = ? AND state = 'waiting'").run(
          now(),
          key,
        );
        db.prepare("UPDATE work SET stopped = 1 WHERE thread = ? AND state = 'working'").run(key);
        return itemsOf(db, waiting);
      }),
    stopped: (ids) =>
      Promise.resolve(
        ids.filter((id) => db.prepare('SELECT 1 FROM work WHERE id = ? AND stopped = 1').get(id) !== undefined),
      ),
    aboutToSay(id) {
      db.prepare('UPDATE work SET saying = 1 WHERE id = ?').run(id);
      return Promise.resolve();
    },
    ahead(subject) {
      const order = db
        .prepare(IN_ORDER)
        .all()
        .findIndex((row) => row['subject'] === subject);
      return Promise.resolve(order < 0 ? undefined : order);
    },
    backlog() {
      const rows = db
        .prepare(
          'SELECT state, count(*) AS count, min(changed_at) AS oldest FROM work ' +
            "WHERE state IN ('waiting', 'working') GROUP BY state",
        )
        .all();
      const of = (state: string) => rows.find((row) => row['state'] === state);
      const oldest = of('waiting')?.['oldest'];
      return Promise.resolve({
        waiting: Number(of('waiting')?.['count'] ?? 0),
        working: Number(of('working')?.['count'] ?? 0),
        oldestMs: oldest === undefined ? 0 : Math.max(0, now() - Number(oldest)),
      });
    },
    wasAnswered: (team, channel, thread) =>
      Promise.resolve(
        db
          .prepare("SELECT 1 FROM work WHERE thread = ? AND state = 'done' LIMIT 1")
          .get(`${team} ${channel} ${thread}`) !== undefined,
      ),
    forgetPerson: (person) =>
      atOnce(db, () => {
        const rows = db
          .prepare("SELECT * FROM work WHERE person = ? AND state NOT IN ('waiting', 'working')")
          .all(person.replace('/', ' '));
        const blank = db.prepare('UPDATE work SET work = ? WHERE id = ?');
        const asked = soundRows(db, WORK, rows).filter(({ work }) => !isForgotten(work));
        for (const { id, work } of asked) blank.run(JSON.stringify(withoutWords(work)), id);
        return asked.length;
      }),
    recent(team, user, limit) {
      const rows = db
        .prepare("SELECT * FROM work WHERE person = ? AND state <> 'withdrawn' ORDER BY id DESC LIMIT ?")
        .all(`${team} ${user}`, limit);
      return Promise.resolve(soundRows(db, WORK, rows).map(({ work }) => work));
    },
    close: () => db.close(),
  };
}

/** Two processes never decide on the same state. */
function atOnce<T>(db: Database, act: () => T): Promise<T> {
  return Promise.resolve(inTransaction(db, act));
}

/** Work of owners that are gone waits again. */
function giveBack(db: Database, owner: string, now: number): void {
  // A clock that was set back left leases that would last for as long as it was set back.
  db.prepare("UPDATE work SET lease_until = ? WHERE state = 'working' AND lease_until > ?").run(
    now + LEASE_MS,
    now + LEASE_MS,
  );
  const taken = db
    .prepare("SELECT id, owner, lease_until FROM work WHERE state = 'working'")
    .all()
    .map((row) => ({ id: Number(row['id']), holder: String(row['owner']), leaseUntil: Number(row['lease_until']) }));
  putBack(
    db,
    taken
      .filter(({ holder, leaseUntil }) => holder !== owner && (leaseUntil < now || isDead(holder, owner)))
      .map(({ id }) => id),
  );
}

/** What newer work about the same subject replaced meanwhile does not wait again. */
function putBack(db: Database, ids: readonly number[]): void {
  for (const id of ids) db.prepare("UPDATE work SET state = 'waiting', owner = NULL WHERE id = ?").run(id);
  if (ids.length > 0)
    db.exec(
      `UPDATE work SET state = 'withdrawn' WHERE state = 'waiting' AND EXISTS (
         SELECT 1 FROM work newer
         WHERE newer.subject = work.subject AND newer.id > work.id AND newer.state = 'waiting')`,
    );
}

/** What cannot be read cannot be done: it has failed, and does not stand in the way of the rest. */
function takeOne(db: Database, id: number, owner: string, now: number): InboxItem[] {
  const change = db.prepare(
    'UPDATE work SET state = ?, owner = ?, lease_until = ?, attempts = attempts + 1, changed_at = ? WHERE id = ?',
  );
  change.run('working', owner, now + LEASE_MS, now, id);
  const items = itemsOf(db, db.prepare(`${ITEM} WHERE id = ?`).all(id));
  if (items.length === 0) db.prepare("UPDATE work SET state = 'failed' WHERE id = ?").run(id);
  return items;
}

function itemsOf(db: Database, rows: Row[]): InboxItem[] {
  return soundRows(db, WORK, rows).map(itemOf);
}

function countOne(
  db: Database,
  id: number,
  { perPerson, perTeam, withinMs }: Allowance,
  now: number,
): Excess | undefined {
  const row = db.prepare('SELECT person, counted_at FROM work WHERE id = ?').get(id);
  if (row === undefined || row['counted_at'] !== null) return undefined;
  const person = String(row['person']);
  const [team = ''] = person.split(' ');
  // There is room again when the first of the last so many was counted long enough ago; what a clock counted that was
  // set back since counts no more.
  const first = (people: string, limit: number) =>
    db
      .prepare(
        `SELECT counted_at FROM work WHERE counted_at > ? AND counted_at <= ? AND person GLOB ?
         ORDER BY counted_at DESC LIMIT 1 OFFSET ?`,
      )
      .get(now - withinMs, now, people, limit - 1)?.['counted_at'];
  const [ofPerson, ofTeam] = [first(person, perPerson), first(`${team} *`, perTeam)];
  if (ofPerson !== undefined) return { of: 'person', waitMs: Number(ofPerson) + withinMs - now };
  if (ofTeam !== undefined) return { of: 'team', waitMs: Number(ofTeam) + withinMs - now };
  db.prepare('UPDATE work SET counted_at = ? WHERE id = ?').run(now, id);
  return undefined;
}

function threadOf({ team, place }: NewWork['work']): string {
  return place.kind === 'message' ? `${team} ${place.channel} ${place.thread}` : '';
}
