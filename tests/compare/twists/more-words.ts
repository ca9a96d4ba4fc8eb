import type { Twist } from './twist.ts';

/** And in others again: targeted, being built, doubted, said to be falling through. */
export const MORE_TWISTS: readonly Twist[] = [
  {
    kind: 'other year in the quote',
    passage: '截至2021年末，美的集团机器人业务收入272亿元，较2020年的216亿元增长26%；2022年目标为300亿元。',
    truths: ['2021年美的集团机器人业务收入272亿元。', '2020年美的集团机器人业务收入为216亿元。'],
    lies: [
      '2020年美的集团机器人业务收入272亿元。',
      '2021年美的集团机器人业务收入为216亿元。',
      '2022年美的集团机器人业务收入达到300亿元。',
      'Midea earned 30 billion yuan with robots in 2022.',
      '2021年美的集团机器人业务收入下降26%。',
    ],
  },
  {
    kind: 'other year in the quote',
    passage:
      'Between 2016 and 2020 Qualcomm filed 4,200 patents; in 2021 alone it filed 1,300, and in 2022 it filed 900.',
    truths: ['In 2021 Qualcomm filed 1,300 patents.', '高通2022年申请了900项专利。'],
    lies: [
      'In 2022 Qualcomm filed 1,300 patents.',
      'In 2021 Qualcomm filed 4,200 patents.',
      '高通2021年申请了900项专利。',
      'In 2016 Qualcomm filed 4,200 patents.',
    ],
  },
  {
    kind: 'other measure in the quote',
    passage: '比亚迪半导体总资产为62亿元，净资产为48亿元，总负债为14亿元。',
    truths: ['比亚迪半导体净资产为48亿元。', '比亚迪半导体总负债为14亿元。'],
    lies: [
      '比亚迪半导体总资产为48亿元。',
      '比亚迪半导体总负债为62亿元。',
      'BYD’s chip unit has liabilities of 6.2 billion yuan.',
    ],
  },
  {
    kind: 'forecast told as done',
    passage: '小鹏汽车正在筹建第三座工厂，年产能规划为20万辆，尚未动工。',
    truths: ['小鹏汽车正在筹建第三座工厂。'],
    lies: [
      '小鹏汽车建成了第三座工厂。',
      '小鹏汽车的第三座工厂已经动工。',
      '小鹏汽车的第三座工厂年产20万辆。',
      'Xpeng has a third plant that makes 200,000 cars a year.',
    ],
  },
  {
    kind: 'forecast told as done',
    passage:
      'Rapidus targets mass production in 2027 and seeks 5 trillion yen; construction is scheduled to begin ' +
      'in September 2023.',
    truths: ['Rapidus targets mass production in 2027.', 'Rapidus seeks 5 trillion yen.'],
    lies: [
      'Rapidus began mass production in 2027.',
      'Rapidus has 5 trillion yen.',
      'Construction began in September 2023.',
      'Rapidus获得了5万亿日元。',
    ],
  },
  {
    kind: 'hedge dropped',
    passage: '分析师猜测，苹果或许会放弃自研基带，相关传言尚未得到证实。',
    truths: ['分析师猜测，苹果或许会放弃自研基带。'],
    lies: [
      '苹果放弃自研基带。',
      '苹果放弃了自研基带。',
      '苹果会放弃自研基带。',
      'Apple gives up its own modem.',
      '苹果放弃自研基带的消息得到证实。',
    ],
  },
  {
    kind: 'hedge dropped',
    passage: 'It is unclear whether Arm raised its fees; one supplier put the increase at 8%, another doubts it.',
    truths: ['It is unclear whether Arm raised its fees.'],
    lies: ['Arm raised its fees.', 'Arm raised its fees by 8%.', 'Arm提高了费用。'],
  },
  {
    kind: 'denial dropped',
    passage: '“我们没有裁员20%”，理想汽车发言人说。市场曾谣传蔚来破产。',
    truths: [],
    lies: ['理想汽车裁员20%。', '蔚来破产。', '蔚来曾破产。', 'Li Auto cut 20% of its staff.', 'Nio went bankrupt.'],
  },
  {
    kind: 'denial dropped',
    passage:
      'Few believe that Kioxia sold 30% of its stock. The court threw out the claim that Apple copied 7 designs.',
    truths: [],
    lies: ['Kioxia sold 30% of its stock.', 'Apple copied 7 designs.', '苹果抄袭了7项设计。', '铠侠出售了30%的股份。'],
  },
  {
    kind: 'superlative added',
    passage: '商汤科技在城市管理领域服务了162座城市，位列行业前三。',
    truths: ['商汤科技在城市管理领域服务了162座城市。', '商汤科技位列行业前三。'],
    lies: ['商汤科技位列行业第一。', '商汤科技在城市管理领域服务了162座城市，远超同行。'],
  },
  {
    kind: 'comparison flipped',
    passage: '浪潮信息的出货量是新华三的1.8倍；超聚变紧随新华三之后。Oracle的增速不如SAP。',
    truths: ['浪潮信息的出货量是新华三的1.8倍。', 'Oracle的增速不如SAP。'],
    lies: ['SAP的增速不如Oracle。', 'Oracle的增速超过SAP。', 'Oracle grew faster than SAP.'],
  },
  {
    kind: 'roles swapped',
    passage: '软银将Arm出售给英伟达的交易告吹。红杉领投了地平线的C轮融资。爱立信把专利卖给了OPPO。',
    truths: ['爱立信把专利卖给了OPPO。', '红杉领投了地平线的C轮融资。'],
    lies: [
      'OPPO把专利卖给了爱立信。',
      '软银将Arm出售给英伟达。',
      '英伟达将Arm出售给软银。',
      'OPPO sold patents to Ericsson.',
      '软银把Arm卖给了英伟达。',
    ],
  },
  {
    kind: 'limit dropped or turned',
    passage: '该产品续航不超过18小时，充电需要至少40分钟，故障率控制在0.3%以内。',
    truths: ['该产品续航不超过18小时。', '充电需要至少40分钟。'],
    lies: [
      '该产品续航18小时以上。',
      '该产品续航为18小时。',
      '充电最多需要40分钟。',
      '故障率超过0.3%。',
      '故障率为0.3%。',
      'The battery lasts at least 18 hours.',
      'Charging takes 40 minutes.',
    ],
  },
  {
    kind: 'some told as all',
    passage: '在受访的500家企业里，有310家表示会增加云投入，多为制造企业。',
    truths: ['310家企业表示会增加云投入。'],
    lies: [
      '500家企业表示会增加云投入。',
      '受访企业都表示会增加云投入。',
      'All 500 companies will spend more on the cloud.',
    ],
  },
  {
    kind: 'person or title swapped',
    passage: '工业和信息化部副部长辛国斌说，产能利用率为78%；中国汽车协会秘书长付炳锋则认为库存偏高。',
    truths: ['辛国斌说，产能利用率为78%。', '付炳锋认为库存偏高。'],
    lies: ['辛国斌认为库存偏高。'],
  },
];
