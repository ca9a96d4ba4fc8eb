import type { DocumentFormat, FootnotedDocument } from '../domain/footnoted-document.ts';
import { markdownDocument, textDocument } from '../outlets/plain-document.ts';
import type { Reply, WebSteps } from './visit.ts';

/** A document as a file in one of the formats; plain text is shown, and copied by a script. */
export async function exportReply(
  document: FootnotedDocument,
  format: DocumentFormat,
  name: string,
  { writeDocument }: Pick<WebSteps, 'writeDocument'>,
): Promise<Reply> {
  const download = `footnote-${name}.${format}`;
  switch (format) {
    case 'txt':
      return { kind: 'file', type: 'text/plain; charset=utf-8', body: textDocument(document) };
    case 'md':
      return { kind: 'file', type: 'text/markdown; charset=utf-8', body: markdownDocument(document), download };
    case 'pdf':
      return { kind: 'file', type: 'application/pdf', body: await writeDocument(document, format), download };
    case 'docx':
  }
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return { kind: 'file', type, body: await writeDocument(document, format), download };
}
