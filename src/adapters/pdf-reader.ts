import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import { UnreadableReportError } from '../domain/errors.ts';
import type { ReportReader } from '../domain/ports.ts';
import type { SourcePage } from '../domain/source.ts';
import { linesOf } from './pdf-lines.ts';
import type { TextRun } from './pdf-lines.ts';

const PDFJS_FOLDER = dirname(dirname(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))));
/** Fewer characters than this on an average page: pictures of pages, no text. */
const LEAST_TEXT_PER_PAGE = 5;

/** Reads PDF: printed lines with their type size, page labels, title. */
export const pdfReader: ReportReader = {
  extensions: ['.pdf'],
  async read(path, bytes) {
    const file = basename(path);
    if (!startsLikePdf(bytes)) throw new UnreadableReportError(`${file}: is no PDF, whatever its name says; save the report as PDF or text.`);
    const document = await openDocument(file, bytes);
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

async function openDocument(file: string, bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  try {
    return await getDocument({
      data: Uint8Array.from(bytes), // pdf.js takes the buffer for itself
      cMapUrl: `${join(PDFJS_FOLDER, 'cmaps')}/`, // without it, text in fonts that are not embedded is lost
      standardFontDataUrl: `${join(PDFJS_FOLDER, 'standard_fonts')}/`,
      isEvalSupported: false,
      stopAtErrors: true,
      verbosity: 0,
    }).promise;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException') throw new UnreadableReportError(`${file}: is encrypted; save it without a password.`, { cause });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UnreadableReportError(`${file}: is damaged or cut short (${reason}); fetch it again.`, { cause });
  }
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

async function readRuns(page: PDFPageProxy): Promise<TextRun[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = z.array(z.number()).parse(item.transform);
    const turned = Math.abs(b) > Math.abs(a); // water marks and margin notes that run upwards
    return turned ? [] : [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) }];
  });
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
