import { UnreadableReportError } from '../../domain/errors.ts';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import { cellAtName } from '../../layout/documents/cell-names.ts';
import type { Sheet, SheetCell } from '../../layout/documents/sheet-blocks.ts';
import type { Tally } from './tally.ts';
import type { XlsxStyle } from './xlsx-styles.ts';
import { openStringTaker } from './xlsx-strings.ts';
import { readXmlEvents } from './xml-events.ts';

/** What reading a sheet stands on. */
export interface SheetParts {
  file: string;
  strings: readonly string[];
  styleOf(index: number): XlsxStyle;
  tally: Tally;
  /** How many cells of the file were read before; the sheet's own are added. */
  cells: { count: number };
}

/** Steps of an indent, in points. */
const INDENT = 9;
/** Merged cells that are looked at. */
const MOST_MERGES = 100_000;

interface OpenCell {
  row: number;
  column: number;
  style: XlsxStyle;
  type: string;
  value: string;
  isFormula: boolean;
}

/** Reads the cells of a sheet as they are shown, without those of hidden rows and columns. */
export function readSheet(bytes: Uint8Array, name: string, parts: SheetParts): Sheet {
  const { file, tally } = parts;
  const cells: SheetCell[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: [number, number][] = [];
  const merges: string[] = [];
  const inline = openStringTaker(tally);
  const passed = { columns: new Set<number>() };
  let [row, column, isHiddenRow, isValue] = [-1, -1, false, false];
  let open: OpenCell | undefined;

  function openRow(attributes: Readonly<Record<string, string>>): void {
    row = Number(attributes['r'] ?? row + 2) - 1;
    column = -1;
    isHiddenRow = isOn(attributes['hidden']) || Number(attributes['ht'] ?? 1) === 0;
    if (isHiddenRow) hiddenRows.add(row);
  }

  function openCell(attributes: Readonly<Record<string, string>>): void {
    const at = cellAtName(attributes['r'] ?? '');
    column = at?.column ?? column + 1;
    open = {
      row: at?.row ?? row,
      column,
      style: parts.styleOf(Number(attributes['s'] ?? 0)),
      type: attributes['t'] ?? 'n',
      value: '',
      isFormula: false,
    };
  }

  function closeCell(): void {
    const cell = open;
    open = undefined;
    if (!cell) return;
    const text = shownText(cell, parts, inline.take());
    if (cell.isFormula && cell.value === '' && text === '') tally.add('formulas');
    if (text.trim() === '' || isHiddenRow) return;
    if (hiddenColumns.some(([from, to]) => from <= cell.column && cell.column <= to)) {
      passed.columns.add(cell.column);
      return;
    }
    parts.cells.count += 1;
    if (parts.cells.count > FILE_LIMITS.cells)
      throw new UnreadableReportError(
        `${file}: holds more than ${FILE_LIMITS.cells.toLocaleString('en')} cells; split it into parts.`,
      );
    const indent = cell.style.indent * INDENT;
    cells.push({ row: cell.row, column: cell.column, rows: 1, columns: 1, text, isBold: cell.style.isBold, indent });
  }

  readXmlEvents(file, bytes, {
    open(tag, attributes) {
      if (tag === 'col' && (isOn(attributes['hidden']) || Number(attributes['width'] ?? 1) === 0))
        hiddenColumns.push([Number(attributes['min'] ?? 1) - 1, Number(attributes['max'] ?? 0) - 1]);
      else if (tag === 'row') openRow(attributes);
      else if (tag === 'c') openCell(attributes);
      else if (tag === 'v') isValue = true;
      else if (tag === 'f' && open) open.isFormula = true;
      else if (tag === 'mergecell' && merges.length < MOST_MERGES) merges.push(attributes['ref'] ?? '');
      if (open) inline.open(tag, attributes);
    },
    text(data) {
      if (isValue && open) open.value += data;
      else if (open) inline.text(data);
    },
    close(tag) {
      if (tag === 'v') isValue = false;
      if (open) inline.close(tag);
      if (tag === 'c') closeCell();
    },
  });
  tally.add('hidden_rows', hiddenRows.size);
  tally.add('hidden_columns', passed.columns.size);
  return { name, cells: merged(cells, merges), hiddenRows };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function shownText({ type, value, style }: OpenCell, { strings }: SheetParts, inline: string): string {
  if (type === 'inlineStr') return inline;
  if (value === '') return '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'n' && Number.isFinite(Number(value))) return style.shown(Number(value));
  // A day as the standard writes it, the value of a formula, an error.
  return value;
}

/** Cells that take up those beside and below them, as far as a report is read. */
function merged(cells: SheetCell[], merges: readonly string[]): SheetCell[] {
  const spans = new Map<string, { rows: number; columns: number }>();
  for (const merge of merges) {
    const [from, to] = merge.split(':').map(cellAtName);
    if (from && to)
      spans.set(`${from.row} ${from.column}`, { rows: to.row - from.row + 1, columns: to.column - from.column + 1 });
  }
  return cells.map((cell) => {
    const span = spans.get(`${cell.row} ${cell.column}`);
    return span && span.rows > 0 && span.columns > 0 ? { ...cell, ...span } : cell;
  });
}
