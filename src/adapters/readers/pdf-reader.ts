import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { z } from 'zod';
import { UnreadableReportError } from '../../domain/errors.ts';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import { refuseTooMuch } from '../../domain/refuse-too-much.ts';
import type { ReportReader } from '../../domain/ports.ts';
import type { LeftOut, SourcePage } from '../../domain/source.ts';
import type { ReadPage } from '../../layout/read-page.ts';
import { readPage, sourceLinesOf } from '../../layout/read-page.ts';
import { readBookmarks } from './pdf-bookmarks.ts';
import { openPdf } from './pdf-document.ts';
import { readPainting } from './pdf-painting.ts';

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
  async read(path, bytes, progress) {
    const file = basename(path);
    if (!startsLikePdf(bytes))
      throw new UnreadableReportError(`${file}: is no PDF, whatever its name says; save the report as PDF or text.`);
    const document = await openPdf(file, bytes);
    const pages = await readPages(document, file, progress);
    const title = await titleOf(document, file);
    const bookmarks = await readBookmarks(document);
    // Not after a failure: pdf.js would wait for the end of what has none. The process of it goes then.
    await document.loadingTask.destroy();
    refuseWithoutText(file, pages);
    const hash = createHash('sha256').update(bytes).digest('hex');
    return { file, hash, paged: true, pages, bookmarks, ...(title === undefined ? {} : { title }) };
  },
};

// Some writers put a few bytes before the header; readers accept up to 1,024 of them.
function startsLikePdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

async function readPages(
  document: PDFDocumentProxy,
  file: string,
  progress: (pages: number) => void = () => undefined,
): Promise<SourcePage[]> {
  refuseTooMuch(file, { pages: document.numPages }); // before the labels: there is one for each page that the file says it has
  const labels = await document.getPageLabels();
  // Labels that only count from 1 say nothing that the page's own printed number does not say better.
  const telling = labels?.some((label, index) => label !== '' && label !== String(index + 1)) ? labels : undefined;
  const layers = await document.getOptionalContentConfig();
  const pages: SourcePage[] = [];
  let before: Pick<ReadPage, 'tables'> | undefined;
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const label = telling?.[number - 1]?.slice(0, LABEL_LENGTH);
    const painted = await readPainting(page, `${file}: page ${number}`, layers);
    characters += painted.glyphs.length;
    refuseTooMuch(file, { characters });
    const read = readPage(painted, before);
    before = { tables: read.tables };
    pages.push({
      lines: sourceLinesOf(read),
      ...(isNothing(read.left) ? {} : { leftOut: read.left }),
      ...(label ? { label } : {}),
    });
    page.cleanup();
    // Fonts that each page brings along anew are kept, until they fill the memory.
    if (number % PAGES_KEPT === 0) await document.cleanup();
    progress(number);
  }
  return pages;
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
    `${file}: holds pictures of pages but no text; run text recognition (OCR) over it first.`,
  );
}

const Info = z.object({ Title: z.string().optional() });

/** The title the file carries, unless it is a file's name or a program's. */
async function titleOf(document: PDFDocumentProxy, file: string): Promise<string | undefined> {
  const { info } = await document.getMetadata();
  const title = Info.safeParse(info).data?.Title?.trim();
  if (
    !title ||
    /\.(?:html?|docx?|pptx?|xlsx?|pdf|indd)$/iu.test(title) ||
    /^(?:microsoft|untitled|无标题|document\d*$)/iu.test(title)
  )
    return undefined;
  return file.startsWith(title) ? undefined : title.slice(0, TITLE_LENGTH);
}
