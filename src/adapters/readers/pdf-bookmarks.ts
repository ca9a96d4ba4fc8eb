import type { PDFDocumentProxy } from 'pdfjs-dist';
import { z } from 'zod';
import type { Bookmark } from '../../domain/source.ts';
import { foldRadicals } from '../../text/fold-radicals.ts';

/** More than any report has; a file can say that it has as many as it likes, in circles too. */
const MOST_BOOKMARKS = 5000;
const DEEPEST = 12;
const TITLE_LENGTH = 300;

const Node = z.object({ title: z.string().catch(''), dest: z.unknown(), items: z.array(z.unknown()).catch([]) });
/** A page as a destination names it: a reference to its object, or its index from 0. */
const Target = z.union([z.object({ num: z.int(), gen: z.int() }), z.int().min(0)]);
type Target = z.infer<typeof Target>;

/**
 * The bookmarks of a PDF in reading order, each with the page it leads to. One that leads out of the file, or
 * nowhere, has no place in an outline and is left out with nothing else: those under it are kept.
 */
export async function readBookmarks(document: PDFDocumentProxy): Promise<Bookmark[]> {
  const bookmarks: Bookmark[] = [];

  async function visit(nodes: unknown[], level: number): Promise<void> {
    for (const node of nodes) {
      if (bookmarks.length >= MOST_BOOKMARKS || level > DEEPEST) return;
      const { title, dest, items } = Node.parse(node);
      const text = foldRadicals(title)
        .replaceAll(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, TITLE_LENGTH);
      const page = text === '' ? undefined : await pageOf(document, dest);
      if (page !== undefined) bookmarks.push({ title: text, level, page });
      await visit(items, page === undefined ? level : level + 1);
    }
  }

  // A file whose bookmarks are broken has none: its text is as good as that of another.
  const outline: unknown[] | null = await document.getOutline().catch(() => null);
  await visit(outline ?? [], 1);
  return bookmarks;
}

/** The number of the page, from 1, that a destination leads to. It may be given by a name. */
async function pageOf(document: PDFDocumentProxy, dest: unknown): Promise<number | undefined> {
  const explicit: unknown = typeof dest === 'string' ? await document.getDestination(dest).catch(() => null) : dest;
  const target = Target.safeParse(Array.isArray(explicit) ? explicit[0] : undefined);
  if (!target.success) return undefined;
  const index = await indexOf(document, target.data);
  return index !== undefined && index < document.numPages ? index + 1 : undefined;
}

async function indexOf(document: PDFDocumentProxy, target: Target): Promise<number | undefined> {
  if (typeof target === 'number') return target;
  return document.getPageIndex(target).catch(() => undefined);
}
