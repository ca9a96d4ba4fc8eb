/** Behind the label of a row, and between its cells, as rows are said with their heads. */
const PARTS = /：|: |；|; /u;
/** What a table is counted in, behind a row. */
const UNIT = / \((?<unit>[^()]+)\)$/u;

/**
 * True when a claim is the label of a row that is quoted whole, with some of its cells and their heads, each as the
 * report has it, and what its table is counted in.
 */
export function holdsCells(row: string, claim: string): boolean {
  const unit = UNIT.exec(claim)?.groups?.['unit'];
  if (unit !== undefined && row.lastIndexOf(` (${unit}`) > 0 && holdsCells(row, claim.replace(UNIT, ''))) return true;
  const [label = '', ...cells] = claim.split(PARTS);
  const at = label === '' ? -1 : row.indexOf(label);
  const [own, ...others] = at < 0 ? [] : row.slice(at).split(PARTS);
  return (
    own === label &&
    cells.length > 0 &&
    cells.every((cell) => others.some((other) => other === cell || other.startsWith(`${cell} (`)))
  );
}
