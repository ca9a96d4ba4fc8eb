import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedReport } from '../../src/verify/find-in-report.ts';
import { findInReport } from '../../src/verify/find-in-report.ts';
import { quoteSources } from '../../src/verify/quote-sources.ts';
import { aPassage, aReport, aVerifiedAnswer } from '../support/builders.ts';

const SECTIONS = {
  渡轮: ['渡轮有12艘。', '票价为14元。'],
  窑厂: ['窑厂在河边。', '票价为14元。', '窑有31座。'],
};

/** A report of sections, each its heading with its paragraphs below, on a page for each section. */
function aStoredReport(sections: Record<string, string[]> = SECTIONS): PlacedReport {
  const texts = Object.entries(sections).map(([heading, paragraphs]) => [heading, ...paragraphs].join('\n'));
  const text = texts.join('\n');
  const spans = texts.map((own) => ({ start: text.indexOf(own), end: text.indexOf(own) + own.length }));
  return {
    report: aReport(),
    text,
    pages: spans.map((span, at) => ({ number: at + 1, label: `${at + 1}`, span })),
    sections: Object.keys(sections).map((heading, at) => ({
      path: [heading],
      span: spans[at] ?? { start: 0, end: 0 },
      firstPage: at + 1,
      lastPage: at + 1,
    })),
  };
}

describe('a quote that is looked for in a whole report', () => {
  it('is found with its page and section, where it stands now', () => {
    const stored = aStoredReport();
    expect(findInReport(stored, '窑有31座。', ['渡轮'])).toEqual({
      reportId: 'a1b2c3d4e5f6',
      reportTitle: '云市场月报',
      path: ['窑厂'],
      place: { kind: 'page', number: 2, label: '2' },
      span: { start: stored.text.indexOf('窑有'), end: stored.text.length },
      text: '窑有31座。',
    });
  });

  it('is found in the section where it stood before, when it stands in two', () => {
    for (const path of [['渡轮'], ['窑厂']])
      expect(findInReport(aStoredReport(), '票价为14元。', path)?.path).toEqual(path);
    expect(findInReport(aStoredReport(), '票价为14元。', ['没有的章节'])?.path).toEqual(['渡轮']);
  });

  it('is not found when the report no longer holds it', () => {
    expect(findInReport(aStoredReport(), '票价为15元。', ['渡轮'])).toBeUndefined();
  });

  it('is named by its paragraph where the report has no pages', () => {
    const stored = { ...aStoredReport(), report: aReport({ paged: false }) };
    expect(findInReport(stored, '窑有31座。', ['窑厂'])?.place).toMatchObject({ kind: 'paragraph', number: 3 });
  });

  it('is found wherever it stands, in its own words', () => {
    const paragraph = fc.constantFrom('渡轮有12艘。', '票价为14元。', '窑厂在河边。', 'The kiln is old.');
    const sections = fc.dictionary(
      fc.constantFrom('甲', '乙', '丙'),
      fc.array(paragraph, { minLength: 1, maxLength: 4 }),
      {
        minKeys: 1,
      },
    );
    fc.assert(
      fc.property(sections, fc.nat(9), (of, at) => {
        const stored = aStoredReport(of);
        const paths = Object.keys(of);
        const path = paths[at % paths.length] ?? '';
        const wanted = of[path]?.[0] ?? '';
        const quote = findInReport(stored, wanted, [path]);
        expect(quote?.path).toEqual([path]);
        expect(stored.text.slice(quote?.span.start, quote?.span.end)).toBe(wanted);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the sources of an answer', () => {
  const TEXT = `${'前'.repeat(90)}。\n上一句。2020年第三季度，亚马逊市占率为32%。下一句。\n另一段。`;
  const start = TEXT.indexOf('2020年');
  const quoted = '2020年第三季度，亚马逊市占率为32%。';
  const answer = aVerifiedAnswer({
    passages: [
      aPassage({
        chunk: {
          ...aPassage().chunk,
          text: quoted,
          span: { start, end: start + quoted.length },
        },
      }),
    ],
  });
  const sourcesIn = (text: string | undefined) =>
    quoteSources(answer, () =>
      Promise.resolve(text === undefined ? undefined : { report: aReport(), text, pages: [], sections: [] }),
    );

  it('are its quotes, each in its paragraph', async () => {
    const [source] = await sourcesIn(TEXT);
    expect(source).toMatchObject({ quote: { text: quoted }, before: '上一句。', after: '下一句。' });
  });

  it('are the quotes alone where the report is gone, or another now', async () => {
    for (const text of [undefined, `新的开头。${TEXT}`])
      expect(await sourcesIn(text)).toMatchObject([{ quote: { text: quoted }, before: '', after: '' }]);
  });
});
