import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../src/adapters/documents/docx-document.ts';
import { writePdf } from '../../src/adapters/documents/pdf-document.ts';
import { pdfReader } from '../../src/adapters/readers/pdf-reader.ts';
import { aFootnotedDocument } from '../support/builders.ts';

/** The lines of a PDF, page by page, as it is read. */
async function pagesOf(bytes: Uint8Array): Promise<string[][]> {
  const { pages } = await pdfReader.read('document.pdf', bytes);
  return pages.map(({ lines }) => lines.map(({ text }) => text));
}

describe('a document for Word', () => {
  it('has its sentences, and a footnote of Word for each number; a second one names the first', async () => {
    const files = unzipSync(await writeDocx(aFootnotedDocument()));
    const part = (name: string) => strFromU8(files[`word/${name}.xml`] ?? new Uint8Array());
    const said = [...part('document').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:footnoteReference w:id="(\d+)"/gu)];
    const notes = [...part('footnotes').matchAll(/<w:t [^>]*>([^<]+)<\/w:t>/gu)].map(([, text = '']) => text.trim());
    expect(said.map(([, text, id]) => text ?? Number(id))).toEqual([
      '谁领先？',
      '回答于 2026-01-01',
      '亚马逊占32%。',
      1,
      '✓ 有据',
      '微软占19%。',
      2,
      3,
      '没有别的。',
    ]);
    const [first = '', second = ''] = aFootnotedDocument().notes;
    expect(notes).toEqual([first, '同注 1。', second]);
  });
});

describe('a document as PDF', () => {
  it('has its notes at the foot of the page, readable again, and a mark for what the font lacks', async () => {
    const [lines = []] = await pagesOf(await writePdf(aFootnotedDocument()));
    expect(lines).toEqual([
      '谁领先？',
      '回答于 2026-01-01',
      '亚马逊占32%。',
      '〓 有据',
      '微软占19%。',
      '没有别的。',
      '[1] 云市场月报，第 8 页：“亚马逊占32%”',
      '[2] 云市场月报，第 9 页：“微软占19%”',
    ]);
  });

  it('has the numbers of the notes behind its sentences', async () => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const pdf = await getDocument({ data: await writePdf(aFootnotedDocument()) }).promise;
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    await pdf.destroy();
    expect(text.match(/亚马逊占32%。\s*\[1\]|微软占19%。\s*\[1\] \[2\]/gu)?.length).toBe(2);
  });

  it('puts each note on the page of the sentence that first refers to it', async () => {
    const numbers = Array.from({ length: 60 }, (_, at) => at + 1);
    const document = aFootnotedDocument({
      parts: [{ sentences: numbers.map((number) => ({ text: `第${number}句。`, notes: [number] })), remarks: [] }],
      notes: numbers.map((number) => `出处${number}。`),
    });
    const pages = await pagesOf(await writePdf(document));
    const numbersIn = (page: string[], pattern: RegExp) =>
      page.flatMap((line) => [...line.matchAll(pattern)].map(([, number]) => Number(number)));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map((page) => numbersIn(page, /出处(\d+)。/gu))).toEqual(
      pages.map((page) => numbersIn(page, /第(\d+)句。/gu)),
    );
    expect(pages.flatMap((page) => numbersIn(page, /第(\d+)句。/gu))).toEqual(numbers);
  });
});
