import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { readLinkSecret } from '../../src/adapters/index-folder/link-secret.ts';
import { openOriginals } from '../../src/adapters/readers/originals.ts';
import { openPdfPages } from '../../src/adapters/readers/pdf-pages.ts';
import { pdfReader } from '../../src/adapters/readers/pdf-reader.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';
import { findBoxes } from '../../src/review/find-boxes.ts';
import { foldRadicals } from '../../src/text/fold-radicals.ts';
import { fold } from '../../src/text/fold-text.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const SAMPLES = resolve(import.meta.dirname, '../../samples');

describe('pages of a PDF', () => {
  it('are drawn, and the answer to everything else goes on meanwhile', async () => {
    const pages = openPdfPages(() => join(SAMPLES, 'chips-2024.pdf'));
    await pages.picture('r', 2);
    const before = performance.eventLoopUtilization();
    const png = Buffer.from((await pages.picture('r', 1)) ?? []);
    const { utilization } = performance.eventLoopUtilization(before);
    const again = await pages.picture('r', 1);
    await pages.close();
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), again?.length]).toEqual(['PNG', 1240, png.length]);
    expect(utilization).toBeLessThan(0.5);
  });

  it.each(['chips-2024.pdf', 'cloud-market-2020.pdf'])(
    'hold every sentence of the report %s in boxes',
    async (file) => {
      const bytes = readFileSync(join(SAMPLES, file));
      const { text, pages } = prepareReport(await pdfReader.read(file, bytes));
      const printed = openPdfPages(() => join(SAMPLES, file));
      const layouts = await Promise.all(pages.map(({ number }) => printed.layout('r', number)));
      await printed.close();
      const sentences = splitSentences(text).map(({ span }) => span);
      const boxed = sentences.map((span) =>
        pages
          .flatMap((page, at) => findBoxes(text, page, span, layouts[at] ?? { width: 0, height: 0, runs: [] }))
          .map((box) => box.text)
          .join(''),
      );
      const plain = (words: string) => fold(foldRadicals(words)).replaceAll(/[-—~〜]/gu, '');
      expect(boxed.map(plain)).toEqual(sentences.map(({ start, end }) => plain(text.slice(start, end))));
    },
  );

  it('that are not there are nothing; a damaged file is an error that names the page, the next is drawn', async () => {
    const folder = aTemporaryFolder();
    writeFileSync(join(folder, 'bad.pdf'), '%PDF-1.4 and nothing more');
    const paths: Record<string, string> = { good: join(SAMPLES, 'chips-2024.pdf'), bad: join(folder, 'bad.pdf') };
    const pages = openPdfPages((id) => paths[id]);
    const replies = [await pages.picture('unknown', 1), await pages.layout('good', 99)];
    await expect(pages.picture('bad', 1)).rejects.toThrow(/^Page 1 of .*bad\.pdf cannot be drawn/u);
    const layout = await pages.layout('good', 1);
    await pages.close();
    expect([replies, (layout?.runs.length ?? 0) > 0]).toEqual([[undefined, undefined], true]);
  });
});

describe('the originals in an index', () => {
  it('are kept once, and only where there are pages to show', () => {
    const originals = openOriginals(aTemporaryFolder());
    originals.keep('ab12', '.pdf', Buffer.from('first'));
    originals.keep('ab12', '.pdf', Buffer.from('second'));
    originals.keep('cd34', '.txt', Buffer.from('text'));
    const path = originals.pathOf('ab12');
    expect([path && readFileSync(path, 'utf8'), originals.pathOf('cd34'), originals.pathOf('../ab12')]).toEqual([
      'first',
      undefined,
      undefined,
    ]);
  });

  it('go with their reports, and what a killed ingest left goes after an hour', () => {
    const folder = aTemporaryFolder();
    const originals = openOriginals(folder);
    for (const id of ['aa', 'bb', 'cc', 'dd']) originals.keep(id, '.pdf', Buffer.from(id));
    utimesSync(join(folder, 'files', 'dd.pdf'), 0, 0);
    originals.sweep(new Set(['aa', 'cc']), ['bb']);
    expect(['aa', 'bb', 'cc', 'dd'].map((id) => originals.pathOf(id) !== undefined)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('stay when the database was lost and knows next to none of them', () => {
    const folder = aTemporaryFolder();
    const originals = openOriginals(folder);
    for (const id of ['aa', 'bb', 'cc', 'dd']) originals.keep(id, '.pdf', Buffer.from(id));
    for (const id of ['bb', 'cc', 'dd']) utimesSync(join(folder, 'files', `${id}.pdf`), 0, 0);
    originals.sweep(new Set(['aa']), []);
    expect(['aa', 'bb', 'cc', 'dd'].map((id) => originals.pathOf(id) !== undefined)).toEqual([true, true, true, true]);
  });
});

describe('the secret of an index', () => {
  it('is made once, and is nobody else’s to read', () => {
    const folder = aTemporaryFolder();
    const [first, second] = [readLinkSecret(folder), readLinkSecret(folder)];
    expect([first === second, Buffer.from(first, 'base64url').length, existsSync(join(folder, 'link-secret'))]).toEqual(
      [true, 32, true],
    );
  });

  it('is refused when the file holds less', () => {
    const folder = aTemporaryFolder();
    writeFileSync(join(folder, 'link-secret'), 'short');
    expect(() => readLinkSecret(folder)).toThrow(/link-secret is no secret any more, it is cut or overwritten/u);
  });
});
