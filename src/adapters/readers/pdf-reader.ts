import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import { UnreadableReportError } from '../../domain/errors.ts';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import { refuseTooMuch } from '../../domain/refuse-too-much.ts';
import type { ReadingHelp, ReportReader } from '../../domain/ports.ts';
import type { LeftOut, SourcePage, SourceReport } from '../../domain/source.ts';
import { given } from '../../domain/given.ts';
import { layoutOf } from '../../layout/page-layout.ts';
import type { PaintedPage } from '../../layout/painted-page.ts';
import { picturesOf } from '../../layout/pictures-of.ts';
import type { ReadPage } from '../../layout/read-page.ts';
import { readPage, sourceLinesOf } from '../../layout/read-page.ts';
import { readBookmarks } from './pdf-bookmarks.ts';
import { openPdf } from './pdf-document.ts';
import { readPainting } from './pdf-painting.ts';
import { recogniseWhere } from './recognise-page.ts';
import { INSTALL_OCR } from '../../words/ocr-words.ts';

/** Fewer characters than this on an average page: pictures of pages, no text. */
const LEAST_TEXT_PER_PAGE = 5;

/** Longest page label and title, in characters: what is longer is none. */
const LABEL_LENGTH = 20;
const TITLE_LENGTH = 200;
/** After so many pages, what was kept of them is let go. */
const PAGES_KEPT = 200;

/** Reads PDF: printed lines with their type size, page labels, title. */
export const pdfReader: ReportReader = {
  extensions: ['.pdf'],
  largest: FILE_LIMITS.bytes,
  async read(path, bytes, progress = () => undefined, help = {}) {
    const file = basename(path);
    const opened = await openPdfReport(file, bytes, help);
    const pages: SourcePage[] = [];
    for (let number = 1; number <= opened.pageCount; number++) {
      pages.push(await opened.readPage(number, () => progress(number - 1)));
      progress(number);
    }
    const source = await opened.finish(pages);
    // Not after a failure: pdf.js would wait for the end of what has none. The process of it goes then.
    await opened.close();
    return source;
  },
};

/** A PDF that is read page by page. */
export interface OpenedPdf {
  pageCount: number;
  /**
   * @param number physical, from 1; fastest in their order
   * @param alive called now and then while a page takes its time for a good reason
   * @throws UnreadableReportError when there is more on it than anybody prints, or in the file by now
   */
  readPage(number: number, alive: () => void): Promise<SourcePage>;
  /**
   * The report of all its pages.
   * @throws UnreadableReportError when they hold no text
   */
  finish(pages: SourcePage[]): Promise<SourceReport>;
  close(): Promise<void>;
}

/**
 * Opens a PDF to be read.
 * @throws UnreadableReportError when it is encrypted, damaged, or too long
 */
export async function openPdfReport(file: string, bytes: Uint8Array, help: ReadingHelp): Promise<OpenedPdf> {
  if (!startsLikePdf(bytes))
    throw new UnreadableReportError(`${file}: is no PDF, whatever its name says; save the report as PDF or text.`);
  const document = await openPdf(file, bytes);
  // Before the labels: there is one for each page that the file says it has.
  refuseTooMuch(file, { pages: document.numPages });
  const labels = await document.getPageLabels();
  // Labels that only count from 1 say nothing that the page's own printed number does not say better.
  const telling = labels?.some((label, index) => label !== '' && label !== String(index + 1)) ? labels : undefined;
  const layers = await document.getOptionalContentConfig();
  let before: { number: number; tables: ReadPage['tables'] } | undefined;
  let characters = 0;

  async function paintingOf(number: number): Promise<{ page: PDFPageProxy; painted: PaintedPage }> {
    const page = await document.getPage(number);
    return { page, painted: await readPainting(page, `${file}: page ${number}`, layers) };
  }

  return {
    pageCount: document.numPages,
    async readPage(number, alive) {
      if (help.skip?.includes(number)) return { lines: [], isTooSlow: true };
      const { page, painted } = await paintingOf(number);
      characters += painted.glyphs.length;
      refuseTooMuch(file, { characters });
      const printed = readPage(painted, before?.number === number - 1 ? before : undefined);
      const recognised = await recogniseWhere(page, { painted, printed }, { ...help, alive });
      const read = recognised.outcome === 'recognised' ? recognised.read : printed;
      const pictures = picturesOf(painted);
      before = { number, tables: read.tables };
      const label = telling?.[number - 1]?.slice(0, LABEL_LENGTH);
      page.cleanup();
      // Fonts that each page brings along anew are kept, until they fill the memory.
      if (number % PAGES_KEPT === 0) await document.cleanup();
      return {
        lines: sourceLinesOf(read),
        ...(isNothing(read.left) ? {} : { leftOut: read.left }),
        ...(recognised.outcome === 'recognised' ? { recognised: layoutOf(read, painted) } : {}),
        ...(recognised.outcome === 'cannot' ? { isPicture: true } : {}),
        ...(recognised.outcome === 'recognised' || pictures.length === 0 ? {} : { pictures }),
        ...(label ? { label } : {}),
      };
    },
    async finish(pages) {
      refuseWithoutText(file, pages);
      const title = await titleOf(document, file);
      const bookmarks = await readBookmarks(document);
      const hash = createHash('sha256').update(bytes).digest('hex');
      return { file, hash, paged: true, pages, bookmarks, ...given({ title }) };
    },
    close: () => document.loadingTask.destroy(),
  };
}

// Some writers put a few bytes before the header; readers accept up to 1,024 of them.
function startsLikePdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

function isNothing({ hidden, turned, doubled, marks, isRecognised }: LeftOut): boolean {
  return hidden + turned + doubled + marks === 0 && !isRecognised;
}

function refuseWithoutText(file: string, pages: SourcePage[]): void {
  const characters = pages.reduce(
    (sum, { lines }) => sum + lines.reduce((length, { text }) => length + text.length, 0),
    0,
  );
  if (characters >= LEAST_TEXT_PER_PAGE * pages.length && characters > 0) return;
  throw new UnreadableReportError(
    `${file}: holds pictures of pages but no text; ` +
      (pages.some(({ isPicture }) => isPicture)
        ? `${INSTALL_OCR}, or run text recognition (OCR) over it first.`
        : 'run text recognition (OCR) over it first.'),
  );
}

/** With what the titles begin that programs write themselves. */
const NO_TITLES = ['microsoft', 'untitled', '无标题'];

const Info = z.object({ Title: z.string().optional() });

/** The title the file carries, unless it is a file's name or a program's. */
async function titleOf(document: PDFDocumentProxy, file: string): Promise<string | undefined> {
  const { info } = await document.getMetadata();
  const title = Info.safeParse(info).data?.Title?.trim();
  if (!title || /\.(?:html?|docx?|pptx?|xlsx?|pdf|indd)$/iu.test(title) || isNoTitle(title)) return undefined;
  return file.startsWith(title) ? undefined : title.slice(0, TITLE_LENGTH);
}

function isNoTitle(title: string): boolean {
  return NO_TITLES.some((beginning) => title.toLowerCase().startsWith(beginning)) || /^document\d*$/iu.test(title);
}
