import type { Source } from '../../src/domain/answer.ts';
import type { Ledger } from '../../src/domain/ports.ts';

/** A ledger that forgets at the end. */
export function createMemoryLedger(): Ledger {
  const kept = new Map<string, Source[]>();
  return {
    keepSources(sources) {
      const id = `s${kept.size + 1}`;
      kept.set(id, sources);
      return Promise.resolve(id);
    },
    sources: (id) => Promise.resolve(kept.get(id)),
  };
}
