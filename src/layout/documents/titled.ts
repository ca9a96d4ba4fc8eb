import type { DocumentBlock } from './document-block.ts';

/** Longest title, in characters. */
const TITLE_LENGTH = 200;

/**
 * The title of a document, and its blocks with that as text: what the format calls so, else the one heading of the
 * first level that stands before all others, where others stand below it.
 */
export function titled(
  blocks: readonly DocumentBlock[],
  title?: string,
): { title?: string; blocks: readonly DocumentBlock[] } {
  if (title !== undefined) return { title: title.slice(0, TITLE_LENGTH), blocks };
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  const [first, ...rest] = headings;
  const isAbove = first && rest.length > 0 && rest.every(({ level }) => level > first.level);
  if (!isAbove) return { blocks };
  return {
    title: first.text.slice(0, TITLE_LENGTH),
    blocks: blocks.map((block) => (block === first ? { kind: 'text', lines: [first.text] } : block)),
  };
}
