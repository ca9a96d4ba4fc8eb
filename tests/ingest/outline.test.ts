import { describe, expect, it } from 'vitest';
import type { SourceLine, SourcePage } from '../../src/domain/source.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';
import { placeLabel } from '../../src/words/place-label.ts';

const HASH = 'ab'.repeat(32);
const BODY = '这一段正文足够长，可以让它上面的一行被认作标题，而不是表格或列表里的一格。';

function aLine(text: string, over: Partial<SourceLine> = {}): SourceLine {
  return { text, endsParagraph: true, ...over };
}

function prepared(pages: SourcePage[], paged = true) {
  return prepareReport({ file: 'report.txt', hash: HASH, paged, pages });
}

describe('prepareReport', () => {
  it('joins a sentence that runs over a page, without the furniture between, and cites where it begins', () => {
    const furniture = [aLine('产业月报'), aLine('© 某某公司 2020.12.31')];
    const page = (number: number, ...lines: SourceLine[]): SourcePage => ({
      lines: [...furniture, aLine(`Page ${number}`), ...lines],
    });
    const { text, chunks, pages, report } = prepared([
      page(41, aLine('2019年规模达35.8万', { endsParagraph: false })),
      page(42, aLine('亿元。'), aLine('第二句在第四十二页。')),
      page(43, aLine('第三句在第四十三页。')),
    ]);
    expect(text).toBe('2019年规模达35.8万亿元。\n第二句在第四十二页。\n第三句在第四十三页。');
    expect(pages.map(({ number, label, span }) => [number, label, text.slice(span.start, span.end)])).toEqual([
      [1, '41', '2019年规模达35.8万'],
      [2, '42', '亿元。\n第二句在第四十二页。\n'],
      [3, '43', '第三句在第四十三页。'],
    ]);
    expect(chunks[0]?.places.map(({ place }) => placeLabel(place, 'zh'))).toEqual(['第 41 页', '第 42 页', '第 43 页']);
    expect([report.title, report.publishedOn]).toEqual(['产业月报', '2020-12-31']);
  });

  it('knows a running head by a number in it that counts with the pages, wherever it began to', () => {
    const texts = ['渡轮客运量上升。', '港口费上调。', '新码头明年建成。', '船队减少七艘。'];
    const { text } = prepared(
      texts.map((line, at) => ({ lines: [aLine(`港口年报2020 ${at + 37}`), aLine(`表${at * 3}`), aLine(line)] })),
    );
    expect(text).toBe('表0\n渡轮客运量上升。\n表3\n港口费上调。\n表6\n新码头明年建成。\n表9\n船队减少七艘。');
  });

  it('counts pages without a printed number on from the nearest one', () => {
    const page = (text: string, ...lines: SourceLine[]): SourcePage => ({ lines: [aLine(text), ...lines] });
    const { pages } = prepared([
      page('甲说。'),
      page('乙说。', aLine('- 2 -')),
      page('丙说。', aLine('- 3 -')),
      page('丁说。', aLine('- 4 -')),
      page('戊说。'),
    ]);
    expect(pages.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('brackets the physical number of a cover before page 1', () => {
    const page = (text: string, number: number): SourcePage => ({ lines: [aLine(text), aLine(String(number))] });
    const { pages } = prepared([{ lines: [aLine('封面。')] }, page('甲说。', 1), page('乙说。', 2), page('丙说。', 3)]);
    expect(pages.map(({ label }) => label)).toEqual(['[1]', '1', '2', '3']);
  });

  it('tells levels by type size, joins a heading on two lines, and leaves a caption and the cover title out', () => {
    const [big, middle, body] = [{ typeSize: 18 }, { typeSize: 14 }, { typeSize: 11 }];
    const { sections } = prepared([
      { lines: [aLine('云市场报告', { typeSize: 28 })] },
      {
        lines: [
          aLine('全球市场', big),
          aLine('服务商的打法：三个', middle),
          aLine('顾虑', middle),
          aLine(BODY, body),
          aLine('图1 份额', body),
          aLine(BODY, body),
        ],
      },
      { lines: [aLine('中国市场', big), aLine(BODY, body)] },
    ]);
    expect(sections.map(({ path, firstPage, lastPage }) => [path.join(' > '), firstPage, lastPage])).toEqual([
      ['全球市场', 2, 2],
      ['全球市场 > 服务商的打法：三个顾虑', 2, 2],
      ['中国市场', 3, 3],
    ]);
  });

  it('takes neither a caption, a list item, a table row nor a sentence for a heading in a text without markup', () => {
    const lines = [
      '第一节',
      BODY,
      '（一）这是一个列表项',
      '图2 某公司的份额',
      '公司\t份额\t增速',
      '这是一个句子。',
      BODY,
      '第二节',
      BODY,
    ];
    const { sections } = prepared([{ lines: lines.map((text) => aLine(text)) }], false);
    expect(sections.map(({ path }) => path)).toEqual([['第一节'], ['第二节']]);
  });

  it('cites section and paragraph in a format without pages', () => {
    const { chunks } = prepared([{ lines: ['第一节', BODY, BODY, '第二节', BODY].map((text) => aLine(text)) }], false);
    expect(chunks.map(({ path, places }) => [path, places.map(({ place }) => placeLabel(place, 'zh'))])).toEqual([
      [['第一节'], ['第 1 段', '第 2 段']],
      [['第二节'], ['第 1 段']],
    ]);
  });

  it('takes bookmarks that stand on their pages for the outline, and what else looks like one below them', () => {
    const pages = [
      { lines: [aLine('1. Markets', { typeSize: 14 }), aLine(BODY), aLine('North', { typeSize: 12 }), aLine(BODY)] },
      { lines: [aLine('2. COSTS', { typeSize: 14 }), aLine(BODY)] },
      { lines: [aLine('别的一页。')] },
    ].map(({ lines }) => ({ lines: lines.map((line) => ({ typeSize: 10, ...line })) }));
    const bookmarks = [
      { title: 'Markets', level: 1, page: 1 },
      { title: 'Costs', level: 1, page: 2 },
      { title: 'Statements', level: 2, page: 3 },
    ];
    const { sections } = prepareReport({ file: 'r.pdf', hash: HASH, paged: true, pages, bookmarks });
    expect(sections.map(({ path, firstPage, listed }) => [path.join(' > '), firstPage, listed ?? false])).toEqual([
      ['Markets', 1, true],
      ['Markets > North', 1, false],
      ['Costs', 2, true],
      ['Costs > Statements', 3, true],
    ]);
  });

  it('leaves bookmarks aside whose titles stand nowhere', () => {
    const pages = [{ lines: ['第一节', BODY, '第二节', BODY].map((text) => aLine(text)) }];
    const bookmarks = ['OLE_LINK1', 'OLE_LINK2', 'OLE_LINK3'].map((title) => ({ title, level: 1, page: 1 }));
    const { sections } = prepareReport({ file: 'r.pdf', hash: HASH, paged: true, pages, bookmarks });
    expect(sections.map(({ path }) => path)).toEqual([['第一节'], ['第二节']]);
  });

  it('finds the headings of printed contents where their page numbers lead, whatever comes before page 1', () => {
    const entries = [
      'Item 1.\tBusiness and its\t1',
      'Item 2.\tMarkets\t2',
      'Item 3.\tMarket risk\t2',
      'Item 4.\tCosts\t3',
    ];
    const page = (number: number, ...texts: string[]): SourcePage => ({
      lines: [...texts.map((text) => aLine(text)), aLine(`- ${number} -`)],
    });
    const { sections, pages } = prepared([
      { lines: ['Annual Report', 'An Ltd.'].map((text) => aLine(text)) },
      { lines: ['Contents', ...entries, 'Signatures ........ 4'].map((text) => aLine(text)) },
      page(1, 'Item 1 — Business', 'and its', BODY),
      page(2, 'Item 2. Markets', BODY, 'Item 3. MARKET RISK', BODY),
      page(3, 'Item 4. Costs', BODY),
      page(4, 'SIGNATURES', BODY),
    ]);
    const listed = sections.filter((section) => section.listed);
    expect(listed.map(({ path, firstPage }) => [path.at(-1), pages[firstPage - 1]?.label])).toEqual([
      ['Item 1. Business and its', '1'],
      ['Item 2. Markets', '2'],
      ['Item 3. Market risk', '2'],
      ['Item 4. Costs', '3'],
      ['Signatures', '4'],
    ]);
  });

  it('reads contents whose numbers stand before the titles, and none that only count them', () => {
    const titles = ['Trade', 'Freight', 'Rail', 'Ports', 'Air'];
    const outlineOf = (numberOf: (at: number) => number) => {
      const page = (title: string, at: number): SourcePage => ({
        lines: [title, `${title}。${BODY}`, `- ${at + 2} -`].map((text) => aLine(text)),
      });
      const contents = titles.map((title, at) => `0${numberOf(at)} ${title}`);
      const { sections } = prepared([
        { lines: ['Contents', ...contents].map((text) => aLine(text)) },
        ...titles.map(page),
      ]);
      return sections.filter(({ listed }) => listed).map(({ path, firstPage }) => [path.at(-1), firstPage]);
    };
    expect(outlineOf((at) => at + 2)).toEqual(titles.map((title, at) => [title, at + 2]));
    expect(outlineOf((at) => at + 1)).toEqual([]);
  });

  it('numbers front matter, body and annex each by its own numbers', () => {
    const page = (label: string): SourcePage => ({ lines: [aLine(`第${label}段说的是别的事。`), aLine(label)] });
    const printed = ['— I —', '— II —', '— III —', '1-1-1', '1-1-2', '1-1-3', '1-1-4', 'A-1', 'A-2'];
    const { pages } = prepared([{ lines: [aLine('封面。')] }, ...printed.map(page)]);
    expect(pages.map(({ label }) => label)).toEqual(['[1]', 'I', 'II', 'III', ...printed.slice(3)]);
  });

  it('takes no cell of a table for the number of a page', () => {
    const page = (text: string): SourcePage => ({ lines: [aLine(text), aLine('Total\t86')] });
    expect(prepared([page('甲说。')]).pages.map(({ label }) => label)).toEqual(['1']);
  });

  it('finds headings in the type of the text below those that are listed, where each stands alone above prose', () => {
    const prose =
      'Membership is open to everyone who pays the yearly fee, and most of those who joined stay with us. '.repeat(2);
    const line = (text: string, typeSize = 10) => aLine(text, { typeSize });
    const pages = [
      {
        lines: [line('Business', 14), line('Members'), line(prose), line('Fees'), line('Gold\t60'), line('Silver\t40')],
      },
      { lines: [line('Risks', 14), line(prose.toUpperCase()), line('Signed')] },
      { lines: [line('Outlook', 14), line(prose.toLowerCase())] },
    ];
    const bookmarks = ['Business', 'Risks', 'Outlook'].map((title, at) => ({ title, level: 1, page: at + 1 }));
    const { sections } = prepareReport({ file: 'r.pdf', hash: HASH, paged: true, pages, bookmarks });
    expect(sections.map(({ path }) => path.join(' > '))).toEqual([
      'Business',
      'Business > Members',
      'Risks',
      'Outlook',
    ]);
  });

  it('takes the title on the cover, and what stands above it, for no section', () => {
    const line = (text: string, typeSize: number) => aLine(text, { typeSize });
    const { sections } = prepared([
      { lines: [line('some center', 14), line('How Freight Moves', 34), line(BODY, 10)] },
      { lines: [line('Roads', 18), line(`${BODY}甲`, 10)] },
      { lines: [line('Rails', 18), line(`${BODY}乙`, 10)] },
    ]);
    expect(sections.map(({ path }) => path)).toEqual([['Roads'], ['Rails']]);
  });
});
