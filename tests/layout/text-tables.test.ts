import { describe, expect, it } from 'vitest';
import { txtReader } from '../../src/adapters/readers/txt-reader.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';

/** What the rows of a plain text say. */
async function rowsOf(text: string): Promise<string[]> {
  const source = await txtReader.read('report.txt', new TextEncoder().encode(text));
  const { statements } = prepareReport(source);
  return statements.flat().flatMap(({ kind, text: said }) => (kind === 'row' && /: |：.*；/u.test(said) ? [said] : []));
}

describe('a table in plain text', () => {
  it('is told by the white space between its columns, with its head, its unit and brackets', async () => {
    const text = [
      'Ferry Review',
      '',
      'Ferries carried more passengers than ever before.',
      '',
      'Passengers by line (in thousands)',
      '',
      'Line              2022      2023    Change',
      '------------------------------------------',
      'Strait          11,100    12,400     11.7%',
      'Isle             8,310     8,050    (3.1%)',
      'Coast line         910       990      8.8%',
      '',
      'The strait was the line with most passengers.',
    ];
    expect(await rowsOf(text.join('\n'))).toEqual([
      'Strait: 2022 11,100; 2023 12,400; Change 11.7% (in thousands)',
      'Isle: 2022 8,310; 2023 8,050; Change (3.1%) (in thousands)',
      'Coast line: 2022 910; 2023 990; Change 8.8% (in thousands)',
    ]);
  });

  it('in Chinese keeps the line that says its unit', async () => {
    const text = [
      '渡轮业年报',
      '',
      '分航线客运收入',
      '单位：万元',
      '项目        2022年      2023年',
      '海峡线      11,100      12,400',
      '环岛线       8,310       8,050',
    ];
    expect(await rowsOf(text.join('\n'))).toEqual([
      '海峡线：2022年 11,100万元；2023年 12,400万元 (分航线客运收入)',
      '环岛线：2022年 8,310万元；2023年 8,050万元 (分航线客运收入)',
    ]);
  });

  it('at the head of each page keeps its unit, which is no running head', async () => {
    const pages = [1, 2, 3, 4].map((at) => [
      '渡轮业年报',
      '单位：万元',
      '项目        2022年      2023年',
      `海峡线${at}     11,100      12,400`,
      '环岛线       8,310       8,050',
      `本页说明第${at}项收入。`,
      String(at),
    ]);
    const rows = await rowsOf(pages.map((page) => page.join('\n')).join('\f'));
    expect(rows.filter((row) => row.includes('12,400万元')).length).toBe(4);
  });

  it.each([
    [
      'bars',
      ['| Line | 2022 | 2023 |', '|------|------|------|', '| Strait | 11,100 | 12,400 |', '| Isle | 8,310 | |'],
    ],
    ['tabs', ['Line\t2022\t2023', 'Strait\t11,100\t12,400', 'Isle\t8,310\t']],
  ])('is told by %s', async (_marks, table) => {
    expect(await rowsOf(['Ferry Review', '', 'Ferries carried more.', '', ...table, '', 'An end.'].join('\n'))).toEqual(
      ['Strait: 2022 11,100; 2023 12,400', 'Isle: 2022 8,310'],
    );
  });

  it('is none where figures stand side by side without heads or labels', async () => {
    const figures = [
      '490,904,897.62  348,336,468.25',
      '220,859,025.91  279,359,945.98',
      '293,666,553.16  109,484,894.43',
    ];
    expect(
      await rowsOf(['Ferry Review', '', ...figures, '', 'He came.  She went in 2023.  All was well.'].join('\n')),
    ).toEqual([]);
  });
});
