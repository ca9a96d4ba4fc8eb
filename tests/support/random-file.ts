import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { aPdf, anEncryptedPdf } from './a-pdf.ts';
import { encodeText } from './encode-text.ts';
import { pick } from './fuzz-runs.ts';
import * as hostile from './hostile-pdfs.ts';
import type { PdfObject } from './pdf-writer.ts';
import { aLine, aPdfOfOnePage, writePdf } from './pdf-writer.ts';

type Random = () => number;

/** A file as somebody makes it who means ill, or as an accident leaves it. */
export interface RandomFile {
  /** What is wrong with it, for the message of a test that fails. */
  kind: string;
  name: string;
  bytes: Uint8Array;
}

const SAMPLES = ['chips-2024.pdf', 'cloud-market-2020.pdf'].map((name) =>
  readFileSync(resolve(import.meta.dirname, '../../samples', name)),
);
const SENTENCE = aLine('Shipments of chips rose by 12 percent in 2024.');
const CHINESE = '云计算市场的规模在增长，企业对数据中心的投资也在增加。';

/** From 1 up to a number, the small ones as often as the great ones: each power of two has the same chance. */
function upTo(most: number, random: Random): number {
  return Math.max(1, Math.round(most ** random()));
}

const PDF_KINDS: Record<string, (random: Random, size: number) => Uint8Array> = {
  'forms in forms': (random) =>
    hostile.formsInForms(
      1 + upTo(14, random),
      upTo(14, random),
      pick(['q Q', aLine('Sales rose.'), '0 0 m 9 9 l S'], random),
    ),
  'forms in a circle': (random) => hostile.formsInACircle(upTo(9, random)),
  'page tree in a circle': (random) => hostile.aCircularPageTree(upTo(9, random)),
  'parents in a circle': () => hostile.circularParents(),
  'outlines in a circle': () => anOutlineInACircle(),
  'cross references in a circle': (random) => aPrevious(pick(['0', '9', '99999999', '-1', '1e99'], random)),
  'object stream in itself': () => anObjectStreamInItself(),
  'text bomb': (random, size) =>
    hostile.aTextBomb(upTo(200_000 * size, random), pick(['x', 'Sales rose.', ' '], random)),
  'path bomb': (random, size) => hostile.aPathBomb(upTo(500_000 * size, random)),
  'stroke bomb': (random, size) => hostile.aStrokeBomb(upTo(200_000 * size, random)),
  'image bomb': (random, size) => hostile.anImageBomb(upTo(8000 * size, random)),
  'odd box': (random) =>
    hostile.aPageOfBox(
      Array.from({ length: 4 }, () =>
        pick(['0', '-1', '1', '595', '14400', '1e9', '1e-9', '1e400', '/X', '(a)', 'null', '[0]'], random),
      ).join(' '),
    ),
  'huge font': (random) => hostile.aHugeFont(upTo(1e12, random)),
  'patterns in patterns': (random) => hostile.patternsInPatterns(upTo(12, random), pick([0.001, 0.1, 1, 50], random)),
  'many pages': (random, size) => hostile.manyPages(upTo(1000 * size, random)),
  'pages that are not there': (random) => hostile.pagesThatAreNotThere(upTo(2e9, random)),
  'deep arrays': (random) => hostile.deepArrays(upTo(200_000, random)),
  'flate bomb': (random, size) => hostile.aFlateBomb(upTo(20 * size, random)),
  'wrong lengths': (random) =>
    writePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
      { stream: SENTENCE, length: pick([0, -1, 1, 1e9, 2 ** 40], random) },
    ]),
  'encryption dictionary': (random) =>
    pick(
      [
        anEncryptedPdf(),
        writePdf(
          [
            '<< /Type /Catalog /Pages 2 0 R >>',
            '<< /Type /Pages /Kids [] /Count 0 >>',
            '<< /Filter /Standard /V 5 /R 6 /Length 99999 /O () /U () /P 0 >>',
          ],
          { trailer: '/Encrypt 3 0 R' },
        ),
      ],
      random,
    ),
  'without end': (random) =>
    writePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [3 0 R] /Count 1 ${pick(['(unterminated', '/Name#', '<abc', '[[[', '<< /A'], random)}`,
    ]),
  'cut short': (random) => cut(anyPdf(random), random),
  'bits flipped': (random) => flip(anyPdf(random), upTo(400, random), random),
  'bytes moved': (random) => move(anyPdf(random), random),
};

const TEXT_KINDS: Record<string, (random: Random, size: number) => Uint8Array> = {
  'encodings mixed': (random) =>
    Buffer.concat([
      encodeText(CHINESE.repeat(upTo(50, random)), 'gb18030'),
      Buffer.from(CHINESE.repeat(upTo(50, random))),
    ]),
  nulls: (random) => Buffer.from(`Sales rose.${'\0'.repeat(upTo(100_000, random))}`),
  'lone surrogates': (random) =>
    Buffer.from(
      `\ufeff${CHINESE}${String.fromCharCode(0xd800 + Math.floor(random() * 2048)).repeat(upTo(50_000, random))}`,
      'utf16le',
    ),
  'one long line': (random, size) =>
    Buffer.from(
      pick(['a', '增长', 'U.S. "A ', '1 ', '（', '。', '。”', '\t', 'Abc (甲乙) ', '1,'], random).repeat(
        upTo(400_000 * size, random),
      ),
    ),
  'many lines': (random, size) =>
    Buffer.from(
      pick(
        [
          'Line of text that goes on\n',
          '# Heading\ntext under it\n',
          '1. Heading\n第一段：市场在增长。\n',
          'A\n',
          ' Page\n\n',
        ],
        random,
      ).repeat(upTo(20_000 * size, random)),
    ),
  'form feeds': (random) =>
    Buffer.from(
      `${pick(['', 'x', CHINESE], random)}${pick(['\f', '\f\f', 'x\f'], random).repeat(upTo(20_000, random))}y`,
    ),
  'carriage returns': (random) => Buffer.from('Sales rose in 2024.\r'.repeat(upTo(50_000, random))),
  marks: (random) => Buffer.from(`# ${'a #'.repeat(upTo(200_000, random))}x\n${'#'.repeat(upTo(200_000, random))} y`),
  blanks: (random) =>
    Buffer.from(`x${pick([' ', '\n', '\u3000', '\u200b', '\u2028'], random).repeat(upTo(500_000, random))}x`),
  'random bytes': (random) => Uint8Array.from({ length: upTo(100_000, random) }, () => Math.floor(random() * 256)),
};

/**
 * One of the kinds, with sizes from small to so great that it has to be refused.
 * @param index which kind: all come in turn
 * @param size below 1 for files that are made in a moment; 5 for some that nobody would send
 */
export function randomFile(index: number, random: Random, size: number): RandomFile {
  const kinds = [
    ...Object.keys(PDF_KINDS).map((kind) => ({ kind, extension: 'pdf' })),
    ...Object.keys(TEXT_KINDS).map((kind) => ({ kind, extension: 'txt' })),
  ];
  const { kind, extension } = kinds[index % kinds.length] ?? { kind: 'random bytes', extension: 'txt' };
  const make = PDF_KINDS[kind] ?? TEXT_KINDS[kind];
  const bytes = make ? make(random, size) : new Uint8Array();
  return {
    kind,
    name:
      pick(['bad', '<!channel>', 'a\nb', 'a\u001b[31mred', '报告', 'x'.repeat(200)], random) + `-${index}.${extension}`,
    bytes,
  };
}

function anyPdf(random: Random): Uint8Array {
  return pick(
    [
      SAMPLES[0] ?? aPdf(['x']),
      SAMPLES[1] ?? aPdf(['x']),
      aPdf(['Sales rose.', 'Profits fell.']),
      hostile.formsInForms(3, 3),
      aPdfOfOnePage(SENTENCE, { isPacked: true }),
      hostile.patternsInPatterns(3, 20),
    ],
    random,
  );
}

function cut(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.slice(0, Math.floor(bytes.length * random()));
}

function flip(bytes: Uint8Array, times: number, random: Random): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  for (let n = 0; n < times; n++) {
    const at = Math.floor(random() * flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return flipped;
}

function move(bytes: Uint8Array, random: Random): Uint8Array {
  const [from, to, length] = [random(), random(), random()].map((share) => Math.floor(share * bytes.length * 0.9));
  const moved = Uint8Array.from(bytes);
  return moved.copyWithin(to ?? 0, from ?? 0, (from ?? 0) + Math.floor((length ?? 0) / 10));
}

function aPrevious(offset: string): Uint8Array {
  const bytes = Buffer.from(
    writePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'], {
      trailer: '/Prev 0000000000',
    }),
  );
  const table = bytes.lastIndexOf('xref\n0 3');
  const own = offset === '0' ? String(table) : offset;
  return Buffer.from(bytes.toString('latin1').replace('/Prev 0000000000', `/Prev ${own.padEnd(10)}`), 'latin1');
}

function anOutlineInACircle(): Uint8Array {
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << ' +
      '/Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
    { stream: SENTENCE },
    '<< /First 6 0 R /Last 6 0 R >>',
    '<< /Title (A) /Parent 6 0 R /First 6 0 R /Next 6 0 R /Prev 6 0 R >>',
  ]);
}

function anObjectStreamInItself(): Uint8Array {
  const stream: PdfObject = { dictionary: '/Type /ObjStm /N 1 /First 4 /Extends 3 0 R', stream: '3 0 3 0 R' };
  return writePdf(['<< /Type /Catalog /Pages 3 0 R >>', '3 0 R', stream]);
}
