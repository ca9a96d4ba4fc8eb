import { describe, expect, it } from 'vitest';
import { pdfReader } from '../../src/adapters/readers/pdf-reader.ts';
import type { JobEnd } from '../../src/adapters/readers/job-process.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';
import { readSkipping } from '../../src/wiring/read-skipping.ts';
import { aPdf } from '../support/a-pdf.ts';

const DONE: JobEnd = { outcome: 'done', value: 'read' };
const standsStillAfter = (progress: number): JobEnd => ({ outcome: 'ended', why: 'time', progress, detail: '' });

/** Reads a file of which some pages take for ever; gives how it ended, and what was left out each time. */
async function reading(slow: number[], { most = 5, hasTime = (): boolean => true } = {}) {
  const tried: number[][] = [];
  const end = await readSkipping(
    (skip) => {
      tried.push([...skip]);
      const page = slow.find((number) => !skip.includes(number));
      return Promise.resolve(page === undefined ? DONE : standsStillAfter(page - 1));
    },
    { most, hasTime },
  );
  return { end, tried };
}

describe('a file with a page that takes too long', () => {
  it('is read without that page', async () => {
    expect(await reading([3, 7])).toEqual({ end: DONE, tried: [[], [3], [3, 7]] });
  });

  it('is not read when there are many, when its own time is over, or when something else went wrong', async () => {
    expect(await reading([3, 7], { most: 1 })).toEqual({ end: standsStillAfter(2), tried: [[], [3]] });
    expect(await reading([3], { hasTime: () => false })).toEqual({ end: standsStillAfter(2), tried: [[]] });
    const crash: JobEnd = { outcome: 'ended', why: 'crash', progress: 3, detail: '' };
    expect(await readSkipping(() => Promise.resolve(crash), { most: 5, hasTime: () => true })).toBe(crash);
  });

  it('says which page is missing', async () => {
    const pdf = aPdf(['Harbour fees rose by a tenth.', 'A map of the city.', 'Ferries carried more people.']);
    const { report, text } = prepareReport(await pdfReader.read('a.pdf', pdf, undefined, { skip: [2] }));
    expect(text).not.toContain('map');
    expect(report.notes).toContainEqual({ what: 'unread', why: 'too_slow', pages: [2] });
  });
});
