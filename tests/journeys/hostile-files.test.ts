import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aPdf } from '../support/a-pdf.ts';
import { aCircularPageTree, aTextBomb, formsInACircle, formsInForms } from '../support/hostile-pdfs.ts';
import { aLine } from '../support/pdf-writer.ts';
import { runFootnote } from '../support/run-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const HEALTHY = aPdf(['Shipments of healthy chips rose by 12 percent in 2024.']);

describe('a file that would stop everything', () => {
  it.each([
    [
      'forms in forms without end',
      formsInForms(10, 10, aLine('Sales rose.')),
      /bad\.pdf: (?:page 1 holds more than 500,000 characters|takes too long to read)/u,
    ],
    ['a form that draws itself', formsInACircle(1), /bad\.pdf: is damaged, or built as no report is/u],
    ['a page tree in a circle', aCircularPageTree(2), /bad\.pdf: is damaged, or built as no report is/u],
    [
      'a page of hundreds of thousands of lines',
      aTextBomb(300_000),
      /bad\.pdf: (?:page 1 holds more than 500,000 characters|takes too long to read)/u,
    ],
  ])(
    '%s, is refused in words, and the folder’s other files are taken in',
    async (_, bytes, refusal) => {
      const folder = aTemporaryFolder();
      const files = join(folder, 'files');
      mkdirSync(files);
      writeFileSync(join(files, 'bad.pdf'), bytes);
      writeFileSync(join(files, 'healthy.pdf'), HEALTHY);
      const { status, stdout, stderr } = await runFootnote(folder, 'ingest', '--json', files);
      const said: unknown = JSON.parse(stdout);
      expect(said).toMatchObject({
        added: [{ file: 'healthy.pdf' }],
        unchanged: [],
        refused: [{ reason: expect.stringMatching(refusal) }],
      });
      expect([status, /^\s+at |node:internal/mu.test(stderr)]).toEqual([1, false]);
    },
    90_000,
  );

  it('links in a circle, are told in words, and the folder’s other files are taken in', async () => {
    const folder = aTemporaryFolder();
    const files = join(folder, 'files');
    mkdirSync(files);
    symlinkSync('circle', join(folder, 'circle'));
    writeFileSync(join(files, 'healthy.pdf'), HEALTHY);
    const { status, stdout, stderr } = await runFootnote(folder, 'ingest', '--json', join(folder, 'circle'), files);
    const said: unknown = JSON.parse(stdout || '{}');
    expect(said).toMatchObject({
      added: [{ file: 'healthy.pdf' }],
      refused: [{ reason: expect.stringContaining('cannot be looked at (ELOOP)') }],
    });
    expect([status, /^\s+at /mu.test(stderr)]).toEqual([1, false]);
  });
});
