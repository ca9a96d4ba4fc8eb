import { describe, expect, it } from 'vitest';
import { citationJson } from '../../src/programs/citation-json.ts';
import type { Quote } from '../../src/domain/answer.ts';
import type { Place } from '../../src/domain/report.ts';
import { findInReport } from '../../src/verify/find-in-report.ts';
import { sourcePage } from '../../src/web/source-page.ts';
import { quoteHref } from '../../src/web/source-link.ts';
import { citationLabel, lengthText } from '../../src/words/place-label.ts';
import { LITTLE_REPORT, readReport } from '../contracts/reader.ts';
import { aPptx } from '../support/formats/a-pptx.ts';
import { anXlsx } from '../support/formats/an-xlsx.ts';

const aQuote = (place: Place, path = ['Lines']): Quote => ({
  reportId: 'r1',
  reportTitle: 'Ferries',
  path,
  place,
  span: { start: 3, end: 9 },
  text: 'Strait',
});

describe('a place', () => {
  it.each<[Place, string, string, string, object]>([
    [{ kind: 'page', number: 3, label: 'ii' }, 'Lines · p. ii', 'Lines · 第 ii 页', '3', { page: 'ii' }],
    [{ kind: 'slide', number: 3 }, 'Lines · slide 3', 'Lines · 第 3 张幻灯片', '3', { page: 3, slide: 3 }],
    [
      { kind: 'cells', sheet: 'Sales', range: 'A4:D4', screen: 2 },
      'Lines · Sales!A4:D4',
      'Lines · Sales!A4:D4',
      '2',
      { page: null, sheet: 'Sales', cells: 'A4:D4' },
    ],
    [
      { kind: 'cells', range: 'A4', screen: 1 },
      'Lines · cells A4',
      'Lines · 单元格 A4',
      '1',
      { page: null, sheet: null, cells: 'A4' },
    ],
    [
      { kind: 'paragraph', number: 3, screen: 2 },
      'Lines · para. 3',
      'Lines · 第 3 段',
      '2',
      { page: null, paragraph: 3 },
    ],
  ])('%j is said, linked to and given to scripts as what it is', (place, en, zh, page, json) => {
    const quote = aQuote(place);
    expect([citationLabel(quote.path, place, 'en'), citationLabel(quote.path, place, 'zh')]).toEqual([en, zh]);
    expect(quoteHref(quote)).toBe(`/reports/r1/pages/${page}?quote=3-9#quote`);
    expect(citationJson(quote)).toEqual({
      report: 'r1',
      reportTitle: 'Ferries',
      section: ['Lines'],
      quote: 'Strait',
      ...json,
    });
  });

  it('in a sheet that the path ends with does not name it again', () => {
    expect(citationLabel(['Sales'], { kind: 'cells', sheet: 'Sales', range: 'A4', screen: 1 }, 'en')).toBe(
      'Sales · A4',
    );
  });
});

it('the length of a report is counted in pages, in slides, or not at all', () => {
  expect([
    lengthText({ pageCount: 1 }, 'en'),
    lengthText({ pageCount: 12, slides: true }, 'en'),
    lengthText({ pageCount: 12, slides: true }, 'zh'),
    lengthText({ pageCount: 0 }, 'en'),
  ]).toEqual(['1 page', '12 slides', '12 张幻灯片', '']);
});

describe.each([
  ['ferries.xlsx', anXlsx(LITTLE_REPORT), 'Passengers · A9:D9', 'Part 1 of 1'],
  ['ferries.pptx', aPptx(LITTLE_REPORT), 'Passengers · slide 2', 'Slide 2'],
])('a quote from %s', (file, bytes, label, page) => {
  const ROW = 'Strait\t12,400\t11,100\t11.7%';

  it('is found again in a new edition with its place', async () => {
    const prepared = await readReport(file, bytes);
    const cells = prepared.chunks.flatMap(({ places }) => places);
    const found = findInReport({ ...prepared, cells }, ROW, ['Passengers']);
    expect(found && citationLabel(found.path, found.place, 'en')).toBe(label);
  });

  it('is marked on the page that its link opens', async () => {
    const prepared = await readReport(file, bytes);
    const quote = findInReport({ ...prepared, cells: prepared.chunks.flatMap(({ places }) => places) }, ROW, []);
    const number = Number(/pages\/(\d+)/u.exec(quote ? quoteHref(quote) : '')?.[1]);
    const shown = prepared.pages.find((each) => each.number === number);
    if (!quote || !shown) throw new Error('there is such a page');
    const view = {
      stored: prepared,
      page: shown,
      quote: quote.span,
      marks: [{ ...quote.span, kind: 'quote' as const }],
      printed: undefined,
      picture: '',
      share: '',
      pageAddress: () => undefined,
    };
    const html = sourcePage(view, { find: '', hits: [] }, 'en').source;
    expect(html).toContain(`<h1>${page}`);
    expect(html).toContain(`<mark id="quote" tabindex="-1">${ROW}</mark>`);
  });
});
