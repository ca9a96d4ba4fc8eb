import { aPdf } from '../a-pdf.ts';
import { aDocxOf, aParagraph } from './a-docx.ts';
import { aPptxOf, aShape } from './a-pptx.ts';
import { anXlsxOf } from './an-xlsx.ts';
import { anEpub } from './marked-texts.ts';
import { aZip } from './zip.ts';

const TEXT = 'Ferries carried 41 million passengers.';
const PARAGRAPH = aParagraph(TEXT);
const READ = `read: ${TEXT}`;
const tooDeep = (file: string) =>
  `${file}: has elements within each other more than 400 deep; no report is built so. Save it anew, or print ` +
  'it to PDF.';

/** An old office container with a part of some name. */
function anOldOfficeFile(part: string): Uint8Array {
  const head = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  return Buffer.concat([head, Buffer.alloc(600), Buffer.from(part, 'utf16le'), Buffer.alloc(600)]);
}

/** A packed file that says another size of one of its parts than it has, in the list of its parts. */
function withSizeSaid(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const changed = Buffer.from(bytes);
  for (let at = changed.indexOf('PK\u0001\u0002'); at >= 0; at = changed.indexOf('PK\u0001\u0002', at + 4)) {
    const length = changed.readUInt16LE(at + 28);
    if (changed.subarray(at + 46, at + 46 + length).toString() === name) changed.writeUInt32LE(size, at + 24);
  }
  return changed;
}

function html(body: string): Uint8Array {
  return Buffer.from(`<html><body><h1>Ferries</h1>${body}<p>${TEXT}</p></body></html>`);
}

const ENTITIES =
  '<!DOCTYPE w [<!ENTITY out SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;' +
  '&a;&a;&a;">]>';
const EVERYTHING = 'A1:XFD1048576';

/** A file, and what becomes of it: its text, or why it is refused. */
interface NastyFile {
  file: string;
  bytes: Uint8Array;
  end: string;
}

/** Files that would fill the memory, run without end, reach out or lead elsewhere; each with the name it comes by. */
export const NASTY_FILES: Record<string, () => NastyFile> = {
  'a part of blanks that unpacks to a thousand times its size': () => ({
    end:
      'a.docx: holds a part that unpacks to 400 times its size and more; no report does. Save it anew, or ' +
      'print it to PDF.',
    file: 'a.docx',
    bytes: aDocxOf(PARAGRAPH + ' '.repeat(20_000_000)),
  }),
  'a part that says that it holds half a gigabyte': () => ({
    end: 'a.docx: would unpack to more than 256 MB of text; no report does. Save it anew, or print it to PDF.',
    file: 'a.docx',
    bytes: withSizeSaid(aDocxOf(PARAGRAPH), 'word/document.xml', 500_000_000),
  }),
  'a part that says that it holds nothing': () => ({
    end: 'a.docx: is damaged (a part is not what was packed); fetch it again.',
    file: 'a.docx',
    bytes: withSizeSaid(aDocxOf(PARAGRAPH.repeat(20)), 'word/document.xml', 0),
  }),
  'more parts than any document': () => ({
    end: 'a.docx: holds more than 20,000 parts; no report does. Save it anew, or print it to PDF.',
    file: 'a.docx',
    bytes: aZip(Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`word/${at}.xml`, '']))),
  }),
  'parts whose names lead out of the folder': () => ({
    end: READ,
    file: 'a.docx',
    bytes: aDocxOf(PARAGRAPH, {
      more: { '../../../tmp/evil.xml': '<a/>', '/etc/evil.xml': '<a/>', 'C:\\evil.xml': '<a/>' },
    }),
  }),
  'entities that lead to a file, and to themselves': () => ({
    end: 'read: Ferries carried &out;&b; passengers.',
    file: 'a.docx',
    bytes: aDocxOf(PARAGRAPH, {
      more: {
        'word/document.xml':
          `${ENTITIES}<w:document><w:body><w:p><w:r><w:t>Ferries carried &out;&b; passengers.</w:t></w:r></w:p>` +
          '</w:body></w:document>',
      },
    }),
  }),
  'elements within each other without end': () => ({
    end: tooDeep('a.docx'),
    file: 'a.docx',
    bytes: aDocxOf('<w:sdt>'.repeat(100_000)),
  }),
  'tables in tables': () => ({
    end: READ,
    file: 'a.docx',
    bytes: aDocxOf(`${'<w:tbl><w:tr><w:tc>'.repeat(100)}${PARAGRAPH}${'</w:tc></w:tr></w:tbl>'.repeat(100)}`),
  }),
  'styles based on each other': () => ({
    end: READ,
    file: 'a.docx',
    bytes: aDocxOf(aParagraph(TEXT, 'A'), {
      more: {
        'word/styles.xml':
          '<w:styles><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B">' +
          '<w:basedOn w:val="A"/></w:style></w:styles>',
      },
    }),
  }),
  'a cell for more columns than there are': () => ({
    end: `${READ}\t${TEXT}`,
    file: 'a.docx',
    bytes: aDocxOf(
      `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>${PARAGRAPH}</w:tc><w:tc>` +
        `${PARAGRAPH}</w:tc></w:tr></w:tbl>`,
    ),
  }),
  'ten thousand empty slides': () => ({
    end: 'a.pptx: holds no text; there is nothing to index.',
    file: 'a.pptx',
    bytes: aPptxOf(Array.from({ length: 10_000 }, () => ({}))),
  }),
  'ten thousand slides, one of which says something': () => ({
    end: READ,
    file: 'a.pptx',
    bytes: aPptxOf(Array.from({ length: 10_000 }, (_, at) => (at === 7000 ? { shapes: [aShape([TEXT])] } : {}))),
  }),
  'more slides than any report': () => ({
    end: 'a.pptx holds more than 10,000 pages; split it into parts.',
    file: 'a.pptx',
    bytes: aPptxOf(Array.from({ length: 10_001 }, () => ({}))),
  }),
  'cells at the end of everything, and all cells as one': () => ({
    end: `read: All\n${TEXT}\nThe end.`,
    file: 'a.xlsx',
    bytes: anXlsxOf([
      {
        name: 'All',
        cells: [
          { row: 0, column: 0, value: TEXT, rows: 1_048_576, columns: 16_384 },
          { row: 1_048_575, column: 16_383, value: 'The end.' },
        ],
        more: `<dimension ref="${EVERYTHING}"/><mergeCells><mergeCell ref="${EVERYTHING}"/></mergeCells>`,
      },
    ]),
  }),
  'numbers and formats that are none': () => ({
    end: `read: All\n${TEXT}\n1E+308\n-5\nx`,
    file: 'a.xlsx',
    bytes: anXlsxOf(
      [
        {
          name: 'All',
          cells: [
            { row: 0, column: 0, value: TEXT },
            { row: 1, column: 0, value: 1e308, style: 0 },
            { row: 2, column: 0, value: -5, style: 1 },
          ],
          more: '<sheetData><row r="4"><c r="A4" t="s"><v>999</v></c><c r="?"><v>x</v></c></row></sheetData>',
        },
      ],
      { formats: ['yyyy-mm-dd', '"unclosed [[[;;'] },
    ),
  }),
  'a cell for a million rows and columns': () => ({
    end: `read: Ferries\na\tb\nc\n${TEXT}`,
    file: 'a.html',
    bytes: html('<table><tr><td rowspan="1000000" colspan="1000000">a</td><td>b</td></tr><tr><td>c</td></tr></table>'),
  }),
  'marks that nobody closes': () => ({ end: tooDeep('a.html'), file: 'a.html', bytes: html('<div>'.repeat(100_000)) }),
  'a quote that nobody closes': () => ({
    end:
      'a.csv: cannot be read as a table of text (Max Record Size: record exceed the maximum number of ' +
      'tolerated bytes of 500000 at line 2); save it anew as CSV, or as .txt.',
    file: 'a.csv',
    bytes: Buffer.from(`Line,2023\n"${'x'.repeat(600_000)}`),
  }),
  'an old password': () => ({
    end: 'a.xlsx: is protected by a password; save it without one.',
    file: 'a.xlsx',
    bytes: anOldOfficeFile('EncryptedPackage'),
  }),
  'an old document under a new name': () => ({
    end: 'a.docx: is of an older office format, whatever its name says; save the report as .docx, .pptx, .xlsx or PDF.',
    file: 'a.docx',
    bytes: anOldOfficeFile('WordDocument'),
  }),
  'a workbook under a document’s name': () => ({
    end: 'a.docx: is an Excel workbook, whatever its name says; rename it to .xlsx.',
    file: 'a.docx',
    bytes: anXlsxOf([{ name: 'All', cells: [{ row: 0, column: 0, value: TEXT }] }]),
  }),
  'a document under a text’s name': () => ({
    end: 'a.txt: is a packed file, whatever its name says, and no text; give it its own ending.',
    file: 'a.txt',
    bytes: aDocxOf(PARAGRAPH),
  }),
  'a PDF under a presentation’s name': () => ({
    end: 'a.pptx: is a PDF, whatever its name says; rename it to .pdf.',
    file: 'a.pptx',
    bytes: aPdf([TEXT]),
  }),
  'a web page under a workbook’s name': () => ({
    end: 'a.xlsx: is no Excel workbook, whatever its name says; save the report as one, or as PDF or text.',
    file: 'a.xlsx',
    bytes: html(''),
  }),
  'a picture under a table’s name': () => ({
    end: 'a.csv: is a picture, whatever its name says; run text recognition (OCR) over it, or save the report as PDF.',
    file: 'a.csv',
    bytes: Buffer.from('89504e470d0a1a0a0000', 'hex'),
  }),
  'an e-book under a document’s name': () => ({
    end:
      'a.docx: is an e-book or an OpenDocument file, whatever its name says; give it its own ending, or save ' +
      'it as .docx.',
    file: 'a.docx',
    bytes: anEpub({ title: 'Ferries', date: '2023', sections: [{ heading: 'A', paragraphs: [TEXT] }] }),
  }),
  'a packed file that is no document': () => ({
    end: 'a.docx: is damaged, or no Word document: its main part is missing. Save it anew, or print it to PDF.',
    file: 'a.docx',
    bytes: aZip({ 'readme.txt': TEXT }),
  }),
  'an e-book that does not say what it is made of': () => ({
    end:
      'a.epub: is damaged, or no e-book (EPUB): it does not say what it is made of. Save it anew, or print ' +
      'it to PDF.',
    file: 'a.epub',
    bytes: aZip({ 'a.xhtml': TEXT }),
  }),
  'an e-book whose text is locked': () => ({
    end: 'a.epub: is protected against copying; get it without protection.',
    file: 'a.epub',
    bytes: aZip({
      'META-INF/container.xml': '<container><rootfile full-path="b.opf"/></container>',
      'META-INF/encryption.xml': '<encryption><CipherReference URI="a.xhtml"/></encryption>',
      'b.opf':
        '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
      'a.xhtml': '\u0001\u0002',
    }),
  }),
  'nothing but a head': () => ({
    end: 'a.docx: is damaged (invalid zip data); fetch it again, or save it anew.',
    file: 'a.docx',
    bytes: Buffer.from('504b0304', 'hex'),
  }),
};
