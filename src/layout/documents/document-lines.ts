import type { SourceLine } from '../../domain/source.ts';
import type { DocumentBlock } from './document-block.ts';
import { tableSourceLines } from './table-source-lines.ts';
import { oneLine } from '../../text/white-space.ts';

/** Lines above a table that name it are at most so many, and so long, in characters. */
const ABOVE = { lines: 3, length: 120 };
/** A sentence above a table speaks of it, and does not name it. */
const SENTENCE = /[。.!?！？]["”’)）]?$/u;

/** The lines of what a format says, as a reader gives them. */
export function documentLines(blocks: readonly DocumentBlock[]): SourceLine[] {
  return blocks.flatMap((block, at): SourceLine[] => {
    switch (block.kind) {
      case 'heading':
        return [{ text: withoutTabs(block.text), endsParagraph: true, headingLevel: block.level }];
      case 'table':
        return tableSourceLines(block, namesAbove(blocks, at));
      case 'text':
    }
    const lines = block.lines.map(withoutTabs).filter((line) => line !== '');
    return lines.map((text, index) => ({
      text,
      endsParagraph: index === lines.length - 1,
      ...(block.cells ? { cells: block.cells } : {}),
    }));
  });
}

function namesAbove(blocks: readonly DocumentBlock[], at: number): string[] {
  const names: string[] = [];
  for (let up = at - 1; up >= 0 && names.length < ABOVE.lines; up--) {
    const block = blocks[up];
    if (block?.kind !== 'text') break;
    const text = withoutTabs(block.lines.join(' '));
    if (text === '') continue;
    if (text.length > ABOVE.length || SENTENCE.test(text)) break;
    names.unshift(text);
  }
  return names;
}

/** Tabs stand between cells and nowhere else. */
function withoutTabs(text: string): string {
  return oneLine(text).trim();
}
