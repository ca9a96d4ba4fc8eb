import { writeDocx } from '../adapters/documents/docx-document.ts';
import { writePdf } from '../adapters/documents/pdf-document.ts';
import type { FootnotedDocument } from '../domain/footnoted-document.ts';

/** A document as a file; loaded when somebody first takes one along. */
export function writeDocument(document: FootnotedDocument, format: 'docx' | 'pdf'): Promise<Uint8Array> {
  return format === 'docx' ? writeDocx(document) : writePdf(document);
}
