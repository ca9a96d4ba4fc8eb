import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/adapters/readers/decode-text.ts';
import { openFile } from '../../src/adapters/readers/open-file.ts';
import { pdfReader } from '../../src/adapters/readers/pdf-reader.ts';
import { txtReader } from '../../src/adapters/readers/txt-reader.ts';
import { withTemporaryFile } from '../../src/adapters/readers/with-temporary-file.ts';
import { UnreadableReportError } from '../../src/domain/errors.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';
import { aPdf, aPdfWithForeignFont, anEncryptedPdf } from '../support/a-pdf.ts';
import { detectLanguage } from '../../src/text/language.ts';
import { encodeText } from '../support/encode-text.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const SIMPLIFIED = '云计算市场的规模在增长，企业对数据中心的投资也在增加，这是我们看到的变化。';
const KOREAN = '클라우드 시장의 규모가 커지고 있으며 기업의 투자도 늘고 있다. 2022년 매출은 35% 증가했다.';
const JAPANESE = 'クラウド市場の規模は拡大しており、企業の投資も増えている。2022年の売上は35％増えた。';
const WESTERN = 'The café’s “best” year: £3 million – 8 % more than Zürich’s €2 million…';
const TRADITIONAL = '雲端運算市場的規模正在成長，企業對資料中心的投資也不斷增加，這是我們看到的變化。';

/** Without a mark. */
function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16());
}

describe('decodeText', () => {
  it.each([
    ['utf-8', SIMPLIFIED, new TextEncoder().encode(SIMPLIFIED)],
    ['gb18030', SIMPLIFIED, encodeText(SIMPLIFIED, 'gb18030')],
    ['big5', TRADITIONAL, encodeText(TRADITIONAL, 'big5')],
    ['euc-kr', KOREAN, encodeText(KOREAN, 'euc-kr')],
    ['shift_jis', JAPANESE, encodeText(JAPANESE, 'shift_jis')],
    ['euc-jp', JAPANESE, encodeText(JAPANESE, 'euc-jp')],
    ['windows-1252', WESTERN, encodeText(WESTERN, 'windows-1252')],
    ['utf-16le', `${SIMPLIFIED}\n`, utf16(`${SIMPLIFIED}\n`, 'le')],
    ['utf-16be', `${SIMPLIFIED}\n`, utf16(`${SIMPLIFIED}\n`, 'be')],
    ['utf-16le', 'Plain English.', utf16('Plain English.', 'le')],
    ['utf-16be', 'Plain English.', utf16('Plain English.', 'be')],
  ])('reads %s', (encoding, text, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it('takes a short Chinese text for no Korean one, although all of its bytes would be Hangul', () => {
    const short = '们。云企企模据，的规，场，企云长到。变的';
    expect(decodeText(encodeText(short, 'gb18030'))).toEqual({ text: short, encoding: 'gb18030' });
  });

  it('tells GB18030, Big5 and EUC-KR apart for any sentences of everyday characters', () => {
    const anyOf = (text: string) =>
      fc.array(fc.constantFrom(...text), { minLength: 20, maxLength: 200 }).map((characters) => characters.join(''));
    const survives = (encoding: 'gb18030' | 'big5' | 'euc-kr') => (text: string) => {
      expect(decodeText(encodeText(text, encoding))?.text).toBe(text);
    };
    fc.assert(fc.property(anyOf(SIMPLIFIED), survives('gb18030')));
    fc.assert(fc.property(anyOf(TRADITIONAL), survives('big5')));
    fc.assert(fc.property(anyOf(KOREAN.replaceAll(/[^\p{Script=Hangul}]/gu, '')), survives('euc-kr')));
  });

  it('takes an English text with a Chinese name in it for Chinese, and no Korean one', () => {
    const mixed = 'The company (中国移动) grew by 8 percent.';
    expect(decodeText(encodeText(mixed, 'gb18030'))).toMatchObject({ text: mixed, encoding: 'gb18030' });
    expect(detectLanguage(`${KOREAN}市場 規模`)).toBe('en');
  });

  it('takes nothing for text that holds the bytes of a program', () => {
    expect(decodeText(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3))).toBeUndefined();
  });
});

describe('txtReader', () => {
  const read = (text: string) => txtReader.read('report.txt', new TextEncoder().encode(text));

  it('finds the pages of a text exported from print: a space before the first line, a blank one behind', async () => {
    const print = [
      ' 第一页的第一行没有写完，',
      '',
      '这里写完了。 ',
      '',
      '第二段。 ',
      ' 第二页也没有写完，',
      '',
      '到这里才完。 ',
      '',
      '第四段。 ',
      ' 第三页。 ',
      '',
    ].join('\n');
    const { paged, pages } = await read(print);
    expect(paged).toBe(true);
    expect(pages).toEqual([
      {
        lines: [
          { text: '第一页的第一行没有写完，', endsParagraph: false },
          { text: '这里写完了。', endsParagraph: true },
          { text: '第二段。', endsParagraph: true },
        ],
      },
      {
        lines: [
          { text: '第二页也没有写完，', endsParagraph: false },
          { text: '到这里才完。', endsParagraph: true },
          { text: '第四段。', endsParagraph: true },
        ],
      },
      { lines: [{ text: '第三页。', endsParagraph: true }] },
    ]);
  });

  it('finds pages at form feeds', async () => {
    expect((await read('Page one.\fPage two.')).pages.map(({ lines }) => lines.map(({ text }) => text))).toEqual([
      ['Page one.'],
      ['Page two.'],
    ]);
  });

  it('never invents pages in plain text, and takes its marked headings', async () => {
    expect(await read('# Title\n\nOne paragraph.\n')).toMatchObject({
      paged: false,
      pages: [
        {
          lines: [
            { text: 'Title', headingLevel: 1, endsParagraph: true },
            { text: '', endsParagraph: true },
            { text: 'One paragraph.', endsParagraph: true },
            { text: '' },
          ],
        },
      ],
    });
  });
});

describe('pdfReader', () => {
  it('reads the lines of each page with their type size', async () => {
    const { paged, pages } = await pdfReader.read('report.pdf', aPdf(['Chips sold well in 2024.', 'Memory rose.']));
    const plain = { endsParagraph: true, typeSize: 12 };
    expect({ paged, pages }).toMatchObject({
      paged: true,
      pages: [
        { lines: [{ text: 'Chips sold well in 2024.', ...plain, box: { left: 72, height: 12.2 } }] },
        { lines: [{ text: 'Memory rose.', ...plain, box: { left: 72, height: 12.2 } }] },
      ],
    });
  });

  it('reads Chinese in a font that is not embedded', async () => {
    const { pages } = await pdfReader.read('report.pdf', aPdfWithForeignFont('云市场份额'));
    expect(pages[0]?.lines[0]?.text).toBe('云市场份额');
  });
});

const READERS = [txtReader, pdfReader];

/** Without a process of its own. */
async function readHere({
  path,
  extension,
  bytes,
  id,
}: {
  path: string;
  extension: string;
  bytes: Uint8Array;
  id: string;
}) {
  const reader = READERS.find(({ extensions }) => extensions.includes(extension)) ?? txtReader;
  return prepareReport(await reader.read(path, bytes), id);
}

/** 2 GB that take no room: the file has a hole. */
function aHugeFile(path: string): void {
  writeFileSync(path, 'x');
  truncateSync(path, 2 * 1024 ** 3);
}

describe('a file that cannot be taken in', () => {
  const whole = aPdf(['Chips sold well in 2024.']);
  const cases: [string, string, (path: string) => void, RegExp][] = [
    ['empty', 'a.txt', (path) => writeFileSync(path, ''), /a\.txt: is empty/u],
    ['only white space', 'a.txt', (path) => writeFileSync(path, ' \n\n \t'), /a\.txt: is empty/u],
    [
      'binary',
      'a.txt',
      (path) => writeFileSync(path, Uint8Array.of(0, 1, 2, 3, 255)),
      /a\.txt: is not text .*save it as UTF-8/u,
    ],
    [
      'of another format',
      'a.docx',
      (path) => writeFileSync(path, 'x'),
      /a\.docx: the format \.docx is not read; save the report as one of \.txt, \.pdf/u,
    ],
    ['without an extension', 'a', (path) => writeFileSync(path, 'x'), /a: a file without an extension is not read/u],
    ['2 GB', 'a.txt', aHugeFile, /a\.txt: is 2048 MB, more than 19 MB; split it/u],
    ['a folder', 'a.txt', (path) => mkdirSync(path), /a\.txt: cannot be opened \(EISDIR\)/u],
    [
      'a pipe that nobody writes to',
      'a.txt',
      (path) => execFileSync('mkfifo', [path]),
      /a\.txt: is a pipe, a socket or a device and no file/u,
    ],
    [
      'a device without end',
      'a.txt',
      (path) => symlinkSync('/dev/zero', path),
      /a\.txt: is a pipe, a socket or a device and no file/u,
    ],
    ['a link to itself', 'a.txt', (path) => symlinkSync(path, path), /a\.txt: cannot be opened \(ELOOP\)/u],
    [
      'more headings than a report has',
      'a.txt',
      (path) => writeFileSync(path, '# Heading\nSome text under it.\n'.repeat(20_001)),
      /a\.txt holds more than 20,000 headings; split it into parts/u,
    ],
    [
      'longer than a report is',
      'a.txt',
      (path) => writeFileSync(path, '1 '.repeat(2_500_001)),
      /a\.txt holds more than 5,000,000 characters of text; split it into parts/u,
    ],
    [
      'a link to nowhere',
      'a.txt',
      (path) => symlinkSync('/nowhere/at/all', path),
      /a\.txt: cannot be opened \(ENOENT\)/u,
    ],
    [
      'text that is called a PDF',
      'a.pdf',
      (path) => writeFileSync(path, 'just text'),
      /a\.pdf: is no PDF, whatever its name says/u,
    ],
    [
      'a PDF cut short',
      'a.pdf',
      (path) => writeFileSync(path, whole.subarray(0, whole.length / 3)),
      /a\.pdf: is damaged or cut short .*fetch it again/u,
    ],
    [
      'an encrypted PDF',
      'a.pdf',
      (path) => writeFileSync(path, anEncryptedPdf()),
      /a\.pdf: is encrypted; save it without a password/u,
    ],
    [
      'a scanned PDF',
      'a.pdf',
      (path) => writeFileSync(path, aPdf(['', ''])),
      /a\.pdf: holds pictures of pages but no text; run text recognition/u,
    ],
    [
      'a PDF that is called text',
      'a.txt',
      (path) => writeFileSync(path, whole),
      /a\.txt: is a PDF, whatever its name says; rename it to \.pdf/u,
    ],
  ];

  it.each(cases)('%s is refused in one line that says what to do', async (_, name, make, message) => {
    const path = join(aTemporaryFolder(), name);
    make(path);
    const refusal: unknown = await openFile(path, { readers: READERS, read: readHere, keep: () => undefined })
      .then((file) => file.read('r'))
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnreadableReportError);
    expect(String(refusal)).toMatch(message);
    expect(String(refusal)).not.toContain('\n');
  });
});

describe('a file that changes while it is read', () => {
  it('is refused, and taken in when nothing writes to it any more', async () => {
    const path = join(aTemporaryFolder(), 'a.txt');
    const line = 'Sales rose by 12 percent in 2024.\n';
    writeFileSync(path, line.repeat(500_000));
    const open = () =>
      openFile(path, { readers: READERS, read: readHere, keep: () => undefined }).then(
        () => 'opened',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
    const read = new AbortController();
    const [first] = await Promise.all([
      open().finally(() => read.abort()),
      (async () => {
        while (!read.signal.aborted) await appendFile(path, line);
      })(),
    ]);
    expect([first, await open()]).toEqual([
      'a.txt: changed while it was read; take it in again when nothing writes to it.',
      'opened',
    ]);
  });
});

describe('a name that no file can have', () => {
  it.each([
    ['../'.repeat(9) + 'etc/passwd.txt', 'passwd.txt'],
    ['a\0b.pdf', 'ab.pdf'],
    ['..', 'report'],
    ['报告'.repeat(500) + '.pdf', '报告'.repeat(38) + '.pdf'],
  ])('%j becomes one', async (name, expected) => {
    expect(await withTemporaryFile(name, Buffer.from('x'), (path) => Promise.resolve(basename(path)))).toBe(expected);
  });
});
