import type { Glyph, PaintedPage } from '../../src/layout/painted-page.ts';
import { aLineOfGlyphs } from './glyphs.ts';

/** A page that was set by a program, and its paragraphs in the order in which people read them. */
export interface GeneratedPage {
  page: PaintedPage;
  /** Each with a number of its own in it. */
  paragraphs: string[];
}

const WIDTH = 595;
const HEIGHT = 842;
const MARGIN = 50;
const SYLLABLES = ['ba', 'cor', 'del', 'fen', 'gi', 'hul', 'jo', 'kra', 'lem', 'mi', 'nor', 'pa', 'qui', 'ro', 'sel'];

/** A page in one to three columns under a title, some with a box at the side of a column. */
export function generatePage(number: number, random: () => number): GeneratedPage {
  const pick = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const isChinese = random() < 0.4;
  const size = pick(8, 12);
  const leading = size * (1.15 + random() * 0.5);
  const columns = pick(1, 3);
  const gutter = size * (1.4 + random() * 1.6);
  const width = (WIDTH - 2 * MARGIN - gutter * (columns - 1)) / columns;
  const boxIn = random() < 0.4 ? pick(0, columns - 1) : -1;
  const glyphs: Glyph[] = aLineOfGlyphs(`Title ${number}`, { x: MARGIN, base: 60, size: size * 1.8, width: size });
  const paragraphs: string[] = [];
  let count = 0;

  function set(left: number, right: number, from: number, to: number, more: { size: number }): void {
    let base = from;
    while (base < to) {
      const [lines, text] = aParagraph(right - left, more.size);
      if (base + (lines.length - 1) * leading > to) return;
      paragraphs.push(text);
      lines.forEach((line, at) => {
        const indent = isChinese && at === 0 ? 2 * more.size : 0;
        const step = isChinese ? more.size : more.size / 2;
        glyphs.push(...aLineOfGlyphs(line, { x: left + indent, base, size: more.size, width: step }));
        base += leading;
      });
      if (!isChinese) base += leading * 0.4;
    }
  }

  function aParagraph(room: number, type: number): [lines: string[], text: string] {
    const length = Math.floor(room / (isChinese ? type : type / 2));
    const name = `${number}x${(count += 1)}x`;
    const wanted = length * pick(2, 5) + pick(3, length - 1);
    const lines: string[] = [];
    let line = name;
    for (let total = 0; total < wanted;) {
      const word = isChinese
        ? String.fromCharCode(0x4e00 + pick(0, 0x4fff))
        : ` ${Array.from({ length: pick(1, 4) }, () => SYLLABLES[pick(0, SYLLABLES.length - 1)]).join('')}`;
      // The last character is the sentence's end.
      const rest = length - 1 - (lines.length === 0 && isChinese ? 2 : 0);
      if (line.length + word.length > rest) {
        lines.push(line);
        line = word.trim();
      } else line += word;
      total += word.length;
    }
    lines.push(`${line}${isChinese ? '。' : '.'}`);
    return [lines, lines.join(isChinese ? '' : ' ')];
  }

  for (let column = 0; column < columns; column++) {
    const left = MARGIN + column * (width + gutter);
    const boxHeight = column === boxIn ? pick(120, 200) : 0;
    const bottom = HEIGHT - 60;
    if (boxHeight > 0) set(left + size, left + width - size, 105, 90 + boxHeight, { size: size * 0.85 });
    set(left, left + width, 110 + boxHeight + (boxHeight > 0 ? 2 * size : 0), bottom, { size });
  }
  return { page: { width: WIDTH, height: HEIGHT, glyphs, areas: [], rules: [] }, paragraphs };
}
