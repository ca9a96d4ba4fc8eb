/** Measure words: what is counted in them is said with them. A closed class, the common ones. */
const MEASURE_WORDS =
  '岁|公里|千米|米|步|辆|台|部|次|户|项|层|吨|瓦|度|平方米|小时|分钟|秒|天|个月|年|倍|亿次|款|种|类|期|届|条';
const FIGURE = /\d[\d,]*(?:\.\d+)?/gu;
/** A figure that counts: no date, no part of a name such as 5G. */
export const COUNTING =
  /(?<![A-Za-z\d.,])(?!(?:19|20)\d{2}(?!\d|[,.]\d|\s*[万亿个家台项%]))\d[\d,]*(?:\.\d+)?(?!,{0,3}\d)(?!\s*[年月日号季A-Za-z])/gu;
/** How many of something: an amount of money, a share or a distance is no answer. */
const COUNT_ASKED = /(?:多少|几)(?:个|家|座|名|位|所|只|支|件|颗|位|户|人)|how many/iu;
const COUNTED =
  /\d\s*(?:多|余|万|亿)*\s*(?![\d.,]|多|余|万|亿|[%％]|元|美元|美金|个?百分点|倍|公里|米|年|月|日)[\p{Script=Han}，。；、）)A-Za-z\s]/u;
const THINGS_IN_WORDS = /[一二两三四五六七八九十百千](?:多|余)?(?:万|亿|[个家座项台部次户款种类条支所名位])/u;
const COUNTED_IN_WORDS = /[一二两三四五六七八九十百千](?:多|余)?(?:万|亿|[个家座项成倍岁台部次户层步天年])/u;
const NUMBER = '(?<![\\d第])(?!(?:19|20)\\d{2})(?:\\d[\\d,]{0,20}(?:\\.\\d+)?|[一二两三四五六七八九十百千]{1,8})';
const SCALE = '(?:\\s{0,2}(?:多|余|万|亿|千|百|来)){0,4}\\s{0,2}';

/** How a kind of figure is asked for, and what it looks like. */
const SHAPES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /增速|增幅|增长率|涨了?多少|增长了?多少|降了?多少|同比|环比|growth rate|how (?:much|fast).*(?:grow|change|fall|rise)|year.on.year/iu,
    /(?:增|涨|升|降|跌|减|下滑|同比|环比|倍)[^，。；]{0,14}\d\.?\s*[%％]|\d\.?\s*[%％][^，。；]{0,6}(?:增|涨|升|降|跌|减)|百分之|(?:up|rose|risen|grew|grown|climbed|increased|gained|jumped|surged|fell|down|dropped|declined|shrank|slid|growth|increase|decline)\b[^.;]{0,30}?\d[\d.]{0,12}\s*(?:%|percent)|\d\.?\s*(?:%|percent)\s*(?:more|less|higher|lower|up|down|growth|increase|rise|decline)/iu,
  ],
  [
    /百分之|份额|市占率|占比|占多少|占了?百分|比例|比重|几成|percent|share|what proportion/iu,
    /(?<!(?:增|涨|升|降|跌|减|下滑|同比|环比)(?![^，。；]{0,4}[到至])[^，。；]{0,8})(?<![\d.])\d[\d.]*\s*[%％]|百分之|[一二三四五六七八九]成/u,
  ],
  [
    /多少钱|多少资金|支出|花费|开支|投多少|金额|总额|资产|估值|市值|营收|收入|价格|资本|产值|多少产值|how much (?!of)|revenue|price|cost|valuation|worth|spend|invest/iu,
    /\d[,.]?\s{0,4}(?:多|余)?(?:万|亿|千|百|万亿){0,4}\s{0,4}(?:元|美元|美金|欧元|人民币|块)|(?:投|资|募|收入|营收|售|支出|价|值|花).{0,24}\d\s*(?:万|亿)+(?![\p{Script=Han}\dA-Za-z])|(?:百|千)亿|[$€£¥]\s?\d|\d\s*(?:billion|million|trillion|bn)|未(?:透露|披露|公布|公开)|undisclosed/iu,
  ],
  [
    /哪天|几号|哪一天|何日|哪日|几月几|what date|which day|on what day/iu,
    /\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}\s*月\s*\d{1,2}(?:\s*至)|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u,
  ],
  [
    /哪年|哪一年|哪几年|啥时候|什么时候|何时|\bwhen\b|what year|which year/iu,
    /\d{4}\s*年|\d{1,2}\s*月|年底|年末|今年|明年|\b(?:19|20)\d{2}\b/u,
  ],
  [
    /多久|多长时间|how long/iu,
    /\d\s*(?:年|个?月|天|日|小时|分钟|秒|万年|亿年)|years?|months?|days?|hours?|minutes?|seconds?/iu,
  ],
];
const ASKS_NUMBER =
  /谁的?.{0,8}[更最]?(?:多|大|高|快)$|多少|(?<!哪)几(?!乎|何|十)|多大|多高|多深|多长|多远|how (?:many|much|big|large|high|deep|far|old)|number of/iu;
/** A figure with no unit: it may count anything. */
const BARE = /\d\s*[万亿]*(?:多|余|个|家)?(?=[，。；、,;）)]|$)/u;
const ASKED_UNIT = new RegExp(`(?:多少|(?<!哪)几)(?:个|家|座|万|亿|名)?(?<unit>${MEASURE_WORDS})`, 'u');

const LIST_ASKED =
  /哪[几些两三四五六七八九]|[两三四五六七八九]?(?:个|大)?方面|前[两三四五六七八九]|分别|各自?|which (?:two|three|four|five|six|ones?)|what are|name the|list/iu;
const LISTING =
  /一是.*二是|第一.*第二|首先.*其次|(?:、[^、，。；]{1,20}){1,}(?:和|及|与|以及|等)|(?:、[^、，。；]{1,20}){2,}|, [^,.]{1,40}(?:, [^,.]{1,40})* and /u;

/** True when a question wants several things named. */
export function isListAsked(question: string): boolean {
  return LIST_ASKED.test(question);
}

/** True when a sentence names several things. */
export function isListing(sentence: string): boolean {
  return LISTING.test(sentence);
}

/** How a sentence's figures fit a question. */
export type Shape = 'unit' | 'shape' | 'figure' | 'none' | 'not asked';

/**
 * Whether a sentence holds a figure of the kind that is asked for: with the very unit, of the right shape (money,
 * share, date), any figure at all, or none. A figure of the question itself does not count.
 */
export function shapeOf(question: string, sentence: string): Shape {
  const unit = ASKED_UNIT.exec(question)?.groups?.['unit'];
  const shapes = SHAPES.filter(([asks]) => asks.test(question));
  if (!ASKS_NUMBER.test(question) && shapes.length === 0) return 'not asked';
  const plain = sentence.normalize('NFKC');
  if (unit !== undefined && new RegExp(`${NUMBER}${SCALE}个?${unit}(?![前代度底初末来])`, 'u').test(plain))
    return 'unit';
  if (shapes.some(([, looks]) => looks.test(plain))) return 'shape';
  const counts = countingFigures(question, plain).length > 0;
  if (!counts && !(COUNT_ASKED.test(question) ? THINGS_IN_WORDS : COUNTED_IN_WORDS).test(plain)) return 'none';
  if (shapes.length > 0) return 'none';
  if (unit !== undefined) return counts && BARE.test(plain) ? 'figure' : 'none';
  return !COUNT_ASKED.test(question) || COUNTED.test(plain) || !counts ? 'figure' : 'none';
}

/**
 * The figures of a text that count something and do not stand in the question: no years, days or parts of names such as
 * 5G.
 */
function countingFigures(question: string, text: string): string[] {
  const asked = new Set(question.normalize('NFKC').match(FIGURE));
  return [...text.matchAll(COUNTING)].map(([figure]) => figure).filter((figure) => !asked.has(figure));
}
