import { expect, it } from 'vitest';
import { UnreadableReportError } from '../../src/domain/errors.ts';
import { LITTLE_REPORT, readReport } from '../contracts/reader.ts';
import { aBrokenFile, GOOD_FILES } from '../support/formats/broken-files.ts';
import { fuzzRuns, seeded } from '../support/fuzz-runs.ts';

const RUNS = fuzzRuns({ short: 16, long: 200 });
/** Longest that a broken file may take, in milliseconds of the processor, and largest growth of memory, in bytes. */
const MOST_MS = 20_000;
const MOST_BYTES = 1_000_000_000;

it.each(GOOD_FILES)(
  `reads each of ${RUNS} broken files made from a good %s, or refuses it in words`,
  async (ending, make) => {
    const random = seeded(16);
    const good = make(LITTLE_REPORT);
    const wrong: string[] = [];
    const ends = new Set<string>();
    for (let index = 0; index < RUNS; index++) {
      const { kind, bytes } = aBrokenFile(good, index, random);
      const began = process.cpuUsage();
      try {
        await readReport(`broken${ending}`, bytes);
        ends.add('read');
      } catch (error) {
        ends.add('refused');
        const isInWords = error instanceof UnreadableReportError && /^broken.*[.!]$/su.test(error.message);
        if (!isInWords) wrong.push(`${index} ${kind}: ${error instanceof Error ? error.stack : String(error)}`);
      }
      const { user, system } = process.cpuUsage(began);
      if ((user + system) / 1000 > MOST_MS) wrong.push(`${index} ${kind}: took too long`);
      if (process.memoryUsage().rss > MOST_BYTES) wrong.push(`${index} ${kind}: took too much memory`);
    }
    expect(wrong).toEqual([]);
    expect(ends.has('read')).toBe(true);
  },
  3_600_000,
);
