import type { ReportTwist } from './report-twist.ts';

/** English sentences over Chinese ones, of trades that no list covers but the dictionary does. */
export const ENGLISH_ON_CHINESE_TWISTS: readonly ReportTwist[] = [
  [
    'figure of another clause',
    '蜂农全年卖出蜂蜜3200吨，蜂蜡260吨，另有蜂箱1.9万只出租给果园。',
    'Beekeepers sold 260 tonnes of beeswax.',
    'Beekeepers sold 260 tonnes of honey.',
  ],
  [
    'figure of another clause',
    '制鞋合作社有工匠430人，学徒95人，每周工作五天。',
    'The shoemaking cooperative has 95 apprentices.',
    'The shoemaking cooperative has 95 craftsmen.',
  ],
  [
    'figure of another year',
    '草帽的产量2015年为120万顶，2016年为150万顶，2017年为135万顶。',
    'The output of straw hats was 1.5 million in 2016.',
    'The output of straw hats was 1.5 million in 2017.',
  ],
  [
    'figure of another year',
    '蜡烛厂去年雇用870人，十年前雇用1900人。',
    'The candle factory employed 870 people last year.',
    'The candle factory employed 1,900 people last year.',
  ],
  [
    'values exchanged',
    '骆驼的数量减少3.1%，绵羊的数量增加5.6%。',
    'The number of sheep increased by 5.6%.',
    'The number of camels increased by 5.6%.',
  ],
  [
    'values exchanged',
    '一把铜锁卖48元，一把铁锁卖26元。',
    'An iron lock sells for 26 yuan.',
    'A copper lock sells for 26 yuan.',
  ],
  [
    'of which told of others',
    '该镇有陶窑340座，其中超过210座烧柴，约30座用电。',
    'More than 210 of the kilns burn firewood.',
    'More than 210 of the kilns use electricity.',
  ],
  [
    'plan told as done',
    '渔民协会计划明年购买12艘木船，并希望修建一座灯塔。',
    'The fishermen’s association plans to buy 12 wooden boats next year.',
    'The fishermen’s association bought 12 wooden boats.',
  ],
  [
    'plan told as done',
    '如果水位回升，盐场每天可以出盐90吨。',
    'If the water level recovers, the salt works can produce 90 tonnes of salt a day.',
    'The salt works produces 90 tonnes of salt a day.',
  ],
  [
    'part of a period told as the whole',
    '2021年上半年，钢琴修理店接到订单2700份。',
    'In the first half of 2021, piano repair shops received 2,700 orders.',
    'In 2021, piano repair shops received 2,700 orders.',
  ],
  [
    'opinion of another body',
    '果农协会认为霜冻使苹果减产12%，气象站则认为减产只有5%。',
    'The weather station believes that the apple harvest fell by only 5%.',
    'The weather station believes that the apple harvest fell by 12%.',
  ],
  [
    'degree added',
    '手工地毯的价格近来有所上涨。',
    'The price of handmade carpets has risen somewhat recently.',
    'The price of handmade carpets has risen dramatically recently.',
  ],
  [
    'percent told as points',
    '风琴的返修率下降4个百分点，降至11%。',
    'The repair rate of organs fell by 4 percentage points.',
    'The repair rate of organs fell by 4%.',
  ],
  [
    'level told as change',
    '面粉磨坊的数量增加25座，达到410座。',
    'The number of flour mills reached 410.',
    'The number of flour mills increased by 410.',
  ],
  [
    'list in another order',
    '核桃、杏仁和栗子的产量分别为31吨、47吨和22吨。',
    'The output of almonds was 47 tonnes.',
    'The output of chestnuts was 47 tonnes.',
  ],
  [
    'unit, currency or scale',
    '风筝节花费560万元，吸引游客8万人。',
    'The kite festival cost 5.6 million yuan.',
    'The kite festival cost 5.6 million dollars.',
  ],
  [
    'denied or stated',
    '裁缝行会没有提高会费，但提高了罚款。',
    'The tailors’ guild did not raise its membership fees.',
    'The tailors’ guild raised its membership fees.',
  ],
  [
    'cause added',
    '去年冬天湖面结冰，冬天里渔网的价格上涨到70元。',
    'The price of fishing nets rose to 70 yuan.',
    'Because the lake froze, the price of fishing nets rose to 70 yuan.',
  ],
  [
    'ranking changed',
    '按蘑菇的产量，东坡村排第一，西岭村排第二。',
    'By output of mushrooms, Dongpo village ranks first.',
    'By output of mushrooms, Xiling village ranks first.',
  ],
  [
    'subset told as the whole',
    '检查的36口水井中，使用石盖的14口全部清洁。',
    'The 14 wells with stone covers were all clean.',
    'All 36 wells were clean.',
  ],
];
