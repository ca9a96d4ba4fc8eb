import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { anIndexOfSample } from '../support/an-index-of-sample.ts';
import { fuzzRuns, seeded } from '../support/fuzz-runs.ts';

const SCRIPT = resolve(import.meta.dirname, '../support/ask-and-review.ts');
/** Longest time before a process is killed, in milliseconds. */
const LIFE_MS = 120;

describe.each(['ask', 'flag', 'verdict'])('a process that is killed during %s', (what) => {
  it(
    'leaves an unbroken log to which nothing is lost, and answers that can be read',
    { timeout: 600_000 },
    async () => {
      const folder = await anIndexOfSample();
      const random = seeded(9);
      const config = parseConfig({ INDEX_DIR: folder, EDITORS: 'Ada' });
      let entries = 0;
      for (let round = 0; round < fuzzRuns({ short: 1, long: 20 }); round++) {
        const child = fork(SCRIPT, [folder, what], { execArgv: ['--disable-warning=ExperimentalWarning'] });
        await once(child, 'message');
        await delay(random() * LIFE_MS);
        child.kill('SIGKILL');
        await once(child, 'exit');
        const footnote = await wireFootnote(config);
        const log = await footnote.review.verifyLog();
        const queue = await footnote.review.queue(1000);
        const answer = await footnote
          .seenBy(OPERATOR)
          .answer({ text: '2020年第三季度亚马逊云的市占率是多少？', earlier: [] });
        await footnote.close();
        const count = log.outcome === 'intact' ? log.head.number : -1;
        expect([log.outcome, count >= entries, queue.length > 0 || what === 'verdict', answer.outcome]).toEqual([
          'intact',
          true,
          true,
          'answered',
        ]);
        entries = count;
      }
      expect(entries > 0 || what === 'ask').toBe(true);
    },
  );
});
