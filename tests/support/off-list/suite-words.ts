import type { WordClass } from './dictionary-words.ts';

/** A word of the suite: what it goes by in both languages. A verb's English forms are those of each of its times. */
export interface SuiteWord {
  class: WordClass;
  zh: readonly string[];
  en: readonly string[];
}

/** Chinese forms = English forms, each separated by `|`; a line a word. */
const WORDS: Partial<Record<WordClass, string>> = {
  company: `
亚马逊云 = AWS|Amazon Web Services|Amazon’s cloud
华为云 = Huawei Cloud
华为 = Huawei
英特尔 = Intel
腾讯云 = Tencent Cloud
腾讯 = Tencent
阿里云 = Alibaba Cloud
阿里巴巴 = Alibaba
微软 = Microsoft
联想 = Lenovo
美光 = Micron
京东方 = BOE
京东 = JD.com
三星 = Samsung
SK海力士 = SK Hynix
中国移动 = China Mobile
中国联通 = China Unicom
中国电信 = China Telecom
浪潮 = Inspur
中芯国际 = SMIC
阿斯麦 = ASML
紫光集团 = Tsinghua Unigroup
谷歌云 = Google Cloud
谷歌 = Google
寒武纪 = Cambricon
台积电 = TSMC
苹果 = Apple
中兴通讯|中兴 = ZTE
赛灵思 = Xilinx
英伟达 = Nvidia
甲骨文 = Oracle
小米 = Xiaomi
特斯拉 = Tesla
美团 = Meituan
百度智能云|百度云 = Baidu’s cloud
字节跳动 = ByteDance
思科 = Cisco
科大讯飞 = iFlytek
高通 = Qualcomm
小鹏汽车 = Xpeng
蔚来 = Nio
商汤科技 = SenseTime
软银 = SoftBank
地平线 = Horizon
爱立信 = Ericsson
红帽 = Red Hat
依图科技 = Yitu
云从科技 = CloudWalk
兴业 = Industrial
国联 = Guolian
海光信息 = Hygon
华大基因 = BGI
戴尔 = Dell
用友网络 = Yonyou
东软集团 = Neusoft
金山云 = Kingsoft Cloud
海康威视 = Hikvision
美的集团 = Midea
比亚迪半导体 = BYD’s chip unit
理想汽车 = Li Auto
铠侠 = Kioxia
红杉 = Sequoia
新华三 = H3C
超聚变 = xFusion
工业和信息化 = MIIT
中国汽车协会 = CAAM
= AMD
= SAP
= OPPO
= IBM
= Arm
= Gartner
= Zoom
= Slack
= Rapidus
= Palantir
= C3.ai
`,
  product: `
= Azure
= HBM
`,
  place: `
台湾 = Taiwan
台海 =
美国 = the US|US
欧洲 = Europe
科创板 =
= Hong Kong
= Boise
= Arizona
`,
  person: `
李自学 =
徐子阳 =
辛国斌 =
付炳锋 =
`,
  money: `
营业收入|收入 = operating revenue|revenue
净利润 = net profit
经营利润 = operating profit
研发投入|研发费用 = R&D spending|R&D
管理费用 =
资本开支 = capital expenditure
总资产 =
净资产 =
总负债 = liabilities
净销售额|销售额 = net sales|sales
市值 = market value
发行价 = issue price
股价 = share price
价格 = prices
`,
  ratio: `
毛利率 = gross margin
准确率 = accuracy
故障率 =
良率 = yield
产能利用率 =
`,
  amount: `
出货量 = shipments
产量 = output
产能 = capacity
`,
  rise: `
增长|上升|上涨|提高|增加|扩大 =
  grow|rise|increase|widen;grows|rises|increases|widens;grew|rose|increased|widened;growing|rising|increasing
`,
  fall: `
下降|下跌|下滑|减少 =
  fall|drop|decline|decrease;falls|drops|declines|decreases;fell|dropped|declined|decreased;falling|dropping|declining
`,
  buy: `
收购 = acquire|buy;acquires|buys;acquired|bought;acquiring|buying
`,
  sell: `
出售|卖出 = sell;sells;sold;selling
`,
};

/** Shares of a market: where a text says them by `held` and `占` as well, they cannot be told apart from these. */
const SHARES = '市场份额|市占率|份额 = market share';

/** The words of the suite that are replaced. */
export const SUITE_WORDS: readonly SuiteWord[] = wordsOf(WORDS);
/** Those of texts in which a share is always called one. */
export const SUITE_WORDS_AND_SHARES: readonly SuiteWord[] = [...SUITE_WORDS, ...wordsOf({ ratio: SHARES })];

/** A table of words by their class. */
export function wordsOf(table: Partial<Record<WordClass, string>>): SuiteWord[] {
  const classes: readonly WordClass[] = [
    ...(['company', 'product', 'place', 'person', 'money', 'ratio', 'amount'] as const),
    ...(['rise', 'fall', 'buy', 'sell'] as const),
  ];
  return classes.flatMap((name) =>
    (table[name] ?? '')
      .replaceAll('=\n  ', '= ')
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => {
        const [zh = '', en = ''] = line.split('=').map((side) => side.trim());
        return { class: name, zh: zh.split('|').filter(Boolean), en: en.split('|').filter(Boolean) };
      }),
  );
}
