import type { SourceLine } from '../../domain/source.ts';
import type { Glyph } from '../../layout/painted-page.ts';
import { piecesOf } from '../../layout/pieces.ts';

/** A run of text; lengths in points, y upwards. */
interface TextRun {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Height of the type. */
  size: number;
}

interface Line {
  runs: TextRun[];
  y: number;
  size: number;
  left: number;
  right: number;
}

/** Runs whose base lines differ by less than this share of the type's height stand on one line. */
const SAME_LINE = 0.45;
/**
 * A gap wider than this share of the type's height is a space; wider than the second, the gap between two cells or
 * columns.
 */
const SPACE_GAP = 0.22;
const CELL_GAP = 1.6;
/** A line that ends this much before the right margin, in type heights, ends its paragraph. */
const SHORT_BY = 6;
/** One that ends with a sentence needs less: lines that are not justified differ by two or three characters. */
const SHORT_SENTENCE_BY = 1.8;
const SENTENCE_END = /[。！？!?.：:；;]["”』」）)]*$/u;
/** A line that begins this much after the left margin begins a paragraph. */
const INDENT_BY = 1.2;
/** Of the lines of body type, how many keep within a margin. */
const MARGIN_SHARE = 0.9;
/** Types whose heights differ by more are not the same. */
const OTHER_SIZE = 1.08;
/** A line this much further below than usual, in usual distances, begins a paragraph. */
const FURTHER_BELOW = 1.45;

/** The printed lines of a page, top to bottom, left column before right. */
export function linesOf(glyphs: Glyph[]): SourceLine[] {
  const columns = splitColumns(runsOf(glyphs));
  return columns.flatMap((column) => markParagraphs(groupLines(column)));
}

/** The runs of a page in the order in which `linesOf` reads them. */
export function runsInOrder(glyphs: Glyph[]): TextRun[] {
  const columns = splitColumns(runsOf(glyphs));
  return columns.flatMap((column) => groupLines(column).flatMap((line) => line.runs));
}

function runsOf(glyphs: Glyph[]): TextRun[] {
  return piecesOf(glyphs).map(({ text, left, right, base, size }) => ({
    text,
    x: left,
    y: -base,
    width: right - left,
    size,
  }));
}

function groupLines(runs: TextRun[]): Line[] {
  const lines: Line[] = [];
  for (const run of runs.toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && line.y - run.y < SAME_LINE * Math.max(line.size, run.size)) line.runs.push(run);
    else lines.push({ runs: [run], y: run.y, size: run.size, left: 0, right: 0 });
  }
  return lines.map(measure);
}

function measure({ runs, y }: Line): Line {
  const sorted = runs.toSorted((a, b) => a.x - b.x);
  const widths = new Map<number, number>();
  for (const { size, text } of sorted) widths.set(size, (widths.get(size) ?? 0) + text.length);
  const size = [...widths].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  return { runs: sorted, y, size, left: sorted[0]?.x ?? 0, right: greatest(sorted.map((run) => run.x + run.width)) };
}

function textOf({ runs, size }: Line): string {
  let text = '';
  let end = runs[0]?.x ?? 0;
  for (const run of runs) {
    const gap = run.x - end;
    const spaced = text === '' || text.endsWith(' ') || run.text.startsWith(' ');
    if (text !== '' && gap > CELL_GAP * size) text = `${text.trimEnd()}\t`;
    else if (!spaced && gap > SPACE_GAP * size) text += ' ';
    text += run.text;
    end = run.x + run.width;
  }
  return text.trim();
}

/** Marks where paragraphs end, as far as the page shows it: short lines, indents, gaps. */
function markParagraphs(lines: Line[]): SourceLine[] {
  const body = typical(lines.flatMap(({ size, runs }) => runs.flatMap(({ text }) => [...text].map(() => size))));
  const bodyLines = lines.filter(({ size }) => !isOther(size, body));
  // Not the furthest: a line that a long foreign word pushes over the margin is no measure for the others.
  const right = quantile(
    bodyLines.map((line) => line.right),
    MARGIN_SHARE,
  );
  // Not the most frequent: in short paragraphs indented lines are as many as others.
  const left = quantile(
    bodyLines.map((line) => line.left),
    1 - MARGIN_SHARE,
  );
  const leading = typical(
    lines.map(({ y }, at) => Math.round((lines[at - 1]?.y ?? y) - y)).filter((distance) => distance > 0),
  );
  return lines.map((line, at) => ({
    text: textOf(line),
    ...endOf(line, lines[at + 1], { left, right, leading }),
    typeSize: Math.round(line.size * 10) / 10,
  }));
}

interface Margins {
  left: number;
  right: number;
  leading: number;
}

/** Whether a paragraph ends with a line; nothing where the page does not show it. */
function endOf(line: Line, next: Line | undefined, { left, right, leading }: Margins): { endsParagraph?: boolean } {
  const isSentence = SENTENCE_END.test(textOf(line));
  if (line.right < right - (isSentence ? SHORT_SENTENCE_BY : SHORT_BY) * line.size) return { endsParagraph: true };
  if (next === undefined) return { endsParagraph: false };
  if (next.left > left + INDENT_BY * next.size) return { endsParagraph: true };
  const isApart = line.y - next.y > FURTHER_BELOW * leading || isOther(line.size, next.size);
  if (!isApart) return { endsParagraph: false };
  // What stands apart below a sentence that runs on may be the foot of the page, which is taken out.
  return isSentence ? { endsParagraph: true } : {};
}

function isOther(a: number, b: number): boolean {
  return Math.max(a, b) > OTHER_SIZE * Math.min(a, b);
}

/** The value below which this share of the values lies; 0 when there are none. */
function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

/** The greatest value, of however many: there may be more than a function takes arguments. */
function greatest(values: number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}

/** The most frequent value. */
function typical(values: number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Two columns when an upright strip in the middle stays empty beside most of the text; else the page as it is. */
function splitColumns(runs: TextRun[]): TextRun[][] {
  const segments = groupLines(runs).flatMap(segmentsOf);
  const left = -greatest(segments.map((segment) => -segment.left));
  const right = greatest(segments.map((segment) => segment.right));
  const middle = (left + right) / 2;
  const crossing = segments.filter((segment) => segment.left < middle && segment.right > middle);
  const leftOnes = segments.filter((segment) => segment.right <= middle);
  const rightOnes = segments.filter((segment) => segment.left >= middle);
  const isTwoColumns =
    crossing.length < 0.25 * segments.length && isDense(leftOnes, middle - left) && isDense(rightOnes, right - middle);
  if (!isTwoColumns) return runs.length === 0 ? [] : [runs];
  const top = greatest([...leftOnes, ...rightOnes].map(({ y }) => y));
  const above = crossing.filter(({ y }) => y > top);
  const within = crossing.filter(({ y }) => y <= top);
  return [above, [...leftOnes, ...within], rightOnes]
    .map((column) => column.flatMap((segment) => segment.runs))
    .filter((column) => column.length > 0);
}

/** The pieces of a line between wide gaps. */
function segmentsOf(line: Line): Line[] {
  const pieces: TextRun[][] = [];
  let end = -Infinity;
  for (const run of line.runs) {
    if (run.x - end > line.size) pieces.push([run]);
    else pieces.at(-1)?.push(run);
    end = run.x + run.width;
  }
  return pieces.map((piece) => measure({ ...line, runs: piece }));
}

/** A column of text fills its width on most lines; a column of a table does not. */
function isDense(lines: Line[], width: number): boolean {
  return lines.length >= 8 && lines.filter((line) => line.right - line.left > 0.75 * width).length > 0.5 * lines.length;
}
