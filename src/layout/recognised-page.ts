import type { Glyph, PaintedPage } from './painted-page.ts';
import { holdsWord, isWithoutSpaces } from '../text/holds-letters.ts';

/** What a character stands for that a program did not recognise with certainty. */
export const UNSURE = '\ufffd';

/**
 * Words of which Tesseract is less sure, in percent, are not taken for what it says; figures need more. On the samples'
 * ten pages at 200 dots an inch, and at 150 with grain (`npm run fit -- recognition`, 2026-11-29), .3 % of the words
 * from 80 % on are wrong and 17 % of those from 60 to 79; of the figures .4 % from 90 % on and 7 % from 80 to 89.
 */
const SURE = { words: 80, figures: 90 };
/** Type whose height differs by no more is one size: what is measured from a picture varies. */
const SAME_SIZE = 1.12;

interface Word {
  text: string;
  left: number;
  right: number;
  /** 0 to 100. */
  sureness: number;
}

interface Line {
  words: Word[];
  base: number;
  size: number;
  paragraph: number;
}

/**
 * What stands on a page as Tesseract recognised it from its picture.
 * @param hocr what Tesseract gives with `hocr`: words with their boxes in pixels, and the base line of each line
 * @param page its size in points, and the picture's pixels a point
 */
export function recognisedPage(
  hocr: string,
  { width, height, scale }: { width: number; height: number; scale: number },
): PaintedPage {
  const lines = linesOf(hocr).filter(({ words }) => words.some(({ text }) => holdsWord(text)));
  const sizes = pageSizes(lines);
  const glyphs = lines.flatMap((line, order) =>
    glyphsOf(line, sizes.get(line) ?? line.size, order).map((glyph) => ({
      ...glyph,
      x: glyph.x / scale,
      base: glyph.base / scale,
      width: glyph.width / scale,
      size: glyph.size / scale,
    })),
  );
  return { width, height, glyphs, areas: [], rules: [] };
}

/** A paragraph, a line or a word: its class, what is said of it, and the text that follows. */
const PART = /<(?:p|span) class='(\w+)'[^>]*title=["']([^"']*)["'][^>]*>([^]*?)(?=<\/?(?:p|span|div)\b)/gu;

function linesOf(hocr: string): Line[] {
  const lines: Line[] = [];
  let paragraph = 0;
  for (const [, kind, title = '', text = ''] of hocr.matchAll(PART)) {
    if (kind === 'ocr_par') paragraph += 1;
    else if (kind === 'ocrx_word') lines.at(-1)?.words.push(...wordFrom(title, text));
    else lines.push(lineFrom(title, paragraph));
  }
  return lines.map((line) => ({ ...line, words: inOrder(line.words) }));
}

/** `bbox 269 448 1449 476; baseline 0.001 -3; x_size 36.81`: the base line counts from the box's lower left corner. */
function lineFrom(title: string, paragraph: number): Line {
  const [left = 0, top = 0, right = 0, bottom = 0] = numbersAfter('bbox', title);
  const [slope = 0, above = 0] = numbersAfter('baseline', title);
  const [size = bottom - top] = numbersAfter('x_size', title);
  return { words: [], base: bottom + above + (slope * (right - left)) / 2, size, paragraph };
}

function wordFrom(title: string, marked: string): Word[] {
  const [left = 0, , right = 0] = numbersAfter('bbox', title);
  const [sureness = 0] = numbersAfter('x_wconf', title);
  const text = plain(marked.replaceAll(/<[^<>]*>/gu, '')).trim();
  const isSign = !holdsWord(text);
  const isSure = sureness >= (/\p{N}/u.test(text) ? SURE.figures : SURE.words);
  if (text === '' || (isSign && !isSure)) return [];
  return [{ text: isSure ? text : UNSURE.repeat([...text].length), left, right, sureness }];
}

function numbersAfter(name: string, title: string): number[] {
  const found = new RegExp(String.raw`(?:^|; ?)${name} ([-\d. ]+)`, 'u').exec(title)?.[1] ?? '';
  return found.split(' ').filter(Boolean).map(Number);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function plain(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/gu, (entity, name: string) => ENTITIES[name] ?? entity);
}

/** In lines of Chinese the boxes of words reach into each other: each word ends where the next one begins. */
function inOrder(words: Word[]): Word[] {
  const lefts: number[] = [];
  for (const { left } of words) lefts.push(Math.max(left, (lefts.at(-1) ?? -Infinity) + 1));
  return words.map((word, at) => {
    const left = lefts[at] ?? word.left;
    return { ...word, left, right: Math.max(left + 1, Math.min(word.right, lefts[at + 1] ?? Infinity)) };
  });
}

/** The height of each line's type: that of its paragraph; of those of a page that are next to equal, the most used. */
function pageSizes(lines: Line[]): Map<Line, number> {
  const sizes: { size: number; lines: Line[]; length: number }[] = [];
  for (const paragraph of Map.groupBy(lines, (line) => line.paragraph).values()) {
    const heights = paragraph.map(({ size }) => size).toSorted((a, b) => a - b);
    const length = paragraph.reduce((sum, { words }) => sum + lengthOf(words), 0);
    sizes.push({ size: heights[Math.floor(heights.length / 2)] ?? 0, lines: paragraph, length });
  }
  const found = new Map<Line, number>();
  const known: number[] = [];
  for (const { size, lines: own } of sizes.toSorted((a, b) => b.length - a.length)) {
    const same = known.find((other) => Math.max(other, size) <= SAME_SIZE * Math.min(other, size));
    if (same === undefined) known.push(size);
    for (const line of own) found.set(line, same ?? size);
  }
  return found;
}

function lengthOf(words: Word[]): number {
  return words.reduce((sum, { text }) => sum + text.length, 0);
}

/** A glyph a character, evenly over its word, and blanks between words that are written with such. */
function glyphsOf({ words, base }: Line, size: number, order: number): Glyph[] {
  const glyph = (text: string, x: number, width: number): Glyph => ({
    text,
    x,
    base,
    width,
    size,
    angle: 0,
    font: '',
    isBold: false,
    colour: 0,
    order,
  });
  return words.flatMap(({ text, left, right }, at) => {
    const characters = [...text];
    const width = (right - left) / characters.length;
    const next = words[at + 1];
    const isApart = next && !(isWithoutSpaces(characters.at(-1) ?? '') || isWithoutSpaces(next.text[0] ?? ''));
    return [
      ...characters.map((character, index) => glyph(character, left + index * width, width)),
      ...(isApart ? [glyph(' ', right, Math.max(0, next.left - right))] : []),
    ];
  });
}
