import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/domain/table.ts';
import type { SourceLine, SourcePage, SourceReport } from '../../src/domain/source.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';

const BODY = 'The text below goes on for a while, so that it is taken for the text of a report and for nothing else.';

function aPage(...lines: (string | [string, number])[]): SourcePage {
  return {
    lines: lines.map((line): SourceLine => {
      const [text, typeSize] = typeof line === 'string' ? [line, 10] : line;
      return { text, typeSize, endsParagraph: true };
    }),
  };
}

function read(pages: SourcePage[], over: Partial<SourceReport> = {}) {
  const { report } = prepareReport({ file: 'x1.pdf', hash: 'ab'.repeat(32), paged: true, pages, ...over });
  return report;
}

describe('the title of a report', () => {
  it('is the largest type of the cover, over several lines', () => {
    const cover = aPage(['数字货运平台', 28], ['发展报告', 28], ['（2021）', 28], ['某某研究院', 20], '2021年3月');
    const { title, confidence } = read([cover, aPage(BODY)]);
    expect([title, confidence?.title]).toEqual(['数字货运平台发展报告（2021）', 0.9]);
  });

  it.each([
    ['a file’s name', 'Q2_draft-v3.indd'],
    ['a number', '0000123-21-000014'],
    ['an end of a company’s name', 'Holdings'],
    ['a date and a code', 'ABC - 07/02/2023 - EX. 99'],
  ])('is not what the file says when that is %s', (_, title) => {
    expect(read([aPage(['Rail Freight in the Alps', 24], 'Alpine Holdings'), aPage(BODY)], { title }).title).toBe(
      'Rail Freight in the Alps',
    );
  });

  it('is what the file says when the cover prints it, whatever is larger', () => {
    const cover = aPage(['2021', 40], ['Rail Freight Review', 12], BODY);
    expect(read([cover], { title: 'Rail Freight Review' }).title).toBe('Rail Freight Review');
  });

  it('closes up letters that are set apart', () => {
    expect(read([aPage(['区 块 链 白 皮 书', 24], '某某协会'), aPage(BODY)]).title).toBe('区块链白皮书');
  });

  it('names the company and what it gives out, and no authority', () => {
    const cover = aPage(
      ['SECURITIES AND EXCHANGE COMMISSION', 14],
      ['FORM 10-K', 14],
      'For the fiscal year ended June 30, 2021',
      ['Alpine Rail Corporation', 14],
      BODY,
    );
    const { title, company, period, kind } = read([cover]);
    expect([title, company, period, kind]).toEqual([
      'Alpine Rail Corporation FORM 10-K',
      'Alpine Rail Corporation',
      '2021',
      'annual report',
    ]);
  });
});

describe('the title of a report that prints none', () => {
  it('is no row of a table and nothing that was not recognised with certainty', () => {
    const page = aPage('2023 \ufffd\t2022 \ufffd', `Fees r\ufffdse. ${BODY}`);
    const recognised = { width: 400, height: 120, runs: [] };
    expect(read([{ ...page, recognised }]).title).toBe('x1');
  });
});

describe('the date of a report', () => {
  it.each([
    ['a line of the cover', ['Freight', 'March 9, 2021'], '2021-03-09'],
    ['a month on the cover', ['货运', '（2021 年 3 月）'], '2021-03'],
    ['in Chinese numerals', ['货运', '二〇二一年十二月三日'], '2021-12-03'],
    ['beside a word for publishing', ['货运', '招股意向书签署日期：2021年3月9日'], '2021-03-09'],
    ['a date line', ['Freight', `ZURICH, Tuesday, March 9, 2021 – Alpine Rail carried more. ${BODY}`], '2021-03-09'],
  ])('is %s', (_, lines, date) => {
    expect(read([aPage(...lines), aPage(BODY)]).publishedOn).toBe(date);
  });

  it('is no date of which the text speaks', () => {
    expect(
      read([aPage('Freight', `Traffic began on March 9, 2021. ${BODY}`), aPage(BODY)]).publishedOn,
    ).toBeUndefined();
  });
});

describe('what was not read', () => {
  const known = () => new Set(BODY.toLowerCase().match(/[a-z]+/gu));

  it('is said: empty pages, unreadable ones, what was left out, what was taken away, what was guessed', () => {
    const garbled = BODY.replaceAll(/[aeiou]/giu, 'x').repeat(6);
    const pages = [
      aPage(BODY.repeat(6)),
      aPage(),
      aPage(garbled),
      { ...aPage(BODY), leftOut: { hidden: 3, turned: 0, doubled: 0, marks: 0, isRecognised: false } },
    ].map(({ lines, ...page }, at) => ({
      ...page,
      lines: lines.length === 0 ? [] : [...lines, { text: `- ${at + 1} -`, endsParagraph: true }],
    }));
    const { report, text } = prepareReport({ file: 'x1.pdf', hash: 'ab'.repeat(32), paged: true, pages }, 'x', known);
    expect(report.notes).toEqual([
      { what: 'unread', why: 'no_text', pages: [2] },
      { what: 'unread', why: 'unreadable', pages: [3] },
      { what: 'left_out', why: 'hidden', characters: 3, pages: [4] },
      { what: 'unsure', facts: ['title'] },
    ]);
    expect(text).not.toContain('Thx');
  });

  it('is said of pictures beside text, but for ornaments, and of tables that are not certain', () => {
    const table: Table = { above: [], stub: '', heads: [['2020'], ['2021']], rows: [], by: 'space' };
    const row = { groups: [], label: 'Tickets', cells: [{ text: '1 204 318' }, { text: '' }], isSure: false };
    const logo = { left: 40, top: 20, width: 90, height: 60 };
    const pages = ['one', 'two', 'three'].map((word, at) => ({
      lines: [
        ...aPage(`${BODY} Page ${word}.`).lines,
        ...(at === 1 ? [{ text: 'Tickets\t1 204 318', table, row }] : []),
      ],
      pictures: at === 2 ? [logo, { left: 90, top: 400, width: 300, height: 200 }] : [logo],
    }));
    const { report } = prepareReport({ file: 'x1.pdf', hash: 'ab'.repeat(32), paged: true, pages }, 'x');
    expect(report.notes?.filter(({ what }) => what !== 'unsure')).toEqual([
      { what: 'pictures', pages: [3] },
      { what: 'unsure_tables', tables: 1, pages: [2] },
    ]);
  });

  it.each([
    [
      'a PDF',
      { left: 50, top: 50, width: 400, height: 12 },
      /^x1\.pdf: its text layer is unreadable: its fonts say other letters than they show, or it is neither /u,
    ],
    [
      'a text',
      undefined,
      /^x1\.txt: its text is neither Chinese nor English: .* Save it anew, plain text as UTF-8\.$/u,
    ],
  ])('is all of a report of no language that is known, and then it is refused as it is read: %s', (_, box, words) => {
    const file = box ? 'x1.pdf' : 'x1.txt';
    const { lines } = aPage(BODY.replaceAll(/[aeiou]/giu, 'x').repeat(6));
    const pages = [{ lines: lines.map((line) => ({ ...line, ...(box ? { box } : {}) })) }];
    const prepare = () => prepareReport({ file, hash: 'ab'.repeat(32), paged: true, pages }, 'x', known);
    expect(prepare).toThrow(words);
  });
});

describe('the kinds of sections', () => {
  it('are marked, with what stands below them', () => {
    const pages = [
      aPage(['Review', 24]),
      aPage(['Market', 16], BODY, ['Disclaimer', 16], BODY, ['Appendix A: Method', 16], BODY, ['Sample', 13], BODY),
    ];
    const { sections } = prepareReport({ file: 'x1.pdf', hash: 'ab'.repeat(32), paged: true, pages });
    expect(sections.map(({ path, kind }) => [path.at(-1), kind])).toEqual([
      ['Market', undefined],
      ['Disclaimer', 'disclaimer'],
      ['Appendix A: Method', 'annex'],
      ['Sample', 'annex'],
    ]);
  });

  it('keep printed contents out of what answers', () => {
    const entries = ['Trade ........ 2', 'Freight ........ 3', 'Rail ........ 4', 'Ports ........ 5', 'Air ........ 6'];
    const pages = [
      aPage('Contents', ...entries),
      ...['Trade', 'Freight', 'Rail', 'Ports', 'Air'].map((title, at) =>
        aPage(title, `${title}: ${BODY}`, String(at + 2)),
      ),
    ];
    const { sections, chunks } = prepareReport({ file: 'x1.pdf', hash: 'ab'.repeat(32), paged: true, pages });
    expect(sections.map(({ path, kind }) => [path.at(-1), kind])).toEqual([
      ['Contents', 'contents'],
      ...['Trade', 'Freight', 'Rail', 'Ports', 'Air'].map((title) => [title, undefined]),
    ]);
    expect(chunks.filter(({ text }) => text.includes('...'))).toEqual([]);
  });
});
