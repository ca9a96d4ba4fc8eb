import { describe, expect, it } from 'vitest';
import { readReport } from '../contracts/reader.ts';
import { aDocxOf, aDocxTable, aParagraph } from '../support/formats/a-docx.ts';
import { aPptxOf, aShape } from '../support/formats/a-pptx.ts';
import { anXlsxOf } from '../support/formats/an-xlsx.ts';
import { cells } from '../support/formats/little-report.ts';
import { relations } from '../support/formats/zip.ts';

/** The text of a report, and how much of what nobody sees was passed over. */
async function read(file: string, bytes: Uint8Array) {
  const { text, report } = await readReport(file, bytes);
  const passed = (report.notes ?? []).flatMap((note) => (note.what === 'passed_over' ? [[note.why, note.count]] : []));
  return { text, passed: Object.fromEntries(passed) };
}

const aRun = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('a Word document', () => {
  it('is read as printed: without deletions, hidden text, comments, codes of fields and marks of notes', async () => {
    const body = [
      `<w:p>${aRun('Ferries carried ')}<w:del><w:r><w:delText>39</w:delText></w:r></w:del><w:ins>` +
        `${aRun('41')}</w:ins>` +
        `${aRun(' million passengers')}${aRun('1', '<w:vertAlign w:val="superscript"/>')}` +
        `${aRun(' in all', '<w:vanish/>')}<w:r><w:footnoteReference w:id="2"/></w:r>${aRun('.')}</w:p>`,
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SECRET CODE</w:instrText></w:r>' +
        `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${aRun('See the annex.')}</w:p>`,
      `<w:p>${aRun('1. Passengers ..... 4')}</w:p>`.replace('<w:p>', '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>'),
      '<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:delText>gone</w:delText></w:r></w:p></w:tc>' +
        '</w:tr></w:tbl>',
    ].join('');
    const bytes = aDocxOf(body, {
      relations: [
        ['f', 'footnotes', 'footnotes.xml'],
        ['c', 'comments', 'comments.xml'],
        ['h', 'header', 'header1.xml'],
        ['i', 'image', 'http://127.0.0.1:9/secret.png'],
      ],
      more: {
        'word/footnotes.xml':
          `<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0">${aParagraph('----')}</w:footnote>` +
          `<w:footnote w:id="2">${aParagraph('Without cars.')}</w:footnote></w:footnotes>`,
        'word/comments.xml': `<w:comments xmlns:w="w"><w:comment>${aParagraph('Is this so?')}</w:comment></w:comments>`,
        'word/header1.xml': `<w:hdr xmlns:w="w">${aParagraph('Draft')}</w:hdr>`,
        'word/vbaProject.bin': 'macro',
      },
    });
    expect(await read('a.docm', bytes)).toEqual({
      text: 'Ferries carried 41 million passengers.\nWithout cars.\nSee the annex.',
      passed: {
        deleted_text: 2,
        hidden_text: 1,
        comments: 1,
        page_headers: 1,
        contents_lines: 1,
        note_marks: 2,
        outside_links: 1,
        macros: 1,
      },
    });
  });

  it('has the headings of styles that are based on others, and of paragraphs with a level of their own', async () => {
    const own = '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Deeper</w:t></w:r></w:p>';
    const body = [
      aParagraph('Ours', 'Own'),
      own,
      aParagraph('Text that stands under it.'),
      aParagraph('Last', 'H1'),
    ].join('');
    const { sections } = await readReport('a.docx', aDocxOf(body));
    expect(sections.map(({ path }) => path)).toEqual([['Ours'], ['Ours', 'Deeper'], ['Last']]);
  });

  it('reads tables in the cells of a frame one after the other, and text boxes after what they hang on', async () => {
    const inner = aDocxTable({ heads: [cells('Line', '2023')], rows: [cells('Strait', '12')] });
    const frame =
      `<w:tbl><w:tr><w:tc>${aParagraph('On the left.')}</w:tc><w:tc>${inner}${aParagraph('')}</w:tc>` +
      '</w:tr></w:tbl>';
    const box =
      `<w:p>${aRun('Beside it.')}<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>` +
      `${aParagraph('In a box.')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:txbxContent>` +
      `${aParagraph('In a box.')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect((await read('a.docx', aDocxOf(frame + box))).text).toBe(
      'On the left.\nLine\t2023\nStrait\t12\nBeside it.\nIn a box.',
    );
  });
});

describe('a presentation', () => {
  it('is read without hidden slides, speaker notes, shapes off the slide, and what stands on every slide', async () => {
    const off = '<a:xfrm><a:off x="9200000" y="0"/><a:ext cx="100" cy="100"/></a:xfrm>';
    const bytes = aPptxOf([
      {
        title: 'Passengers',
        shapes: [
          aShape(['41 million came.']),
          aShape(['Not shown.'], undefined, 'hidden="1"'),
          aShape(['Beside the slide.'], undefined, '', off),
          aShape(['The House, confidential'], 'ftr'),
          aShape(['7'], 'sldNum'),
        ],
        notes: 'Say that it was a good year.',
      },
      { title: 'Spare', shapes: [aShape(['For questions only.'])], isHidden: true },
      { title: 'Fares', shapes: [aShape(['14 dollars on average.'])] },
    ]);
    expect(await read('a.pptx', bytes)).toEqual({
      text: 'Passengers\n41 million came.\nFares\n14 dollars on average.',
      passed: { hidden_text: 2, hidden_slides: 1, speaker_notes: 1, page_headers: 2 },
    });
    const { chunks, report } = await readReport('a.pptx', bytes);
    expect(chunks.map(({ path, places }) => [path, places.map(({ place }) => place)])).toEqual([
      [['Passengers'], [{ kind: 'slide', number: 1 }]],
      [['Fares'], [{ kind: 'slide', number: 3 }]],
    ]);
    expect([report.pageCount, report.slides]).toEqual([3, true]);
  });
});

describe('a workbook', () => {
  it('is read without hidden sheets, rows and columns, and formulas are the values that the file keeps', async () => {
    const text = (row: number, column: number, value: string) => ({ row, column, value });
    const bytes = anXlsxOf(
      [
        {
          name: 'Lines',
          hiddenRows: [2],
          hiddenColumns: [2],
          cells: [
            ...['Line', '2023', 'Inner', 'Share', 'On'].map((value, column) => text(0, column, value)),
            text(1, 0, 'Strait'),
            { row: 1, column: 1, value: 12_400.4, style: 0 },
            text(1, 2, 'secret'),
            { row: 1, column: 3, value: 0.117, style: 1, formula: 'B2/B9' },
            { row: 1, column: 4, value: 45_000, style: 2 },
            text(2, 0, 'Hidden line'),
            text(3, 0, 'Island'),
            { row: 3, column: 1, value: -8050, style: 0 },
            { row: 3, column: 3, value: '', formula: 'B4/B9' },
          ],
        },
        { name: 'Other', state: 'veryHidden', cells: [text(0, 0, 'Not for you')] },
      ],
      { formats: ['#,##0;(#,##0)', '0.0%', 'yyyy-mm-dd'] },
    );
    expect(await read('a.xlsx', bytes)).toEqual({
      text: 'Lines\nLine\t2023\tShare\tOn\nStrait\t12,400\t11.7%\t2023-03-15\nIsland\t(8,050)',
      passed: { hidden_sheets: 1, hidden_rows: 1, hidden_columns: 1, formulas: 1 },
    });
  });

  it('tells tables beside and under each other apart, each with its own cells', async () => {
    const table = (row: number, column: number, name: string) => [
      { row, column, value: name },
      { row, column: column + 1, value: '2023' },
      { row: row + 1, column, value: `${name} north` },
      { row: row + 1, column: column + 1, value: 5 + row + column },
      { row: row + 2, column, value: `${name} south` },
      { row: row + 2, column: column + 1, value: 6 + row + column },
    ];
    const bytes = anXlsxOf([
      { name: 'All', cells: [...table(0, 0, 'Fish'), ...table(0, 3, 'Salt'), ...table(5, 0, 'Rope')] },
    ]);
    const { chunks, text } = await readReport('a.xlsx', bytes);
    expect(
      chunks
        .flatMap(({ places }) => places)
        .map(
          ({ start, place }) =>
            `${text.slice(start).split('\n', 1).join('')} ${place.kind === 'cells' ? place.range : ''}`,
        ),
    ).toEqual([
      'Fish\t2023 A1:B1',
      'Fish north\t5 A2:B2',
      'Fish south\t6 A3:B3',
      'Salt\t2023 D1:E1',
      'Salt north\t8 D2:E2',
      'Salt south\t9 D3:E3',
      'Rope\t2023 A6:B6',
      'Rope north\t10 A7:B7',
      'Rope south\t11 A8:B8',
    ]);
  });
});

describe('a web page', () => {
  it('is read without menus, head, foot, side bars, scripts, hidden parts and marks of notes', async () => {
    const page = `<html><head><title>Ferries - The House</title><script>var x = 'secret';</script></head><body>
      <header><h2>The House</h2></header><div><a href="/a">Home</a> <a href="/b">News</a> <a href="/c">Shop</a></div>
      <ul><li><a href="#p">Passengers</a></li><li><a href="#f">Fares</a></li><li><a href="#o">Outlook</a></li></ul>
      <h1>Ferries</h1><p>Ferries carried 41&nbsp;million passengers<sup>1</sup> over 25 km<sup>2</sup> of water.
      <p style="display:none">Hidden.
      <aside>Read also: trains</aside><iframe src="http://127.0.0.1:9/"></iframe>
      <img src="http://127.0.0.1:9/a.png" alt="a ship">
      <p>Most of them<br>came in July.</p><form><input value="x"> Subscribe</form>
      <footer>All rights reserved.</footer></body></html>`;
    expect(await read('a.html', Buffer.from(page))).toEqual({
      text: 'Ferries\nFerries carried 41 million passengers over 25 km² of water.\nMost of them came in July.',
      passed: { hidden_text: 1, navigation: 5, contents_lines: 3, note_marks: 1, outside_links: 1, pictures: 1 },
    });
  });

  it('leaves rows of layout tables and merged cells where they stand', async () => {
    const page = `<table role="presentation"><tr><td>Left column.</td><td>
      <table><caption>Lines</caption><tr><th>Region</th><th>Line</th><th>2023</th></tr>
      <tr><td rowspan="2">South</td><td>Strait</td><td>12</td></tr><tr><td>Island</td><td>8</td></tr></table>
      </td></tr></table>`;
    const { statements, text } = await readReport('a.html', Buffer.from(page));
    expect(text).toBe('Left column.\nRegion\tLine\t2023\nSouth\tStrait\t12\nIsland\t8');
    expect(statements.flat().map((statement) => statement.text)).toEqual([
      'Left column.',
      'Region\tLine\t2023',
      'Strait: Region South; 2023 12 (Lines)',
      'South, Island: Region South; 2023 8 (Lines)',
    ]);
  });
});

it('takes no relation for a way out of the file', async () => {
  const bytes = aDocxOf(aParagraph('Text of the document.'), {
    more: { 'word/_rels/document.xml.rels': relations([['s', 'styles', '../../../../etc/passwd']]) },
  });
  expect((await read('a.docx', bytes)).text).toBe('Text of the document.');
});
