import { describe, expect, it } from 'vitest';
import { readComparison } from '../../src/kinds/read-comparison.ts';
import { aLibraryOf, aReportOf, saidBy } from '../support/answer-from.ts';

const YARDS = '北岸码头有泊位36个，南岸码头有泊位24个，东岛码头有泊位12个，西岛码头有泊位8个。';

const SHIPYARDS = aReportOf(
  {
    码头: [YARDS],
    公司: ['东帆公司2019年研发费用为6.5亿元。', '西帆公司2019年净亏损17.1亿元。'],
    年度: ['东帆公司2018年至2019年收入分别为3.1亿元和7.2亿元，净亏损分别为11.6亿元和36.4亿元。'],
  },
  { title: '造船观察', file: 'yards.txt' },
);

describe('a question of several things', () => {
  it.each([
    ['北岸、南岸和东岛的船厂加起来有几家', 'sum', ['北岸', '南岸', '东岛']],
    ['berths of Hull, Grimsby and Dover combined', 'sum', ['Hull', 'Grimsby', 'Dover']],
    ["How many times larger is Hull's fleet than Dover's?", 'ratio', ['Hull', 'Dover']],
    ['深水泊位占全港泊位的百分之几', 'share', ['深水泊位', '全港泊位']],
    ['What share of total revenue came from ferries?', 'share', ['ferries', 'total revenue']],
    ['渡轮收入从2019年到2020年涨了百分之几', 'growth', ['2019年', '2020年']],
    ['2020年第三季度和第四季度收入合计多少', 'sum', ['2020年第三季度', '第四季度']],
  ])('names each, and what is reckoned of them: %s', (question, operation, labels) => {
    const read = readComparison(question);
    expect([read?.operation, read?.operands.map(({ label }) => label)]).toEqual([operation, labels]);
  });

  it('is reckoned from a figure of each', async () => {
    const { askByKind } = await aLibraryOf(SHIPYARDS);
    expect(saidBy(await askByKind('北岸码头、南岸码头和东岛码头一共有多少个泊位？'))[0]).toBe(
      '北岸码头36个，南岸码头24个，东岛码头12个，合计72个。',
    );
  });

  it('gives none a figure that stands beside another', async () => {
    const { askByKind } = await aLibraryOf(SHIPYARDS);
    expect(saidBy(await askByKind('东岛码头和北岛码头一共有多少个泊位？')).join('\n')).not.toContain('合计');
  });

  it('is not reckoned from figures of different measures', async () => {
    const { askByKind } = await aLibraryOf(SHIPYARDS);
    expect(saidBy(await askByKind('东帆公司和西帆公司2019年谁亏得多？')).join('\n')).not.toContain('相差');
  });
});
