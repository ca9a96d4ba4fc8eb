import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aPdf } from '../support/a-pdf.ts';
import { aCircularPageTree, aTextBomb, formsInACircle, formsInForms } from '../support/hostile-pdfs.ts';
import { aLine } from '../support/pdf-writer.ts';
import { runFootnote } from '../support/run-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const Said = z.object({
  added: z.array(z.object({ file: z.string() })),
  refused: z.array(z.object({ reason: z.string() })),
});

const BAD: Record<string, { bytes: Uint8Array; refusal: RegExp }> = {
  'forms in forms without end': {
    bytes: formsInForms(10, 10, aLine('Sales rose.')),
    refusal: /: (?:page 1 holds more than 500,000 characters|takes too long to read)/u,
  },
  'a form that draws itself': { bytes: formsInACircle(1), refusal: /: is damaged, or built as no report is/u },
  'a page tree in a circle': { bytes: aCircularPageTree(2), refusal: /: is damaged, or built as no report is/u },
  'a page of hundreds of thousands of lines': {
    bytes: aTextBomb(300_000),
    refusal: /: (?:page 1 holds more than 500,000 characters|takes too long to read)/u,
  },
};

describe('a folder with files that would stop everything, and links in a circle', () => {
  it('is taken in but for these, and each is refused in words', async () => {
    const folder = aTemporaryFolder();
    const files = join(folder, 'files');
    mkdirSync(files);
    symlinkSync('circle', join(folder, 'circle'));
    for (const [name, { bytes }] of Object.entries(BAD)) writeFileSync(join(files, `${name}.pdf`), bytes);
    for (const name of ['a first.pdf', 'z last.pdf']) writeFileSync(join(files, name), aHealthyPdf(name));
    const { status, stdout, stderr } = await runFootnote(folder, 'ingest', '--json', join(folder, 'circle'), files);
    const { added, refused } = Said.parse(JSON.parse(stdout));
    expect(added.map(({ file }) => file).toSorted()).toEqual(['a first.pdf', 'z last.pdf']);
    const reasonOf = (what: string) => refused.find(({ reason }) => reason.includes(what))?.reason;
    for (const [name, { refusal }] of Object.entries(BAD)) expect(reasonOf(`${name}.pdf`)).toMatch(refusal);
    expect(reasonOf('circle:')).toContain('cannot be looked at (ELOOP)');
    expect([refused.length, status, /^\s+at |node:internal/mu.test(stderr)]).toEqual([5, 1, false]);
  });
});

function aHealthyPdf(name: string): Uint8Array {
  return aPdf([`Shipments of healthy chips rose by 12 percent in 2024, says ${name}.`]);
}
