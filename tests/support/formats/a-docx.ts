import type { LittleCell, LittleReport, LittleTable } from './little-report.ts';
import { placed, widthOf, xml } from './little-report.ts';
import { aZip, coreProperties, relations } from './zip.ts';

const STYLES = [
  ['Title', 'Title', ''],
  ['H1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'],
  ['H2', 'heading 2', '<w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'],
  ['Own', 'Chapter of ours', '<w:basedOn w:val="H1"/>'],
  ['TOC1', 'toc 1', ''],
].map(([id, name, rest]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`);

/** A paragraph of a Word document. */
export function aParagraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`;
}

/** A table of a Word document. */
export function aDocxTable({ heads, rows }: Pick<LittleTable, 'heads' | 'rows'>, isHeadMarked = true): string {
  const all = [...heads, ...rows];
  const cells = placed(all);
  const width = widthOf(all);
  const rowOf = (row: number) => {
    const own: string[] = [];
    for (let column = 0; column < width; column++) {
      const cell = cells.find((each) => each.column === column && each.row <= row && row < each.row + each.rows);
      own.push(aCell(cell, row));
      column += (cell?.columns ?? 1) - 1;
    }
    const head = isHeadMarked && row < heads.length ? '<w:trPr><w:tblHeader/></w:trPr>' : '';
    return `<w:tr>${head}${own.join('')}</w:tr>`;
  };
  return `<w:tbl><w:tblGrid/>${all.map((_, row) => rowOf(row)).join('')}</w:tbl>`;
}

function aCell(cell: (Required<LittleCell> & { row: number }) | undefined, row: number): string {
  const span = cell && cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : '';
  const isFirst = cell?.row === row;
  const merge = cell && cell.rows > 1 ? `<w:vMerge${isFirst ? ' w:val="restart"' : ''}/>` : '';
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${aParagraph(cell && isFirst ? cell.text : '')}</w:tc>`;
}

/** What stands beside a Word document's body. */
export interface DocxParts {
  title?: string;
  /** More parts, by their names. */
  more?: Record<string, string | Uint8Array>;
  relations?: readonly (readonly [string, string, string])[];
}

/** A Word document of a body. */
export function aDocxOf(body: string, { title = '', more = {}, relations: list = [] }: DocxParts = {}): Uint8Array {
  return aZip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['r1', 'officeDocument', 'word/document.xml']]),
    'docProps/core.xml': coreProperties(title),
    'word/_rels/document.xml.rels': relations([['s1', 'styles', 'styles.xml'], ...list]),
    'word/styles.xml': `<w:styles xmlns:w="w">${STYLES.join('')}</w:styles>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

/** A report as a Word document. @param isHeadMarked whether it says which rows are heads */
export function aDocx({ title, date, sections }: LittleReport, isHeadMarked = true): Uint8Array {
  const body = sections.flatMap(({ heading, paragraphs, table }) => [
    aParagraph(heading, 'H1'),
    ...paragraphs.map((text) => aParagraph(text)),
    ...(table ? [...table.above.map((text) => aParagraph(text)), aDocxTable(table, isHeadMarked)] : []),
  ]);
  return aDocxOf([aParagraph(title, 'Title'), aParagraph(date), ...body].join(''));
}
