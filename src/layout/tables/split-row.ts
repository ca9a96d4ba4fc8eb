import type { Line } from '../block-lines.ts';
import { isFigure } from './figures.ts';
import { cellOf } from './grid-cells.ts';
import type { GridCell, GridRow } from './grid.ts';
import { endsInColon, startsLower } from '../../text/starts-with.ts';

/** Base lines that differ by less than this share of the type's height are one. */
const SAME_BASE = 0.4;

/**
 * A row whose rules stand only around a group: one row for each base line that has a figure, and one for each label
 * that belongs to none. A label over several lines goes on in small letters.
 */
export function splitRow(row: GridRow): GridRow[] {
  const figures = row.cells.filter(({ from, lines }) => from > 0 && lines.length > 1 && lines.every(isFigureLine));
  const bases = basesOf(figures.flatMap(({ lines }) => lines));
  if (figures.length === 0 || bases.length < 2) return [row];
  const labels = row.cells.filter(({ from, isRepeated }) => from === 0 && !isRepeated).flatMap(({ lines }) => lines);
  const starts = startsOf(labels, bases);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? Infinity;
    return {
      cells: row.cells.flatMap((cell): GridCell[] => {
        const lines = cell.lines.filter(({ base, size }) => {
          const at = base + SAME_BASE * size;
          return (index === 0 || at >= start) && at < end;
        });
        return lines.length === 0 ? [] : [cellOf(lines, cell)];
      }),
    };
  });
}

/** Where rows begin: at a figure, or at the label whose first line stands above it. */
function startsOf(labels: Line[], bases: number[]): number[] {
  const starts: number[] = [];
  let waiting: number | undefined;
  const lines = [
    ...labels.map(({ base, size, text }) => ({ base, size, text })),
    ...bases.map((base) => ({ base, size: 0, text: '' })),
  ].toSorted((a, b) => a.base - b.base);
  const hasFigure = (label: { base: number; size: number }) =>
    bases.some((base) => Math.abs(base - label.base) <= SAME_BASE * label.size);
  const merged = lines.filter(({ size, base }) => size > 0 || !labels.some((label) => isAt(label, base)));
  for (const [at, line] of merged.entries()) {
    const next = merged[at + 1];
    const goesOn = next !== undefined && /^(?:\p{Ll}|[(（])/u.test(next.text) && !endsInColon(line.text);
    if (line.size === 0 || hasFigure(line)) {
      starts.push(waiting ?? line.base);
      waiting = undefined;
    } else if (goesOn) waiting ??= line.base;
    else if (!startsLower(line.text)) {
      starts.push(waiting ?? line.base);
      waiting = undefined;
    }
  }
  return starts;
}

function isAt({ base, size }: Line, place: number): boolean {
  return Math.abs(base - place) <= SAME_BASE * size;
}

function isFigureLine({ text }: Line): boolean {
  return isFigure(text);
}

function basesOf(lines: Line[]): number[] {
  const bases: number[] = [];
  for (const { base, size } of lines.toSorted((a, b) => a.base - b.base)) {
    if (base - (bases.at(-1) ?? -Infinity) > SAME_BASE * size) bases.push(base);
  }
  return bases;
}
