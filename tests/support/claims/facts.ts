import type { Language } from '../../../src/domain/report.ts';

type Words = Record<Language, string>;

/** One fact of the sample reports, in pieces that templates put together, with the sentence that says it. */
export interface Fact {
  /** As it stands in the report. */
  quote: string;
  who: Words;
  /** What is measured of it. */
  what: Words;
  value: Words;
  when: Words;
  /** The value says by how much it went up or down. */
  moves?: 'up' | 'down';
}

const Q3: Words = { zh: '2020年第三季度', en: 'the third quarter of 2020' };
const YEAR = (year: number): Words => ({ zh: `${year}年`, en: String(year) });
const AWS: Words = { zh: '亚马逊云', en: 'AWS' };
const SHARE: Words = { zh: '市场份额', en: 'market share' };
const REVENUE: Words = { zh: '收入', en: 'revenue' };
const LOSS: Words = { zh: '净亏损', en: 'net loss' };
const PRICE: Words = { zh: '发行价', en: 'issue price' };

/** A sentence that gives one measure of several, each with its value. */
interface Comparison {
  quote: string;
  what: Words;
  when: Words;
  values: readonly { who: Words; value: Words }[];
}

const share = (zh: string, en: string, value: string) => ({ who: { zh, en }, value: { zh: value, en: value } });
const amount = (zh: string, en: string, billions: number) => ({
  who: { zh, en },
  value: { zh: `${Math.round(billions * 1e4) / 1e3}亿美元`, en: `$${billions} billion` },
});

/** Sentences that speak of several: who has which value can be swapped without a word that is not theirs. */
const COMPARISONS: readonly Comparison[] = [
  {
    quote: '2020年第三季度，亚马逊云市占率为32%；微软Azure以19%居第二，谷歌云占7%，阿里云占6%。',
    what: SHARE,
    when: Q3,
    values: [
      share('亚马逊云', 'AWS', '32%'),
      share('微软Azure', 'Microsoft Azure', '19%'),
      share('谷歌云', 'Google Cloud', '7%'),
      share('阿里云', 'Alibaba Cloud', '6%'),
    ],
  },
  {
    quote: '2020年第三季度，阿里云以40.9%的份额居首，华为云占16.2%、腾讯云占16.1%、百度智能云占8.5%。',
    what: SHARE,
    when: Q3,
    values: [
      share('阿里云', 'Alibaba Cloud', '40.9%'),
      share('华为云', 'Huawei Cloud', '16.2%'),
      share('腾讯云', 'Tencent Cloud', '16.1%'),
    ],
  },
  {
    quote: '依图科技（Yitu）和云从科技（CloudWalk）2019年的研发费用分别为6.57亿元和4.54亿元。',
    what: { zh: '研发费用', en: 'R&D spending' },
    when: YEAR(2019),
    values: [
      { who: { zh: '依图科技', en: 'Yitu' }, value: { zh: '6.57亿元', en: '657 million yuan' } },
      { who: { zh: '云从科技', en: 'CloudWalk' }, value: { zh: '4.54亿元', en: '454 million yuan' } },
    ],
  },
  {
    quote:
      'In the fourth quarter of 2024 TSMC took 67.1% of foundry revenue; Samsung followed with 8.1% and SMIC ' +
      'with 5.5%.',
    what: { zh: '晶圆代工收入占比', en: 'share of foundry revenue' },
    when: { zh: '2024年第四季度', en: 'the fourth quarter of 2024' },
    values: [share('台积电', 'TSMC', '67.1%'), share('三星', 'Samsung', '8.1%'), share('中芯国际', 'SMIC', '5.5%')],
  },
  {
    quote:
      'By January 2025 the department had finalised awards: up to $7.86 billion for Intel, $6.6 billion for ' +
      'TSMC, $6.165 billion for Micron and $4.745 billion for Samsung.',
    what: { zh: '补贴金额', en: 'award' },
    when: { zh: '2025年1月', en: 'January 2025' },
    values: [
      amount('英特尔', 'Intel', 7.86),
      amount('台积电', 'TSMC', 6.6),
      amount('美光', 'Micron', 6.165),
      amount('三星', 'Samsung', 4.745),
    ],
  },
];

/** Sentences of the sample reports; each fact stands in one of them. */
export const SINGLE_FACTS: readonly Fact[] = [
  {
    quote: '2020年第三季度，全球企业在云基础设施服务上花费了365亿美元',
    who: { zh: '全球企业', en: 'companies worldwide' },
    what: { zh: '云基础设施服务花费', en: 'cloud infrastructure spending' },
    value: { zh: '365亿美元', en: '$36.5 billion' },
    when: Q3,
  },
  {
    quote: '亚马逊云（Amazon Web Services，简称AWS）2020年第三季度市占率为32%，仍然排在首位。',
    who: AWS,
    what: SHARE,
    value: { zh: '32%', en: '32%' },
    when: Q3,
  },
  {
    quote: '微软Azure以19%的份额居2020年第三季度第二位，在一年里提高了两个百分点。',
    who: { zh: '微软Azure', en: 'Microsoft Azure' },
    what: SHARE,
    value: { zh: '19%', en: '19%' },
    when: Q3,
  },
  {
    quote: '2020年第三季度，AWS净销售额为116亿美元，占集团收入的12%左右。',
    who: { zh: 'AWS', en: 'AWS' },
    what: { zh: '净销售额', en: 'net sales' },
    value: { zh: '116亿美元', en: '$11.6 billion' },
    when: Q3,
  },
  {
    quote: '2020年第三季度，AWS经营利润为35亿美元，占集团经营利润的57%。',
    who: { zh: 'AWS', en: 'AWS' },
    what: { zh: '经营利润', en: 'operating profit' },
    value: { zh: '35亿美元', en: '$3.5 billion' },
    when: Q3,
  },
  {
    quote: '2020年第三季度，微软没有单独公布Azure的收入，只披露其当季同比增长48%。',
    who: { zh: '微软Azure', en: 'Microsoft Azure' },
    what: REVENUE,
    value: { zh: '48%', en: '48%' },
    when: Q3,
    moves: 'up',
  },
  {
    quote: '谷歌云在2020年第三季度的收入为34.4亿美元。',
    who: { zh: '谷歌云', en: 'Google Cloud' },
    what: REVENUE,
    value: { zh: '34.4亿美元', en: '$3.44 billion' },
    when: Q3,
  },
  {
    quote: '2020年第三季度，中国企业的云基础设施支出为50亿美元',
    who: { zh: '中国企业', en: 'Chinese companies' },
    what: { zh: '云基础设施支出', en: 'cloud infrastructure spending' },
    value: { zh: '50亿美元', en: '$5 billion' },
    when: Q3,
  },
  {
    quote: '2020年第三季度，中国企业的云基础设施支出同比增长65%，增速约为全球平均水平的两倍。',
    who: { zh: '中国企业', en: 'Chinese companies' },
    what: { zh: '云基础设施支出', en: 'cloud infrastructure spending' },
    value: { zh: '65%', en: '65%' },
    when: Q3,
    moves: 'up',
  },
  {
    quote: '2020年第三季度，阿里云以40.9%的份额居中国首位',
    who: { zh: '阿里云', en: 'Alibaba Cloud' },
    what: SHARE,
    value: { zh: '40.9%', en: '40.9%' },
    when: Q3,
  },
  {
    quote: '华为云在2020年第三季度占16.2%的份额，首次越过腾讯云升至第二',
    who: { zh: '华为云', en: 'Huawei Cloud' },
    what: SHARE,
    value: { zh: '16.2%', en: '16.2%' },
    when: Q3,
  },
  {
    quote: 'IBM在2019年7月以340亿美元完成对红帽的收购',
    who: { zh: 'IBM', en: 'IBM' },
    what: { zh: '红帽收购价', en: 'price for the acquisition of Red Hat' },
    value: { zh: '340亿美元', en: '$34 billion' },
    when: { zh: '2019年7月', en: 'July 2019' },
  },
  {
    quote: '寒武纪（Cambricon）于2020年7月20日在科创板挂牌，发行价为每股64.39元',
    who: { zh: '寒武纪', en: 'Cambricon' },
    what: PRICE,
    value: { zh: '64.39元', en: '64.39 yuan' },
    when: { zh: '2020年7月', en: 'July 2020' },
  },
  {
    quote: '招股书显示，寒武纪2019年营业收入为4.44亿元',
    who: { zh: '寒武纪', en: 'Cambricon' },
    what: { zh: '营业收入', en: 'operating revenue' },
    value: { zh: '4.44亿元', en: '444 million yuan' },
    when: YEAR(2019),
  },
  {
    quote: '寒武纪2019年净亏损11.79亿元，亏损主要来自研发投入和股权激励',
    who: { zh: '寒武纪', en: 'Cambricon' },
    what: LOSS,
    value: { zh: '11.79亿元', en: '1.179 billion yuan' },
    when: YEAR(2019),
  },
  {
    quote: '依图科技（Yitu）2019年的收入为7.17亿元',
    who: { zh: '依图科技', en: 'Yitu' },
    what: REVENUE,
    value: { zh: '7.17亿元', en: '717 million yuan' },
    when: YEAR(2019),
  },
  {
    quote: '依图科技（Yitu）2019年净亏损为36.47亿元，很大一部分来自优先股的公允价值变动',
    who: { zh: '依图科技', en: 'Yitu' },
    what: LOSS,
    value: { zh: '36.47亿元', en: '3.647 billion yuan' },
    when: YEAR(2019),
  },
  {
    quote: '云从科技（CloudWalk）2019年收入8.07亿元',
    who: { zh: '云从科技', en: 'CloudWalk' },
    what: REVENUE,
    value: { zh: '8.07亿元', en: '807 million yuan' },
    when: YEAR(2019),
  },
  {
    quote: '2020年12月9日，C3.ai首日收盘92.49美元，股价上涨120%',
    who: { zh: 'C3.ai', en: 'C3.ai' },
    what: { zh: '股价', en: 'share price' },
    value: { zh: '120%', en: '120%' },
    when: { zh: '2020年12月', en: 'December 2020' },
    moves: 'up',
  },
  {
    quote: 'Palantir公司2019年收入为7.43亿美元，净亏损5.8亿美元',
    who: { zh: 'Palantir', en: 'Palantir' },
    what: LOSS,
    value: { zh: '5.8亿美元', en: '$580 million' },
    when: YEAR(2019),
  },
  {
    quote: 'Worldwide semiconductor sales reached $627.6 billion in 2024',
    who: { zh: '全球', en: 'the world' },
    what: { zh: '半导体销售额', en: 'semiconductor sales' },
    value: { zh: '6276亿美元', en: '$627.6 billion' },
    when: YEAR(2024),
  },
  {
    quote: 'Memory sales rose by 78.9% in 2024 after a dismal 2023.',
    who: { zh: '存储芯片', en: 'memory' },
    what: { zh: '销售额', en: 'sales' },
    value: { zh: '78.9%', en: '78.9%' },
    when: YEAR(2024),
    moves: 'up',
  },
  {
    quote: 'In Europe, semiconductor sales fell by 8.1% in 2024.',
    who: { zh: '欧洲', en: 'Europe' },
    what: { zh: '半导体销售额', en: 'semiconductor sales' },
    value: { zh: '8.1%', en: '8.1%' },
    when: YEAR(2024),
    moves: 'down',
  },
  {
    quote: 'TSMC took 67.1% of foundry revenue in the fourth quarter of 2024',
    who: { zh: '台积电', en: 'TSMC' },
    what: { zh: '晶圆代工收入占比', en: 'share of foundry revenue' },
    value: { zh: '67.1%', en: '67.1%' },
    when: { zh: '2024年第四季度', en: 'the fourth quarter of 2024' },
  },
  {
    quote: 'Net sales of ASML in 2024 came to €28.3 billion, with a gross margin of 51.3%.',
    who: { zh: 'ASML', en: 'ASML' },
    what: { zh: '净销售额', en: 'net sales' },
    value: { zh: '283亿欧元', en: '€28.3 billion' },
    when: YEAR(2024),
  },
];

/** Each fact of the sentences that speak of several. */
export const COMPARED_FACTS: readonly Fact[] = COMPARISONS.flatMap(({ quote, what, when, values }) =>
  values.map(({ who, value }) => ({ quote, what, when, who, value })),
);

export const FACTS: readonly Fact[] = [...SINGLE_FACTS, ...COMPARED_FACTS];
