import type { Line } from './block-lines.ts';
import { startsLower } from '../text/starts-with.ts';

/** Where lines begin and end, and how far they are apart. */
export interface Margins {
  left: number;
  right: number;
  leading: number;
}

/** A line that ends this much before the right margin, in type heights, ends its paragraph. */
const SHORT_BY = 6;
/** One that ends with a sentence needs less: lines that are not justified differ by two or three characters. */
const SHORT_SENTENCE_BY = 1.8;
const SENTENCE_END = /[。！？!?.：:；;]["”』」）)]*$/u;
/** A line that begins this much after the left margin begins a paragraph. */
const INDENT_BY = 1.2;
/** Of the lines, how many keep within a margin. */
const MARGIN_SHARE = 0.9;
/** Types whose heights differ by more are not the same. */
const OTHER_SIZE = 1.08;
/** A line this much further below than usual, in usual distances, begins a paragraph. */
const FURTHER_BELOW = 1.3;

/** The margins of lines that stand under each other. */
export function marginsOf(lines: Line[]): Margins {
  const distances = lines.map(({ base }, at) => Math.round(base - (lines[at - 1]?.base ?? base)));
  return {
    // Not the furthest: a line that a long foreign word pushes over the margin is no measure for the others.
    right: quantile(
      lines.map(({ right }) => right),
      MARGIN_SHARE,
    ),
    // Not the most frequent: in short paragraphs indented lines are as many as others.
    left: quantile(
      lines.map(({ left }) => left),
      1 - MARGIN_SHARE,
    ),
    leading: mostFrequent(distances.filter((distance) => distance > 0)),
  };
}

/**
 * Whether a paragraph ends with a line; undefined where the page does not show it.
 * @param next the next line of its block
 * @param after the one after that
 */
export function endsParagraph(
  line: Line,
  [next, after]: [Line | undefined, Line | undefined],
  { left, right, leading }: Margins,
): boolean | undefined {
  const isSentence = SENTENCE_END.test(line.text);
  const isShort = line.right < right - (isSentence ? SHORT_SENTENCE_BY : SHORT_BY) * line.size;
  // What stands apart below a sentence that runs on may be the foot of the page, which is taken out.
  if (next === undefined) return isShort || isSentence ? true : undefined;
  const isApart = next.base - line.base > FURTHER_BELOW * leading || isOther(line.size, next.size);
  if (!isApart && !isSentence && startsLower(next.text)) return false;
  if (isShort) return true;
  const isIndented = next.left > left + INDENT_BY * next.size && next.left > line.left + INDENT_BY * next.size;
  if (isIndented && !isHanging(line, next, after, right)) return true;
  if (!isApart) return false;
  return isSentence ? true : undefined;
}

const MARKER = /^(?:[(（]?[\p{L}\d]{1,4}[)）.、]|[•·●▪○◆■–—-])\s/u;

/** Items hang: their lines but the first begin further right. So does not the first line of a paragraph. */
function isHanging(line: Line, next: Line, after: Line | undefined, right: number): boolean {
  if (MARKER.test(line.text)) return true;
  const isFull = next.right > right - SHORT_SENTENCE_BY * next.size;
  return isFull && after !== undefined && Math.abs(after.left - next.left) < INDENT_BY * next.size;
}

function isOther(a: number, b: number): boolean {
  return Math.max(a, b) > OTHER_SIZE * Math.min(a, b);
}

/** The value below which this share of the values lies; 0 when there are none. */
function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

function mostFrequent(values: number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
