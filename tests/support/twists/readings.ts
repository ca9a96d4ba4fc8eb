import type { Twist } from './twist.ts';

/** The right words, said as something else: done for planned, sure for perhaps, all for some, because for and. */
export const READING_TWISTS: readonly Twist[] = [
  {
    kind: 'forecast told as done',
    passage: '预计2025年全球云市场规模将达到8500亿美元，中芯国际计划新建两座工厂。',
    truths: ['预计2025年全球云市场规模达到8500亿美元。', 'The global cloud market is expected to reach $850 billion in 2025.', '中芯国际打算新建两座工厂。', '2025年全球云市场规模有望达到8500亿美元。', 'SMIC plans to build two new plants.'],
    lies: ['2025年全球云市场规模达到8500亿美元。', '2025年全球云市场规模为8500亿美元。', 'The global cloud market reached $850 billion in 2025.', '中芯国际新建了两座工厂。', '中芯国际已建成两座新工厂。', 'SMIC has built two new plants.', 'SMIC built two new plants.'],
  },
  {
    kind: 'done told as forecast',
    passage: 'In 2023 ASML delivered 53 EUV machines, and its revenue reached €27.6 billion.',
    truths: ['ASML delivered 53 EUV machines in 2023.', '2023年，ASML交付了53台EUV光刻机。', 'ASML’s revenue was €27.6 billion in 2023.'],
    lies: ['ASML will deliver 53 EUV machines in 2023.', 'ASML’s revenue is expected to reach €27.6 billion in 2023.', '预计2023年ASML将交付53台EUV光刻机。', 'ASML plans to deliver 53 EUV machines.', 'ASML的收入有望达到276亿欧元。'],
  },
  {
    kind: 'hedge dropped',
    passage: '业内人士称，紫光集团可能出售旗下芯片公司，交易额或达50亿元。',
    truths: ['业内人士称紫光集团可能出售旗下芯片公司。', '这笔交易额或达50亿元。', 'Tsinghua Unigroup may sell its chip company, insiders say.', 'The deal could be worth 5 billion yuan.'],
    lies: ['紫光集团出售了旗下芯片公司。', '紫光集团将出售旗下芯片公司。', '紫光集团确定出售旗下芯片公司。', '交易额达50亿元。', 'Tsinghua Unigroup will sell its chip company.', 'The deal is worth 5 billion yuan.', 'Tsinghua Unigroup sold its chip company for 5 billion yuan.'],
  },
  {
    kind: 'hedge dropped',
    passage: 'Analysts warned that Samsung might lose a fifth of its orders and that prices could fall by 15% if demand stays weak.',
    truths: ['Analysts warned that Samsung might lose a fifth of its orders.', 'Prices could fall by 15% if demand stays weak.', '分析师警告，如果需求持续疲软，价格可能下跌15%。'],
    lies: ['Samsung lost a fifth of its orders.', 'Samsung will lose a fifth of its orders.', 'Prices fell by 15%.', 'Prices will fall by 15%.', '价格下跌15%。', '价格将下跌15%。'],
  },
  {
    kind: 'condition dropped',
    passage: '如果补贴到位，中芯国际的产能将增加40%；若补贴取消，产能将减少10%。',
    truths: ['如果补贴到位，中芯国际的产能将增加40%。', 'If the subsidies come, SMIC’s capacity will increase by 40%.'],
    lies: ['中芯国际的产能将增加40%。', '中芯国际的产能将减少10%。', 'SMIC’s capacity will increase by 40%.', '中芯国际的产能增加了40%。'],
  },
  {
    kind: 'question told as statement',
    passage: '谷歌云会在2022年实现盈利吗？量子计算机能否取代超级计算机？Will Intel leave the memory business in 2022?',
    truths: [],
    lies: ['谷歌云在2022年实现盈利。', '谷歌云会在2022年实现盈利。', '量子计算机取代超级计算机。', '量子计算机能取代超级计算机。', 'Google Cloud became profitable in 2022.', 'Intel will leave the memory business in 2022.', 'Intel left the memory business in 2022.', '英特尔将在2022年退出存储业务。', '谷歌云将在2022年实现盈利。'],
  },
  {
    kind: 'superlative added',
    passage: '寒武纪是国内的人工智能芯片企业，客户包括浪潮和联想；其产品性能较高，价格较低。',
    truths: ['寒武纪是国内的人工智能芯片企业。', '寒武纪的客户包括浪潮和联想。', 'Cambricon is a Chinese maker of AI chips.', 'Inspur and Lenovo are among the customers of Cambricon.'],
    lies: ['寒武纪是国内最大的人工智能芯片企业。', '寒武纪是国内领先的人工智能芯片企业。', '寒武纪是国内唯一的人工智能芯片企业。', '寒武纪是国内首家人工智能芯片企业。', '寒武纪的所有客户都是国内企业。', '寒武纪的客户只有浪潮和联想。', '寒武纪是国内龙头人工智能芯片企业。', '寒武纪的产品性能最高。', 'Cambricon is the largest Chinese maker of AI chips.', 'Cambricon is the only Chinese maker of AI chips.', 'Cambricon is the leading Chinese maker of AI chips.', 'Inspur and Lenovo are the only customers of Cambricon.', 'All customers of Cambricon are Chinese.', 'Cambricon is the best Chinese maker of AI chips.', 'Cambricon dominates the Chinese market for AI chips.'],
  },
  {
    kind: 'some told as all',
    passage: '部分银行已经把系统迁到阿里云，多数券商仍在使用自建机房。',
    truths: ['部分银行已经把系统迁到阿里云。', '多数券商仍在使用自建机房。', 'Most brokers still use their own computer rooms.', 'Some banks have moved their systems to Alibaba Cloud.'],
    lies: ['所有银行已经把系统迁到阿里云。', '银行全部把系统迁到了阿里云。', '各家银行都已把系统迁到阿里云。', '券商都在使用自建机房。', '每家券商都在使用自建机房。', 'All banks have moved their systems to Alibaba Cloud.', '大多数银行已经把系统迁到阿里云。', '只有部分银行使用阿里云。', 'Every broker uses its own computer rooms.'],
  },
  {
    kind: 'some told as all',
    passage: 'Some hospitals and many schools use Azure.',
    truths: ['Some hospitals use Azure.', 'Many schools use Azure.', '部分医院使用Azure。'],
    lies: ['All hospitals use Azure.', 'Every school uses Azure.', 'Only hospitals use Azure.', 'Most hospitals use Azure.', '所有医院都使用Azure。', '只有医院使用Azure。', '多数医院使用Azure。'],
  },
  {
    kind: 'cause invented',
    passage: '2021年，海光信息的收入增长126%。同年，美国扩大了出口管制。台积电上调了报价，苹果推迟了新品。',
    truths: ['2021年，海光信息的收入增长126%。', '2021年，美国扩大了出口管制。', 'Hygon’s revenue rose by 126% in 2021.'],
    lies: ['由于美国扩大了出口管制，海光信息的收入增长126%。', '美国扩大出口管制，导致海光信息的收入增长126%。', '因为台积电上调了报价，苹果推迟了新品。', '台积电上调报价使苹果推迟了新品。', 'Hygon’s revenue rose by 126% because the US widened its export controls.', 'Apple delayed its new products due to TSMC’s higher prices.', 'TSMC’s price increase led Apple to delay its new products.', '海光信息的收入增长126%，得益于美国的出口管制。', 'Thanks to US export controls, Hygon’s revenue rose by 126%.'],
  },
  {
    kind: 'comparison flipped',
    passage: '2022年，华为的研发投入高于中兴，但低于谷歌。AMD的市值超过了英特尔。浪潮的增速比联想快。',
    truths: ['华为的研发投入高于中兴。', '华为的研发投入低于谷歌。', 'AMD的市值超过英特尔。', 'AMD’s market value exceeded that of Intel.', '浪潮比联想增长快。', 'Huawei’s R&D spending was lower than Google’s.'],
    lies: ['中兴的研发投入高于华为。', '华为的研发投入低于中兴。', '谷歌的研发投入低于华为。', '英特尔的市值超过了AMD。', 'Intel’s market value exceeded that of AMD.', '联想的增速比浪潮快。', '浪潮的增速比联想慢。', 'ZTE’s R&D spending was higher than Huawei’s.', 'Huawei’s R&D spending was higher than Google’s.', 'Lenovo grew faster than Inspur.', 'AMD’s market value was below that of Intel.'],
  },
  {
    kind: 'roles swapped',
    passage: 'AMD acquired Xilinx in 2022 for $49 billion. 英伟达起诉三星侵犯专利。阿里巴巴向腾讯支付了赔偿。微软被甲骨文起诉。',
    truths: ['AMD acquired Xilinx in 2022 for $49 billion.', '英伟达起诉三星侵犯专利。', '甲骨文起诉了微软。', 'Xilinx was acquired by AMD in 2022.', '阿里巴巴支付赔偿给腾讯。', 'Nvidia sued Samsung.'],
    lies: ['Xilinx acquired AMD in 2022 for $49 billion.', '三星起诉英伟达侵犯专利。', '微软起诉了甲骨文。', 'AMD was acquired by Xilinx in 2022.', '腾讯向阿里巴巴支付了赔偿。', 'Samsung sued Nvidia.', 'Microsoft sued Oracle.', '英伟达被三星起诉。'],
  },
  {
    kind: 'person or title swapped',
    passage: '中兴通讯董事长李自学表示，公司将坚持自主研发；总裁徐子阳指出，芯片业务保持增长。',
    truths: ['李自学表示，公司将坚持自主研发。', '徐子阳指出，芯片业务保持增长。', '中兴通讯总裁是徐子阳。'],
    lies: ['徐子阳表示，公司将坚持自主研发。', '李自学指出，芯片业务保持增长。', '中兴通讯总裁是李自学。', '中兴通讯董事长徐子阳表示，公司将坚持自主研发。', '总裁李自学指出，芯片业务保持增长。'],
  },
];
