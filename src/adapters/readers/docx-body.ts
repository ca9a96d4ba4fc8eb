import type { DocumentBlock } from '../../layout/documents/document-block.ts';
import type { ParagraphParts } from './docx-paragraph.ts';
import { readParagraph } from './docx-paragraph.ts';
import { outlineLevel } from './docx-styles.ts';
import { tableBlocks } from './docx-table.ts';
import type { MarkupElement } from './markup.ts';
import { attribute, childOf, childrenOf, relationId, within } from './markup.ts';

/** What reading a document's body stands on. */
export interface BodyParts extends ParagraphParts {
  /** Notes by `footnote 2`. */
  notes: ReadonlyMap<string, MarkupElement>;
  /** What a chart says, by the id by which the document refers to it. */
  chartOf(id: string): DocumentBlock[];
  /** Takes the text of a paragraph that the document calls its title. */
  onTitle(text: string): void;
}

/** What holds paragraphs and tables and says nothing itself. */
const HOLDERS = ['sdtcontent', 'ins', 'moveto', 'customxml', 'smarttag', 'txbxcontent'];

/** What stands in a body, a cell, a text box or a note, in reading order. */
export function bodyBlocks(holder: MarkupElement | undefined, parts: BodyParts): DocumentBlock[] {
  return childrenOf(holder).flatMap((child): DocumentBlock[] => {
    if (child.name === 'p') return paragraphBlocks(child, parts);
    if (child.name === 'tbl') return tableBlocks(child, parts, bodyBlocks);
    if (child.name === 'altchunk') parts.tally.add('embedded_files');
    if (child.name === 'sdt') {
      const content = childOf(child, 'sdtcontent');
      if (!isContents(child)) return bodyBlocks(content, parts);
      parts.tally.add('contents_lines', within(content, 'p').length);
      return [];
    }
    if (child.name === 'alternatecontent') return bodyBlocks(childOf(child, 'choice'), parts);
    return HOLDERS.includes(child.name) ? bodyBlocks(child, parts) : [];
  });
}

/** A content control that holds the list of contents. */
function isContents(control: MarkupElement): boolean {
  return within(childOf(control, 'sdtpr'), 'docpartgallery').some((gallery) =>
    /table of contents/iu.test(attribute(gallery, 'val') ?? ''),
  );
}

function paragraphBlocks(paragraph: MarkupElement, parts: BodyParts): DocumentBlock[] {
  const properties = childOf(paragraph, 'ppr');
  const style = parts.styleOf(attribute(childOf(properties, 'pstyle'), 'val'));
  const { lines, notes, boxes } = readParagraph(paragraph, style, parts);
  const text = lines.join(' ').trim();
  const charts = within(paragraph, 'graphicdata').flatMap((data) => childrenOf(data, 'chart'));
  const after = [
    ...boxes.flatMap((box) => bodyBlocks(box, parts)),
    ...charts.flatMap((chart) => parts.chartOf(relationId(chart))),
    ...noteBlocks(notes, parts),
  ];
  if (text === '') return after;
  if (style.isContents) {
    parts.tally.add('contents_lines');
    return [];
  }
  if (style.isTitle) parts.onTitle(text);
  const level = style.isTitle ? undefined : (outlineLevel(properties) ?? style.level);
  return [level === undefined ? { kind: 'text', lines } : { kind: 'heading', level, text }, ...after];
}

/** Notes stand right after what leads to them. */
export function noteBlocks(notes: readonly string[], parts: BodyParts): DocumentBlock[] {
  return notes.flatMap((id) => bodyBlocks(parts.notes.get(id), parts));
}
