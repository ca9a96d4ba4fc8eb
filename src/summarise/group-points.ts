import type { DraftClaim } from '../verify/check-claim.ts';
import type { Candidate } from './read-candidates.ts';
import { holdsHan } from '../text/holds-letters.ts';

/** Pieces under different headings, and of different paragraphs, lie further apart than any of one, in characters. */
const APART = { heading: 1_000_000, paragraph: 1000 };
/** A mark that a piece was cut at; it is said again where another piece follows. */
const MARK = /^[，。；：！？,.;:!?]/u;
const ENDED = /[。！？!?；;.，,：:]["”’）)]?$/u;

/** A point: pieces of the report that stand near each other, in reading order. */
export interface Point {
  pieces: Candidate[];
}

/**
 * Pieces as no more points than wanted: those that stand nearest to each other are one, under one heading first.
 * @param pieces in reading order
 */
export function groupPoints(pieces: readonly Candidate[], most: number): Point[] {
  const groups = pieces.map((piece) => ({ pieces: [piece] }));
  while (groups.length > Math.max(1, most)) {
    const gaps = groups.slice(1).map((group, at) => gapBetween(groups[at], group));
    const at = gaps.indexOf(Math.min(...gaps));
    const [one, other] = groups.splice(at, 2);
    groups.splice(at, 0, { pieces: [...(one?.pieces ?? []), ...(other?.pieces ?? [])] });
  }
  return groups;
}

/** Small groups join first: what is between them counts, and how much they say already. */
function gapBetween(one: Point | undefined, other: Point): number {
  const last = one?.pieces.at(-1);
  const [first] = other.pieces;
  const [before, after] = [last?.sentences.at(-1), first?.sentences[0]];
  if (!one || !before || !after) return Number.POSITIVE_INFINITY;
  const said = [...one.pieces, ...other.pieces].reduce((sum, { text }) => sum + text.length, 0);
  if (before.block !== after.block) return APART.heading + said;
  return (before.paragraph === after.paragraph ? 0 : APART.paragraph) + said;
}

/** A point as it is said: its pieces one after the other, each cited with the mark that it ends with. */
export function sayPoint({ pieces }: Point): DraftClaim {
  const quotes = pieces.map((piece, at) => (at < pieces.length - 1 ? withMark(piece) : piece.text));
  const isChinese = holdsHan(quotes.join(''));
  return {
    text: quotes.join(isChinese ? '' : ' '),
    citations: quotes.map((quote, at) => ({ passage: pieces[at]?.sentences[0]?.block.passage.ref ?? '', quote })),
  };
}

function withMark({ text, span, sentences }: Candidate): string {
  if (ENDED.test(text)) return text;
  const behind = sentences[0]?.block.passage.chunk.text.slice(span.end, span.end + 1) ?? '';
  return MARK.test(behind) ? `${text}${behind}` : text;
}
