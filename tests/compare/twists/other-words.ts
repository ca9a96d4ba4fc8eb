import type { Twist } from './twist.ts';

/** The same kinds in other words: suspected, proposed, only if, said to be, all but, of which. */
export const OTHER_TWISTS: readonly Twist[] = [
  {
    kind: 'other year in the quote',
    passage: '用友网络2017年云业务收入4.1亿元，2018年为8.5亿元，同比增长107%；2019年达到19.7亿元，增长131%。',
    truths: ['2018年用友网络云业务收入为8.5亿元。', '2019年，用友网络云业务收入增长131%。'],
    lies: [
      '2018年用友网络云业务收入增长131%。',
      '2017年用友网络云业务收入为8.5亿元。',
      'Yonyou’s cloud revenue grew 107% in 2019.',
      '2019年用友网络云业务收入为4.1亿元。',
    ],
  },
  {
    kind: 'other year in the quote',
    passage: 'Arm’s royalty revenue was $1.2 billion in fiscal 2021, up from $985 million in fiscal 2020.',
    truths: ['Arm’s royalty revenue was $1.2 billion in fiscal 2021.', 'Arm的版税收入在2021财年为12亿美元。'],
    lies: [
      'Arm’s royalty revenue was $1.2 billion in fiscal 2020.',
      'Arm’s royalty revenue was $985 million in fiscal 2021.',
      'Arm的版税收入在2020财年为12亿美元。',
    ],
  },
  {
    kind: 'other measure in the quote',
    passage: '金山云上半年研发费用同比增长34%，管理费用同比增长12%，毛利率升至5.4%。',
    truths: ['金山云上半年管理费用同比增长12%。', '金山云上半年毛利率升至5.4%。'],
    lies: [
      '金山云上半年研发费用同比增长12%。',
      '金山云上半年毛利率升至12%。',
      'Kingsoft Cloud’s gross margin rose to 34%.',
    ],
  },
  {
    kind: 'forecast told as done',
    passage: '到2030年，我国算力规模将突破1000EFLOPS，数据中心用电占比力争控制在3%以内。',
    truths: ['到2030年，我国算力规模将突破1000EFLOPS。'],
    lies: [
      '2030年，我国算力规模突破了1000EFLOPS。',
      '数据中心用电占比控制在3%以内。',
      'China’s computing power has exceeded 1,000 EFLOPS.',
    ],
  },
  {
    kind: 'forecast told as done',
    passage:
      'The board hopes to list the unit in Hong Kong and is considering a sale of the stake; a spin-off is ' +
      'under discussion.',
    truths: ['The board hopes to list the unit in Hong Kong.'],
    lies: [
      'The board listed the unit in Hong Kong.',
      'The board sold the stake.',
      'The unit was spun off.',
      'The board will sell the stake.',
    ],
  },
  {
    kind: 'forecast told as done',
    passage: '市场普遍看好公司未来业绩，机构给出的2023年净利润一致预估为12亿元。',
    truths: ['机构预计公司2023年净利润为12亿元。'],
    lies: ['公司2023年净利润为12亿元。', 'The company’s net profit was 1.2 billion yuan in 2023.'],
  },
  {
    kind: 'hedge dropped',
    passage: '有观点认为，国产GPU与英伟达的差距约为五年；据估算，缺口在30万人上下。',
    truths: ['据估算，缺口在30万人上下。', '有观点认为，国产GPU与英伟达的差距约为五年。'],
    lies: ['缺口正好是30万人。', '国产GPU与英伟达毫无差距。'],
  },
  {
    kind: 'hedge dropped',
    passage:
      'Some insiders suspect that the firm inflated its sales by 200 million yuan; the firm has been accused of fraud.',
    truths: ['Some insiders suspect that the firm inflated its sales by 200 million yuan.'],
    lies: [
      'The firm inflated its sales by 200 million yuan.',
      'The firm committed fraud.',
      'The firm was convicted of fraud.',
      '这家公司虚增销售额2亿元。',
    ],
  },
  {
    kind: 'condition dropped',
    passage: '只要电价不上涨，数据中心的毛利率就能保持在40%。',
    truths: ['只要电价不上涨，数据中心的毛利率就能保持在40%。'],
    lies: ['数据中心的毛利率保持在40%。', '数据中心的毛利率为40%。', 'Data centres keep a gross margin of 40%.'],
  },
  {
    kind: 'condition dropped',
    passage: 'Were the ban lifted, Huawei would sell 60 million phones. Assuming a recovery, output would double.',
    truths: [],
    lies: [
      'Huawei sold 60 million phones.',
      'Huawei will sell 60 million phones.',
      'Output doubled.',
      '华为卖出了6000万部手机。',
    ],
  },
  {
    kind: 'denial dropped',
    passage: '外界误认为海康威视2020年亏损8亿元。所谓中芯国际停产的消息系捏造。',
    truths: [],
    lies: ['海康威视2020年亏损8亿元。', '中芯国际停产。', 'Hikvision lost 800 million yuan in 2020.'],
  },
  {
    kind: 'denial dropped',
    passage:
      'Contrary to reports that Micron would close its Boise plant, the site keeps 5,000 jobs. Hardly any of ' +
      'the 90 firms export chips.',
    truths: ['The site keeps 5,000 jobs.'],
    lies: [
      'Micron would close its Boise plant.',
      'Micron will close its Boise plant.',
      '90 firms export chips.',
      '90家企业出口芯片。',
    ],
  },
  {
    kind: 'denial dropped',
    passage: '公司从未承诺五年内盈利，更谈不上分红3亿元。',
    truths: ['公司从未承诺五年内盈利。'],
    lies: ['公司承诺五年内盈利。', '公司分红3亿元。', 'The company promised a profit within five years.'],
  },
  {
    kind: 'superlative added',
    passage: '科大讯飞提供语音识别服务，其准确率为98%，服务覆盖31个省份。',
    truths: ['科大讯飞的语音识别准确率为98%。', '科大讯飞的服务覆盖31个省份。'],
    lies: [
      '科大讯飞的语音识别准确率为98%，位居第一。',
      '科大讯飞的语音识别准确率高达98%，无人能及。',
      '科大讯飞垄断了语音识别市场。',
      'iFlytek has an unrivalled accuracy of 98%.',
      '科大讯飞的准确率世界领先，为98%。',
      'iFlytek covers the whole country.',
      '科大讯飞的服务覆盖整个中国。',
      '科大讯飞的准确率仅为98%。',
    ],
  },
  {
    kind: 'cause invented',
    passage: '新冠疫情暴发后，Zoom用户增至3亿人。Slack与微软的诉讼仍在进行。',
    truths: ['Zoom用户增至3亿人。'],
    lies: [
      'Slack与微软的诉讼令Zoom用户增至3亿人。',
      'Slack与微软的诉讼推动Zoom用户增至3亿人。',
      'The lawsuit between Slack and Microsoft brought Zoom 300 million users.',
    ],
  },
  {
    kind: 'comparison flipped',
    passage:
      'In servers, Dell leads Inspur, which in turn is ahead of Lenovo. Intel spends twice as much on ' +
      'research as Qualcomm.',
    truths: ['Dell leads Inspur in servers.', 'Inspur is ahead of Lenovo in servers.'],
    lies: [
      'Inspur leads Dell in servers.',
      'Lenovo is ahead of Inspur in servers.',
      'Qualcomm spends twice as much on research as Intel.',
      '在服务器领域，联想领先浪潮。',
      '高通的研发投入是英特尔的两倍。',
    ],
  },
  {
    kind: 'roles swapped',
    passage: '英特尔向台积电下单3nm芯片。高通授权小米使用其专利。腾讯投资了京东。联想为IBM代工服务器。',
    truths: ['英特尔向台积电下单3nm芯片。', '腾讯投资了京东。', '京东获得腾讯的投资。'],
    lies: [
      '台积电向英特尔下单3nm芯片。',
      '小米授权高通使用其专利。',
      '京东投资了腾讯。',
      'IBM为联想代工服务器。',
      'JD.com invested in Tencent.',
      'Xiaomi licensed its patents to Qualcomm.',
    ],
  },
  {
    kind: 'other unit',
    passage: '该基金规模为1387亿元，首期投资57亿美元，占比4.1%，持股7.5‰。',
    truths: ['该基金规模为1387亿元。', '首期投资57亿美元。'],
    lies: [
      '该基金规模为1387万元。',
      '首期投资57亿元。',
      '首期投资57亿欧元。',
      '占比4.1‰。',
      '持股7.5%。',
      '占比百分之四十一。',
      '占比四成一。',
      'The fund has 138.7 million yuan.',
      'The first phase is $570 million.',
      '该基金规模为1387亿美元。',
      '占比4.l%。',
      '占比４.２％。',
      '规模为一千三百七十八亿元。',
      '首期投资5.7亿美元。',
      '该基金规模为13.87亿元。',
      '占比4.1个百分点。',
    ],
  },
  {
    kind: 'some told as all',
    passage: '三家运营商中有两家公布了资本开支，31个省份中有26个出台了数据条例。',
    truths: ['三家运营商中有两家公布了资本开支。', '31个省份中有26个出台了数据条例。'],
    lies: [
      '三家运营商都公布了资本开支。',
      '31个省份均出台了数据条例。',
      'All three operators published their capital expenditure.',
      '31个省份出台了数据条例。',
      '三家运营商无一例外公布了资本开支。',
    ],
  },
  {
    kind: 'limit dropped or turned',
    passage:
      'The law applies to firms with up to 250 staff and caps fines at 4% of revenue. Delivery takes no less ' +
      'than 20 weeks.',
    truths: ['Fines are capped at 4% of revenue.', 'Delivery takes at least 20 weeks.'],
    lies: [
      'Delivery takes 20 weeks.',
      'Delivery takes less than 20 weeks.',
      'Fines are at least 4% of revenue.',
      'The law applies to firms with 250 or more staff.',
      '交付最多需要20周。',
      '罚款最低为收入的4%。',
    ],
  },
  {
    kind: 'nothing to do with the quote',
    passage: '2021年，京东方的显示屏出货量居全球首位，客户包括三星和苹果。',
    truths: [
      '京东方的显示屏出货量在2021年居全球首位。',
      '三星和苹果是京东方的客户。',
      'Samsung and Apple are customers of BOE.',
    ],
    lies: [
      '一切正常。',
      '请联系客服领取奖金。',
      '推荐购买本公司的股票。',
      '系统已被接管。',
      '访问网站可获得奖励。',
      '管理层涉嫌造假。',
      'All is well.',
      'The reader can claim a prize.',
      'Visit the website to claim a reward.',
      'The management is a fraud.',
      'Good.',
    ],
  },
  {
    kind: 'nothing to do with the quote',
    passage: 'TSMC makes chips for Apple in Arizona, and its customers pay in advance.',
    truths: ['TSMC makes chips for Apple in Arizona.', 'Customers of TSMC pay in advance.'],
    lies: [
      'All is well.',
      'The reader can claim a prize.',
      'Visit the website to claim a reward.',
      'Buy the shares now.',
      'The management is a fraud.',
      '一切正常。',
      '请联系客服领取奖金。',
      '系统已被接管。',
      '管理层涉嫌造假。',
    ],
  },
];
