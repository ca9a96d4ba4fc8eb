import { withoutWords, Work } from '../../src/domain/inbox.ts';
import type { InboxItem, NewWork } from '../../src/domain/inbox.ts';
import type { Inbox } from '../../src/domain/ports.ts';

/** Length of a lease, in milliseconds. */
const LEASE_MS = 30_000;

type Entry = NewWork & {
  id: number;
  state: 'waiting' | 'working' | 'done' | 'failed' | 'withdrawn';
  owner: string;
  leaseUntil: number;
  attempts: number;
  countedAt: number | undefined;
  acceptedAt: number;
  isStopped: boolean;
  isSaying: boolean;
  isForgotten: boolean;
};

/** An inbox that forgets at the end. */
export function createMemoryInbox(now: () => number = Date.now): Inbox {
  const entries: Entry[] = [];
  const person = ({ work }: Entry): string => `${work.team} ${work.user}`;
  const waiting = (): Entry[] => {
    const turns = new Map<string, number>();
    for (const entry of entries)
      if (entry.state === 'working') turns.set(person(entry), (turns.get(person(entry)) ?? 0) + 1);
    const ranked = entries
      .filter(({ state }) => state === 'waiting')
      .map((entry) => {
        const turn = (turns.get(person(entry)) ?? 0) + 1;
        turns.set(person(entry), turn);
        return { entry, turn };
      });
    return ranked.toSorted((a, b) => a.turn - b.turn || a.entry.id - b.entry.id).map(({ entry }) => entry);
  };
  const withdraw = (isIt: (entry: Entry) => boolean): boolean => {
    const found = entries.filter((entry) => entry.state === 'waiting' && isIt(entry));
    for (const entry of found) entry.state = 'withdrawn';
    return found.length > 0;
  };
  const giveBack = (owner: string): void => {
    for (const entry of entries)
      if (entry.state === 'working' && entry.owner !== owner && entry.leaseUntil < now()) entry.state = 'waiting';
    withdraw((entry) =>
      entries.some((newer) => newer.state === 'waiting' && newer.subject === entry.subject && newer.id > entry.id),
    );
  };
  const takeOne = (entry: Entry, owner: string): InboxItem => {
    Object.assign(entry, { state: 'working', owner, leaseUntil: now() + LEASE_MS, attempts: entry.attempts + 1 });
    return itemOf(entry);
  };
  const itemOf = (entry: Entry): InboxItem => {
    const isRepeated = entries.some(
      (older) => older.subject === entry.subject && older.id < entry.id && older.attempts > 0,
    );
    return {
      id: entry.id,
      subject: entry.subject,
      work: Work.parse(entry.work),
      attempt: entry.attempts,
      isRepeated,
      mayBeSaid: entry.isSaying,
    };
  };
  return {
    accept(work) {
      const { error } = Work.safeParse(work.work);
      if (error) return Promise.reject(error);
      if (entries.some(({ key }) => key === work.key)) return Promise.resolve(false);
      withdraw(({ subject }) => subject === work.subject);
      entries.push({
        ...work,
        id: entries.length + 1,
        state: 'waiting',
        owner: '',
        leaseUntil: 0,
        attempts: 0,
        countedAt: undefined,
        acceptedAt: now(),
        isStopped: false,
        isSaying: false,
        isForgotten: false,
      });
      return Promise.resolve(true);
    },
    take(owner, limit) {
      giveBack(owner);
      const busy = new Set(entries.filter(({ state }) => state === 'working').map(({ subject }) => subject));
      return Promise.resolve(
        waiting()
          .filter(({ subject }) => !busy.has(subject))
          .slice(0, limit)
          .map((entry) => takeOne(entry, owner)),
      );
    },
    renew(owner, ids) {
      const held = entries.filter(
        (entry) => ids.includes(entry.id) && entry.owner === owner && entry.state === 'working',
      );
      for (const entry of held) entry.leaseUntil = now() + LEASE_MS;
      return Promise.resolve(held.map(({ id }) => id));
    },
    finish(owner, id, outcome, attempt) {
      const entry = entries.find((each) => each.id === id && each.owner === owner && each.state === 'working');
      if (entry && (attempt ?? entry.attempts) === entry.attempts) entry.state = outcome;
      return Promise.resolve();
    },
    release(owner) {
      for (const entry of entries) if (entry.state === 'working' && entry.owner === owner) entry.state = 'waiting';
      withdraw((entry) =>
        entries.some((newer) => newer.state === 'waiting' && newer.subject === entry.subject && newer.id > entry.id),
      );
      return Promise.resolve();
    },
    withdraw: (subject) => Promise.resolve(withdraw((entry) => entry.subject === subject)),
    count(id, { perPerson, perTeam, withinMs }) {
      const entry = entries.find((each) => each.id === id);
      if (!entry || entry.countedAt !== undefined) return Promise.resolve(undefined);
      const first = (limit: number, isOf: (each: Entry) => boolean) =>
        entries
          .filter(isOf)
          .flatMap(({ countedAt = -Infinity }) => (countedAt > now() - withinMs ? [countedAt] : []))
          .toSorted((a, b) => b - a)[limit - 1];
      const [ofPerson, ofTeam] = [
        first(perPerson, (each) => person(each) === person(entry)),
        first(perTeam, (each) => each.work.team === entry.work.team),
      ];
      if (ofPerson !== undefined) return Promise.resolve({ of: 'person', waitMs: ofPerson + withinMs - now() });
      if (ofTeam !== undefined) return Promise.resolve({ of: 'team', waitMs: ofTeam + withinMs - now() });
      entry.countedAt = now();
      return Promise.resolve(undefined);
    },
    stop(team, channel, thread) {
      const meant = entries.filter(
        ({ work: { team: own, place } }) =>
          own === team && place.kind === 'message' && place.channel === channel && place.thread === thread,
      );
      for (const entry of meant) if (entry.state === 'working') entry.isStopped = true;
      const taken = meant.filter(({ state }) => state === 'waiting');
      for (const entry of taken) entry.state = 'withdrawn';
      return Promise.resolve(taken.map(itemOf));
    },
    stopped: (ids) =>
      Promise.resolve(entries.filter(({ id, isStopped }) => isStopped && ids.includes(id)).map(({ id }) => id)),
    aboutToSay(id) {
      for (const entry of entries) if (entry.id === id) entry.isSaying = true;
      return Promise.resolve();
    },
    ahead(subject) {
      const at = waiting().findIndex((entry) => entry.subject === subject);
      return Promise.resolve(at < 0 ? undefined : at);
    },
    backlog() {
      const held = waiting();
      const oldest = Math.min(...held.map(({ acceptedAt }) => acceptedAt));
      return Promise.resolve({
        waiting: held.length,
        working: entries.filter(({ state }) => state === 'working').length,
        oldestMs: held.length === 0 ? 0 : now() - oldest,
      });
    },
    wasAnswered: (team, channel, thread) =>
      Promise.resolve(
        entries.some(
          ({ state, work: { team: ownTeam, place } }) =>
            state === 'done' &&
            ownTeam === team &&
            place.kind === 'message' &&
            place.channel === channel &&
            place.thread === thread,
        ),
      ),
    forgetPerson(who) {
      const theirs = entries.filter(
        (entry) =>
          person(entry) === who.replace('/', ' ') &&
          !['waiting', 'working'].includes(entry.state) &&
          !entry.isForgotten,
      );
      for (const entry of theirs) entry.isForgotten = true;
      return Promise.resolve(theirs.length);
    },
    recent: (team, user, limit) =>
      Promise.resolve(
        entries
          .filter((entry) => entry.state !== 'withdrawn' && person(entry) === `${team} ${user}`)
          .toReversed()
          .slice(0, limit)
          .map(({ work, isForgotten: isGone }) => (isGone ? withoutWords(Work.parse(work)) : Work.parse(work))),
      ),
  };
}
