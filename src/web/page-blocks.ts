import type { StoredReport } from '../domain/ports.ts';
import type { Page, Span } from '../domain/report.ts';
import { headingsOf } from './headings.ts';

/** A run of text, in the quote or not. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** A paragraph or heading as far as it stands on the page. */
export interface Block {
  span: Span;
  pieces: Piece[];
  /** Present when the block is a heading: the position of its section in the report, and the length of its path. */
  heading?: { section: number; depth: number };
  /** True when it began on the page before. */
  runsOn: boolean;
}

/** Cuts a page into its paragraphs and headings, and these where the quote begins and ends. Only line feeds are left out. */
export function pageBlocks({ text, sections }: StoredReport, page: Page, quote?: Span): Block[] {
  const headings = headingsOf(text, sections, page.span);
  const marked = quote && wholeCharacters(text, quote);
  const blocks: Block[] = [];
  for (let start = page.span.start; start < page.span.end;) {
    const heading = headings.find(({ span }) => span.start <= start && start < span.end);
    const end = Math.min(heading?.span.end ?? lineEnd(text, start), page.span.end);
    if (start < end) {
      const span = { start, end };
      blocks.push({ span, pieces: cutPieces(text, span, marked), runsOn: start > 0 && text[start - 1] !== '\n', ...(heading ? { heading } : {}) });
    }
    start = text[end] === '\n' ? end + 1 : Math.max(end, start + 1);
  }
  return blocks;
}

function lineEnd(text: string, start: number): number {
  const at = text.indexOf('\n', start);
  return at < 0 ? text.length : at;
}

function cutPieces(text: string, { start, end }: Span, marked: Span | undefined): Piece[] {
  const from = clamp(marked?.start ?? end, start, end);
  const to = clamp(marked?.end ?? end, from, end);
  const pieces = [
    { text: text.slice(start, from), marked: false },
    { text: text.slice(from, to), marked: true },
    { text: text.slice(to, end), marked: false },
  ];
  return pieces.filter((piece) => piece.text !== '');
}

// Half a surrogate pair cannot be sent: a range that cuts one is widened.
function wholeCharacters(text: string, { start, end }: Span): Span {
  return { start: cutsPair(text, start) ? start - 1 : start, end: cutsPair(text, end) ? end + 1 : end };
}

function cutsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
