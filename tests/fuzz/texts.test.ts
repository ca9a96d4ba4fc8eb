import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import type { Footnote } from '../../src/wiring/wire-footnote.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { fuzzRuns, seeded } from '../support/fuzz-runs.ts';
import { aThrow, dueOutcome, knownThrows, SAMPLES, throwAt } from '../support/thrown-texts.ts';

/** A text on which the program does not end fails by its test's time; `npm run bench -- texts` shows the slowest. */
const HANGS_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'footnote-texts-'));
let footnote: Footnote;
beforeAll(async () => {
  footnote = await wireFootnote(parseConfig({ INDEX_DIR: folder }));
  await footnote.ingest(SAMPLES);
}, HANGS_MS);
afterAll(async () => {
  await footnote.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('one text', () => {
  it.each(knownThrows())('stops nothing: $door, $kind', { timeout: HANGS_MS }, async (thrown) => {
    expect(await throwAt(footnote.seenBy(OPERATOR), thrown)).toBe(dueOutcome(thrown));
  });

  it(
    'of any kind ends in an outcome or in the sentence of its limit',
    { timeout: fuzzRuns({ short: 3 * HANGS_MS, long: 14_400_000 }) },
    async () => {
      const random = seeded(14);
      const problems: string[] = [];
      for (let at = 0; at < fuzzRuns({ short: 50, long: 5000 }); at++) {
        const thrown = aThrow(at, random);
        const outcome = await throwAt(footnote.seenBy(OPERATOR), thrown);
        if (outcome !== dueOutcome(thrown)) problems.push(`${at}: ${thrown.door}, ${thrown.kind}: ${outcome}`);
      }
      expect(problems).toEqual([]);
    },
  );
});
