import type { Span } from '../domain/report.ts';

/** A piece of a paragraph, in or outside the quote. */
export interface Piece {
  text: string;
  marked: boolean;
  /** True for the piece where the mark begins on this page. */
  first: boolean;
}

/** A paragraph, or the part of one that stands on the page. */
export interface MarkedParagraph {
  /** Offset in the report's text. */
  start: number;
  pieces: Piece[];
}

/** The paragraphs of a range of a report's text, with a quote marked. Pieces joined give the text back, character by character. */
export function markedParagraphs(text: string, range: Span, quote: Span | undefined): MarkedParagraph[] {
  const paragraphs: MarkedParagraph[] = [];
  let start = range.start;
  let marksBegun = false;
  for (const line of text.slice(range.start, range.end).split('\n')) {
    const pieces = cut(line, start, quote).map((piece) => {
      const first = piece.marked && !marksBegun;
      marksBegun ||= piece.marked;
      return { ...piece, first };
    });
    if (pieces.length > 0) paragraphs.push({ start, pieces });
    start += line.length + 1;
  }
  return paragraphs;
}

function cut(line: string, start: number, quote: Span | undefined): Omit<Piece, 'first'>[] {
  const from = Math.min(Math.max((quote?.start ?? 0) - start, 0), line.length);
  const to = Math.min(Math.max((quote?.end ?? 0) - start, from), line.length);
  return [
    { text: line.slice(0, from), marked: false },
    { text: line.slice(from, to), marked: true },
    { text: line.slice(to), marked: false },
  ].filter((piece) => piece.text !== '');
}
