import { describe, expect, it } from 'vitest';
import { aLibraryOf, aReportOf, saidBy } from '../support/answer-from.ts';

const NAMED = ['青禾船舶有限公司', '白塔玻璃有限公司', '石桥水泥有限公司'];
const HELD = aReportOf(
  {
    主要子公司: [
      '（1）青禾船舶有限公司为公司全资子公司，主要从事渡轮的制造。2021年末资产总计813万元，净利润31万元。',
      '（2）白塔玻璃有限公司为公司控股子公司，主要从事器皿的制造。2021年末资产总计624万元，净利润27万元。',
      '（3）石桥水泥有限公司为公司控股子公司，主要从事水泥的制造。2021年末资产总计437万元，净利润19万元。',
    ],
    地址: NAMED.map((name, at) => `${name}住所位于北岸路${at + 5}号。`),
  },
  { title: '年度报告', file: 'annual.txt' },
);

describe('what is asked of each of several things', () => {
  it('is said of each where its own paragraph tells it', async () => {
    const { ask } = await aLibraryOf(HELD);
    expect(saidBy(await ask('青禾船舶、白塔玻璃、石桥水泥2021年净利润分别是多少？'))).toEqual([
      '2021年末资产总计813万元，净利润31万元。',
      '2021年末资产总计624万元，净利润27万元。',
      '2021年末资产总计437万元，净利润19万元。',
    ]);
  });

  it('stays open for one that no report speaks of', async () => {
    const { ask } = await aLibraryOf(HELD);
    const answer = await ask('青禾船舶、白塔玻璃、柳湾纸业2021年净利润分别是多少？');
    expect([answer.outcome, 'open' in answer && answer.open]).toEqual(['partly_answered', ['柳湾纸业']]);
    expect(saidBy(answer)).toEqual([
      '2021年末资产总计813万元，净利润31万元。',
      '2021年末资产总计624万元，净利润27万元。',
    ]);
  });

  it('is not found when nothing is said of any', async () => {
    const { ask } = await aLibraryOf(HELD);
    expect((await ask('柳湾纸业、东岭钢铁、南浦机械2021年净利润分别是多少？')).outcome).toBe('not_found');
  });
});
