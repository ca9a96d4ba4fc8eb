// The process in which pages of PDF files are drawn: whatever a page does to it, the bot and the other files' pages go
// on.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { PageRequest } from './page-request.ts';
import type { PageReply } from './page-request.ts';
import { openPdf } from './pdf-document.ts';
import { drawPage, layOutPage } from './pdf-picture.ts';
import { serveJobs } from './serve-jobs.ts';

/** Documents that stay open; readers of an answer turn pages of one or two. */
const OPEN_DOCUMENTS = 2;

const open = new Map<string, Promise<PDFDocumentProxy>>();

serveJobs(async (job): Promise<PageReply> => {
  const { kind, path, page: number } = PageRequest.parse(job);
  const document = await documentOf(path);
  if (number > document.numPages) return { outcome: 'no_page' };
  const page = await document.getPage(number);
  const reply: PageReply =
    kind === 'picture'
      ? { outcome: 'picture', png: await drawPage(page) }
      : { outcome: 'layout', layout: await layOutPage(page, await document.getOptionalContentConfig()) };
  page.cleanup();
  return reply;
});

async function documentOf(path: string): Promise<PDFDocumentProxy> {
  const opened = open.get(path) ?? readFile(path).then((bytes) => openPdf(basename(path), bytes));
  open.delete(path);
  open.set(path, opened);
  try {
    for (const [other, document] of [...open].slice(0, -OPEN_DOCUMENTS)) {
      open.delete(other);
      await (await document).loadingTask.destroy();
    }
    return await opened;
  } catch (error) {
    open.delete(path);
    throw error;
  }
}
