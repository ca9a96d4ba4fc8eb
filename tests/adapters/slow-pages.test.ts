import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPdfPages } from '../../src/adapters/readers/pdf-pages.ts';
import { FILE_LIMITS } from '../../src/domain/file-limits.ts';
import { aFlateBomb, anImageBomb, aPageOfBox, aPathBomb } from '../support/hostile-pdfs.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const SAMPLE = resolve(import.meta.dirname, '../../samples/chips-2024.pdf');

/** Pages of a file of these bytes, `bad`, and of a sample, `good`. */
function pagesOf(bytes: Uint8Array, limits = { quickMs: 3000, slowMs: 3000 }) {
  const path = join(aTemporaryFolder(), 'bad.pdf');
  writeFileSync(path, bytes);
  const pages = openPdfPages((id) => (id === 'bad' ? path : SAMPLE), { ...FILE_LIMITS, ...limits });
  onTestFinished(() => pages.close());
  return pages;
}

describe('a page that takes too long to draw', () => {
  it('is ended, and shown as text from then on without being tried again', async () => {
    const pages = pagesOf(aPathBomb(1_500_000));
    await expect(pages.picture('bad', 1)).rejects.toThrow(
      /^Page 1 of .*bad\.pdf cannot be drawn \(it takes too long\); it is shown as text\.$/u,
    );
    expect([await pages.picture('bad', 1), await pages.layout('bad', 1)]).toEqual([undefined, undefined]);
  });

  it('lets the pages of other files go on', async () => {
    const pages = pagesOf(aPathBomb(1_500_000), { quickMs: 2000, slowMs: 120_000 });
    const slow = pages.picture('bad', 1).catch((error: unknown) => error);
    const good = [await pages.picture('good', 1), await pages.picture('good', 2)];
    const meanwhile = await Promise.race([slow, Promise.resolve('still drawn')]);
    expect(
      good.map((png) =>
        Buffer.from(png ?? [])
          .subarray(1, 4)
          .toString(),
      ),
    ).toEqual(['PNG', 'PNG']);
    expect(meanwhile).toBe('still drawn');
    await pages.close();
    await slow;
  });
});

describe('a page of a size that nobody prints', () => {
  it.each([
    ['a box of five metres', aPageOfBox('0 0 14400 14400')],
    ['a box of a billion points', aPageOfBox('0 0 1e9 1e9')],
    ['a box of nothing', aPageOfBox('0 0 0 0')],
    ['a hair’s breadth', aPageOfBox('0 0 0.0001 100000')],
    ['an image of nine hundred million dots', anImageBomb(30_000)],
    ['fifty megabytes of blanks in fifty kilobytes', aFlateBomb(50)],
  ])('%s, is drawn within bounds', async (_, bytes) => {
    const png = Buffer.from((await pagesOf(bytes, { quickMs: 20_000, slowMs: 20_000 }).picture('bad', 1)) ?? []);
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16) <= 1240, png.readUInt32BE(20) <= 5000]).toEqual([
      'PNG',
      true,
      true,
    ]);
  });
});
