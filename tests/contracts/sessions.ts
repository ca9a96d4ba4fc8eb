import { beforeEach, describe, expect, it } from 'vitest';
import type { Sessions } from '../../src/domain/sessions.ts';

const LINK = { id: 'link', until: 60 };
const ADA = { id: 'a', editor: 'Ada', until: 1000 };
const BOB = { id: 'b', editor: 'Bob', until: 2000 };

/** What every store of sessions does. */
export function describeSessions(name: string, open: (now: () => number) => Sessions): void {
  describe(`the ${name} sessions`, () => {
    let sessions: Sessions;
    let now: number;
    beforeEach(() => {
      now = 0;
      sessions = open(() => now);
    });

    it('begin once a link, whoever comes first', async () => {
      const before = await sessions.hasBegun(LINK.id);
      const begun = await Promise.all([sessions.begin(ADA, LINK), sessions.begin(BOB, LINK)]);
      const [first, second] = begun[0] ? [ADA, BOB] : [BOB, ADA];
      expect([before, begun.toSorted(), await sessions.hasBegun(LINK.id)]).toEqual([false, [false, true], true]);
      expect([await sessions.find(first.id), await sessions.find(second.id)]).toEqual([first, undefined]);
    });

    it('are found until they run out', async () => {
      await sessions.begin(ADA, LINK);
      now = ADA.until - 1;
      const last = await sessions.find(ADA.id);
      now = ADA.until;
      expect([last, await sessions.find(ADA.id), await sessions.find('nobody')]).toEqual([ADA, undefined, undefined]);
    });

    it('end one by one, and their links begin no other', async () => {
      await sessions.begin(ADA, LINK);
      await sessions.begin(BOB, { id: 'another link', until: 60 });
      await sessions.end(ADA.id);
      await sessions.end('nobody');
      expect([
        await sessions.find(ADA.id),
        await sessions.find(BOB.id),
        await sessions.begin({ ...ADA, id: 'c' }, LINK),
      ]).toEqual([undefined, BOB, false]);
    });
  });
}
