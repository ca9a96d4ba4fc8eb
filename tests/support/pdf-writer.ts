import { deflateSync } from 'node:zlib';

/** An object of a PDF: text, or a stream with its dictionary. */
export type PdfObject =
  | string
  | {
      dictionary?: string;
      stream: string | Uint8Array;
      /** Pack it with Flate. */ isPacked?: boolean;
      /** What the file says of its length, when that is not true. */ length?: number;
    };

/** What a PDF may be built with besides its objects. */
export interface PdfShape {
  /** Number of the catalog; 1 unless told otherwise. */
  root?: number;
  /** More of the trailer: `/Encrypt 3 0 R`, `/Prev 0`. */
  trailer?: string;
}

/** Bytes of a PDF of these objects, numbered from 1. Nothing is checked: it is for building what no program would. */
export function writePdf(objects: readonly PdfObject[], { root = 1, trailer = '' }: PdfShape = {}): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  const offsets = objects.map((object, index) => {
    const offset = length;
    push(Buffer.from(`${index + 1} 0 obj\n`, 'latin1'));
    for (const part of bodyOf(object)) push(part);
    push(Buffer.from('\nendobj\n', 'latin1'));
    return offset;
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} ` +
        `/Root ${root} 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}

function bodyOf(object: PdfObject): Buffer[] {
  if (typeof object === 'string') return [Buffer.from(object, 'latin1')];
  const plain = typeof object.stream === 'string' ? Buffer.from(object.stream, 'latin1') : Buffer.from(object.stream);
  const bytes = object.isPacked ? deflateSync(plain) : plain;
  const dictionary =
    `<< /Length ${object.length ?? bytes.length} ${object.isPacked ? '/Filter /FlateDecode' : ''} ` +
    `${object.dictionary ?? ''} >>\nstream\n`;
  return [Buffer.from(dictionary, 'latin1'), bytes, Buffer.from('\nendstream', 'latin1')];
}

/** What a page may have besides its content. */
export interface PageShape {
  /** Four numbers, or whatever else stands in their place. */
  box?: string;
  /** More of the resources: `/XObject << /A 6 0 R >>`. */
  resources?: string;
  isPacked?: boolean;
  /** Objects from number 6 on. */
  more?: readonly PdfObject[];
}

/** A PDF of one page, with Helvetica as `/F1`. Objects: 1 catalog, 2 pages, 3 font, 4 page, 5 content. */
export function aPdfOfOnePage(
  content: string,
  { box = '0 0 595 842', resources = '', isPacked = false, more = [] }: PageShape = {},
): Uint8Array {
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> ` +
      `${resources} >> >>`,
    { stream: content, isPacked },
    ...more,
  ]);
}

/** One line of text, as a page's content. */
export function aLine(text: string, y = 700): string {
  return `BT /F1 12 Tf 72 ${y} Td (${text}) Tj ET\n`;
}
