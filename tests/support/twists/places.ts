import type { Twist } from './twist.ts';

/** The right figures, tied to something else that the same quote names, or read another way. */
export const PLACE_TWISTS: readonly Twist[] = [
  {
    kind: 'other year in the quote',
    passage: '华为云2018年收入为21亿元，2019年收入为38亿元，2020年收入为64亿元。',
    truths: ['2019年，华为云收入38亿元。', '华为云2018年的收入是21亿元。', 'Huawei Cloud had revenue of 3.8 billion yuan in 2019.', 'In 2020 Huawei Cloud earned 6.4 billion yuan in revenue.', '华为云的收入从2018年的21亿元到了2020年的64亿元。'],
    lies: ['2019年，华为云收入21亿元。', '华为云2018年的收入是64亿元。', '华为云2020年收入为38亿元。', 'Huawei Cloud had revenue of 6.4 billion yuan in 2019.', 'In 2020 Huawei Cloud earned 3.8 billion yuan in revenue.', 'In 2018, the revenue of Huawei Cloud came to 3.8 billion yuan.'],
  },
  {
    kind: 'other quarter in the quote',
    passage: 'Intel shipped 41 million chips in the first quarter of 2023, 47 million in the second quarter of 2023 and 52 million in the third quarter of 2023.',
    truths: ['Intel shipped 47 million chips in the second quarter of 2023.', '英特尔2023年第一季度出货4100万颗芯片。'],
    lies: ['Intel shipped 41 million chips in the third quarter of 2023.', 'Intel shipped 52 million chips in the first quarter of 2023.', '英特尔2023年第一季度出货5200万颗芯片。', '英特尔2023年第三季度出货4700万颗芯片。'],
  },
  {
    kind: 'other measure in the quote',
    passage: '腾讯云2021年营业收入为82亿元，净亏损为9.4亿元，研发投入为17亿元。',
    truths: ['腾讯云2021年净亏损9.4亿元。', '2021年腾讯云的研发投入是17亿元。', 'Tencent Cloud made a net loss of 940 million yuan in 2021.', 'The revenue of Tencent Cloud was 8.2 billion yuan in 2021.'],
    lies: ['腾讯云2021年净亏损82亿元。', '2021年腾讯云的研发投入是82亿元。', '腾讯云2021年营业收入为17亿元。', 'Tencent Cloud made a net loss of 1.7 billion yuan in 2021.', 'The revenue of Tencent Cloud was 1.7 billion yuan in 2021.', 'Tencent Cloud spent 8.2 billion yuan on R&D in 2021.'],
  },
  {
    kind: 'other unit',
    passage: '2022年，阿里云的市场份额提高了3个百分点，达到36%，客户超过400万家，投入2000亿元。',
    truths: ['2022年，阿里云的市场份额达到36%。', '阿里云的客户超过400万家。', 'In 2022 the market share of Alibaba Cloud rose by 3 percentage points.', '阿里云投入了2000亿元。'],
    lies: ['2022年，阿里云的市场份额提高了3%。', 'In 2022 the market share of Alibaba Cloud rose by 3%.', '阿里云的客户超过400亿家。', '阿里云的客户不到400万家。', '阿里云的客户最多400万家。', 'Alibaba Cloud has fewer than 4 million customers.', '阿里云投入了2000亿美元。', 'Alibaba Cloud invested $200 billion.', '阿里云投入了2000万元。', '2022年，阿里云的市场份额达到36‰。', '2022年，阿里云的市场份额达到千分之三十六。', '2022年，阿里云的市场份额达到36个百分点。', '阿里云投入了两千亿日元。'],
  },
  {
    kind: 'figure in other writing',
    passage: '亚马逊云的市场份额约为三成，微软云的份额为19%，其余由其他厂商占有。2020年的总额为129亿美元。',
    truths: ['亚马逊云的市场份额约为30%。', 'Amazon’s cloud has a market share of about 30%.', '总额为129亿美元。'],
    lies: ['亚马逊云的市场份额约为四成。', '亚马逊云的市场份额约为٤٠%。', '亚马逊云的市场份额约为𝟜𝟘%。', '亚马逊云的市场份额约为⁴⁰%。', '亚马逊云的市场份额约为㊵%。', '亚马逊云的市场份额约为肆成。', 'Amazon’s cloud has a market share of about two thirds.', 'Amazon’s cloud has about two-fifths of the market.', '亚马逊云的市场份额约为五分之二。', '亚马逊云的市场份额约为XL%。', '总额为一百二十九万美元。', '总额为壹佰叁拾亿美元。', 'The total was a hundred and thirty billion dollars.', '微软云的份额为近两成半。', '微软云的份额为1９％多。', '亚马逊云的份额是微软云的两倍。', 'The total was a dozen billion dollars.'],
  },
  {
    kind: 'sign lost',
    passage: '2020年第一季度，联想的服务器业务收入增速为-7.6%，经营利润为-3.2亿元。',
    truths: ['2020年第一季度，联想的服务器业务收入增速为-7.6%。'],
    lies: ['2020年第一季度，联想的服务器业务收入增速为7.6%。', '2020年第一季度，联想的服务器业务收入增长7.6%。', '联想服务器业务的经营利润为3.2亿元。', 'Lenovo’s server revenue grew 7.6% in the first quarter of 2020.', 'Lenovo’s server business made an operating profit of 320 million yuan.'],
  },
  {
    kind: 'limit dropped or turned',
    passage: 'Micron said that at most 12% of its wafers come from Taiwan, that at least 30 suppliers are certified and that fewer than 500 engineers work on HBM. Its yield lies between 60% and 70%.',
    truths: ['At most 12% of Micron’s wafers come from Taiwan.', 'At least 30 suppliers of Micron are certified.', '美光最多有12%的晶圆来自台湾。', 'Fewer than 500 engineers of Micron work on HBM.'],
    lies: ['At least 12% of Micron’s wafers come from Taiwan.', 'At most 30 suppliers of Micron are certified.', 'More than 500 engineers of Micron work on HBM.', 'Micron has 500 engineers for HBM.', '美光至少有12%的晶圆来自台湾。', '美光有500多名工程师从事HBM。', '美光有500名工程师从事HBM。', 'Micron’s yield is 65%.', 'Micron’s yield is 70%.', 'Micron’s yield is 60%.', '美光的良率为70%。', 'Micron’s yield lies between 60% and 80%.', 'More than 12% of Micron’s wafers come from Taiwan.'],
  },
  {
    kind: 'date moved',
    passage: '京东方于2021年11月18日公告，将于2022年1月5日召开股东大会，2019年的议案不再审议。',
    truths: ['京东方于2021年11月18日发布公告。', '京东方将于2022年1月5日召开股东大会。', 'BOE will hold its general meeting on January 5, 2022.'],
    lies: ['京东方于2021年11月17日发布公告。', '京东方于2021年11月5日发布公告。', '京东方于2022年11月18日发布公告。', '京东方将于2022年1月18日召开股东大会。', 'BOE will hold its general meeting on January 6, 2022.', 'BOE will hold its general meeting on November 18, 2021.', 'BOE will hold its general meeting on January 5, 2021.', '京东方已于2022年1月5日召开股东大会。'],
  },
  {
    kind: 'order moved',
    passage: '在2021年的排名中，三星列第一位，英特尔列第二位，SK海力士列第三位。',
    truths: ['三星在2021年的排名中列第一位。', '英特尔排名第二位。', 'Intel ranked second in 2021.'],
    lies: ['英特尔在2021年的排名中列第一位。', 'SK海力士排名第二位。', '三星排名第三位。', '三星列第四位。', 'Intel ranked first in 2021.', 'Samsung ranked third in 2021.', 'SK Hynix ranked second in 2021.'],
  },
  {
    kind: 'name near another',
    passage: '兴业证券认为，中国移动2021年的资本开支为1836亿元；中国联通为690亿元。浪潮信息与浪潮软件同属一家集团。',
    truths: ['中国移动2021年的资本开支为1836亿元。', '中国联通的资本开支为690亿元。', '兴业证券认为，中国移动2021年的资本开支为1836亿元。'],
    lies: ['兴业银行认为，中国移动2021年的资本开支为1836亿元。', '中国电信2021年的资本开支为1836亿元。', '国联证券认为，中国联通的资本开支为690亿元。', '中国移动2021年的资本开支为690亿元。', '中国联通2021年的资本开支为1836亿元。', 'China Unicom’s capital expenditure was 183.6 billion yuan in 2021.', 'China Telecom’s capital expenditure was 69 billion yuan in 2021.', 'Industrial Bank holds that China Mobile spent 183.6 billion yuan in 2021.', '中国移动通信研究院2021年的资本开支为1836亿元。'],
  },
];
