import { createHash } from 'node:crypto';
import type { Language } from '../../src/domain/report.ts';
import { claimsOf } from '../../src/domain/answer.ts';
import type { VerifiedAnswer } from '../../src/domain/answer.ts';
import { aTableReport } from './a-table-report.ts';

/** Made-up trades: who is counted, what is measured, in what. */
const TRADES = {
  zh: [
    {
      who: '码头',
      names: ['青浦', '白沙', '临川', '广济', '云浮', '丰台', '海宁', '石桥'],
      measure: '吞吐量',
      unit: '万吨',
    },
    {
      who: '矿区',
      names: ['金坛', '玉林', '铜陵', '锡山', '铁岭', '银川', '铅山', '锌谷'],
      measure: '采矿量',
      unit: '吨',
    },
    {
      who: '果园',
      names: ['东明', '西昌', '南丰', '北流', '中牟', '上杭', '下陆', '左权'],
      measure: '种植面积',
      unit: '亩',
    },
  ],
  en: [
    {
      who: 'harbour',
      names: ['Alder', 'Birkby', 'Calder', 'Dunmore', 'Easby', 'Fenwick'],
      measure: 'tonnage',
      unit: '',
    },
    { who: 'orchard', names: ['Garth', 'Hexham', 'Ilkley', 'Jarrow', 'Kelso', 'Lorton'], measure: 'harvest', unit: '' },
    { who: 'quarry', names: ['Marsden', 'Norham', 'Otley', 'Penrith', 'Ripon', 'Selby'], measure: 'output', unit: '' },
  ],
} as const;
const YEARS = [2018, 2019, 2020, 2021];

/** A question, and what an answer that claims to know it must say. */
export interface GeneratedQuestion {
  kind: 'difference' | 'sum' | 'rank' | 'top' | 'trend' | 'threshold';
  text: string;
  isRight(answer: VerifiedAnswer): boolean;
}

/** A report of one table of a made-up trade, and questions of several kinds, the same for each seed. */
export function aGeneratedTable(seed: number, language: Language) {
  const draw = drawer(`${language} ${seed}`);
  const trades = TRADES[language];
  const trade = trades[seed % trades.length] ?? trades[0];
  const names = trade.names.slice(0, 4 + draw(3)).map((name) => (language === 'zh' ? name + trade.who : name));
  const used = new Set<number>();
  const figure = (): number => {
    const value = 100 + draw(900);
    if (used.has(value)) return figure();
    used.add(value);
    return value;
  };
  const rows = names.map((name) => ({ name, values: YEARS.map(figure) }));
  const isChinese = language === 'zh';
  const report = aTableReport(
    {
      heading: isChinese ? `各${trade.who}${trade.measure}` : `${trade.measure} by ${trade.who}`,
      above: isChinese
        ? [`各${trade.who}的${trade.measure}`, `单位：${trade.unit}`]
        : [`Yearly ${trade.measure} by ${trade.who}`],
      stub: trade.who,
      heads: YEARS.map((year) => (isChinese ? `${year}年` : String(year))),
      rows: rows.map(({ name, values }) => [name, ...values.map(String)]),
    },
    { title: isChinese ? '行业统计' : 'Trade figures', file: `table-${seed}.pdf` },
  );
  const at = draw(YEARS.length);
  const year = YEARS[at] ?? 2018;
  const [one, other] = [rows[0], rows[1]];
  if (!one || !other) throw new Error('a table has rows');
  const [a, b] = [one.values[at] ?? 0, other.values[at] ?? 0];
  const inOrder = rows.toSorted((x, y) => (y.values[at] ?? 0) - (x.values[at] ?? 0));
  const limit = 100 + draw(900);
  const { measure } = trade;
  const ask = (zh: string, en: string) => (isChinese ? zh : en);
  const questions: GeneratedQuestion[] = [
    {
      kind: 'difference',
      text: ask(
        `${year}年${one.name}和${other.name}的${measure}相差多少？`,
        `What is the difference in ${measure} between ${one.name} and ${other.name} in ${year}?`,
      ),
      isRight: (answer) => computed(answer).every((text) => holds(text, Math.abs(a - b))),
    },
    {
      kind: 'sum',
      text: ask(
        `${year}年${one.name}和${other.name}的${measure}合计多少？`,
        `What is the ${measure} of ${one.name} and ${other.name} combined in ${year}?`,
      ),
      isRight: (answer) => computed(answer).every((text) => holds(text, a + b)),
    },
    {
      kind: 'rank',
      text: ask(`${year}年${one.name}的${measure}排第几？`, `Where does ${one.name} rank in ${measure} in ${year}?`),
      isRight: (answer) => computed(answer).every((text) => ranksAs(text, inOrder.indexOf(one) + 1)),
    },
    {
      kind: 'top',
      text: ask(
        `${year}年${measure}最大的${trade.who}是哪个？`,
        `Which ${trade.who} had the largest ${measure} in ${year}?`,
      ),
      isRight: (answer) => said(answer).every((text) => text.includes(inOrder[0]?.name ?? '?')),
    },
    {
      kind: 'trend',
      text: ask(`${one.name}的${measure}历年变化`, `How has the ${measure} of ${one.name} developed over the years?`),
      isRight: (answer) => isSeries(answer, one.values),
    },
    {
      kind: 'threshold',
      text: ask(
        `${year}年${one.name}的${measure}是否超过${limit}${trade.unit}？`,
        `Did the ${measure} of ${one.name} exceed ${limit} in ${year}?`,
      ),
      isRight: (answer) => isVerdict(answer, a > limit),
    },
  ];
  return { report, questions };
}

function said(answer: VerifiedAnswer): string[] {
  return claimsOf(answer).map(({ text }) => text);
}

/** What is reckoned; nothing of a refusal, nor of sentences that only stand there. */
function computed(answer: VerifiedAnswer): string[] {
  return claimsOf(answer).flatMap(({ text, degree }) => (degree === 'computed' ? [text] : []));
}

function holds(text: string, value: number): boolean {
  return (text.match(/\d+/gu) ?? []).map(Number).includes(value);
}

function ranksAs(text: string, rank: number): boolean {
  return text.includes(`排第${rank}`) || text.includes(`is no. ${rank} of`);
}

function isSeries(answer: VerifiedAnswer, values: readonly number[]): boolean {
  const series = 'series' in answer ? answer.series?.values.map(({ value }) => value) : undefined;
  return series === undefined || series.join(' ') === values.join(' ');
}

function isVerdict(answer: VerifiedAnswer, isSo: boolean): boolean {
  const verdict = 'verdict' in answer ? answer.verdict : undefined;
  return verdict === undefined || verdict === 'open' || verdict === (isSo ? 'yes' : 'no');
}

/** Numbers below a limit, the same for one seed. */
function drawer(seed: string): (below: number) => number {
  let count = 0;
  return (below) => {
    count += 1;
    return createHash('sha256').update(`${seed} ${count}`).digest().readUInt32BE(0) % below;
  };
}
