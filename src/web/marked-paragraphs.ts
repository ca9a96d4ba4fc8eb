import type { Span } from '../domain/report.ts';

/** A range to be marked: the quote, or something that was searched for. */
export interface Mark extends Span {
  kind: 'quote' | 'hit';
}

/** A piece of a paragraph, in or outside a mark. */
export interface Piece {
  text: string;
  mark?: Mark['kind'];
  /** True for the piece where the quote begins on this page. */
  first: boolean;
}

/** A paragraph, or the part of one that stands on the page. */
export interface MarkedParagraph {
  /** Offset in the report's text. */
  start: number;
  pieces: Piece[];
}

/**
 * The paragraphs of a range of a report's text, with marks. Pieces joined give the text back, character by character.
 * @param marks the quote wins where another one overlaps it
 */
export function markedParagraphs(text: string, range: Span, marks: Mark[]): MarkedParagraph[] {
  const paragraphs: MarkedParagraph[] = [];
  const ordered = marks.toSorted((a, b) => a.start - b.start);
  let start = range.start;
  let quoteBegun = false;
  for (const line of text.slice(range.start, range.end).split('\n')) {
    const pieces = cut(line, start, ordered).map((piece) => {
      const first = piece.mark === 'quote' && !quoteBegun;
      quoteBegun ||= first;
      return { ...piece, first };
    });
    if (pieces.length > 0) paragraphs.push({ start, pieces });
    start += line.length + 1;
  }
  return paragraphs;
}

function cut(line: string, start: number, marks: Mark[]): Omit<Piece, 'first'>[] {
  const within = marks.map((mark) => ({
    ...mark,
    start: inside(mark.start - start, line),
    end: inside(mark.end - start, line),
  }));
  const edges = [0, ...within.flatMap((mark) => [mark.start, mark.end]), line.length].toSorted((a, b) => a - b);
  return edges.slice(1).flatMap((to, index) => {
    const from = edges[index] ?? 0;
    if (from === to) return [];
    const covering = within.filter((mark) => mark.start <= from && mark.end >= to);
    const mark = covering.find(({ kind }) => kind === 'quote') ?? covering[0];
    return [{ text: line.slice(from, to), ...(mark ? { mark: mark.kind } : {}) }];
  });
}

function inside(offset: number, line: string): number {
  return Math.min(Math.max(offset, 0), line.length);
}
