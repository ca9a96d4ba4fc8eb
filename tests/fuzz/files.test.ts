import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openPdfPages } from '../../src/adapters/readers/pdf-pages.ts';
import { ServiceError } from '../../src/domain/errors.ts';
import { FILE_LIMITS } from '../../src/domain/file-limits.ts';
import { aLibraryThatReads } from '../support/a-library-that-reads.ts';
import { aPdf } from '../support/a-pdf.ts';
import { fuzzRuns, seeded } from '../support/fuzz-runs.ts';
import { manyPages } from '../support/hostile-pdfs.ts';
import { randomFile } from '../support/random-file.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

/** Each kind once. */
const RUNS = fuzzRuns({ short: 34, long: 340 });
const SIZE = fuzzRuns({ short: 0.3, long: 5 });
/** Shorter than in use: whatever is ended here would be ended there, later. */
const READING = { silenceMs: 6000, readMs: 12_000 };
const DRAWING = { ...FILE_LIMITS, quickMs: 6000, slowMs: 9000 };

it(`takes in and draws a healthy file beside each of ${RUNS} bad ones, and says in words why not those`, async () => {
  const folder = aTemporaryFolder();
  const { ingest, pathOf, close, log } = aLibraryThatReads(folder, READING);
  onTestFinished(close);
  const pages = openPdfPages(pathOf, DRAWING);
  onTestFinished(() => pages.close());
  const random = seeded(14);
  const wrong: string[] = [];
  const reasons = new Map<string, number>();

  for (let index = 0; index < RUNS; index++) {
    const { kind, name, bytes } = randomFile(index, random, SIZE);
    const { added, unchanged, refused } = await ingest({
      [name]: bytes,
      'healthy.pdf': aPdf([`Shipments of healthy chip number ${index} rose by 12 percent.`]),
    });
    const healthy = added.find(({ file }) => file === 'healthy.pdf');
    const bad = added.find(({ file }) => file === name);
    const reason = refused.map((each) => each.reason).join(' ');
    const says = (what: string) => wrong.push(`${index} ${kind}: ${what}`);
    if (!healthy) says('the healthy file is not in');
    if (!bad && unchanged.length === 0 && !/[.!]$/u.test(reason)) says(`neither in nor refused in words: ${reason}`);
    if (/\n\s+at |node:internal/u.test(reason)) says(`a stack trace: ${reason}`);
    reasons.set(bad ? 'read' : 'refused', (reasons.get(bad ? 'read' : 'refused') ?? 0) + 1);
    if (bad && healthy && name.endsWith('.pdf')) {
      const drawing = pages.picture(bad.id, 1).then(
        () => undefined,
        (error: unknown) => error,
      );
      const png = Buffer.from((await pages.picture(healthy.id, 1)) ?? [])
        .subarray(1, 4)
        .toString();
      if (png !== 'PNG') says(`the healthy page beside it: ${png}`);
      const failure = await drawing;
      if (failure instanceof Error && !(failure instanceof ServiceError)) says(`drawing threw ${failure.message}`);
    }
  }

  expect(wrong).toEqual([]);
  // Both happen: else the files are none that try anything.
  expect(
    [...reasons]
      .filter(([, count]) => count >= RUNS / 8)
      .map(([what]) => what)
      .toSorted(),
  ).toEqual(['read', 'refused']);
  expect(log.filter((line) => line.includes('ended the process'))).toEqual([]);
}, 14_400_000);

it('reads a sample cut at every part of it, or says that it is damaged', async () => {
  const folder = aTemporaryFolder();
  const { ingest, close } = aLibraryThatReads(folder, READING);
  onTestFinished(close);
  const sample = readFileSync(join(import.meta.dirname, '../../samples/chips-2024.pdf'));
  const cuts = fuzzRuns({ short: 6, long: 60 });
  const ends: string[] = [];
  for (let part = 1; part < cuts; part++) {
    const { added, refused } = await ingest({
      [`part-${part}.pdf`]: sample.subarray(0, Math.floor((sample.length * part) / cuts)),
    });
    ends.push(refused[0]?.reason.replace(/\(.*\)/u, '(…)') ?? `${added.length} added`);
  }
  const isGood = (end: string) =>
    /^part-\d+\.pdf: is damaged .*fetch it again\.$/u.test(end) ||
    /is damaged, or built as no report is|holds pictures|^1 added$/u.test(end);
  expect([...new Set(ends)].filter((end) => !isGood(end))).toEqual([]);
}, 14_400_000);

it('reads very many pages that say next to nothing, or refuses them in words, and the file beside', async () => {
  const folder = aTemporaryFolder();
  const { ingest, close } = aLibraryThatReads(folder);
  onTestFinished(close);
  const count = fuzzRuns({ short: 40, long: 10_000 });
  const healthy = aPdf(['Shipments of healthy chips rose by 12 percent.']);
  const ends: string[] = [];
  for (const [name, bytes] of Object.entries({
    'empty.pdf': manyPages(count, ''),
    'short.pdf': manyPages(count),
  })) {
    const { added, refused } = await ingest({ [name]: bytes, 'healthy.pdf': healthy });
    ends.push(refused[0]?.reason ?? `read: ${added[0]?.pageCount} pages`);
  }
  const [empty = '', short = ''] = ends;
  expect(empty).toBe('empty.pdf: holds pictures of pages but no text; run text recognition (OCR) over it first.');
  // On a busy machine its time is over before its end.
  expect(short).toMatch(/^short\.pdf: (?:holds headings only;|after page \d+ takes too long to read) .*\.$/u);
  expect(await ingest({ 'healthy.pdf': healthy })).toMatchObject({ unchanged: [expect.any(String)], refused: [] });
}, 14_400_000);
