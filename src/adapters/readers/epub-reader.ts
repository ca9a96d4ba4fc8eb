import { basename, posix } from 'node:path';
import { UnreadableReportError } from '../../domain/errors.ts';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import type { ReportReader } from '../../domain/ports.ts';
import type { DocumentBlock } from '../../layout/documents/document-block.ts';
import type { Archive } from './archive.ts';
import { openArchive, partText } from './archive.ts';
import { documentReport } from './document-report.ts';
import { htmlBlocks } from './html-blocks.ts';
import type { MarkupElement } from './markup.ts';
import { attribute, childOf, childrenOf, parseMarkup, textIn, within } from './markup.ts';
import { refuseOtherFormats } from './sniff-format.ts';
import { dayIn } from './stated-day.ts';
import { openTally } from './tally.ts';

/** Reads e-books: their documents in reading order. */
export const epubReader: ReportReader = {
  extensions: ['.epub'],
  largest: FILE_LIMITS.bytes,
  async read(path, bytes) {
    const file = basename(path);
    refuseOtherFormats(file, bytes, { format: 'zip', name: 'e-book (EPUB)' });
    const archive = openArchive(file, bytes, (name) => /\.(?:xml|opf|x?html?)$/u.test(name));
    const at = packagePath(file, archive);
    const book = parsePart(file, archive, at);
    const tally = openTally();
    const documents = spineOf(book).map((href) => posix.join(posix.dirname(at), href).toLowerCase());
    refuseProtected(file, archive, documents);
    const blocks = documents.flatMap((name): DocumentBlock[] => {
      const root = archive.parts.has(name) ? parsePart(file, archive, name) : undefined;
      return root ? htmlBlocks(root, tally) : [];
    });
    const metadata = childOf(book, 'metadata');
    const said = (name: string) => {
      const text = textIn(childOf(metadata, name)).trim();
      return text === '' ? undefined : text.slice(0, 200);
    };
    return documentReport({
      file,
      bytes,
      blocks,
      tally,
      said: said('title'),
      publisher: said('publisher'),
      publishedOn: dayIn(said('date')),
    });
  },
};

function parsePart(file: string, { parts }: Archive, name: string): MarkupElement | undefined {
  const part = parts.get(name);
  const root = part && parseMarkup({ file, text: partText(part), as: 'xml' });
  return childrenOf(root)[0];
}

/** Where the book lists what it is made of. */
function packagePath(file: string, archive: Archive): string {
  const container = parsePart(file, archive, 'meta-inf/container.xml');
  const path = attribute(within(container, 'rootfile')[0], 'full-path')?.toLowerCase();
  if (path === undefined || !archive.parts.has(path))
    throw new UnreadableReportError(
      `${file}: is damaged, or no e-book (EPUB): it does not say what it is made of. Save it anew, or print it to PDF.`,
    );
  return path;
}

/** The documents of a book in reading order, without its contents and cover. */
function spineOf(book: MarkupElement | undefined): string[] {
  const items = new Map(
    childrenOf(childOf(book, 'manifest'), 'item').map((item) => [attribute(item, 'id') ?? '', item]),
  );
  return childrenOf(childOf(book, 'spine'), 'itemref').flatMap((reference) => {
    const item = items.get(attribute(reference, 'idref') ?? '');
    const isContents = /(?:^|\s)nav(?:\s|$)/u.test(attribute(item, 'properties') ?? '');
    const href = attribute(item, 'href');
    return href === undefined || isContents ? [] : [decodeHref(href)];
  });
}

function decodeHref(href: string): string {
  const path = href.split('#', 1).join('');
  return /%(?![\da-f]{2})/iu.test(path) ? path : decodeURIComponent(path);
}

/** Documents that are encrypted cannot be read; fonts may be. */
function refuseProtected(file: string, archive: Archive, documents: string[]): void {
  const encrypted = within(parsePart(file, archive, 'meta-inf/encryption.xml'), 'cipherreference').map((reference) =>
    decodeHref(attribute(reference, 'URI') ?? '').toLowerCase(),
  );
  if (documents.some((name) => encrypted.includes(name)))
    throw new UnreadableReportError(`${file}: is protected against copying; get it without protection.`);
}
