/** What a quantity measures. `months` are months of a year, one or a stretch; a quarter is three of them. */
export type QuantityKind =
  | 'percent'
  | 'points'
  | 'times'
  | 'money'
  | 'count'
  | 'duration'
  | 'age'
  | 'length'
  | 'area'
  | 'mass'
  | 'power'
  | 'frequency'
  | 'data'
  | 'year'
  | 'months'
  | 'day';

/** What stands after a number. */
export interface UnitFound {
  kind: QuantityKind;
  /** Currency of money, classifier of a count (empty: things of every kind), else the unit that `factor` leads to. */
  unit: string;
  /** Times this it is in the unit. */
  factor: number;
  /** Characters that it takes. */
  length: number;
}

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];
/** Mean lengths in seconds: `12 months` is `one year`. */
const [MONTH, YEAR] = [2_629_800, 31_557_600];

/** Longest and most particular first; read from where a number ends, white space skipped. */
const UNITS: readonly (readonly [RegExp, QuantityKind, string, number])[] = [
  [/^(?:个?百分点|percentage[ -]points?|pp\b)/iu, 'points', 'pp', 1],
  [/^(?:%|percent\b|per cent\b)(?!\s*points?)/iu, 'percent', '%', 1],
  [/^%\s*points?/iu, 'points', 'pp', 1],
  [/^成(?![为立果长员熟本功交都分])/u, 'percent', '%', 10],
  [/^(?:倍|times\b|-?\s?fold\b)/iu, 'times', 'x', 1],
  [/^(?:美元|美金|(?:US )?dollars?\b|USD\b)/iu, 'money', 'USD', 1],
  [/^(?:欧元|euros?\b|EUR\b)/iu, 'money', 'EUR', 1],
  [/^(?:英镑|pounds? sterling|GBP\b)/iu, 'money', 'GBP', 1],
  [/^(?:日元|yen\b|JPY\b)/iu, 'money', 'JPY', 1],
  [/^(?:港元|港币|HKD\b|Hong Kong dollars?)/iu, 'money', 'HKD', 1],
  [/^(?:韩元|won\b)/iu, 'money', 'KRW', 1],
  [/^(?:元人民币|人民币|元(?![旦素年宇])|块钱|yuan\b|renminbi\b|RMB\b|CNY\b)/iu, 'money', 'CNY', 1],
  [/^(?:周?岁|[- ]years?[- ]old\b|years? of age)/iu, 'age', 'years', 1],
  [/^(?:个?小时|[- ]?hours?\b)/iu, 'duration', 's', HOUR],
  [/^(?:分钟|[- ]?minutes?\b)/iu, 'duration', 's', MINUTE],
  [/^(?:秒钟?|[- ]?seconds?\b)/iu, 'duration', 's', 1],
  [/^(?:个月|[- ]?months?\b)/iu, 'duration', 's', MONTH],
  [/^(?:个?星期|周(?![年岁边])|[- ]?weeks?\b)/iu, 'duration', 's', 7 * DAY],
  [/^(?:天(?![然下空津])|[- ]?days?\b)/iu, 'duration', 's', DAY],
  [/^(?:周?年(?![代级底初末度份])|[- ]?years?\b)/iu, 'duration', 's', YEAR],
  [/^(?:平方公里|平方千米|square kilomet(?:re|er)s?)/iu, 'area', 'm²', 1e6],
  [/^(?:平方米|平米|square met(?:re|er)s?)/iu, 'area', 'm²', 1],
  [/^(?:公里|千米|kilomet(?:re|er)s?\b|km\b)/iu, 'length', 'm', 1000],
  [/^(?:英里|miles?\b)/iu, 'length', 'm', 1609.344],
  [/^(?:纳米|nanomet(?:re|er)s?\b|nm\b)/iu, 'length', 'm', 1e-9],
  [/^(?:毫米|mm\b)/iu, 'length', 'm', 1e-3],
  [/^(?:厘米|cm\b)/iu, 'length', 'm', 1e-2],
  [/^(?:英寸|inch(?:es)?\b)/iu, 'length', 'm', 0.0254],
  [/^(?:米|met(?:re|er)s?\b)/iu, 'length', 'm', 1],
  [/^(?:吨|tonnes?\b|tons?\b)/iu, 'mass', 'kg', 1000],
  [/^(?:公斤|千克|kilograms?\b|kg\b)/iu, 'mass', 'kg', 1],
  [/^(?:千瓦时|度电|kWh\b)/u, 'power', 'kWh', 1],
  [/^(?:吉瓦|GW\b)/u, 'power', 'W', 1e9],
  [/^(?:兆瓦|MW\b)/u, 'power', 'W', 1e6],
  [/^(?:千瓦|kW\b)/u, 'power', 'W', 1000],
  [/^(?:吉赫兹?|GHz\b)/u, 'frequency', 'Hz', 1e9],
  [/^(?:兆赫兹?|MHz\b)/u, 'frequency', 'Hz', 1e6],
  [/^(?:ZB)\b/u, 'data', 'B', 1e21],
  [/^(?:EB)\b/u, 'data', 'B', 1e18],
  [/^(?:PB)\b/u, 'data', 'B', 1e15],
  [/^(?:TB)\b/u, 'data', 'B', 1e12],
  [/^(?:GB)\b/u, 'data', 'B', 1e9],
  [/^(?:MB)\b/u, 'data', 'B', 1e6],
  [/^Gbps\b/iu, 'data', 'bit/s', 1e9],
  [/^Mbps\b/iu, 'data', 'bit/s', 1e6],
];

/** Measure words: who or what is counted. People, companies and the like have several. */
const CLASSIFIERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:人次|次(?![日年要级]))/u, '次'],
  [/^(?:个人|人(?![工民类才力口均])|名|位(?![置于]))/u, '人'],
  [/^家(?![庭居])/u, '家'],
  [/^(?:台|部(?![分门署委长]))/u, '台'],
  [/^辆/u, '辆'],
  [/^户/u, '户'],
  [/^项(?!目)/u, '项'],
  [/^件/u, '件'],
  [/^款/u, '款'],
  [/^座/u, '座'],
  [/^种/u, '种'],
  [/^条/u, '条'],
  [/^只/u, '只'],
  [/^颗/u, '颗'],
  [/^层/u, '层'],
  [/^套/u, '套'],
  [/^届/u, '届'],
  [/^批/u, '批'],
  [/^篇/u, '篇'],
  [/^份(?!额)/u, '份'],
  [/^张/u, '张'],
  [/^架/u, '架'],
  [/^艘/u, '艘'],
  [/^枚/u, '枚'],
  [/^笔/u, '笔'],
  [/^宗/u, '宗'],
  [/^类/u, '类'],
  [/^步/u, '步'],
  [/^个(?![别股])/u, ''],
];

/** The unit that stands at the beginning of a text; undefined when there is none. */
export function unitAt(text: string): UnitFound | undefined {
  const space = /^[^\S\n]*/u.exec(text)?.[0].length ?? 0;
  const rest = text.slice(space);
  for (const [pattern, kind, unit, factor] of UNITS) {
    const found = pattern.exec(rest)?.[0];
    if (found !== undefined) return { kind, unit, factor, length: space + found.length };
  }
  for (const [pattern, unit] of CLASSIFIERS) {
    const found = pattern.exec(rest)?.[0];
    if (found !== undefined) return { kind: 'count', unit, factor: 1, length: space + found.length };
  }
  return undefined;
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/(?:US\s?\$|USD\s?|(?<![A-Z])\$)$/u, 'USD'],
  [/HK\$$/u, 'HKD'],
  [/€$/u, 'EUR'],
  [/£$/u, 'GBP'],
  [/(?:[¥￥]|RMB\s?|CNY\s?|人民币)$/u, 'CNY'],
];

/** The currency sign with which a text ends. */
export function currencyBefore(text: string): { unit: string; length: number } | undefined {
  for (const [pattern, unit] of SIGNS) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { unit, length: found.length };
  }
  return undefined;
}
