import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/domain/answer.ts';
import type { VerifiedAnswer } from '../../src/domain/answer.ts';
import { readTrend } from '../../src/kinds/read-trend.ts';
import { answerMessages } from '../../src/slack/views/answer-message.ts';
import { aTableReport } from '../support/a-table-report.ts';
import { aLibraryOf, aReportOf, saidBy } from '../support/answer-from.ts';

const TICKETS = aTableReport({
  heading: '经营情况',
  above: ['渡轮业务收入', '单位：万元'],
  stub: '项目',
  heads: ['2018年', '2019年', '2020年', '2021年'],
  rows: [
    ['船票收入', '800', '900', '1,000', '1,200'],
    ['货运收入', '310', '290', '250', '230'],
    ['运营毛利率', '31%', '30%', '28%', '27%'],
    ['占船票收入比例（%）', '11', '12', '14', '17'],
    ['毛利率（%）', '41', '40', '38', '37'],
  ],
});

function issueOf(year: number, boats: number) {
  return aReportOf(
    { 船队: [`${year}年北湾公司的渡轮数量为${boats}艘。`] },
    {
      title: `北湾渡轮年报${year}`,
      file: `ferries-${year}.txt`,
      publishedOn: `${year + 1}-03-01`,
      publisher: '北湾公司',
    },
  );
}

function seriesOf(answer: VerifiedAnswer) {
  return 'series' in answer ? answer.series?.values.map(({ label, value }) => [label, value]) : undefined;
}

describe('a question for a course over time', () => {
  it.each([
    ['船票收入历年变化', { asked: ['船票', '收入'] }],
    ['2019年以来货运收入的走势', { asked: ['货运', '收入'], from: 2019 }],
    ['How has ferry revenue developed since 2018?', { asked: ['ferry', 'revenue'], from: 2018 }],
  ])('is read: %s', (question, trend) => {
    expect(readTrend(question)).toEqual(trend);
  });

  it.each(['船票收入2019年是多少', 'What is ferry revenue?'])('is not: %s', (question) => {
    expect(readTrend(question)).toBeUndefined();
  });

  it('is answered with the cells of its row in order of time, and by how much the last differs', async () => {
    const { askByKind } = await aLibraryOf(TICKETS);
    const answer = await askByKind('船票收入历年变化');
    expect(claimsOf(answer).map(({ text, degree }) => [text, degree])).toEqual([
      ['船票收入：2018年 800万元；2019年 900万元；2020年 1,000万元；2021年 1,200万元', 'verbatim'],
      ['船票收入：2018年 800万元；2021年 1,200万元；增长50%。', 'computed'],
    ]);
    expect(seriesOf(answer)).toEqual([
      ['2018', 800],
      ['2019', 900],
      ['2020', 1000],
      ['2021', 1200],
    ]);
    expect(answerMessages(answer, { language: 'zh', dates: new Map() })[0]?.chart?.values).toHaveLength(4);
  });

  it('begins where it is asked to', async () => {
    const { askByKind } = await aLibraryOf(TICKETS);
    expect(saidBy(await askByKind('2019年以来货运收入的走势')).at(-1)).toBe(
      '货运收入：2019年 290万元；2021年 230万元；下降20.69%。',
    );
  });

  it('tells the points by which a percentage differs that is named one in its label', async () => {
    const { askByKind } = await aLibraryOf(TICKETS);
    expect(saidBy(await askByKind('占船票收入比例的历年变化')).at(-1)).toMatch(/6个百分点。$/u);
  });

  it('is of what is asked, not of what says more', async () => {
    const { askByKind } = await aLibraryOf(TICKETS);
    expect(saidBy(await askByKind('船票历年收入')).join('\n')).not.toContain('占船票收入比例');
  });

  it('goes over the issues of a series', async () => {
    const { askByKind } = await aLibraryOf(issueOf(2018, 20), issueOf(2019, 24), issueOf(2020, 30));
    expect(saidBy(await askByKind('北湾公司渡轮数量历年变化'))).toEqual([
      '2018年北湾公司的渡轮数量为20艘。',
      '2019年北湾公司的渡轮数量为24艘。',
      '2020年北湾公司的渡轮数量为30艘。',
      '2018年20艘，2020年30艘，增长50%。',
    ]);
  });

  it('is none of another measure or thing', async () => {
    const { askByKind } = await aLibraryOf(TICKETS);
    expect(seriesOf(await askByKind('餐饮收入历年变化'))).toBeUndefined();
    expect(seriesOf(await askByKind('收入历年变化'))).toBeUndefined();
  });
});
