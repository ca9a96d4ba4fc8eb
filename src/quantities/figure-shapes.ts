/** A kind of figure that a question asks for. */
export type FigureShape = 'growth' | 'share' | 'money' | 'day' | 'year' | 'duration';

const NO_YEAR = '(?!(?:19|20)\\d{2}(?!\\d|[,.]\\d|\\s*[万亿个家台项%]))';
/** With a letter behind it only where it is no name: 3.5m, not 5G. */
const COUNTED_NUMBER = '\\d[\\d,]*(?:\\.\\d+|(?![A-Za-z]))';
const COUNTING = new RegExp(`(?<![\\w.,])${NO_YEAR}${COUNTED_NUMBER}(?![.,]{0,3}\\d|\\s*[年月日号季])`, 'gu');
/** `March 3`: a day. */
const MONTH_BEFORE = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s$/iu;
/** As long as the name of a month with what stands around it. */
const REACH = 12;

/** The figures of a text that count: no dates, no part of a name such as 5G; `3.5m` and `815 stores` are. */
export function countingFigures(text: string): RegExpExecArray[] {
  return [...text.matchAll(COUNTING)].filter(
    ({ index }) => !MONTH_BEFORE.test(text.slice(Math.max(0, index - REACH), index)),
  );
}

const GROWTH = '增|涨|升|降|跌|减|下滑|同比|环比';
const ROSE = 'up|rose|risen|grew|grown|climbed|increased|gained|jumped|surged|growth|increase';
const FELL = 'fell|down|dropped|declined|shrank|slid|decline';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const TO = '(?![^，。；]{0,4}[到至])';

/** What a kind of figure looks like. */
const SHAPES: Record<FigureShape, readonly RegExp[]> = {
  growth: [
    new RegExp(`(?:${GROWTH}|倍)[^，。；]{0,14}\\d\\.?\\s*[%％]`, 'u'),
    /\d\.?\s*[%％][^，。；]{0,6}[增涨升降跌减]|百分之/u,
    new RegExp(`(?:${ROSE})\\b[^.;]{0,30}[\\d.]{1,13}\\s*(?:%|perc)`, 'iu'),
    new RegExp(`(?:${FELL})\\b[^.;]{0,30}[\\d.]{1,13}\\s*(?:%|perc)`, 'iu'),
    /\d\.?\s*(?:%|percent)\s*(?:more|less|higher|lower|up|down|growth|increase|rise|decline)/iu,
  ],
  share: [
    new RegExp(`(?<!(?:${GROWTH})${TO}[^，。；]{0,8})(?<![\\d.])\\d[\\d.]*\\s*[%％]`, 'u'),
    /百分之|[一二三四五六七八九]成/u,
  ],
  money: [
    /\d[,.]?\s{0,4}[多余]?[万亿千百]{0,8}\s{0,4}(?:元|美元|美金|欧元|人民币|块)/u,
    /(?:投|资|募|收入|营收|售|支出|价|值|花).{0,24}\d\s*[万亿]+(?![\p{Script=Han}\dA-Za-z])/u,
    /[百千]亿|[$€£¥]\s?\d|\d\s*(?:billion|million|trillion|bn)|未(?:透露|披露|公布|公开)|undisclosed/iu,
  ],
  day: [
    /\d{1,2}\s*月\s*\d{1,2}\s*[日至]/u,
    new RegExp(`\\b${MONTH}[a-z]*\\.?\\s+\\d{1,2}`, 'u'),
    new RegExp(`\\d{1,2}\\s+${MONTH}`, 'u'),
  ],
  year: [/\d{4}\s*年|\d{1,2}\s*月|年底|年末|今年|明年|\b(?:19|20)\d{2}\b/u],
  duration: [/\d\s*(?:年|个?月|天|日|小时|分钟|秒|万年|亿年)/u, /(?:year|month|day|hour|minute|second)s?/iu],
};

/** True when a text holds a figure of a kind. */
export function hasShape(shape: FigureShape, text: string): boolean {
  return SHAPES[shape].some((pattern) => pattern.test(text));
}

const NUMERALS = '[一二两三四五六七八九十百千]';
const NUMBER = `(?<![\\d第])(?!(?:19|20)\\d{2})(?:\\d[\\d,]{0,20}(?:\\.\\d+)?|${NUMERALS}{1,8})`;
const SCALE = '(?:\\s?[多余万亿千百来]){0,4}';
const NO_COUNT = '[\\d.,多余万亿%％]|元|美[元金]|个?百分点|倍|公里|[米年月日]';
const COUNTED = new RegExp(`\\d[\\s多余万亿]*(?!${NO_COUNT})[\\p{Script=Han}，。；、）)A-Za-z\\s]`, 'u');
const IN_WORDS = {
  things: /[一二两三四五六七八九十百千][多余]?[万亿个家座项台部次户款种类条支所名位]/u,
  anything: /[一二两三四五六七八九十百千][多余]?[万亿个家座项成倍岁台部次户层步天年]/u,
};
/** A figure with no unit: it may count anything. */
const BARE = /\d\s*[万亿]*[多余个家]?(?=[，。；、,;）)]|$)/u;

/** True when a text holds a figure in a unit that is written as it is asked for: 小时, 家. */
export function hasFigureIn(unit: string, text: string): boolean {
  return new RegExp(`${NUMBER}${SCALE}\\s?个?${unit}(?![前代度底初末来])`, 'u').test(text);
}

/** True when a text counts something in words: 三家, 十几万; things only, or also days, times and the like. */
export function countsIn(what: keyof typeof IN_WORDS, text: string): boolean {
  return IN_WORDS[what].test(text);
}

/** True when a figure of a text counts something: no money, no share, no distance. */
export function isCounted(text: string): boolean {
  return COUNTED.test(text);
}

/** True when a figure of a text stands without a unit. */
export function isBare(text: string): boolean {
  return BARE.test(text);
}
