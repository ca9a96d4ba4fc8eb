// A thread that draws pages of PDF files: on the main one, each would stop every answer for half a second.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { PageRequest } from './page-request.ts';
import type { PageReply } from './page-request.ts';
import { openPdf } from './pdf-document.ts';
import { drawPage, layOutPage } from './pdf-picture.ts';

/** Documents that stay open; readers of an answer turn pages of one or two. */
const OPEN_DOCUMENTS = 2;

const open = new Map<string, Promise<PDFDocumentProxy>>();
let before: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: unknown) => {
  const request = PageRequest.parse(message);
  // One after the other: two pages at once would need the memory of both.
  before = before.then(async () => parentPort?.postMessage(await answer(request)));
});

async function answer({ id, kind, path, page: number }: PageRequest): Promise<PageReply> {
  try {
    const document = await documentOf(path);
    if (number > document.numPages) return { id, outcome: 'no_page' };
    const page = await document.getPage(number);
    const reply: PageReply = kind === 'picture' ? { id, outcome: 'picture', png: await drawPage(page) } : { id, outcome: 'layout', layout: await layOutPage(page) };
    page.cleanup();
    return reply;
  } catch (error) {
    return { id, outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

async function documentOf(path: string): Promise<PDFDocumentProxy> {
  const opened = open.get(path) ?? readFile(path).then((bytes) => openPdf(basename(path), bytes));
  open.delete(path);
  open.set(path, opened);
  for (const [other, document] of [...open].slice(0, -OPEN_DOCUMENTS)) {
    open.delete(other);
    await (await document).loadingTask.destroy();
  }
  try {
    return await opened;
  } catch (error) {
    open.delete(path);
    throw error;
  }
}
