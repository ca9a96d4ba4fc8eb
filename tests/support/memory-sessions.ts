import type { KeptSession, Sessions } from '../../src/domain/sessions.ts';

/** Sessions that are forgotten at the end. */
export function createMemorySessions(now: () => number): Sessions {
  const sessions = new Map<string, KeptSession>();
  const links = new Set<string>();
  return {
    begin(session, link) {
      if (links.has(link.id)) return Promise.resolve(false);
      links.add(link.id);
      sessions.set(session.id, session);
      return Promise.resolve(true);
    },
    hasBegun: (linkId) => Promise.resolve(links.has(linkId)),
    find(id) {
      const session = sessions.get(id);
      return Promise.resolve(session && session.until > now() ? session : undefined);
    },
    end(id) {
      sessions.delete(id);
      return Promise.resolve();
    },
  };
}
