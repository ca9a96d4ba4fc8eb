import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { z } from 'zod';
import { UnreadableReportError } from '../../domain/errors.ts';
import { PICTURE_LIMITS } from '../../domain/file-limits.ts';
import { openPdfLine } from './pdf-line.ts';

const PDFJS_FOLDER = dirname(dirname(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))));

/** The half of pdf.js that reads; it comes without types. */
const READING_HALF: string = 'pdfjs-dist/legacy/build/pdf.worker.mjs';
const ReadingHalf = z.object({
  WorkerMessageHandler: z.custom<{ initializeFromPort(port: unknown): void }>((value) => value !== undefined),
});

/**
 * Opens a PDF.
 * @param file its name, for messages
 * @throws UnreadableReportError when it is encrypted or damaged
 */
export async function openPdf(file: string, bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { here, there } = openPdfLine();
  const worker = new PDFWorker({ port: here });
  ReadingHalf.parse(await import(READING_HALF)).WorkerMessageHandler.initializeFromPort(there);
  try {
    return await getDocument({
      data: Uint8Array.from(bytes), // pdf.js takes the buffer for itself
      cMapUrl: `${join(PDFJS_FOLDER, 'cmaps')}/`, // without it, text in fonts that are not embedded is lost
      standardFontDataUrl: `${join(PDFJS_FOLDER, 'standard_fonts')}/`,
      wasmUrl: `${join(PDFJS_FOLDER, 'wasm')}/`, // decoders of pictures on a page
      isEvalSupported: false,
      stopAtErrors: true,
      maxImageSize: PICTURE_LIMITS.imagePixels,
      verbosity: 0,
      worker,
    }).promise;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException')
      throw new UnreadableReportError(`${file}: is encrypted; save it without a password.`, { cause });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UnreadableReportError(`${file}: is damaged or cut short (${reason}); fetch it again.`, { cause });
  }
}
