/** What a figure counts. */
export type FigureKind = 'share' | 'amount' | 'count' | 'date';

/** A figure as a text prints it. */
export interface PrintedFigure {
  kind: FigureKind;
  /** With the words that belong to it: `超过2000亿元`, `19%`. */
  text: string;
  /** Offsets in the text. */
  start: number;
  end: number;
  /** The number alone, as it is printed before its unit; scales are part of the unit. */
  value: number;
  /** What stands after the number, a sign of currency first: `%`, `亿元`, `万个`, `$billion`. */
  unit: string;
}

const NUMBER = String.raw`(?<![A-Za-z.,])(?<!\d)(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const SCALE = '(?:\\s?(?:万亿|千亿|百亿|千万|百万|十万|万|亿)|\\s?(?:thousand|million|billion|trillion|bn)\\b)';
const MONEY = '(?:元|美元|美金|欧元|英镑|日元|港元|人民币|卢比)';
/** Measure words: a closed class, the common ones. */
const COUNTED =
  '个百分点|百分点|公里|千米|平方米|平方公里|纳米|米|小时|分钟|秒|毫秒|天|个月|年|倍|人次|亿次|次|家|个|座|项|台|套|部|款|种|类|条|件|名|位|人|户|辆|颗|层|吨|千瓦时|千瓦|瓦|岁|期|届|款|只|股|篇|例|英寸|量子比特|比特|城市|国家|亩|公顷|斤|ExaFLOPS|GB|TB|PB|Gbps|MHz|GHz|nm|km';
const AFTER_NUMBER = `(?<more>\\s?[多余])?(?<unit>[%％‰]|${SCALE}?(?:[多余]\\s?)?(?:${MONEY}|${COUNTED})?)`;
const PATTERN = new RegExp(
  `(?<before>(?:超过?|近|约为?|逾|不到|不足|至少|接近|将近|大约|over |about |nearly |almost |roughly |more than )?(?:(?:US|NT|HK|A)?[$€£¥]\\s?)?(?:\\d[\\d,.]{0,15}(?:万亿|万|亿)?\\s?[-–—~～至]\\s?(?=\\d))?)${NUMBER}${AFTER_NUMBER}(?<after>以上|左右|(?<=[万亿])左右)?`,
  'gu',
);
const YEAR = /^(?:19|20)\d{2}$/u;
const DATE_AFTER = /^\s*(?:年|月|日|号|季度|世纪|时|点(?!\d))/u;

/** The figures of a text in order; numbers that are parts of names (`5G`, `C3.ai`, `1+5`) or of lists are none. */
export function printedFigures(text: string): PrintedFigure[] {
  return [...text.matchAll(PATTERN)].flatMap((match) => {
    const { number = '', unit = '', before = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    const rest = text.slice(match.index + before.length + number.length);
    if (/^[A-Za-z+]/u.test(rest) && unit === '') return [];
    const kind = kindOf(number, unit, before, rest);
    return [
      {
        kind,
        text: match[0].trim(),
        start: match.index,
        end,
        value: Number(number.replaceAll(',', '')),
        unit: `${/[$€£¥]/u.exec(before)?.[0] ?? ''}${unit.trim()}`,
      },
    ];
  });
}

function kindOf(number: string, unit: string, before: string, rest: string): FigureKind {
  if (/^[%％‰]$|百分点/u.test(unit)) return 'share';
  if (/元|美金|英镑|人民币|卢比/u.test(unit) || /[$€£¥]/u.test(before)) return 'amount';
  if ((YEAR.test(number) && unit === '年') || (YEAR.test(number) && unit === '') || DATE_AFTER.test(rest))
    return 'date';
  return 'count';
}
