import type { Line } from '../block-lines.ts';
import type { Rect } from '../painted-page.ts';
import type { GridCell } from './grid.ts';
import { endsHan, startsHan } from '../../text/starts-with.ts';

/** The lines of a cell as one text. */
export function joined(lines: Line[]): string {
  return lines.reduce((text, line) => {
    const plain = line.text.replaceAll('\t', ' ');
    const isTight = endsHan(text) || startsHan(plain);
    return text === '' || isTight ? text + plain : `${text} ${plain}`;
  }, '');
}

/** The rectangle around some. */
export function boxAround(rects: Rect[]): Rect {
  return {
    left: Math.min(...rects.map(({ left }) => left)),
    right: Math.max(...rects.map(({ right }) => right)),
    top: Math.min(...rects.map(({ top }) => top)),
    bottom: Math.max(...rects.map(({ bottom }) => bottom)),
  };
}

/** A cell of some lines. */
export function cellOf(
  lines: Line[],
  { from, to, isRepeated }: Pick<GridCell, 'from' | 'to' | 'isRepeated'>,
): GridCell {
  return { ...boxAround(lines), from, to, isRepeated, lines, text: joined(lines) };
}
