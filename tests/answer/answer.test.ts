import { describe, expect, it } from 'vitest';
import { aLibraryOf, aReportOf, saidBy } from '../support/answer-from.ts';
import { claimsOf } from '../../src/domain/answer.ts';

const TWO_CLOUDS = '亚马逊云服务（Amazon Web Services，简称AWS）、微软Azure是全球前两大云服务商。';
const CLOUD = aReportOf(
  {
    云市场: [
      '据Synergy统计，2020年第三季度，全球云服务支出达到650亿美元，较上年同期增长28%。',
      `${TWO_CLOUDS}上述两家公司的市占率分别为32%、19%。`,
      '微软公布，2020年第三季度Azure收入增长48%。',
    ],
    另一份统计: ['Canalys的报告显示，2020年第三季度全球云服务支出达到365亿美元，按年增长33%。'],
    运营商: [
      '中国联通2020年资本开支预算为730亿元。其中，机房改造约占80亿元。',
      '邮电大学教授沈柏青预计，2021年会建成40万个5G基站。',
      '成都已有1.8万个5G基站，要在2023年达到6万个。云南今后两年会新建2.9万个5G基站。',
    ],
    信用: [
      '“管数据的人应该向图书管理员学习。”复旦大学教授韩立群表示。',
      '银行的不良贷款率有所下降，部分企业因为回款变慢而拖欠供应商货款。',
    ],
  },
  { publishedOn: '2020-12-31' },
);

describe('an answer without a model', () => {
  it('is the sentence that says it, in the language of the report', async () => {
    const { ask } = await aLibraryOf(CLOUD);
    expect(saidBy(await ask('微软Azure三季度收入涨了多少？'))).toEqual(['微软公布，2020年第三季度Azure收入增长48%。']);
    expect(saidBy(await ask('How much did China Unicom budget for capital expenditure in 2020?'))).toEqual([
      '中国联通2020年资本开支预算为730亿元。',
    ]);
  });

  it('takes in the sentence before when it cannot be understood without', async () => {
    const { ask } = await aLibraryOf(CLOUD);
    expect(saidBy(await ask('AWS的市占率是多少？'))).toEqual([`${TWO_CLOUDS}上述两家公司的市占率分别为32%、19%。`]);
  });

  it('says whose words they are', async () => {
    const { ask } = await aLibraryOf(CLOUD);
    expect(saidBy(await ask('谁说管数据的人要向图书管理员学习？'))).toEqual([
      '“管数据的人应该向图书管理员学习。”复旦大学教授韩立群表示。',
    ]);
  });

  it('finds a person whose name is written in pinyin', async () => {
    const { ask } = await aLibraryOf(CLOUD);
    expect(saidBy(await ask('How many 5G base stations does Shen Baiqing expect in 2021?'))).toEqual([
      '邮电大学教授沈柏青预计，2021年会建成40万个5G基站。',
    ]);
  });

  it('is none where the best sentence lacks the measure that is asked for, or a name that no report has', async () => {
    const { ask } = await aLibraryOf(CLOUD);
    expect(saidBy(await ask('中国联通2020年的净利润是多少？'))).toEqual([]);
    expect(saidBy(await ask('莱茵金属2020年的资本开支预算是多少？'))).toEqual([]);
    const mill = await aLibraryOf(aReportOf({ Costs: ['Average prices of pulp dropped 14% in spring.'] }));
    expect(saidBy(await mill.ask('How much did average prices of pulp at Kotka drop?'))).toEqual([]);
    expect(saidBy(await mill.ask('How Much Did Average Prices Of Pulp Drop?'))).toHaveLength(1);
  });

  it('answers each part of a question', async () => {
    const { ask } = await aLibraryOf(CLOUD);
    expect(saidBy(await ask('成都到2023年要有多少5G基站？云南往后两年新建多少？'))).toEqual([
      '成都已有1.8万个5G基站，要在2023年达到6万个。',
      '云南今后两年会新建2.9万个5G基站。',
    ]);
  });

  it('completes a question from the turns before it, and says how it understood it', async () => {
    const { ask } = await aLibraryOf(CLOUD);
    const answer = await ask('那云南呢？', ['成都到2023年要有多少5G基站？']);
    expect({ said: saidBy(answer), understood: answer.question.standalone }).toEqual({
      said: ['云南今后两年会新建2.9万个5G基站。'],
      understood: '云南到2023年要有多少5G基站？',
    });
  });

  it('shows both values where the reports differ, and says that they do', async () => {
    const { ask } = await aLibraryOf(CLOUD);
    const answer = await ask('2020年第三季度全球云服务支出是多少？');
    expect(answer).toMatchObject({ outcome: 'answered', differing: true });
    expect(saidBy(answer)).toEqual(
      expect.arrayContaining([expect.stringContaining('650亿美元'), expect.stringContaining('365亿美元')]),
    );
  });

  it('takes no plan for what is done', async () => {
    const { ask } = await aLibraryOf(
      aReportOf({
        规划: ['海港市表示，将加快充电网络建设，全市新建充电站900座以上。'],
        现状: ['去年底，海港市全市的充电站达到350座。'],
      }),
    );
    expect(saidBy(await ask('海港市全市一共建了多少座充电站？'))[0]).toBe('去年底，海港市全市的充电站达到350座。');
    expect(saidBy(await ask('海港市计划新建多少座充电站？'))[0]).toBe(
      '海港市表示，将加快充电网络建设，全市新建充电站900座以上。',
    );
  });

  it('shows what different sections say when it is asked whether they agree', async () => {
    const { ask } = await aLibraryOf(CLOUD);
    expect(await ask('2020年第三季度全球云服务支出是多少？不同文章说法一样吗')).toMatchObject({
      outcome: 'answered',
      differing: true,
    });
  });

  it('refuses a quarter that no report has, and says which one there is', async () => {
    const { ask } = await aLibraryOf(CLOUD);
    expect(await ask('2021年第一季度全球云服务支出是多少？')).toMatchObject({
      outcome: 'not_found',
      missing: ['2021', 'Q1'],
      held: ['2020 Q3'],
    });
  });

  it.each([
    ['a measure that is not given', '商汤科技的估值是多少？'],
    ['another company', '中国电信2020年资本开支预算是多少？'],
    ['what is not spoken of at all', '苹果的折叠屏手机什么时候发布？'],
    ['nothing', '？？'],
  ])('refuses %s', async (_, question) => {
    const { ask } = await aLibraryOf(CLOUD);
    expect((await ask(question)).outcome).toBe('not_found');
  });

  it('quotes what it says word for word', async () => {
    const { ask } = await aLibraryOf(CLOUD);
    for (const question of [
      'AWS的市占率是多少？',
      '银行的不良贷款率怎么样？',
      '5G基站建了多少？',
      '谁说会建成40万个基站？',
    ]) {
      const answer = await ask(question);
      for (const { quotes } of claimsOf(answer))
        for (const { span, text } of quotes) expect(CLOUD.text.slice(span.start, span.end)).toBe(text);
    }
  });
});

describe('reports that a question means', () => {
  const november = aReportOf(
    { 市场: ['5G基站总数为60万个。'] },
    { file: 'nov.txt', title: '通信产业观察', publishedOn: '2020-11-30', publisher: '远望研究' },
  );
  const december = aReportOf(
    { 市场: ['5G基站总数为70万个。'] },
    { file: 'dec.txt', title: '信息产业观察', publishedOn: '2020-12-31' },
  );

  it.each([
    ['上期报告里5G基站总数是多少？', '5G基站总数为60万个。'],
    ['最新一期里5G基站总数是多少？', '5G基站总数为70万个。'],
    ['《通信产业观察》说5G基站总数是多少？', '5G基站总数为60万个。'],
    ['远望研究说5G基站总数是多少？', '5G基站总数为60万个。'],
  ])('are the only ones asked: %s', async (question, said) => {
    const { ask } = await aLibraryOf(november, december);
    expect(saidBy(await ask(question))).toEqual([said]);
  });
});

describe('search', () => {
  const chinese = aReportOf(
    { 芯片: ['台积电是全球最大的晶圆代工厂。'], 天气: ['今年冬天北方气温偏低，供暖需求上升。'] },
    { file: 'zh.txt' },
  );
  const english = aReportOf(
    {
      Memory: ['Three companies make all high-bandwidth memory chips.'],
      Retail: ['Shops reported rising sales of clothes.'],
    },
    { file: 'en.txt', title: 'Chips' },
  );

  it('finds a passage in either language, whatever the language of the question', async () => {
    const { search } = await aLibraryOf(chinese, english);
    expect((await search('largest wafer foundry'))[0]).toBe('台积电是全球最大的晶圆代工厂。');
    expect((await search('谁生产内存芯片？'))[0]).toBe('Three companies make all high-bandwidth memory chips.');
    expect((await search('冬天的气温'))[0]).toBe('今年冬天北方气温偏低，供暖需求上升。');
  });
});
