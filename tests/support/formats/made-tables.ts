import { pick } from '../fuzz-runs.ts';
import type { LittleReport, LittleTable } from './little-report.ts';
import { cells } from './little-report.ts';

/** A table that was made, in its report, with questions on some of its cells. */
export interface MadeTable {
  report: LittleReport;
  questions: { text: string; /** The label of the row, and what its cell shows. */ label: string; value: string }[];
}

/** How a table is made. */
export interface TableShape {
  language: 'en' | 'zh';
  /** Heads of two rows, the upper one over several columns. */
  isMerged: boolean;
  /** A row of measures in percent beside one in money: two units in one table. */
  hasTwoUnits: boolean;
  rows: number;
}

const WORDS = {
  en: {
    title: ['Fish Market Monitor', 'Timber Trade Review', 'Ceramics Survey', 'Bicycle Industry Report'],
    labels: ['Trout', 'Salmon', 'Herring', 'Cod', 'Mussels', 'Shrimp', 'Eel', 'Perch', 'Carp', 'Tuna', 'Squid', 'Kelp'],
    measure: ['Landed value', 'Export value', 'Stored value'],
    above: 'by kind',
    unit: 'in millions of dollars',
    stub: 'Kind',
    share: 'Share',
    text: 'The following figures were collected in all harbours of the coast.',
    ask: (label: string, measure: string, year: string) =>
      `What was the ${measure.toLowerCase()} of ${label} in ${year}?`,
    askShare: (label: string) => `What is the share of ${label}?`,
  },
  zh: {
    title: ['渔业市场月报', '木材贸易年报', '陶瓷行业调查', '自行车行业报告'],
    labels: ['鳟鱼', '鲑鱼', '鲱鱼', '鳕鱼', '贻贝', '虾类', '鳗鱼', '鲈鱼', '鲤鱼', '金枪鱼', '鱿鱼', '海带'],
    measure: ['上岸金额', '出口金额', '库存金额'],
    above: '按品种统计',
    unit: '单位：万元',
    stub: '品种',
    share: '占比',
    text: '以下数字由沿海各港口汇总，供行业参考。',
    ask: (label: string, measure: string, year: string) => `${year}年${label}的${measure}是多少？`,
    askShare: (label: string) => `${label}的占比是多少？`,
  },
} as const;

/** Makes a report with one table, and asks for some of its cells, from a stream of numbers. */
export function aMadeTable({ language, isMerged, hasTwoUnits, rows }: TableShape, random: () => number): MadeTable {
  const words = WORDS[language];
  const first = 2015 + Math.floor(random() * 6);
  const years = [String(first + 1), String(first)];
  const measure = pick(words.measure, random);
  const labels = words.labels.toSorted(() => random() - 0.5).slice(0, rows);
  const body = labels.map((label) => ({ label, values: years.map(() => figure(random)), share: percent(random) }));
  const yearHeads = years.map((year) => (language === 'zh' ? `${year}年` : year));
  const shareHead = hasTwoUnits ? [words.share] : [];
  const heads = isMerged
    ? [
        [{ text: words.stub, rows: 2 }, { text: measure, columns: 2 }, ...shareHead.map((text) => ({ text, rows: 2 }))],
        cells(...yearHeads),
      ]
    : [cells(words.stub, ...yearHeads, ...shareHead)];
  const table: LittleTable = {
    above: [`${measure}${language === 'zh' ? '' : ' '}${words.above}`, words.unit],
    heads,
    rows: body.map(({ label, values, share }) => cells(label, ...values, ...(hasTwoUnits ? [share] : []))),
  };
  const asked = body.toSorted(() => random() - 0.5).slice(0, 5);
  return {
    report: {
      title: pick(words.title, random),
      date: language === 'zh' ? '2022年3月' : 'March 2022',
      sections: [{ heading: language === 'zh' ? '品种情况' : 'Kinds', paragraphs: [words.text], table }],
    },
    questions: asked.map(({ label, values, share }, at) => {
      if (hasTwoUnits && at === 4) return { text: words.askShare(label), label, value: share };
      const column = Math.floor(random() * years.length);
      return { text: words.ask(label, measure, years[column] ?? ''), label, value: values[column] ?? '' };
    }),
  };
}

/** A figure of three to six digits; one in seven is negative, in brackets. */
function figure(random: () => number): string {
  const value = Math.floor(100 + 10 ** (2 + random() * 4)).toLocaleString('en');
  return random() < 1 / 7 ? `(${value})` : value;
}

function percent(random: () => number): string {
  return `${(random() * 60).toFixed(1)}%`;
}
