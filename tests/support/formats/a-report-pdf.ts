import { writePdf } from '../pdf-writer.ts';
import type { LittleReport, LittleTable } from './little-report.ts';
import { placed, widthOf } from './little-report.ts';

/** How tables are drawn. */
export interface PdfTables {
  /** Rules around the cells; else white space parts them. */
  isRuled: boolean;
  /** Rows of a table on one page: of more, the others go on overleaf under the same heads. */
  rowsPerPage?: number;
}

const PAGE = { width: 595, height: 842, margin: 72 };
const SIZE = { title: 24, heading: 16, text: 11 };
const ROW = 22;

/** A report as a PDF: title, headings in larger type, paragraphs on one line each, tables. */
export function aReportPdf(
  { title, date, sections }: LittleReport,
  { isRuled, rowsPerPage = 100 }: PdfTables,
): Uint8Array {
  const pages: string[] = [''];
  let y = PAGE.height - PAGE.margin;
  const draw = (content: string) => pages.splice(-1, 1, `${pages.at(-1) ?? ''}${content}\n`);
  const newPage = () => {
    pages.push('');
    y = PAGE.height - PAGE.margin;
  };
  const line = (text: string, size: number) => {
    if (y < 2 * PAGE.margin) newPage();
    draw(aText(text, PAGE.margin, y, size));
    y -= 2 * size;
  };
  line(title, SIZE.title);
  line(date, SIZE.text);
  for (const { heading, paragraphs, table } of sections) {
    line(heading, SIZE.heading);
    for (const text of paragraphs) line(text, SIZE.text);
    if (!table) continue;
    if (y - (table.above.length + table.heads.length + table.rows.length) * ROW < PAGE.margin) newPage();
    // What stands further above a table than its lines stand apart does not name it.
    y -= 2 * ROW;
    for (const text of table.above) line(text, SIZE.text);
    for (let from = 0; from < table.rows.length; from += rowsPerPage) {
      if (from > 0) newPage();
      const part = { ...table, rows: table.rows.slice(from, from + rowsPerPage) };
      draw(drawTable(part, y, isRuled));
      y -= (part.heads.length + part.rows.length) * ROW + ROW;
    }
  }
  return pdfOf(pages);
}

function drawTable({ heads, rows }: LittleTable, top: number, isRuled: boolean): string {
  const all = [...heads, ...rows];
  const columns = widthOf(all);
  const width = (PAGE.width - 2 * PAGE.margin) / columns;
  return placed(all)
    .map(({ text, row, column, rows: height, columns: span }) => {
      const [left, bottom] = [PAGE.margin + column * width, top - (row + height) * ROW];
      const rule = isRuled ? `0.5 w ${left} ${bottom} ${span * width} ${height * ROW} re S\n` : '';
      const centre = span > 1 ? (span * width - estimated(text)) / 2 : 4;
      const figures = column > 0 && span === 1 ? width - estimated(text) - 6 : centre;
      return rule + aText(text, left + Math.max(2, figures), bottom + (height * ROW) / 2 - 4, SIZE.text);
    })
    .join('\n');
}

function estimated(text: string): number {
  return [...text].reduce((sum, character) => sum + (isHan(character) ? 1 : 0.53) * SIZE.text, 0);
}

function isHan(character: string): boolean {
  return /[\u2e80-\uffef]/u.test(character);
}

/** Text in runs: Han characters in a font of theirs, others in Helvetica. */
function aText(text: string, x: number, y: number, size: number): string {
  const runs = text.match(/[\u2e80-\uffef]+|[^\u2e80-\uffef]+/gu) ?? [];
  const shown = runs.map((run) => {
    if (!isHan(run)) return `/F1 ${size} Tf (${run.replaceAll(/[()\\]/gu, '\\$&')}) Tj`;
    const hex = [...run].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    return `/F2 ${size} Tf <${hex}> Tj`;
  });
  return `BT ${x} ${y} Td ${shown.join(' ')} ET`;
}

function pdfOf(pages: string[]): Uint8Array {
  const first = 7;
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ');
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) ' +
      '/Ordering (GB1) /Supplement 2 >> /FontDescriptor 6 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 0 1000 1000] /ItalicAngle 0 ' +
      '/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ...pages.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ` +
        `${first + 2 * at + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
      { stream: Buffer.from(content, 'latin1') },
    ]),
  ]);
}
