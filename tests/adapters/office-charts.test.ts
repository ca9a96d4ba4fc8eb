import { describe, expect, it } from 'vitest';
import { readReport } from '../contracts/reader.ts';
import type { AChart } from '../support/formats/a-chart.ts';
import { aChart, chartFrame } from '../support/formats/a-chart.ts';
import { aDocxOf, aParagraph } from '../support/formats/a-docx.ts';
import { aPptxOf } from '../support/formats/a-pptx.ts';
import { anXlsxOf } from '../support/formats/an-xlsx.ts';

import { aZip, partsOf, relations } from '../support/formats/zip.ts';

const CHART: AChart = {
  title: 'Passengers by line',
  counted: 'in thousands',
  categories: ['Strait', 'Isle', 'Coast'],
  series: { '2022': [11100, 8310, undefined], '2023': [12400, 8050.000000000001, 990] },
  format: '#,##0',
};
const ROWS = [
  'Strait: 2022 11,100; 2023 12,400 (in thousands, Passengers by line)',
  'Isle: 2022 8,310; 2023 8,050 (in thousands, Passengers by line)',
  'Coast: 2023 990 (in thousands, Passengers by line)',
];

/** What rows say, where they stand, and how many charts were not read. */
async function read(file: string, bytes: Uint8Array) {
  const { report, statements, chunks } = await readReport(file, bytes);
  const rows = statements.flatMap((some, at) =>
    some.flatMap(({ kind, text }) => (kind === 'row' && text.includes(': ') ? [{ text, path: chunks[at]?.path }] : [])),
  );
  const unread = (report.notes ?? []).flatMap((note) =>
    note.what === 'passed_over' && note.why === 'charts' ? [note.count] : [],
  );
  return { rows: rows.map(({ text }) => text), paths: [...new Set(rows.map(({ path }) => path?.join(' › ')))], unread };
}

describe('a chart', () => {
  it('of a slide is rows of its categories under its series', async () => {
    const frame =
      '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="c"/><p:nvPr/></p:nvGraphicFramePr>' +
      `${chartFrame('c1')}</p:graphicFrame>`;
    const slide = {
      title: 'Passengers',
      shapes: [frame],
      relations: [['c1', 'chart', '../charts/chart1.xml']],
    } as const;
    const bytes = aPptxOf([{ ...slide, shapes: [...slide.shapes] }], 'Ferries');
    const withChart = aZip({ ...partsOf(bytes), 'ppt/charts/chart1.xml': aChart(CHART) });
    expect(await read('ferries.pptx', withChart)).toEqual({ rows: ROWS, paths: ['Passengers'], unread: [] });
  });

  it('of a Word document stands where it is drawn; one without categories is counted', async () => {
    const drawing = (id: string) =>
      `<w:p><w:r><w:drawing><wp:inline>${chartFrame(id)}</wp:inline></w:drawing></w:r></w:p>`;
    const body = [aParagraph('Passengers', 'H1'), drawing('c1'), drawing('c2')].join('');
    const bytes = aDocxOf(body, {
      relations: [
        ['c1', 'chart', 'charts/chart1.xml'],
        ['c2', 'chart', 'charts/chart2.xml'],
      ],
      more: {
        'word/charts/chart1.xml': aChart({ ...CHART, kind: 'line' }),
        'word/charts/chart2.xml': aChart({ ...CHART, kind: 'scatter' }),
      },
    });
    expect(await read('ferries.docx', bytes)).toEqual({ rows: ROWS, paths: ['Passengers'], unread: [1] });
  });

  it('of a sheet is read when no cell that is shown says the same', async () => {
    const sheets = [{ name: 'Lines', cells: [{ row: 0, column: 0, value: 'Ferries carried more.' }] }];
    const of = (sheet: string) =>
      anXlsxOf(sheets, {
        more: {
          'xl/worksheets/_rels/sheet1.xml.rels': relations([['d1', 'drawing', '../drawings/drawing1.xml']]),
          'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="x" xmlns:a="a">${chartFrame('c1')}</xdr:wsDr>`,
          'xl/drawings/_rels/drawing1.xml.rels': relations([['c1', 'chart', '../charts/chart1.xml']]),
          'xl/charts/chart1.xml': aChart({ ...CHART, kind: 'bar', sheet }),
        },
      });
    expect(await read('ferries.xlsx', of('Source data'))).toEqual({ rows: ROWS, paths: ['Lines'], unread: [] });
    expect(await read('ferries.xlsx', of('Lines'))).toEqual({ rows: [], paths: [], unread: [] });
  });

  it('in percent says it, and one with a series without a name is called by its title', async () => {
    const frame = chartFrame('c1');
    const bytes = aDocxOf(`${aParagraph('Shares', 'H1')}<w:p><w:r><w:drawing>${frame}</w:drawing></w:r></w:p>`, {
      relations: [['c1', 'chart', 'charts/chart1.xml']],
      more: {
        'word/charts/chart1.xml': aChart({
          title: 'Market share',
          kind: 'pie',
          categories: ['North', 'South'],
          series: { '': [0.25, 0.75] },
          format: '0%',
        }),
      },
    });
    expect((await read('shares.docx', bytes)).rows).toEqual([
      'North: Market share 25% (Market share)',
      'South: Market share 75% (Market share)',
    ]);
  });
});
