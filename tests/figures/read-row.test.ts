import { describe, expect, it } from 'vitest';
import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { parseConfig } from '../../src/config.ts';
import { createNameReader } from '../../src/dictionary/read-names.ts';
import type { Table, TableRow } from '../../src/domain/table.ts';
import { findFigures } from '../../src/figures/find-figures.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';
import { aLibraryOf } from '../support/answer-from.ts';

const names = createNameReader(openGlosses(parseConfig({}).dictionaryDirectory));

const aRow = (label: string, cells: string[], more: Partial<TableRow> = {}): TableRow => ({
  groups: [],
  label,
  cells: cells.map((text) => ({ text })),
  isSure: true,
  ...more,
});

function aReportWith(
  rows: TableRow[],
  { above = ['单位：万元'], heads }: Pick<Table, 'heads'> & Partial<Table>,
  ...texts: string[]
) {
  const table: Table = { above, stub: '项目', heads, rows, by: 'rules' };
  const printed = rows.map((row) => ({
    text: [row.label, ...row.cells.map(({ text }) => text)].join('\t'),
    endsParagraph: true,
    table,
    row,
  }));
  const said = texts.map((text) => ({ text, endsParagraph: true }));
  const pages = [{ lines: [{ text: '经营情况', headingLevel: 1, endsParagraph: true }, ...said, ...printed] }];
  return prepareReport({ file: 'ferries.pdf', hash: 'ab'.repeat(32), title: '海峡渡轮年报', paged: true, pages });
}

describe('the cells of a row', () => {
  it('are of the label under a head that is a time, and of the head where it names a measure', async () => {
    const report = aReportWith([aRow('船票收入', ['1,204', '(87)', '12'])], {
      heads: [['2023年'], ['2022年'], ['同比变动（%）']],
    });
    const { parts } = await aLibraryOf(report);
    const { facts } = await findFigures({ text: '', reports: ['ferries.pdf'] }, { ...parts, names });
    expect(facts.map(({ subject, measure, period, value }) => [subject, measure, period?.text, value])).toEqual([
      [undefined, '船票收入', '2023年', { text: '1,204万元', low: 12_040_000, high: 12_040_000 }],
      [undefined, '船票收入', '2022年', { text: '(87)万元', low: -870_000, high: -870_000 }],
      ['船票收入', '同比变动', undefined, { text: '12%', low: 12, high: 12 }],
    ]);
  });

  it('stand among the key figures of a summary with holder, measure, period and unit', async () => {
    const row = aRow('船票收入', ['1,204', '1,187']);
    const report = aReportWith([row], { heads: [['2023年'], ['2022年']] }, '海峡渡轮公司全年运送旅客120万人次。');
    const { summarize } = await aLibraryOf(report);
    const summary = await summarize('经营情况');
    const figures = summary.outcome === 'summarised' ? summary.figures : [];
    expect(figures.map(({ label, value }) => [label, value])).toContainEqual([
      '海峡渡轮公司 · 船票收入 · 2023年 (万元)',
      '1,204',
    ]);
  });

  it('are scaled as the table says, but for figures that may be of its exceptions', async () => {
    const report = aReportWith([aRow('Tickets', ['1,204', '0.41'])], {
      above: ['Ferries of the strait', '(in thousands, except per ticket)'],
      heads: [['2023'], ['2022']],
    });
    const { parts } = await aLibraryOf(report);
    const { facts } = await findFigures({ text: '', reports: ['ferries.pdf'] }, { ...parts, names });
    expect(facts.map(({ value, unsure }) => [value.low, unsure])).toEqual([
      [1_204_000, ['unit']],
      [0.41, ['unit']],
    ]);
  });
});
