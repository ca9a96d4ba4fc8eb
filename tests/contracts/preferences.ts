import { describe, expect, it } from 'vitest';
import type { Preferences } from '../../src/domain/ports.ts';

/** What every store of preferences does. */
export function describePreferences(name: string, open: () => Preferences): void {
  describe(`the ${name} preferences`, () => {
    it('are the usual ones until somebody sets theirs, in one workspace', async () => {
      const preferences = open();
      await preferences.set('T1', 'U1', { language: 'en', where: 'direct' });
      await preferences.set('T1', 'U1', { language: 'zh', where: 'thread' });
      expect([await preferences.of('T1', 'U1'), await preferences.of('T2', 'U1')]).toEqual([
        { language: 'zh', where: 'thread' },
        { language: 'auto', where: 'direct' },
      ]);
    });

    it('know what is followed where, and tell of each report once', async () => {
      const preferences = open();
      const topic = { team: 'T1', place: 'C1', topic: 'HBM' };
      const follow = { ...topic, by: 'U1', at: '2026-01-01T00:00:00.000Z' };
      const others = { ...follow, place: 'U2' };
      const begun = [
        await preferences.follow(follow, ['r1', 'r2']),
        await preferences.follow(follow, []),
        await preferences.follow(others, []),
      ];
      const untold = [
        await preferences.untold(topic, ['r1', 'r3', 'r2']),
        await preferences.untold(others, ['r1']),
        [await preferences.tell(topic, 'r3'), await preferences.tell(topic, 'r3')],
        await preferences.untold(topic, ['r3']),
      ];
      const before = await preferences.followed();
      const ended = [await preferences.unfollow(topic), await preferences.unfollow(topic)];
      expect([begun, untold, before, ended, await preferences.followed()]).toEqual([
        [true, false, true],
        [['r3'], ['r1'], [true, false], []],
        [follow, others],
        [true, false],
        [others],
      ]);
      await preferences.follow(follow, []);
      expect(await preferences.untold(topic, ['r1', 'r3'])).toEqual(['r1', 'r3']);
    });

    it('know the reports of a channel until all are asked again', async () => {
      const preferences = open();
      const before = await preferences.scopeOf('T1', 'C1');
      await preferences.setScope('T1', 'C1', '云市场');
      await preferences.setScope('T1', 'C1', '云市场月报');
      const set = [await preferences.scopeOf('T1', 'C1'), await preferences.scopeOf('T2', 'C1')];
      await preferences.setScope('T1', 'C1', undefined);
      expect([before, set, await preferences.scopeOf('T1', 'C1')]).toEqual([
        undefined,
        ['云市场月报', undefined],
        undefined,
      ]);
    });
  });
}
