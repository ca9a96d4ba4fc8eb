/** A cell of a table in a test: its text, and how many rows and columns it takes up. */
export interface LittleCell {
  text: string;
  rows?: number;
  columns?: number;
}

/** A table in a test: what names it, rows of heads, rows of cells. A cell that another one covers is left out. */
export interface LittleTable {
  /** Lines right above it. */
  above: string[];
  heads: LittleCell[][];
  rows: LittleCell[][];
}

/** A report that every format can hold. */
export interface LittleReport {
  title: string;
  /** A line for itself under the title. */
  date: string;
  sections: { heading: string; paragraphs: string[]; table?: LittleTable }[];
}

/** Cells of one row without anything merged. */
export function cells(...texts: string[]): LittleCell[] {
  return texts.map((text) => ({ text }));
}

/** Where the cells of some rows stand: column by column, what is covered by a merged cell left out. */
export function placed(rows: readonly LittleCell[][]): (Required<LittleCell> & { row: number; column: number })[] {
  const free: number[] = [];
  return rows.flatMap((row, at) => {
    let column = 0;
    return row.map(({ text, rows: height = 1, columns = 1 }) => {
      while ((free[column] ?? 0) > at) column += 1;
      const cell = { text, rows: height, columns, row: at, column };
      for (let each = column; each < column + columns; each++) free[each] = at + height;
      column += columns;
      return cell;
    });
  });
}

/** How many columns some rows have. */
export function widthOf(rows: readonly LittleCell[][]): number {
  return Math.max(0, ...placed(rows).map(({ column, columns }) => column + columns));
}

/** Text within XML. */
export function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
