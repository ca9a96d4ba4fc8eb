import { describe, expect, it } from 'vitest';
import { aLibraryOf, aReportOf, saidBy } from '../support/answer-from.ts';

const GREENHOUSES = aReportOf(
  {
    温室的用水: [
      '温室的用水量去年下降一成。',
      '滴灌在温室中的做法主要有：',
      '——分区供水：每个分区各有一个阀门。',
      '——夜间供水：夜间蒸发少，省水三成。',
    ],
    政策环境: ['各地对农业的补贴有增有减。', '农业补贴总额为4.2亿元。'],
    经营中的困难: [
      '（一）招工不易',
      '熟练工人的工资在两年里上涨18%。',
      '春季用工最紧，多地要到邻省招人。',
      '冬季则有三成工人闲着。',
      '包吃包住已是惯例。',
      '老工人带新工人要三个月。',
      '（二）电价上涨',
      '补光灯的电费占成本的四成。',
    ],
  },
  { publishedOn: '2023-05-01', title: '温室蔬菜观察', file: 'greenhouses.txt' },
);

describe('a question that asks for several things', () => {
  it('is answered with what stands side by side under the line that leads up to it', async () => {
    const { askByKind } = await aLibraryOf(GREENHOUSES);
    const answer = await askByKind('滴灌在温室里有哪些做法？');
    expect({ kind: answer.outcome === 'answered' && answer.kind, said: saidBy(answer) }).toEqual({
      kind: 'list',
      said: ['——分区供水：每个分区各有一个阀门。', '——夜间供水：夜间蒸发少，省水三成。'],
    });
  });

  it('is answered with the numbered headings of the section that it names, whatever stands between them', async () => {
    const { askByKind } = await aLibraryOf(GREENHOUSES);
    expect(saidBy(await askByKind('报告说经营中有哪些困难？'))).toEqual(['（一）招工不易', '（二）电价上涨']);
  });

  it('is answered with every item, the first of which stands in the sentence that leads up to them', async () => {
    const report = aReportOf(
      {
        展望: [
          '温室业面临三方面问题：一是补光的电价上涨，电费占成本四成；',
          '二是熟练工人不足；',
          '三是品种老化。',
          '协会预计明年面积不变。',
        ],
      },
      { publishedOn: '2023-05-01', title: '温室蔬菜展望', file: 'outlook.txt' },
    );
    const { askByKind } = await aLibraryOf(report);
    expect(saidBy(await askByKind('温室业有哪些问题'))).toEqual([
      '温室业面临三方面问题：一是补光的电价上涨，电费占成本四成；',
      '二是熟练工人不足；',
      '三是品种老化。',
    ]);
  });

  it('is answered with items at the length that their language needs, none cut behind a colon', async () => {
    const items = [
      'First, glass: prices of panes rose by a third, and every grower who has to replace them pays.',
      'Second, heat: the gas that warms the beds of growers in the U.S. Midwest costs twice what it did two years ' +
        'ago, and no contract runs for longer than a season.',
    ];
    const report = aReportOf(
      { 'Main risks': ['Two risks stand out for growers.', ...items] },
      { publishedOn: '2023-05-01', title: 'Greenhouse review', file: 'review.txt' },
    );
    const { askByKind } = await aLibraryOf(report);
    expect(saidBy(await askByKind('what are the main risks for growers'))).toEqual(items);
  });

  it('is answered with the sentence that lists as many as it says, where nothing stands side by side', async () => {
    const report = aReportOf(
      {
        花卉的种植: [
          '协会秘书长说，花卉的“新渠道”主要包括直播、团购、批发、出口、订阅五大去处，各有难处。',
          '这五大去处都离不开冷链。',
          '新渠道的建设还要几年。',
        ],
      },
      { publishedOn: '2023-05-01', title: '花卉观察', file: 'flowers.txt' },
    );
    const { askByKind } = await aLibraryOf(report);
    expect(saidBy(await askByKind('花卉新渠道的五大去处是哪五个来着'))).toEqual([
      '协会秘书长说，花卉的“新渠道”主要包括直播、团购、批发、出口、订阅五大去处，各有难处。',
    ]);
  });

  it('is answered with the sentence that says how many there are and lists them, before any list', async () => {
    const report = aReportOf(
      {
        'Board committees': [
          'The role of the Audit Committee of the Board is:',
          '(a) Reviewing the accounts of the committees',
          '(b) Meeting the auditors of the Board',
          'There are three Board Committees – the Audit, the Pay and the Fleet Committee.',
        ],
      },
      { publishedOn: '2023-05-01', title: 'Harbour Lines report', file: 'harbour-lines.txt' },
    );
    const { askByKind } = await aLibraryOf(report);
    expect(saidBy(await askByKind('list all the board committees'))).toEqual([
      'There are three Board Committees – the Audit, the Pay and the Fleet Committee.',
    ]);
  });

  it('finds nothing where no heading, line or sentence names what is asked', async () => {
    const { askByKind } = await aLibraryOf(GREENHOUSES);
    expect((await askByKind('花卉拍卖有哪些规则？')).outcome).toBe('not_found');
  });
});
