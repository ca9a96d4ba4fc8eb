import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/domain/errors.ts';
import type { Installations } from '../../src/domain/ports.ts';

const KEY = 'a key of at least thirty-two characters';
const INSTALLED = { team: 'T1', botToken: 'xoxb-1', botUserId: 'B1' };

/**
 * What every store of installations does.
 * @param open opens the same store with a key, each time that it is called within a test
 */
export function describeInstallations(name: string, aStore: () => (tokenKey: string) => Installations): void {
  describe(`the ${name} installations`, () => {
    it('gives back the last one of each workspace, until it is removed', async () => {
      const installations = aStore()(KEY);
      await installations.keep({ ...INSTALLED, botToken: 'xoxb-0' });
      await installations.keep(INSTALLED);
      const found = [await installations.find('T1'), await installations.find('T2')];
      await installations.remove('T1');
      expect([found, await installations.find('T1')]).toEqual([[INSTALLED, undefined], undefined]);
    });

    it('says what to do when its key is another one', async () => {
      const open = aStore();
      await open(KEY).keep(INSTALLED);
      await expect(open(KEY.toUpperCase()).find('T1')).rejects.toThrow(ConfigurationError);
    });
  });
}
