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

/** The mark of an item, and what stands before the colon of a short line: `（三）发行股数：5000万股`. */
const ITEM_MARK = /^[(（]?[^\s：:()（）]{1,3}[)）、.．]\s{0,2}/u;
const LABELLED = /^[^：:，。,;；]{2,24}(?=(?:(?<!\d)[：:]|[：:](?!\d))\s{0,3}[^\s/])/u;
const LONGEST_LABELLED = 120;

/** What a line `label: value` is about; empty for any other. */
export function lineLabel(line: string): string {
  const label = line.length <= LONGEST_LABELLED ? (LABELLED.exec(line.replace(ITEM_MARK, ''))?.[0] ?? '') : '';
  return holdsLetter(label) ? label : '';
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

/** True for a line that counts or measures something. */
export function hasFigure(line: string): boolean {
  return countingFigures(line.normalize('NFKC')).length > 0;
}
