import { readsAsWord } from '../text/holds-letters.ts';

/** Between whose row it is and its cells, and between cells, as rows are said. */
const LABEL_ENDS = ['：', ': '] as const;
const CELLS = ['；', '; '] as const;
const COMMAS = ['，', ', '] as const;
/** What names the table, behind the cells. */
const NOTES = / \((?<notes>[^()]*(?:\([^()]*\)[^()]*)*)\)$/u;

/** A row as it is said with its heads, taken apart: `Asia, Ports: 2019 31; 2020 35 (in thousands)`. */
export interface RowParts {
  /** What the row belongs to, the nearest; empty when it belongs to nothing. */
  group: string;
  label: string;
  /** Each with its head before it. */
  cells: string[];
  /** Unit and names of the table. */
  notes: string;
  /** The marks that stand behind the label, and between cells. */
  marks: { label: string; cell: string };
}

/**
 * Takes a row apart that is said with its heads; undefined for one that is not.
 * @param label its first cell as it is printed
 */
export function rowParts(said: string, label: string): RowParts | undefined {
  const at = LABEL_ENDS.findIndex((mark) => said.includes(`${label}${mark}`));
  const [mark, between, comma] = [LABEL_ENDS[at], CELLS[at], COMMAS[at]];
  if (mark === undefined || between === undefined || comma === undefined || !readsAsWord(label)) return undefined;
  const start = said.indexOf(`${label}${mark}`);
  const notes = NOTES.exec(said)?.groups?.['notes'] ?? '';
  const body = said.slice(start + label.length + mark.length, said.length - (notes === '' ? 0 : notes.length + 3));
  const group =
    said
      .slice(0, start)
      .split(comma)
      .findLast((one) => readsAsWord(one)) ?? '';
  return { group, label, cells: body.split(between), notes, marks: { label: mark, cell: between } };
}
