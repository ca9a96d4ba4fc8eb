import type { DocumentBlock } from '../../layout/documents/document-block.ts';
import type { TextRun } from '../../layout/documents/joined-runs.ts';
import { joinedRuns } from '../../layout/documents/joined-runs.ts';
import { partOf } from './html-element.ts';
import { htmlTable } from './html-table.ts';
import type { MarkupElement, MarkupNode } from './markup.ts';
import { isElement, textIn, within } from './markup.ts';
import type { Tally } from './tally.ts';

/** The article of a page holds at least so much of its text. */
const MAIN_SHARE = 0.4;
/** What holds an article of its own, with head and foot. */
const ARTICLES = ['main', 'article'];

/** What a page says, in reading order, without its menus, head, foot and side bars: those are counted. */
export function htmlBlocks(root: MarkupElement, tally: Tally): DocumentBlock[] {
  const body = within(root, 'body')[0] ?? root;
  const main =
    within(body, 'main')[0] ?? within(body, 'div', 'section').find(({ attributes }) => attributes['role'] === 'main');
  if (!main || textIn(main).length < MAIN_SHARE * textIn(body).length) return readBlocks(body, tally, false);
  // A heading above the article may be its title.
  const heads = within(body, 'h1').length === 1 && within(main, 'h1').length === 0 ? within(body, 'h1') : [];
  if (textIn(body).trim().length > textIn(main).trim().length) tally.add('navigation');
  return [...heads, main].flatMap((element) => readBlocks(element, tally, true));
}

/** What stands in an element. */
function readBlocks(element: MarkupElement, tally: Tally, isInArticle: boolean): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let runs: TextRun[] = [];

  function flush(level?: number): void {
    const { text, marks } = joinedRuns(runs);
    runs = [];
    tally.add('note_marks', marks);
    const lines = text.split('\n').map((line) => line.replaceAll(/ +/gu, ' ').replace(/^ | $/gu, ''));
    if (lines.every((line) => line.trim() === '')) return;
    blocks.push(level === undefined ? { kind: 'text', lines } : { kind: 'heading', level, text: lines.join(' ') });
  }

  function read(node: MarkupNode, isPre: boolean, isOwn: boolean): void {
    if (!isElement(node)) {
      // A no-break space is no white space that the page gives up: it sets labels in.
      runs.push({ text: isPre ? node : node.replaceAll(/[ \t\n\r\f]+/gu, ' ') });
      return;
    }
    const part = partOf(node, isOwn);
    const isInside = isOwn || ARTICLES.includes(node.name);
    switch (part) {
      case 'unread':
        return;
      case 'picture':
        return tally.add('pictures');
      case 'outside':
        return tally.add('outside_links');
      case 'hidden':
        return tally.add('hidden_text', Number(textIn(node).trim() !== ''));
      case 'navigation':
        return tally.add('navigation', Number(textIn(node).trim() !== ''));
      case 'contents':
        return tally.add('contents_lines', node.children.filter(isElement).length);
      case 'heading':
        flush();
        readAll(node, isPre, isInside);
        return flush(Number(node.name.slice(1)));
      case 'table':
        flush();
        blocks.push(...htmlTable(node, (cell) => readBlocks(cell, tally, true), tally));
        return;
      case 'break':
        runs.push({ text: '\n' });
        return;
      case 'raised':
        runs.push({ text: textIn(node), raised: 'above' });
        return;
      case 'block':
        flush();
        readAll(node, isPre || node.name === 'pre', isInside);
        return flush();
      case 'inline':
        readAll(node, isPre, isInside);
    }
  }

  function readAll({ children }: MarkupElement, isPre: boolean, isOwn: boolean): void {
    for (const child of children) read(child, isPre, isOwn);
  }

  const isHeading = /^h[1-6]$/u.test(element.name);
  if (isHeading) read(element, false, isInArticle);
  else readAll(element, false, isInArticle || ARTICLES.includes(element.name));
  flush();
  return blocks;
}
