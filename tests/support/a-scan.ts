import { createCanvas } from '@napi-rs/canvas';
import { openPdf } from '../../src/adapters/readers/pdf-document.ts';
import type { PdfObject } from './pdf-writer.ts';
import { writePdf } from './pdf-writer.ts';

const POINTS_PER_INCH = 72;

/** How a scan is made. */
export interface ScanOptions {
  /** Dots an inch. */
  dots?: number;
  /** By so much, of 255, each dot is lighter or darker than it should be, at most. */
  grain?: number;
  /** Physical numbers of the pages; all unless told otherwise. */
  pages?: number[];
  /** So much of each page from its top, in points; all unless told otherwise. */
  top?: number;
}

/** A PDF of pictures of another PDF's pages: as a scanner makes it. */
export async function aScanOf(
  pdf: Uint8Array,
  { dots = 200, grain = 0, pages, top = Infinity }: ScanOptions = {},
): Promise<Uint8Array> {
  const document = await openPdf('original.pdf', pdf);
  const numbers = pages ?? Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pictures: { width: number; height: number; picture: PdfObject }[] = [];
  for (const number of numbers) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: dots / POINTS_PER_INCH });
    const canvas = createCanvas(
      Math.ceil(viewport.width),
      Math.ceil(Math.min(viewport.height, (top / POINTS_PER_INCH) * dots)),
    );
    const context = canvas.getContext('2d');
    // pdf.js types the browser's context; the library's has all that it calls.
    await page.render({ canvas: null, canvasContext: Object(context), viewport }).promise;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    pictures.push({
      width: (canvas.width / dots) * POINTS_PER_INCH,
      height: (canvas.height / dots) * POINTS_PER_INCH,
      picture: {
        dictionary:
          `/Type /XObject /Subtype /Image /Width ${canvas.width} /Height ${canvas.height} /ColorSpace ` +
          '/DeviceGray /BitsPerComponent 8',
        stream: greyOf(data, grain),
        isPacked: true,
      },
    });
  }
  const kids = pictures.map((_, index) => `${3 + 3 * index} 0 R`).join(' ');
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`,
    ...pictures.flatMap(({ width, height, picture }, index): PdfObject[] => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${4 + 3 * index} 0 R ` +
        `/Resources << /XObject << /P ${5 + 3 * index} 0 R >> >> >>`,
      { stream: `q ${width} 0 0 ${height} 0 0 cm /P Do Q` },
      picture,
    ]),
  ]);
}

/** Grey of coloured dots; the grain is the same each time. */
function greyOf(data: Uint8ClampedArray, grain: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length: data.length / 4 }, (_, at) => {
    const grey = ((data[4 * at] ?? 0) + (data[4 * at + 1] ?? 0) + (data[4 * at + 2] ?? 0)) / 3;
    state = (state * 48_271) % 2_147_483_647;
    const noise = (state / 2_147_483_647 - 0.5) * 2 * grain;
    return Math.min(255, Math.max(0, Math.round(grey + noise)));
  });
}
