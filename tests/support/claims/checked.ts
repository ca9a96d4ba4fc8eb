/** What a report says whose claims are checked, by its headings. */
export const CHECKED_SECTIONS: Record<string, string[]> = {
  云市场: [
    '2020年第三季度，全球云基础设施支出达到365亿美元，同比增长33%。',
    '亚马逊、微软和谷歌的市占率分别为32%、19%和7%。',
    '甲骨文宣布与德国电信达成合作，将于2021年3月在柏林建成新的数据中心。',
  ],
  工厂: [
    '东山钢厂去年的产量下降了12%，净亏损扩大到3亿元。',
    '该厂的节能改造没有通过验收。',
    '河西造船厂是全国最大的造船企业，目前有员工超过9000人。',
    '周明远表示，车间的自动化程度普遍较低。',
  ],
  规定: ['征求意见稿提出，企业数据以不公开为原则、公开为例外。', '第二稿没有再提夜间施工的许可。'],
  上市: [
    '松岭电器已于4月6日进入创业板上市问询阶段，另一家公司海石软件于4月9日进入创业板上市受理阶段。',
    '红叶书店早在2018年就向港交所递交了招股书。',
  ],
  港口: [
    '南湾港已经超过全年疏浚40公里航道的目标。',
    '西屿市积极争取成为国家级渔业中心城市。',
    '分析师孙海认为，南湾港超越北渡港几乎不可能。',
    '码头上七成的小商户得不到贷款。',
  ],
};

/** What it says in other words. */
export const SUPPORTED: readonly string[] = [
  '2020年三季度全球云基础设施支出为365亿美元，同比涨33%。',
  '微软的市占率为19%。',
  '东山钢厂2019年产量降低了12%。',
  '河西造船厂的员工超过9000人。',
  'Global cloud infrastructure spending grew 33% to US$36.5 billion in the third quarter of 2020.',
  '河西造船厂的员工多于9000人。',
  '码头上七成小商户贷不到款，得不到贷款。',
  '海石软件于4月9日进入创业板上市受理阶段。',
];

/** What it says otherwise, with what is found in place of what. */
export const CONTRADICTED: readonly (readonly [claim: string, verdict: string])[] = [
  ['2020年第三季度，全球云基础设施支出达到395亿美元。', 'contradicted 395亿美元→365亿美元'],
  ['2020年第三季度，全球云基础设施支出同比下降33%。', 'contradicted 下降→增长'],
  ['微软的市占率为32%。', 'contradicted 32%→19%'],
  ['甲骨文将于2021年5月在柏林建成新的数据中心。', 'contradicted 2021年5月→2021年3月'],
  ['东山钢厂的节能改造通过验收。', 'contradicted 通过验收→没有通过验收'],
  ['河西造船厂是全国第二大造船企业。', 'contradicted 第二大→最大'],
  ['河西造船厂有员工不到6000人。', 'contradicted <6000人→>9000人'],
  ['周明远表示，车间的自动化程度普遍较高。', 'contradicted 较高→较低'],
  ['企业数据以公开为原则、不公开为例外。', 'contradicted 不公开为例外→公开为例外'],
  ['红叶书店2018年向上交所递交了招股书。', 'contradicted 上交所→港交所'],
  ['南湾港还没达到全年疏浚航道的目标。', 'contradicted 达到全年疏浚航道的目标→超过全年疏浚40公里航道的目标'],
  ['第二稿保留夜间施工的许可。', 'contradicted 第二稿保留夜间施工的许可→第二稿没有再提夜间施工的许可'],
  ['分析师孙海认为，南湾港很可能超越北渡港。', 'contradicted 很可能→不可能'],
  [
    '西屿市已经成为国家级渔业中心城市。',
    'contradicted 西屿市已经成为国家级渔业中心城市→西屿市积极争取成为国家级渔业中心城市',
  ],
  ['Global cloud infrastructure spending fell 33% in the third quarter of 2020.', 'contradicted fell→增长'],
];

/** What it says nothing of. */
export const NOT_FOUND: readonly string[] = [
  '河西造船厂计划在2022年上市。',
  '甲骨文的数据中心将投资20亿欧元。',
  '周明远从前在东山钢厂工作过十年。',
  'IBM held 5% of the cloud market.',
  // Each of its words stands there, but of two companies.
  '松岭电器4月6日进入创业板上市受理阶段。',
];
