import { describe, expect, it } from 'vitest';
import type { ModelStore } from '../../src/domain/ports.ts';

/** What every store of what models said and cost does. */
export function describeModelStore(name: string, open: () => ModelStore): void {
  describe(`the ${name} model store`, () => {
    it('gives back what was kept under a key, the latest, and nothing under another', async () => {
      const store = open();
      await store.keep('a', 'one');
      await store.keep('a', 'two');
      expect([await store.recall('a'), await store.recall('b')]).toEqual(['two', undefined]);
    });

    it('adds up the tokens of each person and of all', async () => {
      const store = open();
      await store.spend('ann', { input: 10, output: 1 });
      await store.spend('ann', { input: 20, output: 2 });
      await store.spend('bob', { input: 5, output: 0 });
      expect([await store.spentToday('ann'), await store.spentToday('eve')]).toEqual([
        { all: 38, user: 33 },
        { all: 38, user: 0 },
      ]);
    });

    it('tells what all used on each day', async () => {
      const store = open();
      const before = await store.spentByDay();
      await store.spend('ann', { input: 10, output: 1 });
      await store.spend('bob', { input: 5, output: 2 });
      expect([before, await store.spentByDay()]).toEqual([[], [{ day: '1970-01-01', input: 15, output: 3 }]]);
    });
  });
}
