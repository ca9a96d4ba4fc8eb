import { basename } from 'node:path';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import type { ReportReader } from '../../domain/ports.ts';
import { bodyBlocks } from './docx-body.ts';
import { readStyles } from './docx-styles.ts';
import { documentReport } from './document-report.ts';
import type { MarkupElement } from './markup.ts';
import { attribute, childOf, childrenOf, textIn } from './markup.ts';
import type { OfficePackage } from './office-package.ts';
import { chartsOf, countUnreadCharts, openOfficePackage } from './office-package.ts';
import type { Tally } from './tally.ts';
import { openTally } from './tally.ts';

/** Reads Word documents: headings by their styles, tables by their cells; no pages, for only printing makes them. */
export const docxReader: ReportReader = {
  extensions: ['.docx', '.docm'],
  largest: FILE_LIMITS.bytes,
  async read(path, bytes) {
    const file = basename(path);
    const tally = openTally();
    const office = openOfficePackage(file, bytes, 'document', tally);
    const partOf = (type: string) => {
      const target = office.relations.find((relation) => relation.type === type)?.target;
      return target === undefined ? undefined : office.part(target);
    };
    countUnseen(office, tally);
    const titles: string[] = [];
    const blocks = bodyBlocks(childOf(office.root, 'body'), {
      styleOf: readStyles(partOf('styles')),
      notes: new Map([...notesIn(partOf('footnotes'), 'footnote'), ...notesIn(partOf('endnotes'), 'endnote')]),
      tally,
      chartOf: chartsOf(office, office.relations),
      onTitle: (text) => titles.push(text),
    });
    countUnreadCharts(office, tally);
    const title = titles.length > 0 ? titles.join(' ') : undefined;
    return documentReport({ file, bytes, blocks, tally, title, said: office.title, writtenOn: office.writtenOn });
  },
};

/** Comments, and what runs along the pages. */
function countUnseen(office: OfficePackage, tally: Tally): void {
  for (const { type, target } of office.relations) {
    const root = office.part(target);
    if (type === 'comments') tally.add('comments', childrenOf(root, 'comment').length);
    if ((type === 'header' || type === 'footer') && textIn(root).trim() !== '') tally.add('page_headers');
  }
}

/** Notes by `footnote 2`; lines between text and notes are none. */
function notesIn(root: MarkupElement | undefined, name: string): [string, MarkupElement][] {
  return childrenOf(root, name)
    .filter((note) => attribute(note, 'type') === undefined || attribute(note, 'type') === 'normal')
    .map((note) => [`${name} ${attribute(note, 'id')}`, note]);
}
