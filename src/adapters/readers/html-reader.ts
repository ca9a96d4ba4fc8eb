import { basename } from 'node:path';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import type { ReportReader } from '../../domain/ports.ts';
import type { SourceReport } from '../../domain/source.ts';
import { documentReport } from './document-report.ts';
import { htmlBlocks } from './html-blocks.ts';
import type { MarkupElement } from './markup.ts';
import { parseMarkup, textIn, within } from './markup.ts';
import { readText } from './read-text.ts';
import { dayIn } from './stated-day.ts';
import { openTally } from './tally.ts';
import { oneLine } from '../../text/white-space.ts';

/** Reads saved web pages: headings, text and tables of the article. */
export const htmlReader: ReportReader = {
  extensions: ['.html', '.htm', '.xhtml'],
  largest: FILE_LIMITS.characters * 4,
  async read(path, bytes) {
    const file = basename(path);
    return htmlReport(file, bytes, readText(file, bytes, 'web page'));
  },
};

/** A web page as a report. */
export function htmlReport(file: string, bytes: Uint8Array, text: string): SourceReport {
  const root = parseMarkup({ file, text, as: 'html' });
  const tally = openTally();
  const blocks = htmlBlocks(root, tally);
  const said = saidTitle(root);
  const first = blocks.find((block) => block.kind === 'heading')?.text;
  return documentReport({
    file,
    bytes,
    blocks,
    tally,
    // What a page is called in the window goes on with the name of the site.
    said: first !== undefined && said?.startsWith(first) ? first : said,
    publisher: metaOf(root, /^og:site_name$/iu),
    publishedOn: dayIn(metaOf(root, /^(?:article:published_time|date|pubdate|dc\.date|dcterms\.(?:date|issued))$/iu)),
  });
}

function saidTitle(root: MarkupElement): string | undefined {
  const title = metaOf(root, /^og:title$/iu) ?? oneLine(textIn(within(root, 'title')[0])).trim();
  return title === '' ? undefined : title.slice(0, 200);
}

function metaOf(root: MarkupElement, name: RegExp): string | undefined {
  const meta = within(root, 'meta').find(({ attributes }) =>
    name.test(attributes['property'] ?? attributes['name'] ?? ''),
  );
  const content = meta?.attributes['content']?.trim() ?? '';
  return content === '' ? undefined : content;
}
