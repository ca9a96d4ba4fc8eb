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
  });
}
