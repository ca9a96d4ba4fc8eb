import type { Preference, Preferences } from '../../src/domain/ports.ts';

/** Preferences that are forgotten at the end. */
export function createMemoryPreferences(): Preferences {
  const kept = new Map<string, Preference>();
  return {
    of: (team, user) => Promise.resolve(kept.get(`${team} ${user}`) ?? { language: 'auto', where: 'direct' }),
    set(team, user, preference) {
      kept.set(`${team} ${user}`, preference);
      return Promise.resolve();
    },
  };
}
