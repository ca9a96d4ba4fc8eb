import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { wireServices } from '../../src/wiring/wire-services.ts';
import { ONE_THREAD } from '../support/run-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

it('what lies in INGEST_DIR goes into the library of a running bot', async () => {
  const reports = aTemporaryFolder();
  writeFileSync(join(reports, 'quays.txt'), 'The northern quay took in 40 tonnes of cargo in May 2021.\n');
  const config = parseConfig({ INDEX_DIR: aTemporaryFolder(), INGEST_DIR: reports, ...ONE_THREAD });
  const footnote = await wireFootnote(config);
  const added = Promise.withResolvers<string>();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { close } = wireServices(config, footnote, (line) => added.resolve(line));
  onTestFinished(async () => {
    vi.useRealTimers();
    await close();
    await footnote.close();
  });
  // A file is taken when it has been still between two looks, two seconds apart.
  await vi.advanceTimersByTimeAsync(2000);
  await vi.advanceTimersByTimeAsync(2000);
  vi.useRealTimers();
  expect(await added.promise).toBe('Added quays (quays.txt).');
});
