import { describe, expect, it } from 'vitest';
import type { Table, TableRow } from '../../src/domain/table.ts';
import { sayRow } from '../../src/ingest/say-row.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';

const aRow = (label: string, cells: string[], more: Partial<TableRow> = {}): TableRow => ({
  groups: [],
  label,
  cells: cells.map((text) => ({ text })),
  isSure: true,
  ...more,
});
const aTable = (rows: TableRow[], more: Partial<Table> = {}): Table => ({
  above: ['单位：万元'],
  stub: '项目',
  heads: [['2023年'], ['2022年']],
  rows,
  by: 'rules',
  ...more,
});

describe('a row', () => {
  it('is said with its heads and the unit of its table', () => {
    const row = aRow('船票收入', ['1,204', '12%'], { groups: ['客运'] });
    expect(sayRow(aTable([row]), row)).toBe('客运，船票收入：2023年 1,204万元；2022年 12%');
  });

  it('has the unit within the brackets of a negative figure', () => {
    const row = aRow('燃油', ['(87)', '（1,204）']);
    expect(sayRow(aTable([row]), row)).toBe('燃油：2023年 (87万元)；2022年 （1,204万元）');
  });

  it('says shares as shares, where the head says that they are', () => {
    const row = aRow('Islanders', ['82', '(3)', '4.5']);
    const table = aTable([row], { above: [], heads: [['% who would go again'], ['Change (%)'], ['Trips']] });
    expect(sayRow(table, row)).toBe('Islanders: % who would go again 82%; Change (%) (3%); Trips 4.5');
  });

  it('is said so in English', () => {
    const row = aRow('Tickets', ['1,204', '', '(87)'], { groups: ['Income'] });
    const table = aTable([row], {
      above: ['Ferries of the strait', '(in thousands, except tickets)'],
      heads: [['Half-year', '2023'], ['Half-year', '2022'], ['Change']],
    });
    expect(sayRow(table, row)).toBe(
      'Income, Tickets: Half-year 2023 1,204; Change (87) (in thousands, Ferries of the strait)',
    );
  });
});

describe('a table in a report', () => {
  it('gives its rows to the chunk that they stand in, and each as a statement with its heads', () => {
    const row = aRow('船票收入', ['1,204', '1,187']);
    const unsure = aRow('燃油', ['318 295', ''], { isSure: false });
    const table = aTable([row, unsure]);
    const { chunks, statements } = prepareReport({
      file: 'ferries.pdf',
      hash: 'ab'.repeat(32),
      paged: true,
      pages: [
        {
          lines: [
            { text: '海峡渡轮公司全年运送旅客一百二十万人次。', endsParagraph: true },
            { text: '项目\t2023年\t2022年', endsParagraph: true, table },
            { text: '船票收入\t1,204\t1,187', endsParagraph: true, table, row },
            { text: '燃油\t318 295', endsParagraph: true, table, row: unsure },
          ],
        },
      ],
    });
    expect(chunks.map(({ tables }) => tables)).toEqual([
      {
        heads: '单位：万元',
        rows: [{ span: { start: 36, end: 52 }, said: '船票收入：2023年 1,204万元；2022年 1,187万元' }],
      },
    ]);
    expect(statements[0]?.filter(({ kind }) => kind === 'row').map(({ text, quotes }) => ({ text, quotes }))).toEqual([
      { text: '项目\t2023年\t2022年', quotes: [{ start: 21, end: 35 }] },
      { text: '船票收入：2023年 1,204万元；2022年 1,187万元', quotes: [{ start: 36, end: 52 }] },
      { text: '燃油\t318 295', quotes: [{ start: 53, end: 63 }] },
    ]);
  });
});
