import { createHash } from 'node:crypto';
import { UnreadableReportError } from '../../domain/errors.ts';
import { refuseTooMuch } from '../../domain/refuse-too-much.ts';
import type { SourceLine, SourceReport } from '../../domain/source.ts';
import { given } from '../../domain/given.ts';
import type { DocumentBlock } from '../../layout/documents/document-block.ts';
import { documentLines } from '../../layout/documents/document-lines.ts';
import { titled } from '../../layout/documents/titled.ts';
import type { Tally } from './tally.ts';
import { holdsWord } from '../../text/holds-letters.ts';

/** What a reader found in a document without pages. */
interface ReadDocument {
  file: string;
  bytes: Uint8Array;
  blocks: readonly DocumentBlock[];
  tally: Tally;
  /** What the document calls its title where it stands. */
  title?: string | undefined;
  /** What it says of itself besides. */
  said?: string | undefined;
  publisher?: string | undefined;
  publishedOn?: string | undefined;
  writtenOn?: string | undefined;
}

/**
 * A document without pages as a report.
 * @throws UnreadableReportError when it holds no text, or more than any report
 */
export function documentReport(read: ReadDocument): SourceReport {
  const { file, bytes, blocks, tally, publisher, publishedOn, writtenOn } = read;
  const own = titled(blocks, read.title);
  const title = own.title ?? read.said;
  const lines = documentLines(own.blocks);
  refuseWithoutText(file, lines);
  return {
    file,
    hash: hashOf(bytes),
    paged: false,
    pages: [{ lines }],
    passedOver: tally.counts(),
    ...given({ title, publisher, publishedOn, writtenOn }),
  };
}

/** SHA-256 of a file's bytes, 64 hexadecimal digits. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @throws UnreadableReportError when lines hold no text, or more than any report */
export function refuseWithoutText(file: string, lines: readonly SourceLine[]): void {
  refuseTooMuch(file, { characters: lines.reduce((sum, { text }) => sum + text.length, 0) });
  if (!lines.some(({ text }) => holdsWord(text)))
    throw new UnreadableReportError(`${file}: holds no text; there is nothing to index.`);
}
