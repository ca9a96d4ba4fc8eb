import { aReportOf } from './answer-from.ts';

const COMPANIES = ['东川电子', '北辰软件', '华远通信', '南溪数据', '青原智能', '远帆网络', '明湖科技', '天衡芯片'];
const MEASURES = ['营收', '出货量', '研发投入', '市占率', '员工人数', '专利数'];
const TOPICS = ['云计算', '人工智能', '集成电路', '物联网', '工业软件'];

/** Reports for everyone: several with many like chunks, so that searches must choose, and one in English. */
export function publicReports() {
  const monthly = Array.from({ length: 8 }, (_, at) => aMonthly(at));
  const english = aReportOf(
    {
      'Cloud market': [
        'Dongchuan Electronics held 21% of the regional cloud market in 2020.',
        'Spending on cloud services grew by 33% to $36.5 billion in the third quarter.',
      ],
      'Chip market': [
        'Tianheng Chips shipped 14 million processors in 2020.',
        'MacArthur Semiconductor opened a plant in Suzhou.',
      ],
    },
    { file: 'regional-review.txt', title: 'Regional Review', publishedOn: '2020-10-15', publisher: 'Harbour Analysts' },
  );
  return [...monthly, english];
}

function aMonthly(month: number) {
  const sections = Object.fromEntries(
    TOPICS.map((topic, at) => [
      `${topic}月度观察`,
      COMPANIES.map((company, row) => sentencesOf(topic, company, month * 97 + at * 13 + row * 7)),
    ]),
  );
  return aReportOf(sections, {
    file: `monthly-${month + 1}.txt`,
    title: `产业月报第${month + 1}期`,
    publishedOn: `2020-${String(month + 1).padStart(2, '0')}-28`,
    publisher: '海湾研究所',
  });
}

function sentencesOf(topic: string, company: string, seed: number): string {
  return MEASURES.map(
    (measure, at) =>
      `${company}${topic}业务的${measure}为${10 + ((seed * (at + 3)) % 83)}${measure === '市占率' ? '%' : '万'}，` +
      `比上年增长${1 + ((seed + at) % 19)}%。`,
  ).join('');
}

/**
 * The hidden report, of the same topics: with figures, names, another name for a known company, and a later date of its
 * own.
 */
export function theHiddenReport(edition = '') {
  return aReportOf(
    {
      收购计划: [
        '星野云（Hoshino Cloud，简称HNC）将以47亿元收购东川电子的云计算业务。',
        `项目负责人吴曼青表示，收购将在2021年第二季度完成。${edition}`,
        '谈判由麦克唐纳顾问公司主持，代号为“白鹭”。',
      ],
      云计算月度观察: [
        '东川电子云计算业务的市占率为62%，比上年增长31%。',
        '星野云云计算业务的营收为88万，比上年增长15%。',
        '北辰软件云计算业务的营收为77万，与星野云相当。',
      ],
      Outlook: [
        'Hoshino Cloud expects a regional market share of 58% in 2021.',
        'The regulator Delacroix must approve the merger of Hoshino Cloud and Dongchuan Electronics.',
      ],
    },
    { file: 'project-egret.txt', title: '白鹭项目备忘录', publishedOn: '2021-01-31', publisher: '星野资本' },
  );
}

const THINGS = [
  '星野云',
  'HNC',
  'Hoshino Cloud',
  '白鹭',
  '吴曼青',
  '麦克唐纳',
  '东川电子',
  '北辰软件',
  '星野资本',
  '白鹭项目备忘录',
];
const ASKS = [
  (thing: string) => `${thing}的市占率是多少？`,
  (thing: string) => `${thing}云计算业务的营收为多少万？`,
  (thing: string) => `谁负责${thing}的收购？`,
  (thing: string) => `${thing}何时完成收购？`,
  (thing: string) => `最新一期报告里${thing}怎么样？`,
  (thing: string) => `根据白鹭项目备忘录，${thing}的增长率是多少？`,
  (thing: string) => `${thing}与南溪数据的研发投入分别是多少？`,
  (thing: string) => `上期报告中${thing}的出货量是多少？`,
];
const NAMES = [
  'Hoshino Cloud',
  'HNC',
  'Wu Manqing',
  'Macdonald',
  'Delacroix',
  'Dongchuan Electronics',
  'project-egret',
  'MacArthur',
];
const ENGLISH_ASKS = [
  (name: string) => `What market share does ${name} expect in 2021?`,
  (name: string) => `Who leads the merger with ${name}?`,
  (name: string) => `How much will ${name} pay for the acquisition?`,
  (name: string) => `According to the latest report, what is the revenue of ${name}?`,
  (name: string) => `When does ${name} complete the deal?`,
  (name: string) => `Which regulator must approve ${name}?`,
  (name: string) => `What does ${name} say about cloud computing?`,
];
const FIRST = [
  '东川电子云计算业务的市占率是多少？',
  '云计算业务的营收为多少万？',
  'What share of the cloud market did Dongchuan Electronics hold?',
];

/**
 * 200 questions and more about what only the hidden report says: by its names, figures, title and date, and as
 * follow-ups.
 */
export function questionsAboutIt(): { text: string; earlier: string[] }[] {
  const alone = [
    ...THINGS.flatMap((thing) => ASKS.map((ask) => ask(thing))),
    ...NAMES.flatMap((name) => ENGLISH_ASKS.map((ask) => ask(name))),
  ];
  const after = FIRST.flatMap((first) =>
    [...THINGS.flatMap((thing) => [`${thing}呢？`, `它和${thing}比呢？`]), ...NAMES.map((name) => `And ${name}?`)].map(
      (text) => ({ text, earlier: [first] }),
    ),
  );
  return [...alone.map((text) => ({ text, earlier: [] })), ...after];
}

/** Drafts to check, and words to summarise by, that only the hidden report bears out. */
export function draftsAboutIt(): string[] {
  return [
    '星野云将以47亿元收购东川电子的云计算业务。',
    '东川电子云计算业务的市占率为62%。',
    '总结白鹭项目备忘录',
    '收购计划讲了什么',
    '总结最新一期报告',
    '云计算月度观察',
    'Hoshino Cloud expects a regional market share of 58% in 2021.',
    'Summarise the outlook',
    'Summarise project-egret',
  ];
}
