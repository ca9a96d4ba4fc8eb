import type { Follow } from '../../src/domain/follow.ts';
import type { Preference, Preferences } from '../../src/domain/ports.ts';

/** Preferences that are forgotten at the end. */
export function createMemoryPreferences(): Preferences {
  const kept = new Map<string, Preference>();
  const followed = new Map<string, Follow>();
  const told = new Map<string, Set<string>>();
  const scopes = new Map<string, string>();
  const keyOf = ({ team, place, topic }: Pick<Follow, 'team' | 'place' | 'topic'>) => `${team} ${place} ${topic}`;
  return {
    of: (team, user) => Promise.resolve(kept.get(`${team} ${user}`) ?? { language: 'auto', where: 'direct' }),
    set(team, user, preference) {
      kept.set(`${team} ${user}`, preference);
      return Promise.resolve();
    },
    follow(follow, known) {
      if (followed.has(keyOf(follow))) return Promise.resolve(false);
      followed.set(keyOf(follow), follow);
      told.set(keyOf(follow), new Set(known));
      return Promise.resolve(true);
    },
    unfollow(of) {
      told.delete(keyOf(of));
      return Promise.resolve(followed.delete(keyOf(of)));
    },
    followed: () => Promise.resolve([...followed.values()]),
    untold: (of, reportIds) => Promise.resolve(reportIds.filter((id) => !told.get(keyOf(of))?.has(id))),
    tell(of, reportId) {
      const known = told.get(keyOf(of)) ?? new Set();
      const isNew = !known.has(reportId);
      told.set(keyOf(of), known.add(reportId));
      return Promise.resolve(isNew);
    },
    scopeOf: (team, channel) => Promise.resolve(scopes.get(`${team} ${channel}`)),
    setScope(team, channel, scope) {
      if (scope === undefined) scopes.delete(`${team} ${channel}`);
      else scopes.set(`${team} ${channel}`, scope);
      return Promise.resolve();
    },
  };
}
