import type { Line } from '../block-lines.ts';
import { lineFrom } from '../block-lines.ts';
import type { GridRow } from './grid.ts';

/** A row as a line of text: its cells as they are printed, tabs between them. */
export function lineOfRow({ cells }: GridRow): Line {
  const own = cells.filter(({ isRepeated }) => !isRepeated).toSorted((a, b) => a.from - b.from);
  const pieces = own.flatMap(({ lines }) => lines.flatMap((line) => line.pieces));
  const line = lineFrom(pieces.toSorted((a, b) => a.base - b.base));
  return { ...line, pieces, text: own.map(({ text }) => text).join('\t') };
}
