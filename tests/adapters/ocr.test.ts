import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { citationJson } from '../../src/programs/citation-json.ts';
import { pdfReader } from '../../src/adapters/readers/pdf-reader.ts';
import type { Tesseract } from '../../src/adapters/readers/tesseract.ts';
import { findTesseract } from '../../src/adapters/readers/tesseract.ts';
import { isUnreadablePage } from '../../src/ingest/find-unread.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';
import { findQuote } from '../../src/verify/find-quote.ts';
import { placeLabel } from '../../src/words/place-label.ts';
import { aScanOf } from '../support/a-scan.ts';
import { aLine, aPdfOfOnePage } from '../support/pdf-writer.ts';

/** A small page, so that it is read in a moment. */
const BOX = '0 0 400 120';
const SENTENCES = ['Harbour fees rose by 47 percent in 2020.', 'Ferries carried 3.2 million people.'];
const CONTENT = SENTENCES.map((text, at) => aLine(text, 80 - 30 * at)).join('');

let tesseract: Tesseract | undefined;
beforeAll(async () => {
  tesseract = await findTesseract({ languages: ['chi_sim', 'eng', 'no_such'], path: process.env['PATH'] ?? '' });
});

function help(languages = ['eng']) {
  if (!tesseract) throw new Error('These tests need Tesseract: apt-get install tesseract-ocr tesseract-ocr-chi-sim');
  return {
    recogniser: { ...tesseract, languages },
    isUnreadable: (page: Parameters<typeof isUnreadablePage>[0]) => isUnreadablePage(page, undefined),
  };
}

describe('Tesseract', () => {
  it('is found with the languages that are installed, and not where it is not', async () => {
    expect([tesseract?.languages, tesseract?.missing]).toEqual([['chi_sim', 'eng'], ['no_such']]);
    expect(await findTesseract({ languages: ['eng'], path: '/nowhere' })).toBeUndefined();
    expect(await findTesseract({ languages: ['no_such'], path: process.env['PATH'] ?? '' })).toBeUndefined();
  });
});

describe('a scanned page', () => {
  it('is read, its words have places, and what cites it says so', async () => {
    const source = await pdfReader.read(
      'scan.pdf',
      await aScanOf(aPdfOfOnePage(CONTENT, { box: BOX })),
      undefined,
      help(),
    );
    const { report, chunks, statements, recognised } = prepareReport(source);
    expect(statements.flat().map(({ text }) => text)).toEqual(SENTENCES);
    expect(report.notes).toContainEqual({ what: 'recognised', pages: [1] });
    expect(recognised?.[0]?.layout.runs.map(({ text }) => text)).toEqual(SENTENCES.join(' ').split(' '));
    const quote = chunks[0] && findQuote({ chunk: chunks[0], report }, '3.2 million people');
    expect(quote && [placeLabel(quote.place, 'en'), placeLabel(quote.place, 'zh'), citationJson(quote).ocr]).toEqual([
      'p. 1 (read by OCR)',
      '第 1 页（OCR 识别）',
      true,
    ]);
  });

  it('is read in Chinese', async () => {
    const sample = readFileSync(fileURLToPath(new URL('../../samples/cloud-market-2020.pdf', import.meta.url)));
    const scan = await aScanOf(sample, { pages: [2], dots: 150, top: 220 });
    const { pages } = await pdfReader.read('scan.pdf', scan, undefined, help(['chi_sim', 'eng']));
    const text = pages[0]?.lines.map((line) => line.text).join('') ?? '';
    expect(text.replaceAll(/\s/gu, '')).toContain('全球企业在云基础设施服务上花费了365亿美元');
  }, 30_000);

  it('is named where nothing reads it, with what to install', async () => {
    const scan = await aScanOf(aPdfOfOnePage(CONTENT, { box: BOX }));
    await expect(pdfReader.read('scan.pdf', scan)).rejects.toThrow(
      /scan\.pdf: .* install Tesseract \(Debian: apt-get/u,
    );
  });
});

describe('a page whose text is no language', () => {
  it('is read from its picture', async () => {
    // What the font shows as letters, the file calls signs without meaning.
    const map =
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange ' +
      '<00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <e000> endbfrange endcmap end end';
    const pdf = aPdfOfOnePage(CONTENT.replaceAll('/F1', '/F2'), {
      box: BOX,
      resources: '',
      more: [{ stream: map }, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>'],
    });
    const withFont = Buffer.from(Buffer.from(pdf).toString('latin1').replace('/F1 3 0 R >>', '/F2 7 0 R >>'), 'latin1');
    const { pages } = await pdfReader.read('odd.pdf', withFont, undefined, help());
    expect([pages[0]?.lines.map(({ text }) => text), pages[0]?.leftOut?.isRecognised]).toEqual([SENTENCES, true]);
  });
});
