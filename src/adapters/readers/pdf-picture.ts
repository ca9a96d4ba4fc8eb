import { createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import type { PageLayout } from '../../domain/source.ts';
import { wordsOf } from '../../layout/pieces.ts';
import { readPage } from '../../layout/read-page.ts';
import { turnBack } from '../../layout/upright-glyphs.ts';
import type { Layers } from './pdf-resources.ts';
import { readPainting } from './pdf-painting.ts';

/** Width of a picture in pixels: sharp at half of it on a screen with two pixels a point. */
const PICTURE_WIDTH = 1240;
/** Largest height in pixels: a scroll of a page is shown coarser instead of taking all memory. */
const PICTURE_HEIGHT = 5000;
/** How far type reaches above and below its base line, as a share of its height. */
const ABOVE = 0.88;
const BELOW = 0.2;

/** What pdf.js draws on; the library's own context has all that it calls. */
const Context = z.custom<CanvasRenderingContext2D>(
  (value) => typeof value === 'object' && value !== null && 'fillText' in value,
);

/** A page as PNG. Takes some hundred milliseconds. */
export async function drawPage(page: PDFPageProxy): Promise<Uint8Array> {
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(PICTURE_WIDTH / width, PICTURE_HEIGHT / height) });
  const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
  await page.render({ canvas: null, canvasContext: Context.parse(canvas.getContext('2d')), viewport }).promise;
  return canvas.encode('png');
}

/** The page's size and where its words stand on it. */
export async function layOutPage(page: PDFPageProxy, layers: Layers): Promise<PageLayout> {
  const { width, height } = page.getViewport({ scale: 1 });
  const { lines, turnedBy, page: upright } = readPage(await readPainting(page, `page ${page.pageNumber}`, layers));
  const words = lines.flatMap(({ pieces }) => pieces.flatMap(wordsOf));
  const runs = words.map(({ text, left, right, base, size }) => {
    const box = turnBack({ left, top: base - ABOVE * size, right, bottom: base + BELOW * size }, turnedBy, upright);
    return { text, left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top };
  });
  return { width, height, runs };
}
