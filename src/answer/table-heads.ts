import { countingFigures } from '../quantities/figure-shapes.ts';
import { holdsLetter } from '../text/holds-letters.ts';

/** Lines without cells that a table keeps above its rows: a caption, the unit, a group of rows. */
const CAPTIONS = 2;
/** Head lines of a table that are read, from the lowest. */
const HEAD_LINES = 3;
const SENTENCE_END = /[。！？!?；;.]["”’）)]*$/u;

/** True for a line of cells. */
export function isRow(text: string): boolean {
  return text.includes('\t');
}

/** The first cell of a row that has words: what its figures are of. A serial number before it is none. */
export function labelOf(row: string): string {
  return row.split('\t').find((cell) => holdsLetter(cell)) ?? '';
}

/**
 * For each line of a text what stands above it as the head of its table: captions and lines of cells without figures.
 * Empty for a line that is no row.
 */
export function tableHeads(lines: readonly string[]): string[] {
  let captions: string[] = [];
  let head: string[] = [];
  let hasRows = false;
  return lines.map((line) => {
    if (!isRow(line)) {
      if (SENTENCE_END.test(line)) head = [];
      captions = [...captions, line].slice(-CAPTIONS);
      return '';
    }
    if (hasFigure(line)) {
      hasRows = true;
      return [...captions, ...head].join('\n');
    }
    if (hasRows) head = [];
    hasRows = false;
    const above = [...captions, ...head].join('\n');
    head = [...head, line].slice(-HEAD_LINES);
    return above;
  });
}

function hasFigure(line: string): boolean {
  return countingFigures(line.normalize('NFKC')).length > 0;
}
