// How often Tesseract is wrong, by how sure it says it is: `npm run fit -- recognition [FILE.pdf …]`. The samples'
// pages are drawn, made grainy, recognised, and each word looked up in what the page says.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { recognise, findTesseract } from '../../src/adapters/readers/tesseract.ts';
import { drawCanvas } from '../../src/adapters/readers/pdf-picture.ts';
import { openPdf } from '../../src/adapters/readers/pdf-document.ts';
import { pdfReader } from '../../src/adapters/readers/pdf-reader.ts';
import { fold } from '../../src/text/fold-text.ts';
import { aScanOf } from '../../tests/support/a-scan.ts';

const SCANS = [
  { dots: 200, grain: 0 },
  { dots: 150, grain: 70 },
];
const WORD = /<span class='ocrx_word'[^>]*x_wconf (\d+)[^>]*>([^]*?)<\/span>/gu;
const DOTS = 300;

const samples = ['cloud-market-2020.pdf', 'chips-2024.pdf'].map((name) =>
  fileURLToPath(new URL(`../../samples/${name}`, import.meta.url)),
);
const files = process.argv.length > 2 ? process.argv.slice(2) : samples;
const found = await findTesseract({ languages: ['chi_sim', 'eng'], path: process.env['PATH'] ?? '' });
if (!found) throw new Error('Tesseract is not installed.');

/** By tens of percent: words, and how many of them the page does not say. */
const counts = { words: new Map<number, [number, number]>(), figures: new Map<number, [number, number]>() };
for (const file of files) {
  const bytes = readFileSync(file);
  const { pages } = await pdfReader.read(file, bytes);
  for (const scan of SCANS) {
    const scanned = await openPdf(file, await aScanOf(bytes, scan));
    for (const [index, { lines }] of pages.entries()) {
      const said = fold(lines.map(({ text }) => text).join(' ')).replaceAll(/\s/gu, '');
      const picture = await (await drawCanvas(await scanned.getPage(index + 1), DOTS / 72)).encode('png');
      const hocr = await recognise(found, picture, { dots: DOTS, timeoutMs: 300_000 });
      for (const [, sureness, marked = ''] of hocr.matchAll(WORD)) {
        const text = fold(marked.replaceAll(/<[^>]*>|&#?\w+;/gu, '')).replaceAll(/\s/gu, '');
        if (!/[\p{L}\p{N}]/u.test(text)) continue;
        const table = /\p{N}/u.test(text) ? counts.figures : counts.words;
        const at = Math.floor(Number(sureness) / 10) * 10;
        const [all, wrong] = table.get(at) ?? [0, 0];
        table.set(at, [all + 1, wrong + (said.includes(text) ? 0 : 1)]);
      }
    }
  }
}
for (const [kind, table] of Object.entries(counts)) {
  process.stdout.write(`${kind}\n`);
  for (const [at, [all, wrong]] of [...table].toSorted(([a], [b]) => b - a))
    process.stdout.write(`  ${at}–${at + 9} %: ${all}, wrong ${wrong} (${((100 * wrong) / all).toFixed(1)} %)\n`);
}
