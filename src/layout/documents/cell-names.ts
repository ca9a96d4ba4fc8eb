/** A column by its letters: 0 is `A`, 26 `AA`. */
export function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);
}

/** Cells of one row by their name: `A4:D4`, or `A4` alone. Rows and columns count from 0. */
export function cellsRange(row: number, from: number, to: number): string {
  const [first, last] = [from, to].map((column) => columnName(column) + (row + 1));
  return first === last ? String(first) : `${first}:${last}`;
}

/** Row and column of a name such as `AB12`, from 0; undefined when it is none. */
export function cellAtName(name: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/iu.exec(name);
  if (!match) return undefined;
  const letters = [...(match[1] ?? '').toUpperCase()];
  const column = letters.reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}
