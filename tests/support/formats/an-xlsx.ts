import { columnName } from '../../../src/layout/documents/cell-names.ts';
import type { LittleReport } from './little-report.ts';
import { placed, xml } from './little-report.ts';
import { aZip, coreProperties, relations } from './zip.ts';

/** A cell of a sheet; rows and columns count from 0. */
export interface ACell {
  row: number;
  column: number;
  /** Text is a string, a number a number; `formula` has it as the value that the file keeps. */
  value: string | number;
  formula?: string;
  /** Its style: an index into `formats`, from 0. */
  style?: number;
  rows?: number;
  columns?: number;
}

/** A sheet of a workbook. */
export interface ASheet {
  name: string;
  cells: ACell[];
  state?: 'hidden' | 'veryHidden';
  hiddenRows?: number[];
  hiddenColumns?: number[];
  /** More of the sheet, after its cells. */
  more?: string;
}

/** A workbook of sheets. @param formats of numbers, by the styles of cells */
export function anXlsxOf(
  sheets: readonly ASheet[],
  { formats = [], title = '', more = {} }: { formats?: string[]; title?: string; more?: Record<string, string> } = {},
): Uint8Array {
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${xml(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="s${at}"/>`,
  );
  return aZip({
    '_rels/.rels': relations([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'docProps/core.xml': coreProperties(title),
    'xl/workbook.xml': `<workbook xmlns="m" xmlns:r="r"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at): [string, string, string] => [`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['st', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesOf(formats),
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
    ...more,
  });
}

function stylesOf(formats: string[]): string {
  const own = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${xml(code)}"/>`).join('');
  const styles = formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('');
  return (
    `<styleSheet xmlns="m"><numFmts>${own}</numFmts><fonts><font/></fonts><cellXfs>${styles}<xf numFmtId="0"/>` +
    '</cellXfs></styleSheet>'
  );
}

function sheetXml({ cells, hiddenRows = [], hiddenColumns = [], more = '' }: ASheet): string {
  const columns = hiddenColumns.map((at) => `<col min="${at + 1}" max="${at + 1}" hidden="1"/>`).join('');
  const rows = [...Map.groupBy(cells, ({ row }) => row)].toSorted(([a], [b]) => a - b);
  const body = rows.map(
    ([row, own]) =>
      `<row r="${row + 1}"${hiddenRows.includes(row) ? ' hidden="1"' : ''}>${own.map(cellXml).join('')}</row>`,
  );
  const merges = cells
    .filter(({ rows: height = 1, columns: width = 1 }) => height * width > 1)
    .map(
      ({ row, column, rows: height = 1, columns: width = 1 }) =>
        `<mergeCell ref="${columnName(column)}${row + 1}:${columnName(column + width - 1)}${row + height}"/>`,
    );
  return (
    `<worksheet xmlns="m"><cols>${columns}</cols><sheetData>${body.join('')}</sheetData><mergeCells>` +
    `${merges.join('')}</mergeCells>${more}</worksheet>`
  );
}

function cellXml({ row, column, value, formula, style }: ACell): string {
  const name = `r="${columnName(column)}${row + 1}"${style === undefined ? '' : ` s="${style}"`}`;
  const made = formula === undefined ? '' : `<f>${xml(formula)}</f>`;
  if (typeof value === 'number') return `<c ${name}>${made}<v>${value}</v></c>`;
  if (formula !== undefined) return `<c ${name} t="str">${made}${value === '' ? '' : `<v>${xml(value)}</v>`}</c>`;
  return `<c ${name} t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>`;
}

/** A report as a workbook: a sheet a section, with title and date above the first one's text. */
export function anXlsx({ title, date, sections }: LittleReport): Uint8Array {
  return anXlsxOf(
    sections.map(({ heading, paragraphs, table }, at) => {
      const lines = [...(at === 0 ? [title, date] : []), ...paragraphs];
      const above = table?.above ?? [];
      const text = lines.map((value, row) => ({ row, column: 0, value }));
      const from = lines.length + 1;
      const named = above.map((value, row) => ({ row: from + row, column: 0, value }));
      const cells = table ? placed([...table.heads, ...table.rows]) : [];
      return {
        name: heading,
        cells: [
          ...text,
          ...named,
          ...cells
            .filter((cell) => cell.text !== '')
            .map((cell) => ({ ...cell, row: cell.row + from + above.length, value: cell.text })),
        ],
      };
    }),
  );
}
