import type { Canvas } from '@napi-rs/canvas';
import { createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import type { PageLayout } from '../../domain/source.ts';
import { layoutOf } from '../../layout/page-layout.ts';
import { readPage } from '../../layout/read-page.ts';
import type { Layers } from './pdf-resources.ts';
import { readPainting } from './pdf-painting.ts';

/** Width of a picture in pixels: sharp at half of it on a screen with two pixels a point. */
const PICTURE_WIDTH = 1240;
/** Largest height in pixels: a scroll of a page is shown coarser instead of taking all memory. */
const PICTURE_HEIGHT = 5000;

/** What pdf.js draws on; the library's own context has all that it calls. */
const Context = z.custom<CanvasRenderingContext2D>(
  (value) => typeof value === 'object' && value !== null && 'fillText' in value,
);

/** A page as PNG. Takes some hundred milliseconds. */
export async function drawPage(page: PDFPageProxy): Promise<Uint8Array> {
  const { width, height } = page.getViewport({ scale: 1 });
  const canvas = await drawCanvas(page, Math.min(PICTURE_WIDTH / width, PICTURE_HEIGHT / height));
  return canvas.encode('png');
}

/**
 * A page on a canvas of its own.
 * @param scale pixels a point
 */
export async function drawCanvas(page: PDFPageProxy, scale: number): Promise<Canvas> {
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
  await page.render({ canvas: null, canvasContext: Context.parse(canvas.getContext('2d')), viewport }).promise;
  return canvas;
}

/** The page's size and where its words stand on it. */
export async function layOutPage(page: PDFPageProxy, layers: Layers): Promise<PageLayout> {
  const { width, height } = page.getViewport({ scale: 1 });
  return layoutOf(readPage(await readPainting(page, `page ${page.pageNumber}`, layers)), { width, height });
}
