import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { z } from 'zod';
import { UnreadableReportError } from '../../domain/errors.ts';
import { PICTURE_LIMITS } from '../../domain/file-limits.ts';
import { refuseTooMuch } from '../../domain/refuse-too-much.ts';
import type { TextRun } from './pdf-lines.ts';

const PDFJS_FOLDER = dirname(dirname(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))));

/**
 * Opens a PDF.
 * @param file its name, for messages
 * @throws UnreadableReportError when it is encrypted or damaged
 */
export async function openPdf(file: string, bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
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
    }).promise;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException')
      throw new UnreadableReportError(`${file}: is encrypted; save it without a password.`, { cause });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UnreadableReportError(`${file}: is damaged or cut short (${reason}); fetch it again.`, { cause });
  }
}

/** What pdf.js gives of a page's text at a time. */
const TextPiece = z.custom<Pick<TextContent, 'items'>>(
  (value) => typeof value === 'object' && value !== null && 'items' in value,
);
/** Six numbers that place a run; those that are no numbers place nothing. */
const Transform = z.array(z.number());

/**
 * The runs of text on a page, as the PDF draws them.
 * @param place file and page, for messages
 * @throws UnreadableReportError when there are more than anybody prints; the rest of the page is then not read
 */
export async function readRuns(page: PDFPageProxy, place: string): Promise<TextRun[]> {
  const runs: TextRun[] = [];
  let characters = 0;
  // Piece by piece: of a page without end, the end is not waited for. Nor is it called off: pdf.js would stumble over
  // that.
  const reader = page.streamTextContent().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    for (const item of TextPiece.parse(piece.value).items) {
      if (!('str' in item)) continue;
      characters += item.str.length;
      runs.push(...runOf(item));
    }
    refuseTooMuch(place, { charactersPerPage: characters, runsPerPage: runs.length });
  }
  return runs;
}

function runOf({ str, transform, width }: TextItem): TextRun[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = Transform.parse(transform);
  const turned = Math.abs(b) > Math.abs(a); // water marks and margin notes that run upwards
  return turned ? [] : [{ text: str, x, y, width, size: Math.hypot(c, d) }];
}
