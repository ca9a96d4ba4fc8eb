import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { fuzzRuns, seeded } from '../support/fuzz-runs.ts';
import { runFootnote, startFootnote } from '../support/run-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const SAMPLE = resolve(import.meta.dirname, '../../samples/chips-2024.pdf');
const ROUNDS = fuzzRuns({ short: 4, long: 20 });
const REPORTS = fuzzRuns({ short: 100, long: 300 });
/** An undisturbed ingest of these reports takes about this long, in milliseconds. */
const WHOLE_MS = 1500;

describe('an ingest that is killed', () => {
  it(`leaves an index that answers, at whatever moment, and is completed by the next one`, async () => {
    const [folder, files] = [aTemporaryFolder(), aTemporaryFolder()];
    for (let i = 0; i < REPORTS; i++)
      writeFileSync(
        join(files, `r${i}.txt`),
        `第${i}家公司的市场份额是${i}‰。${'它的收入在增长，成本在下降。'.repeat(40)}`,
      );
    await runFootnote(folder, 'ingest', SAMPLE);
    const random = seeded(20);
    for (let round = 0; round < ROUNDS; round++) {
      const ingest = startFootnote(folder, 'ingest', files);
      const ended = once(ingest, 'close');
      await delay(100 + random() * WHOLE_MS);
      ingest.kill('SIGKILL');
      await ended;
      const { status, stdout } = await runFootnote(folder, 'ask', 'What did ASML say about net sales in 2024?');
      expect([status, stdout.includes('€28.3 billion')]).toEqual([0, true]);
    }
    const completed = await runFootnote(folder, 'ingest', files);
    const { reports } = JSON.parse((await runFootnote(folder, 'reports', '--json')).stdout);
    expect([completed.status, reports.length]).toEqual([0, REPORTS + 1]);
  });
});
