import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { z } from 'zod';
import { UnreadableReportError } from '../domain/errors.ts';
import type { ReportReader } from '../domain/ports.ts';
import type { SourcePage } from '../domain/source.ts';
import { openPdf, readRuns } from './pdf-document.ts';
import { linesOf } from './pdf-lines.ts';

/** Fewer characters than this on an average page: pictures of pages, no text. */
const LEAST_TEXT_PER_PAGE = 5;

/** Reads PDF: printed lines with their type size, page labels, title. */
export const pdfReader: ReportReader = {
  extensions: ['.pdf'],
  async read(path, bytes) {
    const file = basename(path);
    if (!startsLikePdf(bytes)) throw new UnreadableReportError(`${file}: is no PDF, whatever its name says; save the report as PDF or text.`);
    const document = await openPdf(file, bytes);
    try {
      const pages = await readPages(document);
      refuseWithoutText(file, pages);
      const hash = createHash('sha256').update(bytes).digest('hex');
      const title = await titleOf(document, file);
      return { file, hash, paged: true, pages, ...(title === undefined ? {} : { title }) };
    } finally {
      await document.loadingTask.destroy();
    }
  },
};

// Some writers put a few bytes before the header; readers accept up to 1,024 of them.
function startsLikePdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

async function readPages(document: PDFDocumentProxy): Promise<SourcePage[]> {
  const labels = await document.getPageLabels();
  // Labels that only count from 1 say nothing that the page's own printed number does not say better.
  const telling = labels?.some((label, index) => label !== '' && label !== String(index + 1)) ? labels : undefined;
  const pages: SourcePage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const label = telling?.[number - 1];
    pages.push({ lines: linesOf(await readRuns(page)), ...(label ? { label } : {}) });
    page.cleanup();
  }
  return pages;
}

function refuseWithoutText(file: string, pages: SourcePage[]): void {
  const characters = pages.reduce((sum, { lines }) => sum + lines.reduce((length, { text }) => length + text.length, 0), 0);
  if (characters >= LEAST_TEXT_PER_PAGE * pages.length && characters > 0) return;
  throw new UnreadableReportError(`${file}: holds pictures of pages but no text; run text recognition (OCR) over it first.`);
}

const Info = z.object({ Title: z.string().optional() });

/** The title the file carries, unless it is a file's name or a program's. */
async function titleOf(document: PDFDocumentProxy, file: string): Promise<string | undefined> {
  const { info } = await document.getMetadata();
  const title = Info.safeParse(info).data?.Title?.trim();
  if (!title || /\.(?:html?|docx?|pptx?|xlsx?|pdf|indd)$/iu.test(title) || /^(?:microsoft|untitled|无标题|document\d*$)/iu.test(title)) return undefined;
  return file.startsWith(title) ? undefined : title;
}
