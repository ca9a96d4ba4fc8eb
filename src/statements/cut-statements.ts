import type { Span } from '../domain/report.ts';
import type { StatementKind } from '../domain/statement.ts';
import { isAttribution } from '../lexicon/attribution.ts';
import { captionAtStart } from '../text/captions.ts';
import { splitSentences } from '../text/sentences.ts';
import { startsHan, startsLower } from '../text/starts-with.ts';
import { countHan } from '../text/holds-letters.ts';

/** A statement before it is read. */
export interface Piece {
  kind: StatementKind;
  /** Offsets in the text. */
  span: Span;
  text: string;
  /** Position of its line in the text, blank ones not counted, from 0. */
  paragraph: number;
}

/** Cells of a table's row with white space between: at least three, so many of which have digits, and this share. */
const CELLS = /^(?:\S{1,16} ){2,}\S{1,16}$/u;
const LEAST_FIGURES = 2;
const OF_FIGURES = 0.4;
/** Somewhere a sentence ends. */
const SENTENCE = /[。！？!?；;]|[a-z\d][.]["”’)]?$/u;
/** A line that ends where a sentence does. */
const ENDED = /[。！？!?；;：:….”’)）】』」][”’)）]?$/u;
/** What stands before an item of a list. */
const BULLET = /^(?:[•·●■◼◆▪▶►◦‣○□✓➢]|[-–—*](?=\s)|[（(]?\d{1,2}(?:[)）、][.．]?|\.(?=\s))|[①-⑳])\s*/u;
/** Where a line ends, or where another item begins in it: `grew 5%▪ Profit fell`. */
const LINE_END = /\n|(?<=[^\s\t])(?=[•▪■◼◆●▶►✓➢] ?[^\s\t•▪■◼◆●▶►✓➢])/u;
/** A heading is shorter, in characters of Chinese; Latin ones count half. */
const HEADING = 30;
/** A line that runs on into the next one is longer than this, in characters. */
const LINE = 20;
/** Characters of a sentence that was put together from two lines. */
const LONGEST = 400;

/**
 * Cuts a text into what can be said as a whole, in reading order.
 * @param rows rows of tables that stand in it, each on a line of its own
 */
export function cutStatements(text: string, rows: readonly { span: Span }[] = []): Piece[] {
  const starts = new Set(rows.map(({ span }) => span.start));
  const lines = linesOf(text);
  return join(
    lines.flatMap((line, at) => piecesOf(line, { before: lines[at - 1], next: lines[at + 1] }, starts.has(line.start))),
    text,
  );
}

interface Line {
  text: string;
  start: number;
  paragraph: number;
}

/** The lines that hold something, without the white space around them; items that share a line, one each. */
function linesOf(text: string): Line[] {
  let start = 0;
  const lines = text.split(LINE_END).map((raw) => {
    const line = { text: raw.trim(), start: start + raw.length - raw.trimStart().length };
    start += raw.length + (text[start + raw.length] === '\n' ? 1 : 0);
    return line;
  });
  return lines.filter((line) => line.text !== '').map((line, paragraph) => ({ ...line, paragraph }));
}

function piecesOf(
  line: Line,
  around: { before: Line | undefined; next: Line | undefined },
  isOfTable: boolean,
): Piece[] {
  const whole = (kind: StatementKind): Piece[] => [
    {
      kind,
      text: line.text,
      span: { start: line.start, end: line.start + line.text.length },
      paragraph: line.paragraph,
    },
  ];
  if (isOfTable) return whole('row');
  if (isCaption(line.text)) return whole('caption');
  if (isRow(line.text)) return whole('row');
  if (isHeading(line.text, around)) return whole('heading');
  const bullet = BULLET.exec(line.text)?.[0] ?? '';
  const isItem = bullet !== '' && bullet.length < line.text.length;
  const from = line.start + (isItem ? bullet.length : 0);
  return splitSentences(isItem ? line.text.slice(bullet.length) : line.text).map(({ text, span }) => ({
    kind: isItem ? 'item' : 'sentence',
    text,
    span: { start: from + span.start, end: from + span.end },
    paragraph: line.paragraph,
  }));
}

/** `图3显示，…。` is a sentence. */
function isCaption(line: string): boolean {
  const label = captionAtStart(line);
  return label !== undefined && !line.endsWith('。') && splitSentences(line.slice(label.length)).length <= 1;
}

function isRow(line: string): boolean {
  const isOfCells = line.includes('\t') || (CELLS.test(line) && isOfFigures(line.split(' ')));
  return isOfCells && !SENTENCE.test(line) && splitSentences(line.replace(BULLET, '')).length === 1;
}

/** `Revenue grew 5% in 2023` has figures, and no column of them. */
function isOfFigures(cells: readonly string[]): boolean {
  const figures = cells.filter((cell) => /\d/u.test(cell)).length;
  return figures >= LEAST_FIGURES && figures >= OF_FIGURES * cells.length;
}

/** A short line without an end, between what has ended and running text. */
function isHeading(line: string, { before, next }: { before: Line | undefined; next: Line | undefined }): boolean {
  const han = countHan(line);
  return (
    han + (line.length - han) / 2 <= HEADING &&
    /\p{L}{2}/u.test(line) &&
    !/[，,。；;]/u.test(line) &&
    !ENDED.test(line) &&
    (before === undefined || ENDED.test(before.text)) &&
    next !== undefined &&
    next.text.length > line.length &&
    SENTENCE.test(next.text) &&
    !startsLower(next.text)
  );
}

/** A quotation with the short sentence that says whose it is, and a sentence that the end of a line or page broke. */
function join(pieces: readonly Piece[], text: string): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && (isOfSpeaker(last, piece) || isBroken(last, piece, text))) {
      const span = { start: last.span.start, end: piece.span.end };
      joined[joined.length - 1] = { ...last, span, text: text.slice(span.start, span.end) };
    } else joined.push(piece);
  }
  return joined;
}

function isOfSpeaker(quotation: Piece, { kind, text }: Piece): boolean {
  return isProse(quotation) && kind === 'sentence' && /[”"]$/u.test(quotation.text) && isAttribution(text);
}

/**
 * The first half has not ended, and the second ends it and begins nothing: the first has a comma, or the second goes on
 * in small letters. Labels of a picture, one below the other, end nothing.
 */
function isBroken(first: Piece, second: Piece, text: string): boolean {
  return (
    isProse(first) &&
    second.kind === 'sentence' &&
    second.paragraph > first.paragraph &&
    first.text.length > LINE &&
    !ENDED.test(first.text) &&
    ENDED.test(second.text) &&
    first.text.length + second.text.length <= LONGEST &&
    text.slice(first.span.end, second.span.start).trim() === '' &&
    (startsLower(second.text) || (/，/u.test(first.text) && startsHan(second.text)))
  );
}

function isProse({ kind }: Piece): boolean {
  return kind === 'sentence' || kind === 'item';
}
