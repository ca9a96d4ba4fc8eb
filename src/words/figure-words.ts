import type { ComparedFigures, FigureFact, FoundFigures } from '../domain/figure-fact.ts';
import type { Language } from '../domain/report.ts';

/** What is said about figures in one language. */
interface FigureWords {
  title: string;
  label: string;
  placeholder: string;
  show: string;
  report: string;
  allReports: string;
  period: string;
  periodPlaceholder: string;
  unit: string;
  unitPlaceholder: string;
  trend: string;
  explanation: string;
  columns: readonly [string, string, string, string, string];
  unsure: Record<FigureFact['unsure'][number], string>;
  stances: Record<FigureFact['stances'][number], string>;
  empty: string;
  none: string;
  noTrend: string;
  more: (count: number) => string;
  leftOut: (count: number) => string;
  issues: (series: string) => string;
  asCsv: string;
  asJson: string;
}

/** What is said about figures, in both languages. */
export const FIGURE_WORDS: Record<Language, FigureWords> = {
  zh: {
    title: '数字',
    label: '要哪些数字？',
    placeholder: '例如：云 市场份额',
    show: '查数字',
    report: '报告',
    allReports: '所有报告',
    period: '时间',
    periodPlaceholder: '2020、2020-Q3',
    unit: '单位',
    unitPlaceholder: '%、亿元、USD',
    trend: '只看随时间的变化',
    explanation: '报告里的数字，连同是谁的、量的是什么、什么时候，以及出处。“?”表示原文没有在数字旁边写明。',
    columns: ['是谁的', '量的是什么', '时间', '数值', '出处'],
    unsure: { subject: '是谁的取自上下文', period: '时间取自上下文', unit: '单位没有写明' },
    stances: { planned: '计划或预计', unsure: '不确定', conditional: '有条件', asked: '疑问', denied: '否定' },
    empty: '请写下要找的数字是关于什么的，或者选一份报告。',
    none: '报告里没有找到这样的数字。',
    noTrend: '没有找到同一指标在两个以上时间的数值。',
    more: (count) => `还有 ${count} 个没有列出。`,
    leftOut: (count) => `另有 ${count} 处数字说不准量的是什么，没有列出。`,
    issues: (series) => `《${series}》各期`,
    asCsv: '下载 CSV',
    asJson: '下载 JSON',
  },
  en: {
    title: 'Figures',
    label: 'Which figures?',
    placeholder: 'For example: cloud market share',
    show: 'Show figures',
    report: 'Report',
    allReports: 'All reports',
    period: 'Time',
    periodPlaceholder: '2020, 2020-Q3',
    unit: 'Unit',
    unitPlaceholder: '%, USD',
    trend: 'Only changes over time',
    explanation:
      'The figures of the reports with whose they are, what they measure, when, and where they stand. ' +
      '“?” marks what the report does not say beside the figure.',
    columns: ['Whose', 'What', 'When', 'Value', 'Source'],
    unsure: { subject: 'whose: from the context', period: 'when: from the context', unit: 'unit not given' },
    stances: {
      planned: 'planned or expected',
      unsure: 'unsure',
      conditional: 'conditional',
      asked: 'asked',
      denied: 'denied',
    },
    empty: 'Please say what the figures are to be about, or choose a report.',
    none: 'The reports give no such figure.',
    noTrend: 'No measure was found with values at two times or more.',
    more: (count) => `${count} more not listed.`,
    leftOut: (count) => `Not listed, because it is not certain what they measure: ${count}.`,
    issues: (series) => `Issues of ${series}`,
    asCsv: 'Download CSV',
    asJson: 'Download JSON',
  },
};

/** What a person should know of a fact: planned, not said beside the figure; empty when there is nothing. */
export function factNotes({ stances, unsure }: FigureFact, language: Language): string[] {
  const words = FIGURE_WORDS[language];
  return [...stances.map((stance) => words.stances[stance]), ...unsure.map((part) => words.unsure[part])];
}

/** How much is not shown, line by line. */
export function figureNotes({ more, leftOut }: FoundFigures, language: Language): string[] {
  const words = FIGURE_WORDS[language];
  return [...(more > 0 ? [words.more(more)] : []), ...(leftOut > 0 ? [words.leftOut(leftOut)] : [])];
}

/** Scales that people read values in, the greatest first, and how they are called before a unit. */
const SCALES: Record<Language, readonly (readonly [number, string])[]> = {
  zh: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e12, ' trillion'],
    [1e9, ' billion'],
    [1e6, ' million'],
  ],
};
const MONEY: Record<string, Record<Language, string>> = {
  CNY: { zh: '元', en: '¥' },
  USD: { zh: '美元', en: '$' },
  EUR: { zh: '欧元', en: '€' },
  GBP: { zh: '英镑', en: '£' },
  HKD: { zh: '港元', en: 'HK$' },
  JPY: { zh: '日元', en: 'JP¥' },
};
const OTHERS: Record<string, Record<Language, string>> = {
  pp: { zh: '个百分点', en: ' points' },
  x: { zh: '倍', en: ' times' },
};
/** Digits of a value in a chart. */
const DIGITS = 6;

/** What is drawn of a comparison, in a scale that can be read, all values in the same one. */
export function barsOf({ kind, unit, points }: ComparedFigures, language: Language) {
  const most = Math.max(...points.map(({ value }) => Math.abs(value)));
  const [factor, scale] = (unit === '%' ? undefined : SCALES[language].find(([size]) => most >= size)) ?? [1, ''];
  const money = MONEY[unit]?.[language];
  const named = money ?? OTHERS[unit]?.[language] ?? unit;
  return {
    kind,
    unit: language === 'en' && money !== undefined ? `${money}${scale.trim()}` : `${scale.trim()}${named}`,
    values: points.map(({ label, value }) => ({ label, value: Number((value / factor).toPrecision(DIGITS)) })),
  };
}
