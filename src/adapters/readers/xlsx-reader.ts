import { basename } from 'node:path';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import type { ReportReader } from '../../domain/ports.ts';
import type { DocumentBlock } from '../../layout/documents/document-block.ts';
import { sheetBlocks } from '../../layout/documents/sheet-blocks.ts';
import { documentReport } from './document-report.ts';
import { attribute, childOf, childrenOf, within } from './markup.ts';
import type { OfficePackage } from './office-package.ts';
import { countUnreadCharts, openOfficePackage } from './office-package.ts';
import type { Tally } from './tally.ts';
import { openTally } from './tally.ts';
import { readSheet } from './xlsx-sheet.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { readXlsxStyles } from './xlsx-styles.ts';

/** What the program calls the first sheet: `Sheet1`, in any language. */
const NO_NAME = /^\p{L}{1,10}\s?1$/u;
/** Longest line above the first table that is a title, in characters. */
const TITLE_LENGTH = 100;

/** Reads workbooks: a section a sheet, values as the cells show them, each row with its cells. */
export const xlsxReader: ReportReader = {
  extensions: ['.xlsx', '.xlsm'],
  largest: FILE_LIMITS.bytes,
  async read(path, bytes) {
    const file = basename(path);
    const tally = openTally();
    const office = openOfficePackage(file, bytes, 'workbook', tally);
    const blocks = workbookBlocks(office, file, tally);
    countUnreadCharts(office, tally);
    const said = office.title ?? titleAbove(blocks);
    return documentReport({ file, bytes, blocks, tally, said, writtenOn: office.writtenOn });
  },
};

function workbookBlocks(office: OfficePackage, file: string, tally: Tally): DocumentBlock[] {
  const targets = new Map(office.relations.map((relation) => [relation.id, relation]));
  const partOf = (type: string) => office.relations.find((relation) => relation.type === type)?.target ?? '';
  const is1904 = ['1', 'true'].includes(attribute(childOf(office.root, 'workbookpr'), 'date1904') ?? '');
  const parts = {
    file,
    tally,
    strings: readSharedStrings(file, office.bytes(partOf('sharedstrings')), tally),
    styleOf: readXlsxStyles(office.part(partOf('styles')), { is1904 }),
    cells: { count: 0 },
  };
  const sheets = childrenOf(childOf(office.root, 'sheets'), 'sheet').filter((sheet) => {
    const isShown = (attribute(sheet, 'state') ?? 'visible') === 'visible';
    if (!isShown) tally.add('hidden_sheets');
    return isShown;
  });
  return sheets.flatMap((sheet): DocumentBlock[] => {
    const relation = targets.get(attribute(sheet, 'r:id') ?? attribute(sheet, 'id') ?? '');
    const content = relation?.type === 'worksheet' ? office.bytes(relation.target) : undefined;
    if (!content || !relation) return [];
    countUnseen(relation.target, office, tally);
    const name = attribute(sheet, 'name') ?? '';
    const shown = sheets.map((each) => attribute(each, 'name') ?? '');
    const blocks = [...sheetBlocks(readSheet(content, name, parts)), ...chartBlocks(relation.target, office, shown)];
    const isNamed = sheets.length > 1 || !NO_NAME.test(name);
    return blocks.length > 0 && isNamed && name !== ''
      ? [{ kind: 'heading', level: 1, text: name }, ...blocks]
      : blocks;
  });
}

/** Charts whose values stand in no cell that is shown: the others say again what the cells say. */
function chartBlocks(sheet: string, office: OfficePackage, shown: readonly string[]): DocumentBlock[] {
  const drawings = office.relationsOf(sheet).filter(({ type }) => type === 'drawing');
  const charts = drawings.flatMap(({ target }) => office.relationsOf(target).filter(({ type }) => type === 'chart'));
  return charts.flatMap(({ target }) => {
    const chart = office.chart(target);
    const isInCells =
      chart !== undefined && chart.sheets.length > 0 && chart.sheets.every((name) => shown.includes(name));
    return chart && !isInCells ? chart.blocks : [];
  });
}

function countUnseen(target: string, office: OfficePackage, tally: Tally): void {
  for (const { type, target: part } of office.relationsOf(target)) {
    if (type === 'comments') tally.add('comments', within(office.part(part), 'comment').length);
    if (type === 'drawing') tally.add('pictures', within(office.part(part), 'pic').length);
  }
}

/** The line that stands above the first table. */
function titleAbove(blocks: readonly DocumentBlock[]): string | undefined {
  const first = blocks.find(({ kind }) => kind !== 'heading');
  if (first?.kind !== 'text' || blocks.length < 3) return undefined;
  const line = first.lines.join(' ').trim();
  return line.length <= TITLE_LENGTH && !/[:：。.]/u.test(line) ? line : undefined;
}
