import type { PDFPageProxy } from 'pdfjs-dist';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import type { ReadingHelp, Recogniser } from '../../domain/ports.ts';
import type { PaintedPage } from '../../layout/painted-page.ts';
import type { ReadPage } from '../../layout/read-page.ts';
import { readPage, sourceLinesOf } from '../../layout/read-page.ts';
import { recognisedPage } from '../../layout/recognised-page.ts';
import { recognise } from './tesseract.ts';

/** Dots an inch that Tesseract reads best, and most pixels of a side. */
const DOTS = 300;
const MOST_PIXELS = 5000;
const POINTS_PER_INCH = 72;
/** Pictures that cover this share of a page are the page, when fewer characters than these are printed over them. */
const PICTURE = { covered: 0.6, printed: 30 };
/** A page without any text is looked at when pictures cover this share of it: less is an ornament. */
const SOME_PICTURE = 0.1;
/** What is recognised replaces printed words, a stamp or a number, when it is so many times as much. */
const MUCH_MORE = 3;
/** Between two signs of life, in milliseconds. */
const ALIVE_MS = 1000;

/** What came of the picture of a page: nothing was to be recognised; it was; or it could not be. */
export type Recognised = { outcome: 'not_needed' } | { outcome: 'recognised'; read: ReadPage } | { outcome: 'cannot' };

/**
 * Recognises the text of a page that is a picture, or whose text is no language's, where there is a program for it.
 * @param alive called now and then: it takes its time
 */
export async function recogniseWhere(
  page: PDFPageProxy,
  { painted, printed }: { painted: PaintedPage; printed: ReadPage },
  { recogniser, isUnreadable, alive }: ReadingHelp & { alive: () => void },
): Promise<Recognised> {
  const covered = pictureShare(painted);
  if (!recogniser && covered < SOME_PICTURE) return { outcome: 'not_needed' };
  const count = charactersOf(printed);
  const isPicture = covered >= (count === 0 ? SOME_PICTURE : PICTURE.covered) && count < PICTURE.printed;
  const cannot: Recognised = isPicture && count === 0 ? { outcome: 'cannot' } : { outcome: 'not_needed' };
  if (!recogniser) return cannot;
  const isNoLanguage = isUnreadable?.({ lines: sourceLinesOf(printed) }) === true;
  if (!isPicture && !isNoLanguage) return { outcome: 'not_needed' };
  const clock = setInterval(alive, ALIVE_MS);
  try {
    const read = readPage(await recognisePage(page, recogniser));
    if (charactersOf(read) === 0 || (!isNoLanguage && charactersOf(read) < MUCH_MORE * count))
      return { outcome: 'not_needed' };
    return { outcome: 'recognised', read: { ...read, left: { ...read.left, isRecognised: true } } };
  } catch {
    return cannot; // it cannot be drawn, or not be read in time: it is listed as not read
  } finally {
    clearInterval(clock);
  }
}

/** Draws a page and reads the words off its picture. */
async function recognisePage(page: PDFPageProxy, recogniser: Recogniser): Promise<PaintedPage> {
  // Most files need none of it.
  const { drawCanvas } = await import('./pdf-picture.ts');
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(DOTS / POINTS_PER_INCH, MOST_PIXELS / Math.max(width, height));
  const picture = await (await drawCanvas(page, scale)).encode('png');
  const dots = scale * POINTS_PER_INCH;
  const hocr = await recognise(recogniser, picture, { dots, timeoutMs: FILE_LIMITS.recogniseMs });
  return recognisedPage(hocr, { width, height, scale });
}

function charactersOf({ lines }: ReadPage): number {
  return lines.reduce((sum, { text }) => sum + text.replaceAll(/[^\p{L}\p{N}]/gu, '').length, 0);
}

function pictureShare({ width, height, areas }: PaintedPage): number {
  const covered = areas
    .filter(({ isPicture }) => isPicture)
    .reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
  return covered / (width * height);
}
