import type { AnalysedQuestion } from './analyse-question.ts';

const NUMBER = '(?:\\d[\\d,]*(?:\\.\\d+)?|[一二两三四五六七八九十百千]+)';
const SCALE = '(?:\\s*(?:多|余|万|亿|千|百|万亿|千万))*';

/** What a figure that answers looks like. */
const SHAPES: readonly (readonly [RegExp, RegExp])[] = [
  // asked for                                                            looks like
  [/百分之|份额|市占率|占比|占多少|比例|比重|增速|增幅|增长率|涨了?多少|增长多少|降了?多少|几成|percent|share|what proportion|growth rate/iu, /\d\s*[%％]|百分之|[一二三四五六七八九]成/u],
  [/多少钱|多少资金|投多少|金额|卖了多少|总额|资产|估值|市值|营收|收入|价格|规模|投资|how much|revenue|price|cost|valuation|worth|spend|invest/iu, /\d[\d,.]*\s*(?:万|亿|千|百|万亿)*\s*(?:元|美元|美金|欧元|人民币|块)|(?:万|亿|万亿)元?|[$€£¥]\s?\d|\d\s*(?:billion|million|trillion|bn)/iu],
  [/哪天|几号|哪一天|何日|日期|几月几|what date|which day|on what day/iu, /\d{1,2}\s*月\s*\d{1,2}\s*日|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}/u],
  [/哪年|哪一年|哪几年|啥时候|什么时候|何时|when|what year|which year/iu, /\d{4}\s*年|\d{1,2}\s*月|年底|年末|今年|明年|\b(?:19|20)\d{2}\b/u],
  [/多久|多长时间|how long/iu, /\d\s*(?:年|个?月|天|日|小时|分钟|秒|万年|亿年)|years?|months?|days?|hours?|minutes?|seconds?/iu],
];
const ASKS_NUMBER = /多少|几(?!乎|何)|多大|多高|多深|多长|多远|how (?:many|much|big|large|high|deep|far|old)|number of/iu;
const ASKED_UNIT = /(?:多少|几)(?:个|家|座|万|亿|名)?(?<unit>[\p{Script=Han}]{1,2})/u;

/**
 * How well a sentence's figures fit what is asked for: 1 when a figure has the unit that is asked for, .6 when
 * one has the right shape, .3 when there is any, -.5 when a figure is asked for and there is none; 0 when no figure is asked for.
 */
export function shapeScore({ text: question }: AnalysedQuestion, sentence: string): number {
  const asked = new Set(numbersOf(question));
  const fresh = numbersOf(sentence).some((number) => !asked.has(number));
  const unit = ASKED_UNIT.exec(question)?.groups?.['unit'];
  const shapes = SHAPES.filter(([asks]) => asks.test(question));
  if (!ASKS_NUMBER.test(question) && shapes.length === 0) return 0;
  if (!fresh && !/[一二两三四五六七八九十]/u.test(sentence)) return -0.5;
  if (unit !== undefined && new RegExp(`${NUMBER}${SCALE}\\s*[个家座名]?(?:${unit}|${unit.slice(0, 1)})`, 'u').test(sentence)) return 1;
  if (shapes.some(([, looks]) => looks.test(sentence))) return shapes.length > 0 && unit === undefined ? 0.8 : 0.6;
  return shapes.length > 0 ? -0.2 : 0.3;
}

function numbersOf(text: string): string[] {
  return text.normalize('NFKC').match(/\d[\d,]*(?:\.\d+)?/gu) ?? [];
}
