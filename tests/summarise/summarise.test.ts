import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SummaryLength, VerifiedSummary } from '../../src/domain/summary.ts';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';

const SHIPPING = {
  海运市场回暖: [
    '2020年全球海运贸易量为115亿吨，同比下降3.8%。集装箱运价在下半年翻了一番。',
    '按运力计算，马士基的份额为17%，地中海航运为16%，中远海运为12%。三家合计接近一半。',
    '船东协会主席李建国表示，新船订单要到2023年才会集中交付。该协会预计运价明年回落。',
  ],
  港口建设提速: [
    '东港今年投入82亿元新建四个深水泊位，计划2022年投产。其中两个用于液化天然气。',
    '到2025年，全省港口吞吐量目标是18亿吨。西港的自动化码头已经启用，每小时装卸效率提高30%。',
  ],
  内河航运: ['长江干线货运量达到30.6亿吨，再创新高。内河船舶的平均载重为2100吨。'],
};

const port = () => aReportOf(SHIPPING, { file: 'ports.txt', title: '航运月报' });

function summarised(summary: VerifiedSummary): Extract<VerifiedSummary, { outcome: 'summarised' }> {
  if (summary.outcome !== 'summarised') throw new Error(`the outcome is ${summary.outcome}`);
  return summary;
}

describe('a summary', () => {
  it('is of the section that free words name, in the report’s own sentences', async () => {
    const { summarize } = await aLibraryOf(port());
    const { section, points, coverage } = summarised(await summarize('把讲港口建设的那篇概括一下'));
    expect(section.path).toEqual(['港口建设提速']);
    expect(points.map(({ text }) => text).join('')).toMatch(/82亿元.*18亿吨/u);
    expect(coverage).toMatchObject({ points: points.length, coveredParagraphs: 2, paragraphs: 2, tables: 0 });
  });

  it('finds the section of an English request in a Chinese report', async () => {
    const { summarize } = await aLibraryOf(port());
    expect(summarised(await summarize('Summarize the article on inland shipping')).section.path).toEqual(['内河航运']);
  });

  it('takes what refers back together with what it refers to, or leaves it out', async () => {
    const { summarize } = await aLibraryOf(port());
    const texts = summarised(await summarize('详细总结海运市场回暖')).points.map(({ text }) => text);
    expect(texts.filter((text) => /^(?:该|其中)/u.test(text))).toEqual([]);
  });

  it('shows shares of one whole as a series, and figures with whose they are', async () => {
    const { summarize } = await aLibraryOf(port());
    const { series, figures } = summarised(await summarize('海运市场回暖'));
    expect(
      series.map(({ kind, title, unit, values }) => ({
        kind,
        title,
        unit,
        values: values.map(({ label, value }) => [label, value]),
      })),
    ).toEqual([
      {
        kind: 'shares',
        title: '份额',
        unit: '%',
        values: [
          ['马士基', 17],
          ['地中海航运', 16],
          ['中远海运', 12],
        ],
      },
    ]);
    expect(figures.map(({ label, value }) => `${label} ${value}`)).toContain('2020年全球海运贸易量 115亿吨');
  });

  it('asks which when the same section stands in two reports, and takes the one that is then named', async () => {
    const { library, summarize } = await aLibraryOf(
      port(),
      aReportOf(SHIPPING, { file: 'later.txt', title: '航运月报二' }),
    );
    const which = await summarize('港口建设提速');
    expect(which.outcome === 'which' && which.candidates.map(({ path }) => path)).toEqual([
      ['港口建设提速'],
      ['港口建设提速'],
    ]);
    const [report] = await library.reports();
    const candidate = which.outcome === 'which' ? which.candidates[1] : undefined;
    expect(
      report &&
        candidate &&
        summarised(await summarize('港口建设提速', { section: { reportId: candidate.reportId, span: candidate.span } }))
          .section,
    ).toEqual(candidate);
  });

  it('names the nearest sections when none fits', async () => {
    const { summarize } = await aLibraryOf(port());
    const summary = await summarize('总结一下足球那篇');
    expect(summary).toMatchObject({ outcome: 'not_found' });
  });

  it('is taken from every article when a whole report is wanted', async () => {
    const { summarize } = await aLibraryOf(port());
    const { section, points } = summarised(await summarize('整份报告'));
    expect(section.path).toEqual([]);
    expect(new Set(points.map(({ quotes }) => quotes[0]?.path[0]))).toEqual(new Set(Object.keys(SHIPPING)));
  });

  it('is of one sentence where a report without headings says no more', async () => {
    const { summarize } = await aLibraryOf(aReportOf({ '': ['2020年东港的吞吐量为18亿吨。'] }, { title: '港口季报' }));
    const { points } = summarised(await summarize('整份报告'));
    expect(points.map(({ text }) => text)).toEqual(['2020年东港的吞吐量为18亿吨。']);
  });

  it('is verbatim, in reading order, without overlaps, within its length, whatever the report says', async () => {
    const clause = fc.constantFrom(
      '东港今年投入82亿元',
      '吞吐量增长6.2%',
      '其中两个用于液化气',
      '但资金不足',
      '该公司去年亏损',
      '“自动化”已经铺开',
      '据统计',
      '局长表示',
      '马士基减少了两条航线',
      '船期延误3天',
    );
    const sentence = fc.array(clause, { minLength: 1, maxLength: 6 }).map((clauses) => `${clauses.join('，')}。`);
    const paragraphs = fc.array(
      fc.array(sentence, { minLength: 1, maxLength: 5 }).map((sentences) => sentences.join('')),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(
        paragraphs,
        fc.constantFrom<SummaryLength>('brief', 'standard', 'detailed'),
        async (texts, length) => {
          const report = aReportOf({ 港口建设提速: texts });
          const { summarize } = await aLibraryOf(report);
          const summary = await summarize('港口建设提速', { length });
          if (summary.outcome !== 'summarised') return;
          const quotes = summary.points.flatMap((point) => point.quotes);
          expect(summary.points.map(({ text }) => text)).toEqual(
            summary.points.map((point) => point.quotes.map(({ text }) => text).join('')),
          );
          expect(summary.points.length).toBeLessThanOrEqual({ brief: 3, standard: 5, detailed: 12 }[length]);
          for (const { span, text } of quotes) expect(report.text.slice(span.start, span.end)).toBe(text);
          expect(quotes.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(
            { brief: 250, standard: 720, detailed: 1500 }[length],
          );
        },
      ),
      { numRuns: 15 },
    );
  });
});
